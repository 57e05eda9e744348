"""Integer arithmetic within 64 bits: gcd, collatz, primes, bit counting, a generator of random numbers."""


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def collatz(limit):
    best = 0
    where = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            n = 3 * n + 1 if n & 1 else n >> 1
            steps += 1
        if steps > best:
            best, where = steps, start
    return best, where


def bits(limit):
    total = 0
    for i in range(limit):
        x = i
        while x:
            x &= x - 1
            total += 1
    return total


def lcg(n):
    x = 12345
    acc = 0
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        acc ^= x >> 7
    return acc


print(collatz(100_000), bits(300_000), lcg(2_500_000), sum(gcd(a, 720720) for a in range(1, 100_000)))
