# A calculator: tokenizer with generators, Pratt parser, tree of classes with operator overloading, derivative, simplification, errors with positions.
import re, math, operator, sys, traceback
class ParseError(SyntaxError): pass
TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|(\*\*|//|[-+*/%^(),=]))")
def tokens(text):
    pos = 0
    while pos < len(text.rstrip()):
        if not (m := TOKEN.match(text, pos)): raise ParseError(f"bad character {text[pos]!r}", ("<expr>", 1, pos + 1, text))
        kind = ("num", "name", "op")[m.lastindex - 1]
        yield kind, m[m.lastindex], m.start(m.lastindex)
        pos = m.end()
    yield "end", "", len(text)
class Node:
    __slots__ = ()
    def __add__(self, o): return Bin("+", self, wrap(o))
    def __mul__(self, o): return Bin("*", self, wrap(o))
    def __sub__(self, o): return Bin("-", self, wrap(o))
    def __truediv__(self, o): return Bin("/", self, wrap(o))
    def __pow__(self, o): return Bin("^", self, wrap(o))
    __radd__ = lambda self, o: wrap(o) + self
    __rmul__ = lambda self, o: wrap(o) * self
    def __eq__(self, o): return type(self) is type(o) and all(getattr(self, s) == getattr(o, s) for s in self.__slots__)
    def __hash__(self): return hash((type(self), *(getattr(self, s) for s in self.__slots__)))
    def __repr__(self): return f"{type(self).__name__}({', '.join(repr(getattr(self, s)) for s in self.__slots__)})"
def wrap(o): return o if isinstance(o, Node) else Num(o)
class Num(Node):
    __slots__ = __match_args__ = ("v",)
    def __init__(self, v): self.v = v
    def __str__(self): return f"{self.v:g}"
class Var(Node):
    __slots__ = __match_args__ = ("n",)
    def __init__(self, n): self.n = n
    def __str__(self): return self.n
class Call(Node):
    __slots__ = __match_args__ = ("f", "args")
    def __init__(self, f, *args): self.f, self.args = f, args
    def __str__(self): return f"{self.f}({', '.join(map(str, self.args))})"
PREC = {"+": 10, "-": 10, "*": 20, "/": 20, "//": 20, "%": 20, "^": 40, "**": 40}
OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv, "%": operator.mod, "^": operator.pow, "**": operator.pow}
class Bin(Node):
    __slots__ = __match_args__ = ("op", "l", "r")
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r
    def __str__(self):
        def side(x, right):
            if isinstance(x, Bin) and (PREC[x.op] < PREC[self.op] or PREC[x.op] == PREC[self.op] and right != (self.op in "^**")): return f"({x})"
            return str(x)
        return f"{side(self.l, False)} {self.op} {side(self.r, True)}"
class Parser:
    def __init__(self, text): self.text, self.it = text, tokens(text); self.advance()
    def advance(self): self.kind, self.val, self.pos = next(self.it)
    def fail(self, msg): raise ParseError(msg, ("<expr>", 1, self.pos + 1, self.text, 1, self.pos + 1 + max(1, len(self.val))))
    def expect(self, v):
        if self.val != v: self.fail(f"expected {v!r}, got {self.val or 'end of input'!r}")
        self.advance()
    def parse(self, level=0):
        left = self.atom()
        while self.kind == "op" and PREC.get(self.val, -1) > level:
            op = self.val; self.advance()
            left = Bin(op, left, self.parse(PREC[op] - (op in ("^", "**"))))
        return left
    def atom(self):
        match self.kind, self.val:
            case "num", v: self.advance(); return Num(float(v) if "." in v or "e" in v.lower() else int(v))
            case "name", n:
                self.advance()
                if self.val != "(": return Var(n)
                self.advance(); args = []
                while self.val != ")":
                    args.append(self.parse())
                    if self.val != ",": break
                    self.advance()
                self.expect(")"); return Call(n, *args)
            case "op", "-": self.advance(); return Bin("*", Num(-1), self.parse(30))
            case "op", "(": self.advance(); e = self.parse(); self.expect(")"); return e
        self.fail("expected a value")
    @classmethod
    def all(cls, text):
        p = cls(text); e = p.parse()
        if p.kind != "end": p.fail("unexpected token")
        return e
FUNCS = {"sin": math.sin, "cos": math.cos, "sqrt": math.sqrt, "max": max, "abs": abs, "log": math.log}
def ev(e, env):
    match e:
        case Num(v): return v
        case Var(n): return env[n]
        case Call(f, args): return FUNCS[f](*(ev(a, env) for a in args))
        case Bin(op, l, r): return OPS[op](ev(l, env), ev(r, env))
def simp(e):
    match e:
        case Bin(op, l, r):
            match op, simp(l), simp(r):
                case _, Num(a), Num(b) if not (op in "/%//" and b == 0): return Num(OPS[op](a, b))
                case "+", Num(0), x: return x
                case "+" | "-", x, Num(0): return x
                case "*", Num(0), _: return Num(0)
                case "*", _, Num(0): return Num(0)
                case "*", Num(1), x: return x
                case "*" | "/" | "^", x, Num(1): return x
                case "^", _, Num(0): return Num(1)
                case "-", x, y if x == y: return Num(0)
                case _, x, y: return Bin(op, x, y)
        case Call(f, args): return Call(f, *map(simp, args))
    return e
def d(e, x):
    match e:
        case Num(): return Num(0)
        case Var(n): return Num(int(n == x))
        case Bin("+" | "-" as op, l, r): return Bin(op, d(l, x), d(r, x))
        case Bin("*", l, r): return d(l, x) * r + l * d(r, x)
        case Bin("/", l, r): return (d(l, x) * r - l * d(r, x)) / r ** 2
        case Bin("^" | "**", l, Num(n)): return n * l ** (n - 1) * d(l, x)
        case Call("sin", [a]): return Call("cos", a) * d(a, x)
        case Call("cos", [a]): return -1 * Call("sin", a) * d(a, x)
    raise NotImplementedError(f"derivative of {e}")
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 - 4 - 3", "7 // 2 % 2", "x ^ 2 + 3 * x + 1", "sin(x) * cos(2 * x)", "max(1, x, 3)", "1 / (x - 2)", "sqrt(-1)", "y + 1", "foo(1)", "1.5e3 / 7", "x ** 2 ** 1", "sin(x, 1)", "1 +", "(1", "1 2", "$", "max(1,", ")", "", "x = 1", "1..2", "2 * (3 + $)"):
    try:
        e = Parser.all(text); print(text, "|", e, "|", simp(e), "|", repr(simp(e))[:70])
        print("   =", ev(e, {"x": 2}))
        print("   '", simp(d(e, "x")))
    except ParseError as err: print("".join(traceback.format_exception_only(err)), end="")
    except Exception as err: print("  ", type(err).__name__, err)
print(Parser.all("a + b") == Parser.all("a  +  b"), len({Parser.all("x"), Var("x"), Num(1), Num(1.0)}), 2 * Var("x") + 1, (Var("x") + 1) ** 2)
print(sum(ev(simp(Parser.all("x * x + 1")), {"x": i}) for i in range(100)))
Parser.all("1 + (2 * ")
