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
D('x')
D(1.5)
D([])
D((0,(1,2),-1))
D((0,(1,2),'F'))
D((0,(1,2),'x'))
D((2,(1,2),1))
D((0,(1,10),1))
D((0,1))
D((0,(1,),1.5))
D((0,[1],1))
D(None)
D(b'1')
D('1',5)
D(1,2,3)
D(' 1_000.5e3 ')
D('_1')
D('-sNaN123')
D('nan0012')
D('inf')
D('infi')
D('١٢')
D(10)**-2
D(1)/0
D(0)/0
D(1)//0
D(1)%0
divmod(D(1),0)
D(0)**0
D('sNaN')+1
D('sNaN')<1
D('NaN')<1
D('NaN')==1
hash(D('sNaN'))
int(D('NaN'))
int(D('inf'))
float(D('sNaN'))
round(D('1.5'))
round(D('1.55'),1)
round(D('NaN'))
round(D('1'),'x')
round(D('inf'),1)
D('1.5').as_integer_ratio()
D('inf').as_integer_ratio()
D('nan').as_integer_ratio()
D(1)+'x'
D(1)+1.5
D(1)<1.5
D(1)<'x'
""".splitlines():
    show(text)
