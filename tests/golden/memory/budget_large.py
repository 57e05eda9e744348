# What cannot be held raises MemoryError or OverflowError at once, and the program goes on.
import array, itertools, pickle, sys


def attempt(name, f):
    try:
        result = f()
    except (MemoryError, OverflowError) as e:
        print(name, "->", type(e).__name__, e)
    else:
        print(name, "->", type(result).__name__, len(result))


N = 10**15
attempt("str * n", lambda: "x" * N)
attempt("wide str * n", lambda: "\U0001f40d" * N)
attempt("str * maxsize", lambda: "ab" * sys.maxsize)
attempt("str * 2**70", lambda: "ab" * 2**70)
attempt("n * str", lambda: N * "xy")
attempt("list * n", lambda: [0] * N)
attempt("list * maxsize", lambda: [0, 1] * sys.maxsize)
attempt("list * 2**70", lambda: [0] * 2**70)
attempt("tuple * n", lambda: (0, None) * N)
attempt("bytes * n", lambda: b"ab" * N)
attempt("bytes * maxsize", lambda: b"ab" * sys.maxsize)
attempt("bytearray * n", lambda: bytearray(b"ab") * N)
attempt("bytes(n)", lambda: bytes(N))
attempt("bytearray(n)", lambda: bytearray(N))
attempt("bytes(2**70)", lambda: bytes(2**70))
attempt("array * n", lambda: array.array("q", [1]) * N)
attempt("ljust", lambda: "x".ljust(N))
attempt("rjust wide", lambda: "x".rjust(N, "\u20ac"))
attempt("center", lambda: b"x".center(N))
attempt("zfill", lambda: "1".zfill(N))
attempt("to_bytes", lambda: (1).to_bytes(N, "big"))
attempt("pickled bytes", lambda: pickle.loads(b"\x80\x05\x96" + (2**45).to_bytes(8, "little") + b"abc"))


class Hint:
    def __length_hint__(self):
        return sys.maxsize

    def __iter__(self):
        return iter([1, 2, 3])


attempt("length hint", lambda: list(Hint()))


def grow(kind):
    x = kind
    x *= N


for kind in ("s", b"s", [1], (1,), bytearray(b"1")):
    attempt(f"{type(kind).__name__} *=", lambda: grow(kind))

a = [1, 2, 3]
try:
    a *= N
except MemoryError:
    print("list unchanged", a)
b = bytearray(b"abc")
try:
    b *= N
except MemoryError:
    print("bytearray unchanged", b)

try:
    raise MemoryError("told", 5)
except MemoryError as e:
    print(repr(e), e.args)

for i in range(100):
    try:
        "x" * N
    except MemoryError:
        pass
print("still running", sum(range(1000)), list(itertools.islice(itertools.count(), 5)))
