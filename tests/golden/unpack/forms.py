# Assignment to several targets: stars, nesting, order, messages.
def show(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__ + ":", e)
class It:
    def __init__(self, n, fail=None): self.n, self.fail = n, fail
    def __iter__(self): print("iter"); return self
    def __next__(self):
        if self.n == 0:
            print("end")
            if self.fail: raise self.fail
            raise StopIteration
        self.n -= 1; print("next"); return self.n
a, b = It(2); print(a, b)
def toomany(): a, b = It(3)
def toofew(): a, b = It(1)
def fail(): a, b = It(1, ValueError("mid"))
def starfew(): a, *b, c = It(1)
def starfail(): a, *b = It(2, KeyError("star"))
for f in (toomany, toofew, fail, starfew, starfail): show(f)
a, *b = It(3); print(a, b)
*a, b = "xyz"; print(a, b)
a, *b, c = [1, 2]; print(a, b, c)
*a, = (); print(a)
[*a] = {1: 2}; print(a)
(a, (b, *c), [d, [e]]), *f = (1, "bcd", [2, [3]]), 4, 5; print(a, b, c, d, e, f)
for x, (y, *z) in [(1, "abc"), (2, (3,))]: print(x, y, z)
print([(p, q, r) for p, *q, r in ("abcd", "ab")])
def errors():
    for source, value in (("a, b", (1,)), ("a, b", (1, 2, 3)), ("a, b", [1]), ("a, b", [1, 2, 3]), ("a, b, c", {1: 2}), ("a, b", {1: 2, 3: 4, 5: 6}), ("a, b", "x"), ("a, b", "xyz"), ("a, b", 5), ("a, b", None), ("a, b", object), ("a,", ()), ("a,", (1, 2)), ("[]", (1,)), ("()", [1]), ("[]", ()), ("a, *b, c", (1,)), ("a, *b, c", []), ("*a, b, c", iter([1])), ("a, *b", ()), ("a, *b", 5), ("(a, b), c", (1, 2)), ("(a, b), c", ((1,), 2)), ("a, (b, *c)", (1, ())), ("a, b", iter([1])), ("a, b", iter([1, 2, 3])), ("a, b", range(3)), ("a, b", range(10**20)), ("a, b", {1, 2, 3}), ("a, b", b"abc"), ("a, b", (i for i in range(9)))):
        try: exec(f"{source} = value", {"value": value}); print(source, "fine")
        except Exception as e: print(source, "|", type(e).__name__, e)
errors()
class Tup(tuple):
    def __iter__(self): return iter("XY")
class Lst(list):
    def __iter__(self): return iter([7, 8])
    def __len__(self): return 99
a, b = Tup((1, 2, 3)); print(a, b)
a, b = Lst([1]); print(a, b)
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * i
a, b, c = Seq(); print(a, b, c)
def seqmany(): a, b = Seq()
show(seqmany)
# order of evaluation
log = []
class T:
    def __init__(self, n): self.__dict__["n"] = n
    def __setattr__(self, k, v): log.append((self.n, "attr", k, v))
    def __setitem__(self, k, v): log.append((self.n, "item", k, v))
def t(n): log.append(n); return T(n)
def k(n): log.append(("key", n)); return n
def v(n): log.append(("value", n)); return n
t("first").x = t("second")[k(1)] = v(5); print(log); log.clear()
t(1).a, t(2)[k("i")], *t(3).rest = v(1), v(2), v(3), v(4); print(log); log.clear()
t(1)[k(0):k(9)], (t(2).b, t(3).c) = v("s"), v("uv"); print(log); log.clear()
i = 0
l = [1, 2, 3]
i, l[i] = 1, "changed"; print(i, l)
l[0], l[1] = l[1], l[0]; print(l)
x = y = z = []; x.append(1); print(y is z, z)
i = i, l = 5, [1]; print(i, l)
a = [1, 2]; a[0], a = 3, "new"; print(a)
a, a, a = 1, 2, 3; print(a)
(a), [b], ((c)) = 1, [2], 3; print(a, b, c)
d = {}; d["x"], d["y"] = d["y"] if "y" in d else 1, 2; print(d)
d = {"n": 1}; d["n"], d = 2, None; print(d)
# star expressions
print([*"ab", *range(2), *{}], (*"a", 1), {*"aa", *[1]}, {**{"a": 1}, "b": 2, **{"a": 3}}, *[1, 2], *"z", sep=",")
def ret(): return 1, *[2, 3]
def yld(): yield 1, *[2]
print(ret(), list(yld()), [*(yield_ for yield_ in "q")])
for q in 1, *[2, 3]: print(q, end=" ")
print({**dict(a=1), **{1: 2}}, [*[*[*[1]]]], (*(), *()), [1, *[], 2])
for f in (lambda: [*5], lambda: (*None,), lambda: {*1}, lambda: {**5}, lambda: {**[1]}, lambda: {*[[]]}, lambda: {**{[]: 1}} , lambda: {"a": 1}[*"b"], lambda: [1][*[0]], lambda: "abc"[*[1, 2]]): show(f)
x = "before"
def subs():
    class S:
        def __getitem__(self, k): return k
    s = S(); r = [2, 3]
    return s[*r], s[1, *r], s[*r, 1:2], s[*r,], s[()], s[1,], s[...], s[1:2, ::3]
print(subs())
for src in ("*a = 1", "a, *b, *c = 1", "*a", "x = *a", "(*a) = 1", "f(*)", "del *a", "[*a for a in b]", "{**a for a in b}", "*a, *b = c", "for *a in b: pass", "a, b += 1", "(a, b) : int = 1", "[a]: int", "f() = 1", "a + b = c", "a if b else c = d", "None = 1", "1 = x", "'s' = x", "(x for x in y) = 1", "x := 1", "(x.y := 1)", "a = yield = 1", "f(a)=b", "{a: b} = 1", "{a} = 1", "... = 1", "__debug__ = 1", "del f()", "del (a, b + 1)", "with a as f(): pass", "for f() in a: pass", "print(**a, *b)", "f(a=1, *b, 2)", "f(**a, b)", "f(a=1, b)", "f(a.b=1)", "f(True=1)", "f(a=1, a=2)", "f(x for x in y, 1)", "f(a for a in b, c for c in d)", "f(*a for a in b)", "lambda *: 1", "def f(*): pass", "def f(*, **k): pass", "def f(a=1, b): pass", "def f(a, /, b, /): pass", "def f(/, a): pass", "def f(*a, /): pass", "def f(**k, a): pass", "def f(*a, *b): pass", "def f((a, b)): pass", "def f(*a=1): pass", "def f(None): pass", "def f(a, *, a): pass"):
    try: compile(src, "s", "exec"); print("fine", src)
    except SyntaxError as e: print(src, "|", e.msg, e.offset, e.end_offset)
