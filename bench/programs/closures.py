"""Closures: counters with nonlocal, functions made in loops, partial application, decorators, lambdas."""
import functools


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


def compose(*functions):
    def run(x):
        for f in functions:
            x = f(x)
        return x

    return run


def logged(f):
    calls = [0]

    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        calls[0] += 1
        return f(*args, **kwargs)

    wrapper.calls = calls
    return wrapper


@logged
def area(w, h=2):
    return w * h


def main():
    step = counter()
    pipeline = compose(lambda x: x + 1, lambda x: x * 3, lambda x: x & 0xFFFF)
    add5 = functools.partial(lambda a, b: a + b, 5)
    adders = [lambda x, k=k: x + k for k in range(10)]
    total = 0
    for i in range(2_000_000):
        total += step() + pipeline(i)
        total += add5(i) - adders[i % 10](i)
        if i % 4 == 0:
            total += area(i) - area(i, h=3)
    print(total, area.calls)


main()
