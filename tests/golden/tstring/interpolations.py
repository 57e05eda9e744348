# t-strings: what Template and Interpolation hold, order of evaluation, nesting, joining, errors.
from string.templatelib import Template, Interpolation, convert
def show(f, *a, **k):
    try: print(ascii(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e)
def parts(t): return [x if isinstance(x, str) else (x.value, x.expression, x.conversion, x.format_spec) for x in t]
name, n, w = "Zoë", 3.5, 8
for t in (t"", t"plain", t"{name}", t"a{name}b{n}c", t"{name}{n}", t"{name!r:>{w}}", t"{n:.{w}f}", t"{name=}", t"{name = !s}", t"{n=:.1f}", t"{ n + 1 }", t"{name!a}", t"{{}}{{{n}}}", t"{'nested ' + f'{n}'}", t"{t'{n}'}", rt"\n{n}\d", t"{(lambda x: x)(1)}", t"{[i for i in range(2)]}", t"{n  # comment
}", t"""{
    n
}""", t"{1, 2}", t"{n if n else w}", t"{n!=1}", t"\x41{'\n'}\N{BULLET}", t"{name:{w}{name}{{}}}" if 0 else t"{name:{w}{n}}", t"{None}", t"{n:%H:%M}"):
    print(ascii(t.strings), ascii(t.values), ascii(parts(t)), len(t.interpolations))
def log(x): print("eval", x); return x
class Spec:
    def __format__(self, s): print("format called", s); return "S"
    def __repr__(self): print("repr called"); return "R"
t = t"{log(1)} {log(Spec()).__class__.__name__!r:{log('>')}{log(5)}} {log(2)!s}"; print(parts(t))
t = t"{Spec()!r:x}"; print(t.interpolations[0].conversion, t.interpolations[0].format_spec)
def render(t):
    out = []
    for x in t:
        if isinstance(x, str): out.append(x)
        else: out.append(format(convert(x.value, x.conversion), x.format_spec))
    return "".join(out)
print(ascii(render(t"{name!a}|{name!r:>8}|{n:08.2f}|{n=}|{'x'}")), render(t"") == "")
a, b = t"x{1}", t"{2}y"
print(parts(a + b), (a + b).strings, parts(a + a), parts(t"" + a), parts(Template("s") + a), parts(a + Template()))
for f in (lambda: a + "s", lambda: "s" + a, lambda: a + 1, lambda: a * 2, lambda: a == a, lambda: a == t"x{1}", lambda: hash(a) == hash(a), lambda: len(a), lambda: a[0], lambda: a < b, lambda: bool(t""), lambda: str(a), lambda: f"{a}", lambda: f"{a:5}", lambda: a.strings.__class__, lambda: setattr(a, "strings", ()), lambda: setattr(a, "x", 1), lambda: delattr(a, "values"), lambda: a.interpolations[0].__match_args__, lambda: setattr(a.interpolations[0], "value", 2), lambda: iter(a).__class__.__name__, lambda: next(iter(t"")), lambda: list(iter(a)), lambda: "x" in a, lambda: Template("a", "b", Interpolation(1), Interpolation(2, "e", "r", "f"), "c").strings, lambda: Template(1), lambda: Template("a", None), lambda: Template(x=1), lambda: Template(*"abc").strings, lambda: Interpolation(), lambda: Interpolation(1), lambda: Interpolation(1, "e", "q"), lambda: Interpolation(1, 2), lambda: Interpolation(1, "e", None, 3), lambda: Interpolation(1, conversion="s", format_spec="x", expression="ex"), lambda: Interpolation(1, 2, 3, 4, 5), lambda: Interpolation(value=1, nope=2), lambda: Interpolation(1) == Interpolation(1), lambda: Interpolation(1).__reduce__(), lambda: a.__reduce__()[1], lambda: type("S", (Template,), {}), lambda: type("S", (Interpolation,), {}), lambda: convert(1, "x"), lambda: convert("é", "a"), lambda: convert(1, None), lambda: convert(1, "s"), lambda: Template[int], lambda: Interpolation[str]): show(f)
match a:
    case Template(strings=(first, *rest)): print("template", first, rest)
match a.interpolations[0]:
    case Interpolation(v, e, c, s): print("interpolation", v, e, c, ascii(s))
def gen(): yield t"{(yield 5)}"
g = gen(); print(next(g), parts(g.send("sent")))
print(parts(t"a" t"{n}" t"b"), parts(t"{n}" t"" t"{w}"))
for src in ("t'a' 'b'", "t'a' f'b'", "'a' t'b'", "t'a' b'b'", "bt'a'", "ft'a'", "ut'a'", "t'{}'", "t'{!r}'", "t'{a!x}'", "t'{a'", "t'}'", "t'{a b}'", "t'{*a}'", "t'{lambda x: 1}'", "t'{a=!z}'", "t'{a!r:{b!q}}'", "t'{a:{b:{c:{d}}}}'", "t'{a}' = 1", "match x:\n case t'a': pass", "t'\\N{nope}'", "TR'{a}'", "t'''{\na\n}'''", "t'{'", "def f(): t'doc'", "t'{yield}'"):
    try: compile(src, "s", "exec"); print(ascii(src), "fine")
    except SyntaxError as e: print(ascii(src), "|", e.msg, e.offset)
