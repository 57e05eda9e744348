# quantize, to_integral, round, the eight modes, flags and traps.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import decimal
from decimal import *
modes = [ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP]
for text in ("2.5", "-2.5", "3.5", "2.51", "-0.49", "10.05", "99.995", "0.5"):
    d = Decimal(text)
    for mode in modes:
        print(text, mode, d.quantize(Decimal("0.1"), mode), d.quantize(Decimal(1), rounding=mode), d.to_integral_value(mode), d.to_integral_exact(mode))
for n in (None, 0, 1, 2, -1, -2):
    print(n, round(Decimal("1234.5678"), n) if n is not None else round(Decimal("1234.5678")))
show("quantize", Decimal("1E+30").quantize, Decimal("0.1"))
show("mode", Decimal(1).quantize, Decimal(1), "ROUND_NEVER")
show("prec", setattr, getcontext(), "prec", 0)
show("rounding", setattr, getcontext(), "rounding", 5)
show("emax", setattr, getcontext(), "Emax", -1)
with localcontext() as ctx:
    ctx.prec = 4
    ctx.traps[Inexact] = True
    show("inexact", lambda: Decimal(1) / 3)
    ctx.traps[Inexact] = False
    ctx.clear_flags()
    print(Decimal(2) / 3, [f.__name__ for f, on in ctx.flags.items() if on])
    ctx.clear_flags()
    ctx.traps[DivisionByZero] = False
    print(Decimal(1) / 0, Decimal(-1) / 0, [f.__name__ for f, on in ctx.flags.items() if on])
with localcontext(prec=3, rounding=ROUND_UP, Emax=5, Emin=-5, clamp=1) as ctx:
    print(ctx)
    print(Decimal("1.234") + 0, Decimal("0.00000123") * 1)
    show("overflow", lambda: Decimal("999E4") * 10)
print(getcontext())
show("kw", localcontext, precision=3)
