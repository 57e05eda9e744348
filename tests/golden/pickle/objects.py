import io
import pickle

import _pickle

for a in [dict(file=3),dict(file=io.BytesIO(),protocol=9),dict(file=io.BytesIO(),protocol=-1),dict(file=io.BytesIO(),protocol=4,buffer_callback=print),dict(file=io.BytesIO(),protocol='x')]:
    try: print(type(_pickle.Pickler(**a)))
    except BaseException as e: print(type(e).__name__,e)
P=_pickle.Pickler(io.BytesIO())
for n in 'bin fast dispatch_table memo persistent_id reducer_override foo'.split():
    try: print(n,str(getattr(P,n)).split(' at ')[0].split(' of ')[0])
    except BaseException as e: print(type(e).__name__,e)
for n,v in [('bin',3),('fast','x'),('dispatch_table',3),('memo',3),('memo',{1:2}),('memo',{'a':(1,P)}),('memo',{1:('a',P)}),('persistent_id',3),('foo',1)]:
    try: setattr(P,n,v); print(n,str(getattr(P,n)).split(' at ')[0].split(' of ')[0])
    except BaseException as e: print(n,type(e).__name__,e)
U=_pickle.Unpickler(io.BytesIO())
for n,v in [('memo',3),('memo',{1:2}),('memo',{'a':(1,P)}),('memo',{-1:('a',P)}),('persistent_load',3),('foo',1)]:
    try: setattr(U,n,v); print(n,str(getattr(U,n)).split(' at ')[0].split(' of ')[0])
    except BaseException as e: print(n,type(e).__name__,e)
for n in 'memo dispatch_table persistent_id bin'.split():
    try: delattr(P,n); print('deleted',n)
    except BaseException as e: print(n,type(e).__name__,e)
P=_pickle.Pickler.__new__(_pickle.Pickler)
try: P.dump(1)
except BaseException as e: print(n,type(e).__name__,e)
U=_pickle.Unpickler.__new__(_pickle.Unpickler)
try: U.load()
except BaseException as e: print(n,type(e).__name__,e)
try: print(U.find_class('os','getcwd'), U.persistent_load(3))
except BaseException as e: print(n,type(e).__name__,e)
P=_pickle.Pickler(io.BytesIO(),2); P.dump(['ab',('x',)]); print(sorted((i,repr(o)) for i,o in P.memo.copy().values()), P.memo.__reduce__()[0], len(P.memo.__reduce__()[1]))
U=_pickle.Unpickler(io.BytesIO(_pickle.dumps(['ab',('x',)]))); U.load(); print(U.memo.copy(), U.memo.__reduce__())
PB=pickle.PickleBuffer
except BaseException as e: print(type(e).__name__,e)
except BaseException as e: print(type(e).__name__,e)
for a in [(),(3,),('x',),(b'',1)]:
    try: PB(*a)
    except BaseException as e: print(type(e).__name__,e)
try: PB(object=b'')
except BaseException as e: print(type(e).__name__,e)

