from decimal import *
import decimal as d

D = Decimal
c = Context()


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
D.from_float('x')
D.from_float(0.1)
D('2').sqrt()
D('0.0001').sqrt()
D('10').sqrt()
D('-2').sqrt()
D(-1).ln()
D(0).ln()
D(2).ln()
D('0.99999').ln()
D('1.0000001').ln()
D('1e-50').ln()
D('123456789').ln()
D(2).log10()
D('0.001').log10()
D('9.99999e100').log10()
D('1').logical_and(2)
D('1101').logical_xor(D('111'))
D('1101').logical_invert()
D(7)**D(-1)
D(4)**D('0.5')
D(2)**D('0.5')
D('1.1')**1000
D('1.5')**-3
D(2)**200
D('0.5')**D('1e10')
D(10)**D('1e10')
D(-2)**3
D(-2)**D('0.5')
D(1)**D('0.5')
D('1.00')**3
D(0)**-1
D('inf')**-1
pow(D(7),2,5)
pow(D(7),2,0)
pow(D(7),D('1.5'),5)
IEEEContext(32)
IEEEContext(128)
IEEEContext(1)
localcontext(5)
localcontext(x=5)
D(1).__reduce__()
c.__reduce__()
D('1E+4').to_eng_string()
D('0E+4').to_eng_string()
D('1.23E-10').to_eng_string()
c.create_decimal('1.1234567890123456789012345678901234567890')
c.create_decimal(' 1 ')
c.create_decimal_from_float(0.1)
""".splitlines():
    show(text)
