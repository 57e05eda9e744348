# queue.SimpleQueue in C's clothes: methods, messages, subclasses, the collector.
import _queue
import gc
import queue
import sys
import weakref

t=_queue.SimpleQueue
print(queue.SimpleQueue is t, queue.Empty is _queue.Empty, hex(t.__flags__), t.__basicsize__)
print(repr(t.__doc__), t.__text_signature__, t.__weakrefoffset__, t.__mro__)
for k,v in t.__dict__.items(): print(k,type(v).__name__,getattr(v,'__text_signature__',None),repr(v.__doc__))
q=t()
for s in ["q.put()","q.put(1,2,3,4)","q.put(1,foo=2)","q.get(1,2,3)","q.get(foo=1)","q.get(False)","q.get_nowait()","q.get(timeout=-1)","q.get(timeout='a')","q.get(True,-5)","q.get(False,-1)","q.put(item=3)","q.qsize()","q.empty()","q.get(timeout=0.001)","q.get(timeout=0.001)","q.put_nowait()","q.put_nowait(4,5)","t(1)","t(a=1)","q.get(timeout=1e30)","q.get(timeout=10**30)","q.get(timeout=float('nan'))","q.get(True, -1e-12)","t[int]","_queue.Empty.__mro__, _queue.Empty.__doc__, _queue.Empty.__module__", "sys.getsizeof(q)","gc.is_tracked(q)","weakref.ref(q)() is q","len(q)","iter(q)"]:
    try: print(s,'->',eval(s))
    except BaseException as e: print(s,'!!',type(e).__name__,e)
class S(t):
    def __init__(self,*a): self.a=a
s=S(1,2); s.put(s); s.put([1]); print(s.a, s.qsize(), s.get() is s, s.get(block=False), s.empty())
for i in range(1000): s.put(i)
print(sum(s.get() for _ in range(900)), s.qsize(), [s.get() for _ in range(5)]); s.put('x'); print([s.get() for _ in range(s.qsize())][-2:])
del s
q.put(q); del q; print(gc.collect()>0)
