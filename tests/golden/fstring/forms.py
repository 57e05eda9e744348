import datetime, decimal
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
x, y, name, items, d = 42, 3.14159, "wörld", [1, 2, 3], {"key": "value", 1: "one"}
print(f"{x}", f"{x!r}", f"{name!a}", f"{name!s:>8}|", f"{y:.2f}", f"{y:>10.3e}|", f"{x:#x}", f"{x:08b}", f"{x:,}", f"{1234567.891:,.2f}", f"{x:+d}", f"{x:^10}|", f"{name:*<10}", f"{name!r:^12}|")
print(f"{x=}", f"{x = }", f"{ x=:>5}", f"{x=!s}", f"{name=}", f"{name=!s}", f"{y=:.1f}", f"{x + 1 = }", f"{items[0]=}", f"{d['key']=}", f"{(lambda: 1)()=}", f"{x=!r:>8}|")
print(f"{{}} {{{x}}} {{{{{x}}}}}", f"{'nested'}", f"{"same quotes"}", f"{f"{f"{1+1}"}"}", f"{'a' 'b'}", f"{x:{10}}|{x:>{x//4}}|{y:{8}.{2}}|{x:{'>'}{5}}|", f"{d["key"]!r:>{len("12345678")}}")
print(f"{x if x > 5 else y}", f"{[i for i in items]}", f"{ {1: 2} }", f"{ {1, 2} }", f"{(1, 2)}", f"{1, 2}", f"{*items, 4}", f"{lambda_ if (lambda_ := 5) else 0}", f"{(w := 3)} {w}", f"{x:=5}", f"{not x}", f"{x!r}", f"{x != y}", f"{x == 42}", f"{x >= y}")
print(f"""multi
{
    x  # a comment
    + 1
}
end {'''triple'''}""")
print(rf"raw \n {x}\d", f"\N{BULLET} \x41 {x}\t|", fr"{x:\d}" if False else "", f"a" "b{x}" f"{x}" r"\n{x}", f"{'\n'.join('ab')}", f"{"\\"}", f"{'\u00e9'}")
print(f"{datetime.date(2024, 2, 3):%Y/%m/%d %A}", f"{decimal.Decimal('1.50'):.1f}", f"{datetime.datetime(2020,1,2,3,4):%H:%M}", f"{1e10:g} {1e16} {1e-7} {0.1+0.2}", f"{True:d} {True} {None!s:>6} {1j:.1f} {-0.0:z.0f}", f"{255:o} {3:c}|" if False else "")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{F()}", f"{F():abc}", f"{F()!s:>5}", f"{F()!r}", f"{F():{x}:{y:.1f}}", f"{F()=}", f"{F()=:spec}", f"{F():}", f"{F():!r}", f"{F():{'a'}{'b'}c}")
def g(n): return f"{n:{'.' + str(n) + 'f'}}"
show(g, 3); show(lambda: f"{undefined}"); show(lambda: f"{x:q}"); show(lambda: f"{name:d}"); show(lambda: f"{items:5}"); show(lambda: f"{None:5}"); show(lambda: f"{x:{name}}"); show(lambda: f"{1/0}"); show(lambda: f"{object:>5}"); show(lambda: f"{x:.2}"); show(lambda: f"{name:,}"); show(lambda: f"{y:,_}"); show(lambda: f"{x:{-5}}"); show(lambda: f"{x!s:d}"); show(lambda: f"{y:.{-1}f}"); show(lambda: f"{x:99999999999999999999}"); show(lambda: f"{'s':=5}"); show(lambda: f"{'s':+}"); show(lambda: f"{'s':05}"); show(lambda: f"{x:c}"); show(lambda: f"{-1:c}"); show(lambda: f"{1.5:c}"); show(lambda: f"{x:n}{y:n}{x:%}")
for s in ("f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{x!}'", "f'{x!z}'", "f'{x!r z}'", "f'{x:'", "f'{x:{'", "f'{lambda x: 1}'", "f'{x = !}'", "f'{!r}'", "f'{:5}'", "f'{=}'", "f'{a b}'", "f'{a $ b}'", "f'{1 +}'", "f'{*}'", "f'{x:{y:{z:{w}}}}'", "f'{yield}'", "f'{await x}'", "f'{x;y}'", "f'{def}'", "f'{a.1}'", "f'''{\n'''", "f'{x\n}'", "f'{#}'", "f'{(}'", "f'{)}'", "f'{[x}'", "bf'x'", "uf'x'", "f'{x!r:}}'", "f'{x!  r}'", "f'{\\}'", "f'{x:\n}'", "f'{print}' b'x'", "f'a' = 1", "'%s' f'{}'", "f'{None = }' + 1 +"):
    try: compile(s, "s", "eval"); print("ok", repr(s))
    except SyntaxError as e: print(repr(s), "->", e.msg)
