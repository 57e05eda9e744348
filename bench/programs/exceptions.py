"""Exceptions: raised and caught in one frame, through frames, finally, custom classes, KeyError and ValueError of builtins."""


class Problem(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def check(i):
    if i % 3 == 0:
        raise Problem(i)
    return i


def outer(i):
    try:
        return check(i)
    finally:
        STATE["calls"] += 1


STATE = {"calls": 0}


def main():
    total = 0
    table = {1: 1}
    for i in range(1_200_000):
        try:
            total += outer(i)
        except Problem as p:
            total += p.code & 7
        try:
            total += table[i & 3]
        except KeyError:
            total += 1
        try:
            total += int("12" if i & 1 else "x")
        except (ValueError, TypeError):
            total -= 1
    print(total, STATE)


main()
