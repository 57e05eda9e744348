# ast.dump of every kind of statement.
import ast
sources = ["x = y = 1", "x: int", "x: int = 1", "(x): int", "a.b: int", "x += 1", "del a, b[0], c.d", "pass", "return_ = 1", "raise", "raise E", "raise E from c", "assert a", "assert a, 'm'", "import a.b as c, d", "from . import x", "from ..a import (b as c, d)", "from m import *", "global a, b",
 "for i in x: pass\nelse: pass", "while a: break\nelse: continue_ = 1", "if a: pass\nelif b: pass\nelse: pass", "with a as b, c: pass", "with (a as b, c as d,): pass", "try: pass\nexcept: pass", "try: pass\nexcept A: pass\nexcept (B, C) as e: pass\nelse: pass\nfinally: pass", "try: pass\nexcept* A as e: pass", "try: pass\nexcept A, B: pass",
 "def f(): pass", "def f(a, /, b: int = 1, *c: T, d, e=2, **k) -> int: 'doc'", "async def f():\n async for i in x: await y\n async with a: pass\n return [i async for i in z]", "@d\n@e(1)\nclass C(A, metaclass=M, *b, **k): x = 1", "class C[T: int = str, *Ts = *tuple[int], **P = [int]]: pass", "type X[T] = list[T]", "def f[T](x: T) -> T: yield x",
 "match x:\n case 1 | 'a' | None | -1 | 1+2j: pass\n case [a, *_, b]: pass\n case {'k': v, **rest}: pass\n case P(1, x=y) if z: pass\n case (a as b): pass\n case a.b: pass\n case _: pass"]
for s in sources:
    print(repr(s))
    print("   ", ast.dump(ast.parse(s).body[0]))
