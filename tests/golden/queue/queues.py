import heapq, queue, sched, bisect
for q, items in ((queue.Queue(3), "cab"), (queue.LifoQueue(3), "cab"), (queue.PriorityQueue(3), "cab")):
    for x in items: q.put(x)
    try: q.put("z", block=False)
    except queue.Full as e: print(type(e).__name__, repr(e), q.full(), q.qsize())
    print([q.get() for _ in items], q.empty())
    try: q.get_nowait()
    except queue.Empty as e: print(type(e).__name__, q.unfinished_tasks)
    for _ in items: q.task_done()
    try: q.task_done()
    except ValueError as e: print(e)
    try: q.get(timeout=-1)
    except ValueError as e: print(e)
    print(q.join()); q.put(1); q.shutdown(); print(q.get())
    for f in (q.get, lambda: q.put(2)):
        try: f()
        except queue.ShutDown as e: print(type(e).__name__)
s = queue.SimpleQueue(); s.put(1); s.put_nowait(2); print(s.get(), s.qsize(), s.get(False), s.empty())
try: s.get(timeout=0.01)
except queue.Empty: print("empty")
class Job:
    def __init__(self, p, n): self.p, self.n = p, n
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return self.n
p = queue.PriorityQueue()
for n, k in zip("defabc", (3, 1, 2, 3, 1, 2)): p.put(Job(k, n))
print([p.get().p for _ in range(6)])
try: p.put((1, {})); p.put((1, {}))
except TypeError as e: print(e)
h = [5, 1, 8, 3]; heapq.heapify(h)
print(h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, heapq.nsmallest(2, h), heapq.nlargest(2, "hello", key=ord), list(heapq.merge([1, 4], [2, 3], reverse=False)), list(heapq.merge("db", "ca", reverse=True)), [heapq.heappop(h) for _ in range(4)])
m = []; [heapq.heappush_max(m, x) for x in (3, 9, 1)]; print(m, heapq.heappop_max(m), heapq.heapreplace_max(m, 4), m)
for f in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify(5), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify([1, "a"]), lambda: bisect.insort([1], 2, key=5), lambda: bisect.bisect([1, 2], 1, -1), lambda: bisect.bisect([1], "a")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = [1, 3, 3, 7]; print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 3, 0, 2), bisect.insort_left(a, 3.0), a, bisect.bisect_left(a, 2, key=lambda x: -x), bisect.bisect([(1, "b"), (2, "a")], 1, key=lambda t: t[0]))
t = [0.0]; out = []
s = sched.scheduler(lambda: t[0], lambda d: t.__setitem__(0, t[0] + d))
s.enter(5, 1, out.append, ("five",)); s.enterabs(3, 2, out.append, ("three b",)); e = s.enterabs(3, 1, out.append, kwargs={}, argument=("three a",)); s.enter(1, 1, lambda: s.enter(1, 1, out.append, ("nested",)))
print([(x.time, x.priority) for x in s.queue], s.run(False), s.cancel(s.queue[0]), s.run(), out, t, s.empty())
try: s.cancel(e)
except ValueError as x: print(type(x).__name__)
