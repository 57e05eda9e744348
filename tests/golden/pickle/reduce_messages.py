import io
import pickle
import re

import _pickle

class R:
    def __init__(s,v): s.v=v
    def __reduce_ex__(s,p): return s.v
class X:
    def __new__(cls,*a): return object.__new__(cls)
def note(o,p=4):
    try: r=_pickle.dumps(o,p); print(r)
    except BaseException as e: print(re.sub('0x[0-9a-f]+', '0x', f'{type(e).__name__} {e} {getattr(e, "__notes__", None)} | {e.__cause__!r} | {e.__context__!r}'))
def __newobj__(*a): pass
def __newobj_ex__(*a): pass
for v in [3,None,(),(1,),(1,2),(int,2),(int,(),None,3),(int,(),None,None,3),(int,(),None,None,None,3),(1,)*7,(__newobj__,()),(__newobj__,(3,)),(__newobj__,(int,)),(__newobj_ex__,()),(__newobj_ex__,(1,2,3)),(__newobj_ex__,(int,2,3)),(__newobj_ex__,(int,(),3)),(__newobj_ex__,(int,(),{})),'nosuch','int','a.<locals>.b','os.nosuch',(int,(),None,None,iter([3])),(int,(),None,None,iter([(1,2)])), (int,(),lambda:1),(lambda:1,()),(int,(lambda:1,))]:
    for p in (0,2,4):
        note(R(v),p) if not isinstance(v,str) or p==4 else None
note([1,lambda:1]); note((lambda:1,)); note({'a':lambda:1}); note({(lambda:1):1}); note({lambda:1}); note(frozenset([lambda:1])); note([(lambda:1)]); note([[[lambda:1]]],0); note((1,2,3,4,lambda:1))
def loc():
    class A: pass
    return A
note(loc()); note(loc()()); note(note.__call__); note(io.StringIO); note(type(None)); note(...); note(type(...)); note(io.BytesIO.read);note(len); note([].append); note(print,0); note(str.upper); note(str.maketrans,2); note(int.from_bytes,1); note(dict.fromkeys,3)
class M(type): pass
class N(metaclass=M):
    class I: 
        class J: pass
        def f(self): pass
note(N); note(N.I.J,0);note(N.I.J,1);note(N.I.J,2);note(N.I.J,3);note(N.I.J,4);note(N.I.J.__class__); note(N.I.f,1); note(N.I().f,2)
note(b'a',0);note(b'',2);note(bytearray(b'ab'),3);note(bytearray(b'ab'),5);note(bytearray(),4)
