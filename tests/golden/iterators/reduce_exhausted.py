class S:
    def __getitem__(s,i):
        if i>2: raise IndexError
        return i
import collections, array
for mk in (lambda: iter('xyz'), lambda: iter('x€'), lambda: iter('\U0001f40d'), lambda: iter([1]), lambda: iter((1,)), lambda: iter(b'1'), lambda: iter(bytearray(b'1')), lambda: iter(S()), lambda: reversed([1,2]), lambda: reversed((1,2)), lambda: reversed('ab'), lambda: iter(lambda:0,0), lambda: iter(tuple[int]), lambda: iter(range(3)), lambda: iter({1}), lambda: iter({1:2}), lambda: reversed({1:2}), lambda: iter(memoryview(b'ab')), lambda: iter(array.array('i',[1])), lambda: iter(collections.deque([1])), lambda: iter({1:2}.items())):
    it=mk(); 
    try: a=it.__reduce__()
    except Exception as e: a=e
    it=mk()
    for _ in it: pass
    try: print(type(it).__name__, a if 'S object' not in repr(a) and 'lambda' not in repr(a) and 'memory at' not in repr(a) else '', it.__reduce__())
    except Exception as e: print(type(it).__name__, e)
