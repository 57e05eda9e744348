import itertools, operator
from itertools import *
def isEven(x): return x%2==0
import builtins
for n in 'accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby islice pairwise permutations product repeat starmap takewhile zip_longest filter map zip reversed enumerate int float list tuple set frozenset dict str bytes bytearray object complex bool slice property staticmethod classmethod range'.split():
    cls=getattr(itertools,n,None) or getattr(builtins,n)
    try:
        class S(cls): pass
    except TypeError as e: print(n,e); continue
    class T(cls):
        def __init__(self,*a,**k): pass
    for c in cls,S,T:
      for a in ((), ([1],), ([1],1),(1,),(isEven,[1,2])):
        try: r=c(*a,newarg=3); print(n,c.__name__,'ok')
        except Exception as e: print(n,c.__name__,type(e).__name__,e)
