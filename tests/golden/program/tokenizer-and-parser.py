# A calculator: tokens by regular expressions, a recursive descent parser, a tree, evaluation, derivatives.
import re, operator
from dataclasses import dataclass
TOKEN = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d*)?)|(?P<name>[a-z]\w*)|(?P<op>\*\*|[-+*/()=]))")
def tokens(text):
    pos, text = 0, text.rstrip()
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if not m: raise SyntaxError(f"bad character {text[pos]!r} at {pos}")
        yield m.lastgroup, m[m.lastgroup]; pos = m.end()
    yield "end", ""
@dataclass(frozen=True)
class Num: value: float
@dataclass(frozen=True)
class Var: name: str
@dataclass(frozen=True)
class Bin: op: str; left: object; right: object
class Parser:
    levels = [("+", "-"), ("*", "/")]
    def __init__(self, text): self.toks = list(tokens(text)); self.i = 0
    def take(self, *ops):
        if self.toks[self.i][1] in ops: self.i += 1; return self.toks[self.i - 1][1]
    def parse(self):
        e = self.binary(0)
        if self.toks[self.i][0] != "end": raise SyntaxError(f"unexpected {self.toks[self.i][1]!r}")
        return e
    def binary(self, level):
        if level == len(self.levels): return self.power()
        e = self.binary(level + 1)
        while op := self.take(*self.levels[level]): e = Bin(op, e, self.binary(level + 1))
        return e
    def power(self):
        e = self.atom()
        return Bin("**", e, self.power()) if self.take("**") else e
    def atom(self):
        kind, text = self.toks[self.i]; self.i += 1
        match kind, text:
            case "num", t: return Num(float(t) if "." in t else int(t))
            case "name", n: return Var(n)
            case "op", "(":
                e = self.binary(0)
                if not self.take(")"): raise SyntaxError("missing )")
                return e
            case "op", "-": return Bin("-", Num(0), self.atom())
            case "end", _: raise SyntaxError("unexpected end")
            case _: raise SyntaxError(f"unexpected {text!r}")
OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "**": operator.pow}
def ev(e, env):
    match e:
        case Num(v): return v
        case Var(n) if n in env: return env[n]
        case Var(n): raise NameError(f"no {n}")
        case Bin(op, l, r): return OPS[op](ev(l, env), ev(r, env))
def d(e, x):
    match e:
        case Num(): return Num(0)
        case Var(n): return Num(int(n == x))
        case Bin("+" | "-" as op, l, r): return Bin(op, d(l, x), d(r, x))
        case Bin("*", l, r): return Bin("+", Bin("*", d(l, x), r), Bin("*", l, d(r, x)))
        case Bin("**", b, Num(n)): return Bin("*", Bin("*", Num(n), Bin("**", b, Num(n - 1))), d(b, x))
        case _: raise NotImplementedError(e)
for t in ("1 + 2 * 3", "(1+2)*3", "2 ** 3 ** 2", "-4 + x", "10 / 4 - 1", "1 +", "1 $ 2", "(1", ")", "1 2", "y", "1/0", "", "2 ** 0.5 * 3.50"):
    try: print(t, "=", ev(Parser(t).parse(), {"x": 10}))
    except Exception as e: print(t, "->", type(e).__name__, e)
print(Parser("x*x + 3*x").parse()); print(d(Parser("x**3 + 2*x").parse(), "x")); print(ev(d(Parser("x**3 + 2*x").parse(), "x"), {"x": 2})); print(list(tokens("a1+2.5")))
