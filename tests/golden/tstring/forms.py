from string.templatelib import Template, Interpolation, convert
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
x, name, y = 42, "wörld", 3.14159
t = t"Hello {name!r:>10} and {x} {y:.2f}{x + 1 = }!"
print(type(t).__name__, t.strings, t.values, len(t.interpolations))
for i in t.interpolations: print(i.value, repr(i.expression), i.conversion, repr(i.format_spec), i)
print(list(t)); print(t)
print(t"", list(t""), t"{x}", t"{{}}".strings, t"a" t"b{x}" t"c", t"{x:{y:.1f}}".interpolations[0].format_spec, t"{x=}".strings, t"{x=!s}".interpolations, rt"\n{x}".strings, t"{ x }".interpolations[0].expression, t"{'a' 'b'}".values)
print(t"{t"{x}"}".values, t"{f"{x}"}".values, (t"a{x}" + t"b{y}").strings, (t"a" + t"b").strings)
show(lambda: t"a" + "b"); show(lambda: "a" + t"b"); show(lambda: t"a" + f"b"); show(lambda: t"a" + 5); show(lambda: t"a" * 2); show(lambda: t"a" == t"a"); show(lambda: hash(t"a") is not None); show(lambda: len(t"a")); show(lambda: t"a"[0]); show(lambda: t"{undefined}"); show(lambda: t"{x:{undefined}}"); show(lambda: setattr(t, "strings", ())); show(lambda: setattr(t.interpolations[0], "value", 1)); show(lambda: t.nope); show(lambda: t"{x!r:{name}}".interpolations[0])
print(Template("a", Interpolation(1, "one", "r", ">5"), "b"), Template(), Template("a", "b").strings, Template(Interpolation(1), Interpolation(2)).strings)
show(lambda: Template(5)); show(lambda: Template("a", None)); show(lambda: Template(strings=("a",))); show(lambda: Interpolation()); show(lambda: Interpolation(1, 2)); show(lambda: Interpolation(1, "e", "x")); show(lambda: Interpolation(1, "e", None, 5)); show(lambda: Interpolation(1, "e", conversion="s", format_spec="d")); show(lambda: Interpolation(value=1)); show(lambda: Interpolation(1, "a", None, "", 5)); show(lambda: Interpolation(1, "e", 5))
print(Interpolation.__match_args__, convert("é", "a"), convert("é", "r"), convert(5, "s"), convert(5, None)); show(convert, 5, "x")
match t"{x}".interpolations[0]:
    case Interpolation(value, expr, conv, spec): print(value, expr, conv, spec)
def render(t):
    out = []
    for part in t:
        match part:
            case str(): out.append(part)
            case Interpolation(): out.append(format(convert(part.value, part.conversion), part.format_spec))
    return "".join(out)
print(render(t), render(t"{x:05d}|{name!a}|{{{x}}}"))
def html(t): return "".join(p if isinstance(p, str) else str(p.value).replace("<", "&lt;").replace("&l", "&l") for p in t)
evil = "<script>"; print(html(t"<p>{evil}</p>"))
def lazy(n): print("evaluated", n, end=" "); return n
print([i.value for i in t"{lazy(1)}{lazy(2)}".interpolations], issubclass(Template, object), Template.__class_getitem__(int) if hasattr(Template, "__class_getitem__") else "", Interpolation[int])
show(lambda: type("T", (Template,), {})); show(lambda: type("I", (Interpolation,), {})); import copy, pickle; print(copy.copy(t) is t, pickle.loads(pickle.dumps(t"a{x}b")), iter(t).__class__.__name__)
for s in ("t'{'", "t'{}'", "t'{x!z}'", "t'a' 'b'", "t'a' f'b'", "'a' t'b'", "bt't'", "ft'x'", "t'a' b'c'", "t'{x!}'", "t'{lambda: 1}'", "ut'x'", "tr'{x}'", "T'{x}'", "t'{x' + 'y}'"):
    try: compile(s, "s", "eval"); print("ok", s)
    except SyntaxError as e: print(s, "->", e.msg)
