# t-strings: strings, interpolations, conversions, format specs.
x, name = 1, "w"
print(t"", t"a", t"a{x}b", t"{x}{name}", t"{x!r:>5}", t"{x=}", t"{x:{x}}", t"{ x + 1 }")
t1 = t"Hello {name!s:>{x}} and {x:.2f}!"
print(t1.strings, t1.values, len(t1.interpolations))
for i in t1.interpolations:
    print(i.value, i.expression, i.conversion, i.format_spec)
print(list(t"a{x}b{x}"), list(t"{x}"), list(t""), list(t"{x}{name}tail"))
match t1.interpolations[0]:
    case i:
        print(i)
print(t"{{}}" .strings, t"a" t"b{x}", rt"\n{x}".strings)
print([type(p).__name__ for p in t"a{x}b"])
