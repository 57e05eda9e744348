# graphlib, heapq, bisect, queue and sched in one build planner.
import bisect
import graphlib
import heapq
import queue
import sched

ts = graphlib.TopologicalSorter({"app": {"lib", "ui"}, "ui": ["lib", "icons"], "lib": {"core"}})
ts.add("docs")
ts.add("core", "tools")
print(list(graphlib.TopologicalSorter({"c": "b", "b": "a"}).static_order()), sorted(ts.static_order())[:3])
ts = graphlib.TopologicalSorter({4: [2, 3], 3: [1], 2: [1]})
ts.prepare()
while ts.is_active():
    ready = ts.get_ready()
    print(sorted(ready), bool(ts))
    ts.done(*ready)
for action in [lambda: ts.add(9), lambda: ts.prepare(), lambda: ts.done(1), lambda: ts.done(77), lambda: graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare(), lambda: graphlib.TopologicalSorter().get_ready(), lambda: graphlib.TopologicalSorter({1: [[]]})]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, error.args[1:] if isinstance(error, graphlib.CycleError) else "")
heap = [5, 3, 8, 1, 9, 2]
heapq.heapify(heap)
print(heap, heapq.heappushpop(heap, 4), heapq.heapreplace(heap, 7), [heapq.heappop(heap) for _ in range(3)], heap, heapq.nlargest(2, "hello"), heapq.nsmallest(2, [3, 1, 2], key=lambda x: -x), list(heapq.merge([1, 4], [2, 3], reverse=False)), list(heapq.merge("dca", "eb", reverse=True)))
top = [1, 5, 2]
heapq.heapify_max(top)
heapq.heappush_max(top, 4)
print(top, heapq.heappop_max(top), heapq.heappushpop_max(top, 9), heapq.heapreplace_max(top, 0), top)
data = [1, 3, 3, 5]
print(bisect.bisect(data, 3), bisect.bisect_left(data, 3), bisect.bisect_right(data, 4, 1, 3), bisect.bisect_left(["a", "BB"], 2, key=len))
bisect.insort(data, 4)
bisect.insort_left(data, 2.5, key=lambda x: x)
print(data)
for bad in [lambda: heapq.heappop([]), lambda: heapq.heapify((1,)), lambda: heapq.heappush([1], "a"), lambda: bisect.bisect([1], 0, -1), lambda: bisect.bisect([1], "x"), lambda: heapq.heapreplace([], 1), lambda: bisect.insort((1,), 2)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind(3)
    for item in (2, 3, 1):
        q.put_nowait(item)
    try:
        q.put(0, timeout=0.01)
    except queue.Full as error:
        print(repr(error), q.full(), q.qsize())
    print([q.get() for _ in range(3)], q.empty(), q.unfinished_tasks)
    try:
        q.get(block=False)
    except queue.Empty as error:
        print(repr(error))
    for _ in range(3):
        q.task_done()
    try:
        q.task_done()
    except ValueError as error:
        print(error)
    q.join()
    q.shutdown()
    try:
        q.put(1)
    except queue.ShutDown as error:
        print(repr(error))
s = queue.SimpleQueue()
s.put("x")
print(s.get(), s.empty(), s.qsize())
try:
    s.get_nowait()
except queue.Empty as error:
    print(repr(error))
try:
    s.get(timeout=-1)
except ValueError as error:
    print(error)
clock = [0.0]
scheduler = sched.scheduler(lambda: clock[0], lambda d: clock.__setitem__(0, clock[0] + d))
event = scheduler.enter(5, 1, print, ("five",))
scheduler.enter(2, 2, print, ("two, low",))
scheduler.enter(2, 1, print, ("two, high",), {"end": "!\n"})
scheduler.enterabs(3, 1, lambda: scheduler.enter(1, 1, print, ("four",)))
cancelled = scheduler.enter(9, 1, print)
scheduler.cancel(cancelled)
print(len(scheduler.queue), event.time, event.priority, event.argument, scheduler.empty())
scheduler.run()
print(clock, scheduler.empty())
try:
    scheduler.cancel(event)
except ValueError as error:
    print(error)
