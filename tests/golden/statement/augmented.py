def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
class V:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): print("iadd"); self.v += o; return self
    def __add__(self, o): print("add"); return V(self.v + o)
    def __sub__(self, o): print("sub"); return V(self.v - o)
    def __imul__(self, o): return NotImplemented
    def __rmul__(self, o): print("rmul", o); return 7
    def __imatmul__(self, o): print("imatmul"); return "mat"
    def __repr__(self): return f"V({self.v})"
v = w = V(1)
v += 2; print(v, v is w)
v -= 1; print(v, v is w)
v @= 1; print(v)
x = 3
x += 4; x -= 1; x *= 5; x //= 4; x **= 2; x %= 10; x <<= 3; x |= 1; x ^= 3; x &= 0xFE; x >>= 1; print(x)
x /= 4; print(x); x //= 0.7; print(x)
l = m = [1]
l += (2, 3); l += "ab"; l *= 2; print(l is m, m)
l = l + [9]; print(l is m)
t = u = (1,); t += (2,); print(t, u)
s = r = {1, 2}; s |= {3}; s &= {2, 3, 4}; s -= {2}; s ^= {9}; print(s is r, sorted(s))
d = {1: 1}; d |= {2: 2}; d |= [(3, 3)]; print(d)
b = bytearray(b"a"); b += b"bc"; b *= 2; print(b)
def aug(op, a, b):
    scope = {"a": a, "b": b}
    exec(f"a {op}= b", scope)
    return scope["a"]
for op in ("+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"):
    for a, b in ((1, "s"), ("s", 1), ([], 1), ({}, 1), (set(), [1]), (None, None), (1.5, 2), (V(1), None) if op in "*&" else (1, 1j)):
        show(aug, op, a, b)
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e, t)
log = []
def obj(): log.append("obj"); return [10, 20]
def idx(): log.append("idx"); return 1
obj()[idx()] += log.append("value") or 5
print(log)
class A: n = 5
a = A(); a.n += 1; print(a.n, A.n)
for source in ("1 += 1", "f() += 1", "(a, b) += 1", "[a] += 1", "a + b += 1", "None += 1", "x = y += 1", "(x) += 1", "*a += 1", "a.b += yield", "{} += 1", "a: int += 1", "lambda: x += 1", "x += *a", "__debug__ += 1", "(a := 1) += 2"):
    try: compile(source, "s", "exec"); print("ok", source)
    except SyntaxError as e: print(source, "->", e.msg, e.offset)
