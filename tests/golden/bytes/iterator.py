def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

it = iter(b"abc")
print(type(it).__name__, next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
it = iter(b"abcd")
it.__setstate__(2)
print(list(it))
it = iter(b"ab")
it.__setstate__(100)
print(list(it))
it.__setstate__(0)
print(list(it))
it = iter(bytearray(b"ab"))
print(type(it).__name__, next(it))
r = iter(b"xyz").__reduce__()
print(r[0] is iter, r[1:])
e = iter(b"")
list(e)
print(e.__reduce__()[1:])
attempt(iter(b"a").__setstate__, "a")
