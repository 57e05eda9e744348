def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
def do(values, name, *args, **kw):
    l = list(values); r = getattr(l, name)(*args, **kw)
    return r, l
each(r"""
do([1], "append", 2), do([1], "extend", "ab"), do([1], "extend", [[]]), do([1, 2], "insert", 1, 9), do([1], "insert", -5, 0), do([1], "insert", 99, 2), do([1, 2, 1], "remove", 1), do([1, 2], "pop"), do([1, 2], "pop", 0), do([1, 2], "pop", -2), do([1], "clear"), do([1], "copy"), do([1, 2, 1], "count", 1), do([1, 2, 1], "index", 1, 1), do([3, 1, 2], "sort"), do([3, 1, 2], "sort", reverse=True), do(["b", "A"], "sort", key=str.lower), do([1, 2], "reverse"), do([1, 2, 3], "index", 3, -1)
do([], "append")
do([], "append", 1, 2)
do([], "append", x=1)
do([], "extend")
do([], "extend", 5)
do([], "extend", None)
do([], "insert")
do([], "insert", 1)
do([], "insert", "a", 1)
do([], "insert", 1.0, 1)
do([1], "insert", 10**30, 1)
do([1], "remove", 5)
do([], "remove")
do([], "pop")
do([1], "pop", 5)
do([1], "pop", -2)
do([1], "pop", "a")
do([1], "pop", 1, 2)
do([1], "pop", 10**30)
do([1], "index", 5)
do([1], "index")
do([1], "index", 1, 5)
do([1], "index", 1, "a")
do([1], "index", 1, None)
do([1], "count")
do([1, "a"], "sort")
do([1, None], "sort", reverse=1)
do([1, 2], "sort", lambda x: x)
do([1, 2], "sort", key=5)
do([1, 2], "sort", key=lambda: 1)
do([1, 2], "sort", cmp=1)
do([1, 2], "sort", reverse="x")
do([1, 2], "sort", reverse=None)
do([1, [2]], "sort")
do([{}, {}], "sort")
do([1], "clear", 1)
do([1], "copy", 1)
do([1], "reverse", 1)
list(), list("ab"), list((1,)), list({1: 2}), list(range(3)), list(x for x in "z"), list([1])
list(5)
list(1, 2)
list(x=1)
list(None)
[1, 2] + [3], [1] * 3, 2 * [0], [1] * -1, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [1], [1, "a"] == [1, "a"], 1 in [1], [1] == (1,), [[]] * 2
[1] + (2,)
[1] + "a"
[1] * "a"
[1] * 1.5
[1] < ["a"]
[1] < (1,)
[1, 2][5]
[1, 2]["a"]
[1, 2][1.0]
[1, 2][None]
[1, 2][0, 1]
[1, 2][::0]
[1] * 10**20
hash([])
{[]: 1}
[1].nothing
[1, 2, 3][-1], [1, 2, 3][1:], [1, 2, 3][::-1], [1, 2, 3][-2:], [1, 2, 3][5:], [1, 2, 3][:-5], [1, 2, 3][True]
[1, 2].__contains__(1), [1].__len__(), [1].__eq__(5), [1].__reversed__().__next__(), [1, 2].__getitem__(slice(1)), [1].__add__([2]), [1].__mul__(2), [2].__iadd__("ab"), [1].__repr__(), list[int], list.__class_getitem__(str)
[1].__add__(5)
[1].__getitem__()
[1].__getitem__("a")
[1].__imul__("x")
sorted([3, 1], reverse=True), sorted("bca"), sorted({"b": 1, "a": 2}), sorted([(2, "a"), (1, "b")], key=lambda t: t[1]), sorted([1.5, 1, True]), sorted([[2], [1, 5]])
sorted()
sorted(5)
sorted([1, "a"])
sorted([1], key=5)
sorted([1], lambda x: x)
sorted([1], foo=1)
sorted([3, 1], None)
""")
l = [1]; l.append(l); print(l, repr([l]), l == l)
class L(list):
    def __repr__(self): return "L" + super().__repr__()
print(L([1]) + [2], type(L([1]) + [2]).__name__, type(L("ab")[:]).__name__, type(L().copy()).__name__, L([1]) == [1], [L([1])], L((1,)) * 2)
