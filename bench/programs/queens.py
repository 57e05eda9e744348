"""N queens three ways: lists, permutations, bit masks."""
from itertools import permutations


def by_lists(n, row=0, columns=()):
    if row == n:
        return 1
    count = 0
    for c in range(n):
        if all(c != q and abs(c - q) != row - r for r, q in enumerate(columns)):
            count += by_lists(n, row + 1, columns + (c,))
    return count


def by_permutations(n):
    count = 0
    for p in permutations(range(n)):
        if len({i + q for i, q in enumerate(p)}) == n == len({i - q for i, q in enumerate(p)}):
            count += 1
    return count


def by_bits(full, columns=0, left=0, right=0):
    if columns == full:
        return 1
    count = 0
    free = full & ~(columns | left | right)
    while free:
        bit = free & -free
        free ^= bit
        count += by_bits(full, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return count


print(by_lists(9), by_lists(8), by_permutations(9), by_bits((1 << 13) - 1))
