"""Cells with formulas that are Python expressions: dependencies found in the tree, cycles, errors that spread."""
import ast
import math
import re


class CellError(Exception):
    pass


class Sheet(dict):
    functions = {"sum": lambda *a: math.fsum(a) if any(isinstance(x, float) for x in a) else sum(a), "avg": lambda *a: sum(a) / len(a), "abs": abs, "round": round, "max": max, "min": min}

    def __init__(self):
        self.sources, self.active = {}, []

    def __setitem__(self, name, source):
        if not re.fullmatch("[A-Z][1-9]", name):
            raise KeyError(f"no cell {name}")
        self.sources[name] = source
        self.clear()

    def __missing__(self, name):
        if name not in self.sources:
            return 0
        if name in self.active:
            raise CellError("cycle: " + " > ".join([*self.active[self.active.index(name):], name]))
        self.active.append(name)
        try:
            value = self.evaluate(self.sources[name])
        finally:
            self.active.pop()
        super().__setitem__(name, value)
        return value

    def evaluate(self, source):
        if not (isinstance(source, str) and source.startswith("=")):
            return source
        text = re.sub(r"([A-Z])(\d):([A-Z])(\d)", self.expand, source[1:])
        try:
            tree = ast.parse(text, mode="eval")
        except SyntaxError as error:
            raise CellError(f"{error.msg} at {error.offset}") from None
        for node in ast.walk(tree):
            if not isinstance(node, (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Compare, ast.IfExp, ast.Call, ast.Name, ast.Constant, ast.operator, ast.unaryop, ast.cmpop, ast.expr_context)):
                raise CellError(f"{type(node).__name__} is not allowed")
        names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
        cells = {n: self[n] for n in sorted(names) if re.fullmatch("[A-Z][1-9]", n)}
        try:
            return eval(compile(tree, "<cell>", "eval"), {"__builtins__": {}, **self.functions}, cells)
        except (ArithmeticError, TypeError, NameError) as error:
            raise CellError(f"{type(error).__name__}: {error}") from error

    @staticmethod
    def expand(m):
        return ",".join(f"{chr(c)}{r}" for c in range(ord(m[1]), ord(m[3]) + 1) for r in range(int(m[2]), int(m[4]) + 1))

    def show(self, name):
        try:
            return f"{name}={self[name]!r}"
        except CellError as error:
            return f"{name}!{error}"


sheet = Sheet()
for name, source in {"A1": 5, "A2": 7, "A3": 2.5, "B1": "=A1 + A2 * 2", "B2": "=sum(A1:A3)", "B3": "=avg(A1:A3, B1)", "C1": "=B1 / Z9", "C2": "=C1 + 1", "C3": "=C4", "C4": "=C5 + 1", "C5": "=C3", "D1": "=A1 +", "D2": "=[x for x in A1]", "D3": "=nope(A1)", "D4": "text", "D5": "=D4 + A1", "D6": "=A1 if A1 > A2 else -A2 ** 2", "D7": "=round(A3 / 3, 3)", "D8": "=D4 * A1", "D9": "=max(A1:B3)"}.items():
    sheet[name] = source
for name in sheet.sources:
    print(sheet.show(name))
print(sorted(sheet), sheet.active)
sheet["A1"] = 100
print(sheet.show("B1"), sheet.show("B2"), sheet.show("D6"), len(sheet))
for bad in ("a1", "AA1", "A0", 5):
    try:
        sheet[bad] = 1
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
print(ast.unparse(ast.parse("A1+B2*-(C3)if D1>2 else sum(A1,A2)", mode="eval")), Sheet.evaluate(sheet, "=1 < 2 < 3"))
