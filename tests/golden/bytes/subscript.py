def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

b = b"abcdefgh"
print(b[0], b[-1], b[1:3], b[::-1], b[::2], b[5:1:-2], b[10:], b[-3:], b[True])
for k in (8, -9, 2**100, "a", 1.5, None):
    attempt(lambda: b[k])
print(97 in b, b"cd" in b, b"" in b, b"dc" in b, bytearray(b"ef") in b)
for k in (256, -1, 2**100, "a", 1.5, None):
    attempt(lambda: k in b)
print(list(b), len(b), list(reversed(b"ab")))
print(b + b"x", b * 2, 2 * b, b * 0, b * -5, b"" * 10**9)
for f in (lambda: b + 1, lambda: b + "a", lambda: 1 + b, lambda: b * "a", lambda: b * 1.5, lambda: b * 2**100, lambda: b"ab" * 2**62):
    try:
        print(f())
    except (TypeError, OverflowError, MemoryError) as e:
        print(type(e).__name__)
