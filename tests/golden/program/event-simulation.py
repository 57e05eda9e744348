import heapq, itertools, random, statistics
class Simulation:
    def __init__(self): self.now, self.events, self.count, self.log = 0.0, [], itertools.count(), []
    def schedule(self, delay, action, *args):
        if delay < 0: raise ValueError("cannot schedule in the past")
        heapq.heappush(self.events, (self.now + delay, next(self.count), action, args))
    def run(self, until=float("inf")):
        while self.events and self.events[0][0] <= until: self.now, _, action, args = heapq.heappop(self.events); action(*args)
    def say(self, what): self.log.append(f"{self.now:6.2f} {what}")
class Shop:
    def __init__(self, sim, clerks, seed): self.sim, self.free, self.queue, self.waits, self.rng, self.served = sim, clerks, [], [], random.Random(seed), 0
    def arrive(self, n):
        self.sim.say(f"customer {n} arrives"); self.queue.append((n, self.sim.now)); self.serve()
        if n < 8: self.sim.schedule(self.rng.expovariate(1.0), self.arrive, n + 1)
    def serve(self):
        while self.free and self.queue:
            n, since = self.queue.pop(0); self.free -= 1; self.waits.append(self.sim.now - since)
            self.sim.say(f"clerk takes {n} after {self.waits[-1]:.2f}"); self.sim.schedule(self.rng.uniform(1, 3), self.leave, n)
    def leave(self, n): self.free += 1; self.served += 1; self.sim.say(f"customer {n} leaves"); self.serve()
for clerks in (1, 2):
    sim = Simulation(); shop = Shop(sim, clerks, 42); sim.schedule(0, shop.arrive, 1); sim.run(6); print(shop.served, "by", sim.now); sim.run()
    print(*sim.log, sep="\n"); print(f"{statistics.mean(shop.waits):.4f} {statistics.median(shop.waits):.4f} {statistics.pstdev(shop.waits):.4f} {max(shop.waits):.4f}")
try: sim.schedule(-1, print)
except ValueError as e: print(e)
r = random.Random(7); print(r.random(), r.randint(1, 6), r.choice("abc"), r.sample(range(10), 3), r.shuffle(l := [1, 2, 3, 4]), l, r.gauss(0, 1), r.choices("xyz", [1, 2, 3], k=5), r.getrandbits(40), r.randrange(0, 100, 7), r.triangular(), r.betavariate(1, 2), r.randbytes(3), r.normalvariate(), r.binomialvariate(10, 0.5))
for bad in (lambda: r.choice([]), lambda: r.randint(5, 1), lambda: r.sample([1], 2), lambda: r.randrange(0), lambda: r.choices([], k=1), lambda: r.choices([1], [0]), lambda: r.sample({1}, 1), lambda: r.randrange(1.5), lambda: r.getrandbits(-1), lambda: r.choices([1, 2], [1]), lambda: random.Random([]), lambda: r.setstate((1,)), lambda: r.shuffle("ab")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
