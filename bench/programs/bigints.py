"""Integers past 64 bits: factorials, modular powers, Fibonacci numbers, digits of pi and e."""


def pi_digits(count):
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    digits = []
    while len(digits) < count:
        if 4 * q + r - t < n * t:
            digits.append(str(n))
            q, r, n = 10 * q, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
    return "".join(digits)


def fermat(limit):
    return [p for p in range(10**12 + 1, 10**12 + limit, 2) if pow(2, p - 1, p) == 1]


def mix(n):
    x = 0x9E3779B97F4A7C15
    mask = (1 << 64) - 1
    total = 0
    for _ in range(n):
        x ^= x >> 12
        x = x ^ (x << 25) & mask
        x ^= x >> 27
        total += (x * 2685821657736338717) & mask
    return total


factorial = 1
for i in range(1, 4000):
    factorial *= i
a, b = 0, 1
for _ in range(60_000):
    a, b = b, a + b
print(pi_digits(1900)[-10:], len(fermat(20000)), mix(2_400_000) % 1000003, factorial.bit_length(), a % 10**9)
