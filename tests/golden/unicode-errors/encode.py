def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# UnicodeEncodeError: arguments, fields, text.
E = UnicodeEncodeError
show(E)
show(E, 1, 2, 3, 4, 5)
show(E, "a", 2, 3, 4, 5)
show(E, "a", "b", "c", 4, 5)
show(E, "a", "b", 1, 2, 5)
show(E, "a", "b", 1.0, 2, "r")
show(E, "a", "b", 2**70, 2, "r")
show(lambda: E("a", "b", 1, 2, reason="x"))
e = E("ascii", "abc\xe9", 3, 4, "why")
print(repr(e), e, e.args, e.encoding, e.object, e.start, e.end, e.reason)
for a in ((0, 2), (5, 6), (-1, 0), (2, 1), (1, 1), (-5, 100), (0, 1)):
    print(E("ascii", "abc", *a, "r"))
print(E("ascii", "a\u1234c", 1, 2, "r"), E("ascii", "a\U0001f600c", 1, 2, "r"), E("x", "", 0, 1, "r"))
print(repr(str(E.__new__(E))), E.__new__(E).encoding, E.__new__(E).start, E.__new__(E).object)
show(setattr, e, "start", "x")
show(setattr, e, "start", 2**80)
show(delattr, e, "end")
e.start = True
print(e.start, e)
e.encoding = 5
e.reason = [1]
print(e)
del e.reason, e.encoding
print(e, e.reason)
e.object = 3
show(str, e)
del e.object
print(repr(str(e)))


class S(E):
    pass


print(repr(S("a", "b", 0, 1, "r")), S("a", "b", 0, 1, "r"), E.__mro__)
