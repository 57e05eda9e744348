"""Function calls: positional, default, keyword, star, nested."""


def add(a, b):
    return a + b


def scaled(a, factor=3, *, offset=1):
    return a * factor + offset


def gather(*args, **kwargs):
    return len(args) + len(kwargs)


def main():
    total = 0
    for i in range(4_000_000):
        total = add(total, i)
        total -= scaled(i)
        total += scaled(i, offset=2)
        if i & 7 == 0:
            total += gather(i, total, key=i)
        total &= 0xFFFFFF
    print(total)


main()
