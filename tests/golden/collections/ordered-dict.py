from collections import OrderedDict as O


def o():
    return O(a=1, b=2, c=3)


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
o(), O(), O([('x', 1)]), O({'k': 'v'}, z=2)
O(1)
O([1])
O([(1, 2, 3)])
O({}, {})
o().popitem(), o().popitem(last=False)
O().popitem()
o().pop('a'), o().pop('z', 9)
o().pop('z')
o().move_to_end('z')
o() == O(b=2, a=1, c=3), o() == dict(b=2, a=1, c=3), o() == o(), o() != o()
list(reversed(o())), list(o().items()), list(reversed(o().items()))
o() | {'d': 4}, {'d': 4} | o(), type({} | o())
o() | [1]
o().copy(), O.fromkeys('ab', 0), O.fromkeys('ab')
o().setdefault('a'), o().setdefault('z', 5)
o().__reduce__()[0], o().get('q'), len(o()), 'a' in o()
hash(o())
o().foo
o().update(1)
repr(O(x=O(y=1))), bool(O())
""".splitlines():
    show(text)

d = o()
d.move_to_end("a")
d["b"] = 20
d.move_to_end("c", last=False)
print(d)
del d["b"]
d.update(z=26, a=100)
print(d, list(d))
d |= {"q": 1}
print(d)
d["self"] = d
print(d)
d.clear()
print(d)
