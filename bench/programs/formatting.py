"""Formatting: f-strings, %, str.format, format specs of numbers, repr."""


def lines(n):
    total = 0
    for i in range(n):
        x = i / 7
        total += len(f"{i:>8} {x:.3f} {i:#x} {x!r}")
        total += len("%d items, %5.1f%%, %s" % (i, x, "name"))
        total += len("{:<10}|{:^6}|{key}".format("left", i, key=x > 3))
    return total


def table(n):
    rows = []
    for i in range(n):
        rows.append(f"{'row' + str(i):<12}{i * 1.5:10.2f}{i:,}")
    return len("\n".join(rows))


print(lines(320_000), table(400_000), sum(len(str(i)) + len(repr(i * 0.1)) for i in range(800_000)))
