# tomllib: a document of every kind, parse_float, and the errors.
import io
import tomllib
from decimal import Decimal
from pprint import pprint

DOC = '''
title = "TOML \\u00e9 \\"x\\" \\t"
literal = 'C:\\path'
multi = """
first \\
    second
third"""
raw = \'\'\'
a\\b'c\'\'\'
int = [1, +2, -3, 1_000, 0xFF, 0o17, 0b101]
float = [1.5, -0.01, 5e+22, 6.626e-34, inf, -inf]
bool = [true, false]
date = [1979-05-27T07:32:00Z, 1979-05-27T00:32:00.999999-07:00, 1979-05-27 07:32:00, 1979-05-27, 07:32:00.5]
mixed = [1, "a", [2.0, {x = 1}], ]
"quoted key".'b c' = 3
a.b.c = 1
[table]
key = 1 # comment
[table.sub."x.y"]
z = {p = {q = "r"}, s.t = 2}
[[array]]
n = 1
[[array.inner]]
m = 1
[[array]]
n = 2
[]
'''.replace("[]\n", "")
pprint(tomllib.loads(DOC), width=100)
print(tomllib.loads("x = 1.10", parse_float=Decimal), tomllib.load(io.BytesIO(b"a = 1\r\nb = 2")), tomllib.loads(""), tomllib.loads("x = nan")["x"] != 0)
for bad in ["x", "x =", "= 1", "x = 1 y = 2", "x = 1\nx = 2", "[a]\n[a]", "[a", "x = [1", "x = 'a", 'x = "\\z"', 'x = "a\nb"', "x = 01", "x = 1__0", "x = 2024-13-01", "a.b = 1\na = 2", "[a]\nb = 1\n[a.b]", "x = {a = 1, a = 2}", "x = {a = 1,}", "x = True", "x = 1e", "[[a]]\n[a]", "a = [1]\n[[a]]", "x = \"\"\"abc", "x = \u0001", "é = 1", 'x = "\\ud800"', "x = 0x", "x = .5", "x = 5.", "[a]]", "a = 1\n[a.b]", "x = 25:00:00", "x = {a.b = 1, a = 2}"]:
    try:
        print(repr(bad), tomllib.loads(bad))
    except tomllib.TOMLDecodeError as error:
        print(repr(bad), "->", error, "|", error.msg, error.pos, error.lineno, error.colno)
for call in [lambda: tomllib.loads(b"x"), lambda: tomllib.load(io.StringIO("x")), lambda: tomllib.loads("x = 1.0", parse_float=lambda s: {}), lambda: tomllib.load(io.BytesIO(b"\xff"))]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
