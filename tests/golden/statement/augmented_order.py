# Order of evaluation: augmented assignment, subscripts, attributes, chained comparisons, calls, displays, slices, conditional and boolean operators.
log = []
def e(n, v=None): log.append(n); return v
class T:
    def __init__(self, n): object.__setattr__(self, "n", n)
    def __getattr__(self, k): log.append(f"{self.n}.get {k}"); return N(f"{self.n}.{k}")
    def __setattr__(self, k, v): log.append(f"{self.n}.set {k}={v}")
    def __getitem__(self, k): log.append(f"{self.n}[{k}] get"); return N(f"{self.n}[{k}]")
    def __setitem__(self, k, v): log.append(f"{self.n}[{k}] set {v}")
    def __delitem__(self, k): log.append(f"{self.n}[{k}] del")
    def __delattr__(self, k): log.append(f"{self.n}.del {k}")
class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"N({self.n})"
    def __iadd__(self, o): log.append(f"{self.n} += {o}"); return N(f"({self.n}+={o})")
    def __sub__(self, o): log.append(f"{self.n} - {o}"); return N(f"({self.n}-{o})")
    def __lt__(self, o): log.append(f"{self.n} < {o}"); return e("bool", True)
    def __call__(self, *a, **k): log.append(f"call {self.n} {a} {k}"); return N("r")
def run(src):
    log.clear()
    try: exec(src, globals())
    except Exception as x: log.append(f"{type(x).__name__}: {x}")
    print(src.replace("\n", "; "), "->", *log, sep=" | ")
t, u = T("t"), T("u")
for src in ("t.a += e('v', 1)", "t[e('k', 0)] += e('v', 1)", "t[e('a', 1):e('b', 2)] += e('v', 3)", "e('t', t)[e('i', 1)].x[e('j', 2)] -= e('v', 9)", "t.a -= u.b", "t.x = t.y = e('v', 5)", "t[e(1, 1)], u[e(2, 2)] = e('l', 3), e('r', 4)", "del t[e('k', 1)], u.q", "for t.x in (1, 2): pass", "for t[e('k', 'k')] in 'ab': e('body')", "with open(__file__) as t.f, open(__file__) as t[0]: e('in')" if 0 else "[t.z for t.z in (1,)]" if 0 else "t.a, *t.b = 1, 2, 3",
    "e('f', N('f'))(e('a', 1), *e('s', [2]), k=e('k', 3), **e('d', {'m': 4}))", "N('f')(*e('1', [1]), e('2', 2), *e('3', [3]))", "N('f')(a=e('a', 1), *e('star', [2]))", "{e('k1', 1): e('v1', 2), **e('d', {}), e('k2', 3): e('v2', 4)}", "[e(1), *e(2, []), e(3)]", "{e(1, 1), *e(2, [])}", "(e(1), e(2))[e('i', 0)]", "e('c1', 1) < e('c2', 2) < e('c3', 0) < e('c4', 9)", "N('a') < e('b', N('b')) < N('c')", "e('a', 1) == e('b', 1) != e('c', 1) in e('d', [])", "e('x', 0) and e('y', 1) or e('z', 2)", "not e('x', []) and e('y', 0) or e('z', '')", "e('yes', 1) if e('cond', 0) else e('no', 2)", "e('a', 2) ** e('b', 3) ** e('c', 0)", "-e('a', 2) ** -e('b', 2)", "e('a', 1) + e('b', 2) * e('c', 3) - e('d', 4)", "e('s', 'abc')[e('lo', 0):e('hi', 3):e('st', 2)]", "lambda a=e('d1', 1), *, b=e('d2', 2): e('never')", "def f(a: e('ann')=e('dflt', 1), *, k=e('kw', 2)) -> e('ret'): e('body')", "@e('dec1', lambda f: e('apply1', f))\n@e('dec2', lambda f: e('apply2', f))\ndef g(x=e('default')): pass", "@e('cd', lambda c: e('applied', c))\nclass C(e('base', object), metaclass=e('meta', type)): e('body')", "assert e('test', 1), e('msg')", "assert e('test', 0), e('msg', 'm')", "raise e('exc', ValueError('v')) from e('cause', KeyError('c'))", "e('f', print)(end=e('end', ''))", "f'{e(1)}{e(2)!r:{e(3, 5)}}' if 0 else f'{e(1, 1):{e(2, 3)}}{e(3, 3)!r}'", "[e((i, j)) for i in e('outer', [0, 1]) for j in e('inner', [i]) if e('if', 1)]", "{e('k', i): e('v', i) for i in e('it', [1])}", "(e('gen') for _ in e('eager', []))", "t.a = t.b = t[0] = e('v', 1)", "(x := e('w', 5)) + x + (x := e('again', 6))", "print(end='', *e('args', []), sep=e('sep', ''))", "t.a.b.c += 1", "e('a', [1])[e('i', 5)]", "e('n', None).attr", "e('n', 5)(e('arg'))", "import os.path as t.p" if 0 else "t.m(t.n, *u.o if 0 else [])", "global_undefined += e('rhs', 1)", "t[0][e('k', 1)] += undefined_name", "a = b = e('once', [])", "while e('cond', 0): pass\nelse: e('else')", "x = y = 0\nx, y, x = e('rhs', (1, 2, 3))\ne((x, y))"):
    run(src)
a = [1, 2, 3, 4, 5, 6]; i = 0
def nxt():
    global i
    i += 1
    return i
a[nxt()], a[nxt()] = nxt(), nxt(); print(a)
i = 0; a[i] = i = 2; print(a, i) if 0 else print(a)
x = 1; x += (x := 10); print(x); s = "ab"; s += s[0] + s; print(s); l = m = [1]; l += [2]; print(m); l = l + [3]; print(m, l); tup = ([],)
try: tup[0].append(1); tup[0] += [2]
except TypeError as ex: print(ex, tup)
print(1 < 2 > 1 == 1 is not None in [True] if 0 else (1 < 2 > 1 == 1), 3 > 2 == True, (3 > 2) == True, 1 in [1] == True, not 1 == 2, -2 ** 2, 2 ** -1, ~5 & 3 | 4 ^ 1, 1 << 2 + 1, 7 // 2 * 2, 7 % 4 ** 2, "a" "b" * 2, 1 if 0 else 2 if 0 else 3, (lambda: 1 or 2)(), 5 and 0 or "x", [] or {} or 0, 1 and 2 and 3, None is None is None, 1 != 2 != 1, "a" < "b" < "c" > "b")
