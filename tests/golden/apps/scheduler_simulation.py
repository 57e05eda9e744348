# A discrete simulation: processes as generators, resources with queues, statistics, a seeded random source.
import heapq
import itertools
import random
import statistics
from collections import Counter, defaultdict, deque


class Simulation:
    def __init__(self, seed):
        self.now = 0.0
        self.random = random.Random(seed)
        self._queue = []
        self._ids = itertools.count()
        self.log = []

    def start(self, process, delay=0.0):
        heapq.heappush(self._queue, (self.now + delay, next(self._ids), process))

    def run(self, until):
        while self._queue and self._queue[0][0] <= until:
            self.now, _, process = heapq.heappop(self._queue)
            try:
                command = process.send(None)
            except StopIteration:
                continue
            match command:
                case ("wait", delay):
                    self.start(process, delay)
                case ("take", resource):
                    resource.take(self, process)
                case ("give", resource):
                    resource.give(self)
                    self.start(process)
                case other:
                    raise RuntimeError(f"unknown command {other!r}")


class Resource:
    def __init__(self, name, capacity):
        self.name = name
        self.free = capacity
        self.waiting = deque()
        self.longest = 0

    def take(self, sim, process):
        if self.free:
            self.free -= 1
            sim.start(process)
        else:
            self.waiting.append(process)
            self.longest = max(self.longest, len(self.waiting))

    def give(self, sim):
        if self.waiting:
            sim.start(self.waiting.popleft())
        else:
            self.free += 1


def customer(sim, name, tills, stats):
    arrived = sim.now
    yield "take", tills
    stats["waited"].append(sim.now - arrived)
    service = sim.random.gammavariate(2.0, 1.5)
    yield "wait", service
    yield "give", tills
    kind = sim.random.choices(["cash", "card", "phone"], weights=[2, 5, 3])[0]
    stats["kinds"][kind] += 1
    if len(sim.log) < 8:
        sim.log.append(f"{sim.now:8.3f} {name} leaves after {sim.now - arrived:.3f} ({kind})")


def arrivals(sim, tills, stats, rate):
    for number in itertools.count(1):
        yield "wait", sim.random.expovariate(rate)
        sim.start(customer(sim, f"c{number:03}", tills, stats))


for seed, capacity in ((1, 1), (1, 2), (2024, 3), ("text", 2), (b"bytes", 2), (1.5, 2)):
    sim = Simulation(seed)
    tills = Resource("tills", capacity)
    stats = {"waited": [], "kinds": Counter()}
    sim.start(arrivals(sim, tills, stats, rate=0.6))
    sim.run(until=120)
    waited = stats["waited"]
    print(f"seed={seed!r} tills={capacity}: {len(waited)} served, mean {statistics.fmean(waited):.4f}, median {statistics.median(waited):.4f}, "
          f"dev {statistics.stdev(waited):.4f}, longest queue {tills.longest}, {stats['kinds'].most_common()}")
    for line in sim.log[:3]:
        print("   ", line)
rng = random.Random(42)
print([rng.random() for _ in range(3)], rng.getrandbits(70), rng.randrange(10 ** 20), rng.randint(-5, 5), rng.uniform(1, 2))
print(rng.sample(range(1000), 6), rng.sample(["a", "b", "c"], k=4, counts=[2, 3, 1]), rng.choice("xyz"), rng.choices([1, 2], k=5), rng.randbytes(6).hex())
deck = list(range(12))
rng.shuffle(deck)
print(deck, [round(f, 9) for f in (rng.gauss(0, 1), rng.gauss(0, 1), rng.normalvariate(), rng.lognormvariate(0, 1), rng.vonmisesvariate(0, 4), rng.betavariate(1, 3), rng.paretovariate(3), rng.weibullvariate(1, 2), rng.triangular(0, 1, 0.2), rng.gammavariate(0.5, 1))], rng.binomialvariate(20, 0.3), rng.binomialvariate(1000, 0.4))
state = rng.getstate()
first = [rng.random(), rng.gauss(1, 2)]
rng.setstate(state)
print(first == [rng.random(), rng.gauss(1, 2)], state[0], len(state[1]), state[2])
groups = defaultdict(list)
for value in range(12):
    groups[rng.randrange(3)].append(value)
print(dict(groups))
for bad in [lambda: rng.randrange(0), lambda: rng.randint(2, 1), lambda: rng.choice([]), lambda: rng.sample([1], 2), lambda: rng.sample({1}, 1), lambda: rng.choices([]), lambda: rng.choices([1], [1, 2]), lambda: rng.randrange(1, 10, 0), lambda: rng.randrange(1.5), lambda: rng.getrandbits(-1), lambda: rng.seed([]), lambda: rng.setstate((9, (), None)), lambda: rng.binomialvariate(-1), lambda: rng.choices([1, 2], [0, 0])]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
