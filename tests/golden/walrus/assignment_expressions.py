# Assignment expressions: scopes, precedence, comprehensions, lambdas, defaults, conditions, messages.
import re
def show(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__ + ":", e)
print((a := 1) + a, [b := 2, b ** 2, (c := b + 1)], b, c, (d := 1, 2), d, {(k := "key"): (v := "val")}, k, v, f"{(w := 5):>3}{w}", (x := (y := 1)), x, y)
if (n := len("abcd")) > 3 and (m := n * 2): print(n, m)
while (n := n - 1) > 1: print("n", n, end=" ")
else: print("done", n)
data = "a=1;b=2;bad;c=3"
print([(m[1], m[2]) for part in data.split(";") if (m := re.match(r"(\w)=(\d)", part))], m)
print([last := i for i in range(4)], last, any((hit := i) > 2 for i in range(9)), hit, {(s := i) for i in range(2)}, s, {i: (t := i * 2) for i in range(3)}, t, [u := j for i in range(2) for j in range(i + 1)], u)
total = 0; print([total := total + v for v in range(5)], total, list((g := i) for i in range(2)), g)
def f(x, y=(z := 9)): return x, y, z
print(f(q := 3), q, z, f(x=(r := 4)), r, f(*(s2 := [1, 2])), s2)
lam = lambda: (inner := 5) + inner; print(lam(), "inner" in globals()); print((lambda p=(dflt := 7): p)(), dflt)
def local():
    [v for v in range(3) if (found := v) == 2]
    def nested():
        nonlocal found
        return [found := found + 1 for _ in range(2)]
    return found, nested(), found
print(local())
def glob():
    global made
    return [made := i for i in range(3)]
print(glob(), made)
class C:
    if (attr := 5): pass
    meth = lambda self: (loc := 1)
    lst = [attr for _ in range(1)] if 0 else None
print(C.attr, C().meth(), hasattr(C, "loc"))
def gen(): r = (got := (yield 1)); yield got, r
it = gen(); next(it); print(it.send("sent"))
assert (chk := True), (msg := "never")
print(chk, "msg" in globals())
print((yes := 1) if (cond := 0) else (no := 2), "yes" in globals(), no, not (neg := 0), neg, (e1 := 1) < (e2 := 2) < (e3 := 3), e1, e2, e3, [1, 2, 3][(i0 := 1)], [1, 2, 3][(lo := 0):(hi := 2)], lo, hi, (tup := (1, 2))[0], (st := "s").upper(), st, (lambda: (yield_ := 3))(), 5 if (zero := 0) else zero)
with open(__file__) as fh:
    lines = 0
    while (line := fh.readline()) and lines < 2: lines += 1
print(lines, line[:6])
match (subject := [1, 2]):
    case [first, *_] if (guard := first): print(subject, first, guard)
try: raise (exc := ValueError("v"))
except ValueError as err: print(err is exc)
def deco(fn): return fn
@(dd := deco)
def decorated(): return dd is deco
print(decorated(), [*(sp := [1]), *sp], {**(mp := {"a": 1}), **mp}, print(end="") or (pr := "printed"), pr, -(ng := 3), ng, (1, (tp := 2), 3), tp, ((pp := 1)), pp, sorted([3, 1], key=lambda v: (neg2 := -v)), "neg2" in globals())
for src in ("a := 1", "(a.b := 1)", "(a[0] := 1)", "((a, b) := 1)", "([a] := 1)", "(1 := 2)", "(f() := 1)", "(None := 1)", "(a + b := 1)", "x = y := 1", "f(a := 1)", "f(a=b := 1)", "f(a := b=1)", "lambda: x := 1", "lambda x := 1: x", "[i := 0 for i in x]", "[(j := 0) for i in x for j in y]", "[i for i in (j := x)]", "[[(i := 0) for j in y] for i in x]", "class A: [x := 1 for _ in y]", "del (a := 1)", "(a := 1) = 2", "(a := 1) += 2", "for (a := 1) in x: pass", "with x as (y := 1): pass", "def f(a := 1): pass", "def f(a: b := 1): pass", "{a := 1}", "{a := 1: 2}", "{1: a := 2}", "[a := 1]", "(a := 1, b := 2)", "x[a := 1]", "x[a := 1, b := 2]", "x[a := 1:2]", "x[(a := 1):2]", "assert a := 1", "return a := 1", "if a := 1: pass", "while a := 1: pass", "print(f'{a:=5}')", "print(f'{(a:=5)}')", "@a := b\ndef f(): pass", "(__debug__ := 1)", "(True := 1)", "(a := *b)", "(a := yield)", "def f(): (a := yield)", "(*a := b)", "a if b := c else d", "(a if (b := c) else d)", "import (a := 1)", "(a: int := 1)", "x = (y := 1, z := 2)", "global a\n(a := 1)", "def f():\n nonlocal q\n (q := 1)", "[x for x in y if (x := 1)]", "[(lambda: (x := 1)) for x in y]", "{(k := 1): v for v in x}", "(await := 1)"):
    try: compile(src, "s", "exec"); print("fine", repr(src))
    except SyntaxError as e: print(repr(src), "|", e.msg, e.offset)
