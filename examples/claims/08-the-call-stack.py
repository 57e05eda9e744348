"""Claim 8: a call pushes a frame; the caller waits; returning removes it."""
import sys


def stack():
    frame, names = sys._getframe(1), []
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names[::-1]


def a():
    print("in a:", stack())
    b()
    print("back in a:", stack())


def b():
    print("in b:", stack())
    c()
    print("back in b:", stack())


def c():
    print("in c:", stack())


print("before:", stack())
a()
print("after:", stack())


def countdown(n):
    return len(stack()) if n == 0 else countdown(n - 1)


print(countdown(50))
