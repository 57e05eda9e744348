import io, sys
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(); print(""); print(1, 2.5, "a", None, [1]); print("a", "b", sep="-"); print("a", "b", sep=""); print("a", end="!\n"); print("x", "y", sep="\n", end="\n--\n"); print("a", sep=None, end=None); print(*[1, 2, 3], sep=", "); print(*"abc"); print(b"x", "é", "\t|"); print({"a": 1}, (1,), {2}, 1j, True, ..., NotImplemented, print, sep=" | ") if False else print({"a": 1}, (1,), {2}, 1j, True, ..., NotImplemented, sep=" | ")
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s); return 5
    def flush(self): self.parts.append("FLUSH")
w = W(); print("a", 1, sep="+", end="$", file=w); print(file=w, flush=True); print("q", file=w, flush=False); print(w.parts)
class S:
    def __str__(self): return "str(S)"
    def __repr__(self): return "repr(S)"
class Bad:
    def __str__(self): return 5
class Raises:
    def __str__(self): raise ValueError("str failed")
print(S(), [S()], {"k": S()}, (S(),))
show(lambda: print(Bad())); show(lambda: print("before", Raises())); show(lambda: print(1, sep=5)); show(lambda: print(1, end=5)); show(lambda: print(1, foo=2)); show(lambda: print(1, file=5)); show(lambda: print(1, file="x")); show(lambda: print(file=None)); show(lambda: print(1, sep=b"x")); show(lambda: print(flush="yes")); show(lambda: print("x", file=W))
out = io.StringIO(); print("into", "string", file=out); print(repr(out.getvalue()))
old = sys.stdout; sys.stdout = out2 = io.StringIO(); print("captured"); sys.stdout = old; print(repr(out2.getvalue()))
class Partial:
    def write(self, s): raise OSError("cannot write " + repr(s))
show(lambda: print("x", file=Partial()))
sys.stdout = None; print("nowhere"); sys.stdout = old
print("joined" "literal", 'q"uote', "it's", "new\nline", r"raw\n", "é€😀", "\x41", sep="|")
print("%s and %s" % ("a", "b"), "{}".format("c"), f"{'d'}", "e" + "f", "g" * 3, "a,b".split(","))
for i in range(3): print(i, end=" " if i < 2 else "\n")
print("a\rb" .replace("\r", "CR"), "tab\there", sep="\t"); print(1e100, 1e16, 123456789.123456789, 1e-5, 0.0001, -0.0, float("inf"), 10**20, 0.1 + 0.2, 1/3, 2.0, 100.0, 1e15, 123456789012345678)
print([1.0, "a", None, True], ("x",), {"k": [1, (2,)]}, {1, 2} - {1}, frozenset({1}), range(3), slice(1, 2), b"by", bytearray(b"ba"), 3 + 0j, complex(0, -1), sep="\n")
print(int, str, type(None), type(print), Exception, ValueError("v"), KeyError("k"), OSError(2, "no"), sep="; "); print(repr(ValueError("a", 1)), repr(Exception()), str(KeyError("k")), str(OSError(2, "m", "f")))
import pprint; pprint.pprint({"b": list(range(30)), "a": {"nested": ["x" * 30, "y" * 30, "z" * 30]}}); pprint.pprint([1, [2, [3, [4]]]], depth=2); pprint.pp({"z": 1, "a": (1,)}); print(pprint.pformat("word " * 30, width=40), pprint.pformat({3, 1, 2}), pprint.saferepr([1]), pprint.isreadable([print]), pprint.isrecursive(l := []), pprint.pformat(list("abcdefgh"), width=12, compact=True, indent=2), sep="\n")
