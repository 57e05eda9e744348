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
c.power(2,3)
c.power(2,3,5)
c.Etiny(),c.Etop(),c.radix()
D('1e9999999999999999999')
D(3).__complex__()
DecimalTuple(1,(2,),3)
D(5).as_tuple()
D('sNaN').as_tuple()
D('-inf').as_tuple()
D(1).fma(2,3)
c.divmod(1,0)
divmod(D(-7),2), D(-7)//2, D(-7)%2
D(1).scaleb(10**20)
D(1).shift(100)
D(2).next_toward(3)
D(2).next_plus(), D(2).next_minus()
D(1)==1+0j
D(1)<1+0j
D(1).number_class()
D('0.1').logb()
D('1').exp()
D('-1').exp()
D('100').exp()
D('1e-30').exp()
D('1E+99999').exp()
-D('0')
abs(D('-1.00'))
D('1.00').normalize()
D('100').normalize()
D('123').rotate(1)
D('123').remainder_near(10)
D('9'*30)+1
str(D('1E-7')),str(D('0.000001')),str(D('0E-7')),str(D('1E+1'))
c.flags.copy()
c.flags==c.traps
InvalidOperation.__mro__
hash(D('1.5'))==hash(1.5),hash(D(-1)),hash(D('1e20'))==hash(10**20),hash(D('inf'))
D(1)==1, D('0.1')==0.1, D('0.5')==0.5, D(3)>2
sum([D('0.1')]*10), max(D(1),D(2))
D('1')/3, D(1)-D('0.9'), D('1.20')*D('3'), D('7')//2
D('1e-999999')/10**30
D('1e999999')*10
D('1.1').max(D('1.10')), D('NaN').max(1)
D('-0').is_signed(), D('-0')==0, D('-0')
D('1.23').adjusted(), D('123').is_normal()
D('5').compare(3), D('5').compare_total(D('5.0'))
int(D('123.9')), float(D('0.1')), complex(D(2)), bool(D('0.0'))
D('12.5').to_integral_value(), D('12.5').to_integral_exact(ROUND_UP), D('13.5').to_integral()
""".splitlines():
    show(text)
