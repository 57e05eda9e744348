# iter(), next(), sentinel, __getitem__ iteration, length hints, reversed, unpacking.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import operator


class Sequence:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


class Sized(Sequence):
    def __len__(self):
        return 4


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2, 3])

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


class NotIterator:
    def __iter__(self):
        return 5


class NoIter(Sequence):
    __iter__ = None


print(list(Sequence()), 9 in Sequence(), list(reversed(Sized())), [*Sized()], max(Sequence()))
show("reversed", reversed, Sequence())
show("not iterator", iter, NotIterator())
show("none", iter, NoIter())
show("int", iter, 5)
for hint in (3, 0, 10, NotImplemented, -1, "x", TypeError("t"), ValueError("v")):
    show(("hint", hint), operator.length_hint, Hint(hint), 7)
    show(("list", hint), list, Hint(hint))
counter = iter([1, 2, 3, 0, 5])
print(list(iter(lambda: next(counter), 0)), next(counter), next(counter, "end"))
show("next", next, [])
show("stop", next, iter([]))
show("sentinel", iter, 5, 0)
for thing in ([1, 2, 3], (1, 2), b"ab", {1: 2}, {3}, range(5)):
    it = iter(thing)
    print(type(it).__name__, operator.length_hint(it), it.__iter__() is it, next(it), operator.length_hint(it))
for text in ("a, b = [1]", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, *b = 5", "(a, b), c = 1, 2", "*a, = {}"):
    show(text, exec, text)
a, *b, c = range(6)
print(a, b, c)
grown = [1, 2, 3]
for x in grown:
    if len(grown) < 6:
        grown.append(x * 10)
print(grown)
for make in (lambda: {1: 1}, lambda: {1}):
    d = make()
    def change():
        for k in d:
            d.add(k + 1) if isinstance(d, set) else d.update({k + 1: 1})
    show("changed", change)
