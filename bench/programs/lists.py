"""Lists: building, indexing, slicing, methods, sieve, reversing, stacks and queues."""


def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = [False] * len(range(i * i, n + 1, i))
    return [i for i, flag in enumerate(flags) if flag]


def stack(n):
    items = []
    total = 0
    for i in range(n):
        items.append(i)
        if i % 3 == 2:
            total += items.pop() - items.pop()
    return total + len(items)


def rotate(items, n):
    for i in range(n):
        items[i % len(items)], items[-1] = items[-1], items[i % len(items)]
        if i % 50 == 0:
            items = items[3:] + items[:3]
    return items


def prefix(items):
    out = [0]
    for x in items:
        out.append(out[-1] + x)
    return out


primes = sieve(4_000_000)
print(len(primes), stack(5_000_000), rotate(list(range(100)), 4_000_000)[:5])
for _ in range(6):
    sums = prefix(primes)
print(sums[-1], primes.index(999983), primes.count(7), len(primes[::-1]), max(primes) in primes)
