import inspect
import _tracemalloc
import tracemalloc

for name in sorted(dir(_tracemalloc)):
    if name.startswith("__"):
        continue
    f = getattr(_tracemalloc, name)
    print(name, type(f).__name__, f.__text_signature__)
    print(f.__doc__)
for f, args in (
    (_tracemalloc.start, (1, 2)), (_tracemalloc.start, ("x",)), (_tracemalloc.stop, (1,)), (_tracemalloc.is_tracing, (1,)), (_tracemalloc.clear_traces, (1,)), (_tracemalloc._get_traces, (1,)), (_tracemalloc._get_object_traceback, ()),
    (_tracemalloc._get_object_traceback, (1, 2)), (_tracemalloc.get_traceback_limit, (1,)), (_tracemalloc.get_tracemalloc_memory, (1,)), (_tracemalloc.get_traced_memory, (1,)), (_tracemalloc.reset_peak, (1,)),
):
    try:
        f(*args)
        print("no error", f.__name__)
    except Exception as error:
        print(type(error).__name__, error)
try:
    _tracemalloc.start(nframe=3)
except TypeError as error:
    print(error)
print(_tracemalloc.reset_peak(), _tracemalloc.clear_traces(), _tracemalloc.stop(), _tracemalloc._get_traces(), _tracemalloc._get_object_traceback([]))
print(_tracemalloc.start(), _tracemalloc.is_tracing(), _tracemalloc.start(5), _tracemalloc.get_traceback_limit(), type(_tracemalloc._get_traces()).__name__)
print(type(_tracemalloc.get_traced_memory()).__name__, len(_tracemalloc.get_traced_memory()), _tracemalloc.get_tracemalloc_memory() >= 0)
data = bytes(777)
found = [t for t in _tracemalloc._get_traces() if t[1] == 810]
print(len(found), found[0][0], type(found[0][2]).__name__, len(found[0][2]), found[0][2][0][1], found[0][3])
print(_tracemalloc._get_object_traceback(data)[0][1], _tracemalloc._get_object_traceback(data) == found[0][2])
_tracemalloc.stop()
print(sorted(n for n in vars(tracemalloc) if not n.startswith("__")))
