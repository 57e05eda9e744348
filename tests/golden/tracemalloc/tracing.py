import gc
import os
import sys
import tempfile
import tracemalloc
from tracemalloc import Filter, Snapshot

print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), tracemalloc.get_traced_memory(), tracemalloc.get_tracemalloc_memory())
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print("RuntimeError", error)
for bad in (0, -1, 65536, 2**40, "1", None, 1.5):
    try:
        tracemalloc.start(bad)
        print("started", bad)
    except Exception as error:
        print(type(error).__name__, error)
try:
    tracemalloc.start(1, 2)
except TypeError as error:
    print(error)
untraced = bytes(100)
tracemalloc.start(25)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())


def allocate(n):
    return bytes(n)


def outer(n):
    return allocate(n)


def deep(level, n):
    return outer(n) if level == 0 else deep(level - 1, n)


here = os.path.basename(__file__)
one = outer(10000)
where = tracemalloc.get_object_traceback(one)
print([(os.path.basename(f.filename), f.lineno) for f in where], where.total_nframe)
for line in where.format():
    print(line.replace(where[0].filename, "FILE"))
print(where.format(limit=1)[1].strip(), "/", where.format(limit=-1)[1].strip(), "/", where.format(most_recent_first=True)[1].strip())
print(tracemalloc.get_object_traceback(untraced), tracemalloc.get_object_traceback(None))
nested = deep(5, 300)
print([f.lineno for f in tracemalloc.get_object_traceback(nested)])
snapshot = tracemalloc.take_snapshot()
print(snapshot.traceback_limit)
mine = snapshot.filter_traces([Filter(True, where[0].filename)])
for stat in mine.statistics("traceback"):
    if stat.size in (10033, 333):
        print(stat.size, stat.count, [f.lineno for f in stat.traceback])
before = tracemalloc.get_traced_memory()[0]
many = [outer(1000) for i in range(10)]
grown = tracemalloc.get_traced_memory()[0] - before
print(10330 < grown < 12000)
tracemalloc.reset_peak()
low = tracemalloc.get_traced_memory()[1]
temporary = outer(500000)
del temporary
now, peak = tracemalloc.get_traced_memory()
print(peak - low > 499000, now < peak - 499000)
del many
print(tracemalloc.get_traced_memory()[0] < before + 2500)
path = os.path.join(tempfile.mkdtemp(), "snap")
snapshot.note = "kept"
snapshot.dump(path)
loaded = Snapshot.load(path)
print(loaded.note, len(loaded.traces) == len(snapshot.traces), loaded.traces == snapshot.traces, loaded.traceback_limit)
os.unlink(path)
os.rmdir(os.path.dirname(path))
tracemalloc.clear_traces()
print(tracemalloc.get_object_traceback(one), tracemalloc.is_tracing())
tracemalloc.start(1)
print(tracemalloc.get_traceback_limit())
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit())
tracemalloc.start(1)
again = deep(3, 50)
print(len(tracemalloc.get_object_traceback(again)), tracemalloc.get_object_traceback(again)[0].lineno, tracemalloc.get_object_traceback(again).total_nframe)
del again
gc.collect()
first = tracemalloc.take_snapshot()
kept = [outer(2000) for i in range(5)]
second = tracemalloc.take_snapshot()
for diff in second.compare_to(first, "lineno"):
    if diff.traceback[0].filename == __file__ and diff.size_diff > 5000:
        print(diff.traceback[0].lineno, diff.size_diff - diff.size_diff % 1000, diff.count_diff >= 5)
tracemalloc.stop()
