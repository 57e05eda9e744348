def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# add, remove, discard, pop, contains; unhashable elements; sets looked up as frozensets.
s = {1}
print(s.add(2), s.add(2), s, s.discard(5), s.discard(1), s, s.remove(2), s)
show(s.remove, 2)
show(s.remove, (1, 2))
show(s.remove, {3})
show(s.pop)
show(s.add, [])
show(s.discard, [])
show(s.remove, {})
show(lambda: [] in s)
show(lambda: {1, []})
show(set, [[1]])
show(lambda: {bytearray()})


class S(set):
    pass


show(lambda: {S()})
n = {frozenset([1, 2]), 5}
print({1, 2} in n, {1} in n, n.discard({2, 1}), n)
n = {frozenset()}
print(n.remove(set()), n)


class BadHash:
    def __hash__(self):
        raise ValueError("no hash")


show(s.add, BadHash())


class Unhashable:
    __hash__ = None


show(s.add, Unhashable())
show(lambda: Unhashable() in s)
