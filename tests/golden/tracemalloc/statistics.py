import tracemalloc
from tracemalloc import Snapshot, Statistic, StatisticDiff, Traceback, Frame, Trace

raw = [
    (0, 1000, (("app.py", 10), ("main.py", 3)), 2),
    (0, 500, (("app.py", 10), ("main.py", 4)), 2),
    (0, 2048, (("lib/util.py", 7), ("app.py", 20)), 5),
    (0, 30, (("lib/util.py", 9),), 1),
    (1, 77, (("<unknown>", 0),), 1),
    (0, 5 * 1024 * 1024, (("big.py", 1),), 1),
]
snapshot = Snapshot(raw, 2)
print(len(snapshot.traces), snapshot.traceback_limit)
for key in ("filename", "lineno", "traceback"):
    print(key)
    for stat in snapshot.statistics(key):
        print("  ", stat, "|", stat.size, stat.count, stat.traceback)
for key in ("filename", "lineno"):
    print(key, "cumulative")
    for stat in snapshot.statistics(key, cumulative=True):
        print("  ", stat)
for bad in (("function", False), ("traceback", True)):
    try:
        snapshot.statistics(*bad)
    except ValueError as error:
        print("ValueError", error)
later = Snapshot([(0, 1000, (("app.py", 10), ("main.py", 3)), 2), (0, 9, (("new.py", 1),), 1), (0, 4096, (("lib/util.py", 7), ("app.py", 20)), 5)], 2)
for key in ("filename", "lineno", "traceback"):
    print("compare", key)
    for diff in later.compare_to(snapshot, key):
        print("  ", diff, "|", diff.size, diff.size_diff, diff.count, diff.count_diff)
        print("  ", repr(diff))
stat = snapshot.statistics("lineno")[0]
print(repr(stat), stat == snapshot.statistics("lineno")[0], hash(stat) == hash(snapshot.statistics("lineno")[0]))
trace = snapshot.traces[2]
print(trace, trace.domain, trace.size, trace.traceback, trace.traceback.total_nframe)
print(repr(trace.traceback), len(trace.traceback), list(trace.traceback), trace.traceback[0], trace.traceback[-1].filename, trace.traceback[0:1])
print(trace == snapshot.traces[2], trace == snapshot.traces[1], trace in snapshot.traces, list(snapshot.traces[0:2]))
frames = list(trace.traceback)
print(frames[0] < frames[1], frames[0] == Frame(("app.py", 20)), sorted(frames), Frame(("a", 1)).lineno)
for tb in (Traceback((), 0), Traceback((("f", 1),)), Traceback((("f1", 1), ("f2", 2)), 9)):
    print(repr(tb), tb.total_nframe)
for size in (0, 1, 99, 100, 1023, 1024, 10 * 1024, 10240 * 1024, 10**8, 10**10, -5000):
    print(tracemalloc._format_size(size, False), tracemalloc._format_size(size, True))
