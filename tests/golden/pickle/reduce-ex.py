import re
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    type('MyClass', (), {1: 2})
    print(w[0].message, w[0].category, len(w))
class G:
    def __getnewargs_ex__(self): return R
for R in (1, (), (1,2), ((),3), ((),{}), ((1,),{"a":1})):
    try: print(re.sub(r"0x[0-9a-f]+", "", repr(G().__reduce_ex__(2))))
    except Exception as e: print(type(e).__name__, e)
class G:
    def __getnewargs__(self): return R
for R in (1, (), (1,2)):
    try: print(re.sub(r"0x[0-9a-f]+", "", repr(G().__reduce_ex__(2))))
    except Exception as e: print(type(e).__name__, e)
import io, sys, types, re
def gen(): yield
class L(list): pass
class T(tuple): pass
class I(int): pass
class D(dict): pass
class E(Exception): pass
class S: __slots__=("a",)
class S2: __slots__=("a","__dict__")
class MV(type(sys)): pass
x=S2(); x.a=1; x.b=2
y=S(); y.a=1
objs=[object(), gen(), L([1]), T((1,2)), I(3), D(a=1), E("x"), S(), y, x, S2(), len, int, lambda:0, print, {}.keys(), iter([]), memoryview(b""), 5, "s", 1.5, [1], (1,), {1:2}, {1}, frozenset([1]), b"x", bytearray(b"q"), range(3), slice(1), None, NotImplemented, ..., property(), classmethod(len), staticmethod(len), zip(), map(str,[]), enumerate([]), types.SimpleNamespace(a=1), types.MappingProxyType({}), list[int], int|str, gen.__code__, sys._getframe(), types.CellType(1), [].append, str.join, int.__add__, (5).__add__, int.real, dict.fromkeys, object.__new__, types.MethodType(len,1)]
import re
for o in objs:
    for p in range(6):
        if p in (1,3,5): continue
        try: r=repr(o.__reduce_ex__(p))
        except Exception as e: r=type(e).__name__+" "+str(e)
        print(type(o).__name__, p, re.sub(r"0x[0-9a-f]+","",r))
    try: r=repr(o.__getstate__())
    except Exception as e: r=type(e).__name__+" "+str(e)
    print("   state", re.sub(r"0x[0-9a-f]+","",r))
try: object().__reduce_ex__("a")
except Exception as e: print(e)
