"""Recursion: Fibonacci numbers, Ackermann's function, hanoi."""
import sys

sys.setrecursionlimit(20000)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


print(fib(34), ackermann(2, 900), hanoi(21, "a", "b", "c"))
