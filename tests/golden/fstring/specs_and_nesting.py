# f-strings: nested fields, =, conversions, quotes, escapes, lambdas, errors at run time and at compile time.
import datetime, decimal
def show(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__ + ":", e)
class F:
    def __format__(self, s): return f"<{s}>"
    def __repr__(self): return "F\u00e9()"
    def __str__(self): return "str F"
f, w, p, name, n = F(), 10, 3, "Zoë", 3.14159
d = {"key": {"in": [1, 2]}, 'q"': 1}
print(f"{f}|{f!r}|{f!s}|{f!a}|{f:x{w}y}|{f:{w}.{p}}|{f!r:>{w}}|{f=}|{f=!s}|{f=:spec}|{f = !r:>12}|{f:{{}}}" if 0 else f"{f}|{f!r}|{f!s}|{f!a}|{f:x{w}y}|{f:{w}.{p}}|{f!r:>{w}}|{f=}|{f=!s}|{f=:spec}|{f = !r:>12}")
print(f"{n:{w}.{p}f}|{n:{'>' + str(w)}}|{n:{w}{'.'}{p}}|{n!s:{w}}|{n:{f'{w}'}.{p}}|{w:0{p}b}|{w:#{'x'}}")
print(f"{name!a}{name!r:^9}{name[1:]}{name.upper()}{d['key']['in'][1]}{d["key"]["in"][0]}{d['q"']}")
print(f"{'a' 'b'}{"nested " + f'{1 + 1}' + f"{f"{f'{f"{42}"}'}"}"}")
print(f"{{}}{{{w}}}{{{{{w}}}}}", f"{{{{", f"}}", f"{'{'}{'}'}", f"{{{'x'}}}", "{}", f"{w}{{", rf"\{w}\n{{", f"\x41\u00e9\N{BULLET}{w}\
continued", f"{'\n'}".__len__(), f"{'\t'.join('ab')}")
print(f"{(lambda x: x * 2)(3)}{(lambda: 5)()}{[i for i in range(3)]}{ {1: 2}[1] }{ {i for i in 'a'} }{(y := 5)}{y}{(1, 2)}{1, 2}{*[1, 2], 3}")
print(f"{w if w > 5 else 0}{not w}{w!=5}{w == 10!r}{w>5}{w<5!s:>6}{-w}{w**2}{w//3}{w@0 if 0 else 1}")
print(f"{w=}{w =}{ w=}{w= }{w+1=}{w+ 1 = }{name=!s}{name=:>6}{w=:x}{'x'=}{d["key"]=}{f'{w}'=}{(lambda: 1)()=}{w
=}")
print(f"""{
    w  # comment
    + 1
}|{w
:>5}|{
name
=}""")
print(f'''{"""triple"""}{'"'}{"'"}''', f"a" "b" f"{w}" 'c{w}', F"{w}" fR"\d{w}", f"" == "", f"{''}" == "", (f"a{w}"
 f"b"))
print(f"{datetime.date(2024, 2, 29):%Y-%m-%d %A}|{datetime.datetime(2024, 1, 2, 3, 4):%H:%M}|{decimal.Decimal('1.234567'):.2f}|{1e10:,}|{True:>5}|{None!s:>6}|{[1]!s:<6}|{3+4j:.1f}|{b'x'!r}")
for g in (lambda: f"{undefined}", lambda: f"{1/0}", lambda: f"{n:zz}", lambda: f"{'s':d}", lambda: f"{None:>5}", lambda: f"{[]:5}", lambda: f"{n:{f}}", lambda: f"{n:{'{'}}", lambda: f"{w:{w}{w}{w}}".__len__(), lambda: f"{object:5}", lambda: f"{d[0]}", lambda: f"{w.x}", lambda: f"{b'a':5}", lambda: f"{w:.3}", lambda: f"{w:\x41}", lambda: f"{name:\n>5}", lambda: f"{'a':\u00e9>3}", lambda: f"{n:{w}.{'q'}}"): show(g)
for src in ("f'{}'", "f'{ }'", "f'{!r}'", "f'{a!x}'", "f'{a!}'", "f'{a!r'", "f'{a'", "f'}'", "f'{a:{b:{c:{d}}}}'", "f'{a b}'", "f'{a:}}'", "f'{*a}'", "f'{**a}'", "f'{lambda x: 1}'", "f'{a := 5}'", "f'{yield}'", "f'{=}'", "f'{a=!}'", "f'{a! r}'", "f'{a!r x}'", "f'{a:{}}'", "f'{a!rr}'", "f'{#}'", "f'{a #}'", "f'{\n}'", "f'{a['b']}'", "f'{\"'", "f'''{\n", "f'{a:\n}'", "f'\\N{nope}'", "f'\\N{'", "f'{a\\}'", "f'{(}'", "f'{)}'", "f'{a]}'", "f'{[a}'", "f'{a;b}'", "f'{del a}'", "f'{import x}'", "f'{1_}'", "f'{0x}'", "f'{a..b}'", "f'{a,}'", "f'{await x}'", "bf'{a}'", "uf'{a}'", "f'a' b'b'", "f'{a}' = 1", "f'{a}' += 1", "del f'{a}'", "f'{f'{f'{a'", "f'{a!s:{b!z}}'", "f'{'", "f'{a:'", "f'{a:{'", "f\"{'}\"", "f'{a if b}'", "f'{print a}'", "f'{a = = }'", "f'{a:{b}'", "f'{{}'", "f'{a}}'", "f'{None = }'"):
    try: compile(src, "s", "eval"); print(ascii(src), "fine")
    except SyntaxError as e: print(ascii(src), "|", e.msg, e.lineno, e.offset, e.end_offset)
