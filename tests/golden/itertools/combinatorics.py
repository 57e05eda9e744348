# product, permutations, combinations: orders, sizes, errors, reduce.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


from itertools import *
print(list(product("ab", [1, 2])), list(product(repeat=2)), list(product("ab", repeat=0)), len(list(product(range(3), repeat=3))))
for r in (None, 0, 1, 2, 3, 4):
    print(r, list(permutations("abc", r)) if r is not None else list(permutations("abc")))
    if r is not None:
        print(list(combinations("abc", r)), list(combinations_with_replacement("abc", r)))
show("negative", combinations, "abc", -1)
show("negative", permutations, "abc", -2)
show("type", combinations, "abc", "x")
show("type", combinations, 5, 2)
show("repeat", lambda: product("a", repeat=-1))
show("repeat", lambda: product("a", repeat="x"))
show("keyword", lambda: product("a", x=1))
show("none", combinations)
p = permutations(range(4), 2)
for _ in range(5):
    print(next(p), end=" ")
print(len(list(p)))
print(list(combinations([1, 1, 2], 2)), list(combinations_with_replacement([], 2)), list(combinations([], 0)), list(permutations([], 0)))
print([list(x) for x in batched("abcdefg", 3)], list(pairwise("abcd")), list(pairwise("a")))
show("batched", batched, "abc", 0)
show("strict", lambda: list(batched("abcd", 3, strict=True)))
print(sorted(map("".join, permutations("aab"))) == sorted(["aab", "aab", "aba", "aba", "baa", "baa"]))
