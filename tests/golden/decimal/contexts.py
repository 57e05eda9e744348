from decimal import *

print(getcontext())
with localcontext() as ctx:
    ctx.prec = 6
    print(Decimal(1) / Decimal(7), getcontext().prec)
    with localcontext(rounding=ROUND_UP, prec=3):
        print(Decimal(1) / Decimal(7))
    ctx.traps[Inexact] = True
    try:
        Decimal(1) / Decimal(3)
    except Inexact as e:
        print(type(e), e.args)
print(getcontext().prec, getcontext().flags[Inexact])
for rounding in (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP):
    print(rounding, [str(Decimal(x).quantize(Decimal("0.1"), rounding=rounding)) for x in ("1.25", "-1.25", "1.35", "1.21", "-1.29", "0.05", "1.00")])
c = Context(prec=5, Emin=-9, Emax=9, traps=[])
for text in ("1E-8", "1.23456E-9", "1E-12", "1E-14", "9.99999E9", "1E10", "0E-99", "0E99", "sNaN", "-Infinity"):
    c.clear_flags()
    r = c.create_decimal(text)
    print(text, r, [f.__name__ for f, on in c.flags.items() if on], r.is_subnormal(c), r.number_class(c))
c = ExtendedContext.copy()
print(c.divide(Decimal(1), Decimal(0)), c.divide(Decimal(0), Decimal(0)), c.sqrt(Decimal(-1)), c)
c.clear_flags()
c.capitals = 0
print(c.to_sci_string(Decimal("1E+30")), c.to_eng_string(Decimal("1E+31")))
c.clamp = 1
print(c.create_decimal("1E+999999"))
setcontext(BasicContext)
print(getcontext() is BasicContext, getcontext().prec)
try:
    Decimal("1E-999999") / 1000
except Underflow as e:
    print("Underflow", e)
