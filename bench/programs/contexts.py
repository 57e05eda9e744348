"""with statements, contextlib, global variables, try/finally, chained comparisons, string keys."""
from contextlib import contextmanager, suppress

LEVEL = 0
TRACE = {}


class Guard:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        global LEVEL
        LEVEL += 1
        return self

    def __exit__(self, kind, value, traceback):
        global LEVEL
        LEVEL -= 1
        return kind is ValueError


@contextmanager
def tracked(name):
    TRACE[name] = TRACE.get(name, 0) + 1
    try:
        yield name
    finally:
        TRACE[name] += 1


def main():
    total = 0
    guard = Guard("g")
    for i in range(900_000):
        with guard as g:
            total += len(g.name) if 0 <= i < 1000 <= 5000 else LEVEL
        if i % 2 == 0:
            with tracked("even" if i & 3 else "four") as name:
                total += len(name)
        if i % 5 == 0:
            with guard:
                raise ValueError(i)
        if i % 7 == 0:
            with suppress(KeyError):
                total += TRACE[i]
    print(total, LEVEL, TRACE)


main()
