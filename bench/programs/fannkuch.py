"""Pancake flips over all permutations."""


def flips(n):
    perm1 = list(range(n))
    count = [0] * n
    r = n
    best = checksum = turns = 0
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        perm = perm1[:]
        n_flips = 0
        first = perm[0]
        while first:
            perm[: first + 1] = perm[first::-1]
            n_flips += 1
            first = perm[0]
        if n_flips > best:
            best = n_flips
        checksum += n_flips if turns % 2 == 0 else -n_flips
        while True:
            if r == n:
                return best, checksum
            perm1.insert(r, perm1.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        turns += 1


print(flips(9), flips(8), flips(9), flips(9))
