# A small language: tokenizer by named groups, Pratt parser, tree of dataclasses, an evaluator with scopes and a compiler to a stack machine.
import math
import operator
import re
from dataclasses import dataclass
from functools import singledispatchmethod
from typing import NamedTuple

TOKENS = re.compile(r"""
    (?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<string>"(?:[^"\\]|\\.)*")
  | (?P<op>\*\*|==|!=|<=|>=|->|[-+*/%<>=(),;?:!])
  | (?P<space>\s+)
  | (?P<bad>.)
""", re.VERBOSE)


class Token(NamedTuple):
    kind: str
    text: str
    at: int


class LangError(Exception):
    def __init__(self, message, at):
        super().__init__(message, at)
        self.message, self.at = message, at

    def __str__(self):
        return f"{self.message} at {self.at}"


def tokenize(source):
    for match in TOKENS.finditer(source):
        kind = match.lastgroup
        if kind == "bad":
            raise LangError(f"unexpected {match[0]!r}", match.start())
        if kind != "space":
            yield Token(kind, match[0], match.start())
    yield Token("end", "", len(source))


@dataclass(frozen=True)
class Num:
    value: float


@dataclass(frozen=True)
class Str:
    value: str


@dataclass(frozen=True)
class Name:
    id: str


@dataclass(frozen=True)
class Unary:
    op: str
    operand: object


@dataclass(frozen=True)
class Binary:
    op: str
    left: object
    right: object


@dataclass(frozen=True)
class Cond:
    test: object
    then: object
    other: object


@dataclass(frozen=True)
class Call:
    func: object
    args: tuple


@dataclass(frozen=True)
class Lambda:
    params: tuple
    body: object


@dataclass(frozen=True)
class Let:
    name: str
    value: object
    body: object


POWER = {"?": 1, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6, "**": 8, "(": 9}


class Parser:
    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.pos = 0

    @property
    def token(self):
        return self.tokens[self.pos]

    def advance(self):
        self.pos += 1
        return self.tokens[self.pos - 1]

    def expect(self, text):
        if self.token.text != text:
            raise LangError(f"expected {text!r}, not {self.token.text or 'the end'!r}", self.token.at)
        return self.advance()

    def program(self):
        tree = self.expression(0)
        if self.token.kind != "end":
            raise LangError(f"{self.token.text!r} is too much", self.token.at)
        return tree

    def expression(self, power):
        left = self.prefix(self.advance())
        while POWER.get(self.token.text, 0) > power:
            left = self.infix(left, self.advance())
        return left

    def prefix(self, token):
        match token:
            case Token("number", text):
                return Num(float(text) if "." in text or "e" in text.lower() else int(text))
            case Token("string", text):
                return Str(text[1:-1].encode().decode("unicode_escape"))
            case Token("name", "let"):
                name = self.advance().text
                self.expect("=")
                value = self.expression(0)
                self.expect(";")
                return Let(name, value, self.expression(0))
            case Token("name", "fn"):
                self.expect("(")
                params = []
                while self.token.text != ")":
                    params.append(self.advance().text)
                    if self.token.text == ",":
                        self.advance()
                self.expect(")")
                self.expect("->")
                return Lambda(tuple(params), self.expression(0))
            case Token("name", text):
                return Name(text)
            case Token("op", "-" | "!" as op):
                return Unary(op, self.expression(7))
            case Token("op", "("):
                inner = self.expression(0)
                self.expect(")")
                return inner
            case Token(_, text, at):
                raise LangError(f"{text or 'the end'!r} begins nothing", at)

    def infix(self, left, token):
        match token.text:
            case "(":
                args = []
                while self.token.text != ")":
                    args.append(self.expression(0))
                    if self.token.text != ",":
                        break
                    self.advance()
                self.expect(")")
                return Call(left, tuple(args))
            case "?":
                then = self.expression(0)
                self.expect(":")
                return Cond(left, then, self.expression(0))
            case "**":
                return Binary("**", left, self.expression(POWER["**"] - 1))
            case op:
                return Binary(op, left, self.expression(POWER[op]))


OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "%": operator.mod, "**": operator.pow, "==": operator.eq, "!=": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}
GLOBALS = {"pi": math.pi, "max": max, "len": len, "sqrt": math.sqrt, "str": str}


class Evaluator:
    @singledispatchmethod
    def visit(self, node, env):
        raise NotImplementedError(type(node).__name__)

    @visit.register(Num | Str)
    def _(self, node, env):
        return node.value

    @visit.register
    def _(self, node: Name, env):
        try:
            return env[node.id]
        except KeyError:
            raise NameError(f"{node.id} is not bound") from None

    @visit.register
    def _(self, node: Unary, env):
        value = self.visit(node.operand, env)
        return -value if node.op == "-" else not value

    @visit.register
    def _(self, node: Binary, env):
        return OPS[node.op](self.visit(node.left, env), self.visit(node.right, env))

    @visit.register
    def _(self, node: Cond, env):
        return self.visit(node.then if self.visit(node.test, env) else node.other, env)

    @visit.register
    def _(self, node: Call, env):
        return self.visit(node.func, env)(*[self.visit(arg, env) for arg in node.args])

    @visit.register
    def _(self, node: Lambda, env):
        def function(*args):
            if len(args) != len(node.params):
                raise TypeError(f"{len(node.params)} arguments wanted, {len(args)} given")
            return self.visit(node.body, {**env, **dict(zip(node.params, args))})
        return function

    @visit.register
    def _(self, node: Let, env):
        inner = dict(env)
        inner[node.name] = self.visit(node.value, inner)
        return self.visit(node.body, inner)


for source in ["1 + 2 * 3", "-2 ** 2", "2 ** 3 ** 2", "(1 + 2) * -3", "10 / 4 % 2", '"a\\tb" + "c"', "let x = 5; x * x", "let f = fn(n) -> n < 2 ? 1 : n * f(n - 1); f", "let sq = fn(x) -> x * x; sq(sq(3))", "max(1, 2 + 3, 4) == 5", "sqrt(2) * pi", "!(1 < 2)",
               "let compose = fn(f, g) -> fn(x) -> f(g(x)); compose(sqrt, fn(x) -> x + 1)(8)", "1 +", "(1", "1 2", "@", "x", "1 / 0", '"a" + 1', "fn(x) -> x", "len(3)", "let = 3", "(fn(a, b) -> a)(1)", "1.5e3 + .5", "1 ? 2 : 3 ? 4 : 5"]:
    try:
        tree = Parser(source).program()
        value = Evaluator().visit(tree, GLOBALS)
        print(source, "=>", "function" if callable(value) else repr(value))
        if len(source) < 16:
            print("   ", tree)
    except Exception as error:
        print(source, "=>", type(error).__name__, error)
