
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", "=10", "05", "d", ",", "+", "#", " ", "10.3s", "\u20ac>5", "0<5", "z", "_", ".", "1.", "x"):
    attempt(format, "abc", spec)
attempt(format, "abc", 5)
print("{:>{w}.{p}}".format("abcdef", w=8, p=3), f"{'x':{'<'}{5}}|", "{0!r:>6}{0!s}{0!a}".format("\u20ac"))
for t in ("{", "}", "{0", "{!}", "{0!}", "{0!x}", "{0!rr}", "{a.b}", "{0[}", "{0[]}", "{0.}", "{}{0}", "{0}{}", "{:{:{}}}", "{1}", "{x}", "{0[a]}", "{0:{}}"):
    attempt(t.format, "v")
print("{0[k]} {0[1]} {1.real} {{}}".format({"k": 1, 1: 2}, 5), "{a[0]}{b.imag}".format(a=[7], b=2j))
