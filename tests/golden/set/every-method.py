def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
def do(s, name, *args):
    s = set(s); r = getattr(s, name)(*args)
    return (sorted(r) if isinstance(r, set) else r), sorted(s)
A, B = {1, 2, 3}, {2, 3, 4}
each(r"""
set(), set("a"), set([1, 1]), set({1: 2}), set(range(3)), frozenset(), frozenset("a"), frozenset({1}), {1, 1.0, True}, {*()}, {*[1], 2}
set(5)
set(1, 2)
set(x=1)
set([[]])
{[]}
{{}}
frozenset(5)
frozenset(1, 2)
frozenset(x=1)
do(A, "add", 5), do(A, "add", 1), do(A, "discard", 1), do(A, "discard", 9), do(A, "remove", 1), do(A, "clear"), do(A, "copy"), do({7}, "pop")
do(A, "union", B), do(A, "union"), do(A, "union", [9], "x" * 0, (8,)), do(A, "intersection", B), do(A, "intersection", [1, 2], [2]), do(A, "intersection"), do(A, "difference", B), do(A, "difference", [1], [2]), do(A, "symmetric_difference", B), do(A, "update", [9], {8}), do(A, "update"), do(A, "intersection_update", [1], [1, 2]), do(A, "difference_update", [1], [2]), do(A, "symmetric_difference_update", [1, 1, 9])
do(A, "isdisjoint", [9]), do(A, "isdisjoint", B), do(A, "issubset", range(9)), do(A, "issuperset", [1]), do(A, "issubset", {1}), do((), "issubset", ()), do(A, "issuperset", ())
do(A, "add")
do(A, "add", [])
do(A, "add", 1, 2)
do(A, "remove", 9)
do(A, "remove", [])
do(A, "remove", {1})
do(A, "discard", [])
do(A, "discard", {1})
do((), "pop")
do(A, "pop", 1)
do(A, "union", 5)
do(A, "union", [[]])
do(A, "intersection", 5)
do(A, "intersection", [[]])
do(A, "difference", 5)
do(A, "difference", [[]])
do(A, "symmetric_difference")
do(A, "symmetric_difference", 5)
do(A, "update", 5)
do(A, "update", [[]])
do(A, "isdisjoint")
do(A, "isdisjoint", 5)
do(A, "issubset", 5)
do(A, "issuperset", 5)
do(A, "issuperset", [[]])
sorted(A | B), sorted(A & B), sorted(A - B), sorted(A ^ B), A < {1, 2, 3, 4}, A <= A, A > {1}, A >= B, A == {3, 2, 1}, A != B, A == frozenset(A), A == [1, 2, 3], type(A | frozenset(B)).__name__, type(frozenset(A) | B).__name__
A | [1]
A & "x"
A - [1]
A ^ 5
5 - A
A < [1]
A <= 5
A + B
A[0]
hash(A)
hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(frozenset()), {frozenset([1]): 1}[frozenset([1])], {1} in {frozenset({1})}, frozenset({1}) in [{1}]
frozenset().add
frozenset([1]).union([2]), frozenset([1]).copy(), frozenset([1, 2]) & {2}, frozenset([1]) - {1}, frozenset([1]).isdisjoint({2})
A.nothing
1 in A, "x" in A, len(A), bool(set()), max(A), sum(A), sorted(A, reverse=True), list(map(str, sorted(A)))
[] in A
A.__contains__(1), A.__len__(), A.__eq__(5), A.__and__(5), set.__class_getitem__(int), frozenset[int], A.__or__({9}) == {1, 2, 3, 9}, A.__rsub__({1, 9}), A.__iter__().__length_hint__(), A.__hash__
repr({1}), repr(set()), repr(frozenset({1})), str(frozenset()), f"{set()}", repr({"a"}), repr({(1, 2)})
""")
s = t = {1, 2}; s |= {3}; s &= {2, 3}; s -= {3}; s ^= {5}; print(sorted(t), s is t)
for op in ("|=", "&=", "-=", "^="):
    try: exec(f"s {op} [1]")
    except TypeError as e: print(e)
class F(frozenset):
    def __repr__(self): return "F" + str(sorted(self))
print(F([1]) | {2}, type(F([1]) | {2}).__name__, F([1]).copy().__class__.__name__, F([2]) == {2}, [F([1])])
