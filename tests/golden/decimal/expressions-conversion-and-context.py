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
D(1).compare('x')
D(1).compare(1,2)
c.add(1,'x')
c.add(1)
setattr(c,'prec',0)
setattr(c,'prec','x')
setattr(c,'prec',10**20)
setattr(c,'rounding','x')
setattr(c,'Emin',1)
setattr(c,'capitals',2)
setattr(c,'x',2)
setattr(c,'flags',5)
setattr(c,'flags',{})
delattr(c,'prec')
c.flags[5]
c.flags[Inexact]
repr(c)
c.flags.__delitem__(Inexact)
Context(prec=0)
Context(5,6)
Context(flags=[Inexact],traps=5)
Context(x=1)
format(D('1.5'),'x')
format(D('1234567.891'),',')
format(D('1234567.891'),'_.2f')
format(D('1234567.891'),'z.0f')
format(D('1234567.891'),'#.0f')
format(D('-0.001'),'z.1f')
format(D('1234567.891'),'+020,.2f')
format(D('1234567.891'),'*^30.3e')
format(D('1234567.891'),'.3g')
format(D('1234567.891'),'%')
format(D('1234567.891'),'n')
format(D('NaN'),'010')
format(D('inf'),'<10')
format(D('1E+5'),'')
format(D('1E+5'),'f')
format(D('1.5'),'.')
format(D('0'),'e')
format(D('0.00'),'.3e')
format(D('0'),'g')
format(D('123.456'),'.0f')
format(D('0.5'),'.0f')
format(D('1e-10'),'')
format(D('1e-10'),'f')
format(D('12345.6789'),'15,.3f')
D('1').quantize(D('1e-30'))
D('1').quantize(D('1e-3'),rounding=ROUND_UP)
D('2.675').quantize(D('.01'))
""".splitlines():
    show(text)
