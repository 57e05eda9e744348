# Sequences of every distribution of random for one seed.
import random
r = random.Random("fixed")
for name, args in (("random", ()), ("uniform", (2, 5)), ("triangular", (0, 10, 3)), ("betavariate", (2, 3)), ("expovariate", (1.5,)), ("gammavariate", (2.5, 1)), ("gammavariate", (0.5, 1)), ("gammavariate", (1, 2)), ("gauss", (0, 1)), ("lognormvariate", (0, 0.5)), ("normalvariate", (10, 2)), ("vonmisesvariate", (0, 4)), ("paretovariate", (3,)), ("weibullvariate", (1, 1.5)), ("binomialvariate", (20, 0.3)), ("binomialvariate", (200, 0.4)), ("getrandbits", (90,)), ("randbytes", (6,))):
    values = [getattr(r, name)(*args) for _ in range(4)]
    print(name, args, [round(v, 9) if isinstance(v, float) else v for v in values])
print(r.choices(range(6), weights=[1, 2, 3, 0, 5, 1], k=10), r.choices("abc", cum_weights=[1, 1, 4], k=6))
print(r.sample("abcdefgh", 3), r.sample([1, 2], k=3, counts=[2, 2]))
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], state[0], len(state[1]), state[2])
deck = list(range(20))
r.shuffle(deck)
print(deck)
r.seed(99, version=1)
print(r.random(), r.randrange(10 ** 20))
r.seed("a", version=1)
print(r.random())
