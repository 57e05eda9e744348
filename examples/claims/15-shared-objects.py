"""Claim 15: small ints, names, short strings, (), None and equal constants of one code object are shared; id() tells."""
import sys

a, b = int("256"), int("256")
print("256:", a is b)
a, b = int("-5"), int("-5")
print("-5:", a is b)
print("one character:", "abc"[1] is "xbx"[1], chr(233) is "\xe9x"[0], chr(8364) is "\u20acx"[0])
empty, text, data = (), "", b""
print("empty:", tuple([]) is empty, "".join([]) is text, bytes([]) is data, frozenset() is frozenset())
print("singletons:", type(None)() is None, bool(1) is True, bool([]) is False, type(...)() is ...)
built = "".join(["na", "me"])
name = "name"
print("name:", built is name, sys.intern(built) is sys.intern("".join(["n", "ame"])))


def constants():
    return 1000, 1000, "a long text!", "a long text!", (1, 2), (1, 2)


c = constants()
print("constants:", c[0] is c[1], c[2] is c[3], c[4] is c[5], len(constants.__code__.co_consts))
x = []
print("id:", id(x) == id(x), id(x) != id([]), id(x) % 16)
