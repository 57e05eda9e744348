# __getitem__ iteration, iter(callable, sentinel), __length_hint__, __reversed__, __contains__ fallbacks, iterators that lie.
import itertools, operator, collections.abc
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e)
class Old:
    def __init__(s, n, exc=IndexError): s.n, s.exc, s.asked = n, exc, []
    def __getitem__(s, i):
        s.asked.append(i)
        if isinstance(i, int) and i >= s.n: raise s.exc(i)
        return i * 10 if isinstance(i, int) else i
for exc in (IndexError, StopIteration, KeyError, type("Sub", (IndexError,), {})): o = Old(2, exc); show(list, o); print(o.asked, 10 in Old(5), end=" "); show(lambda: 99 in Old(2, exc))
o = Old(3); it = iter(o); print(type(it).__name__, next(it), it.__length_hint__() if hasattr(o, "__len__") else "no hint", list(it), list(it), isinstance(o, collections.abc.Iterable), [*Old(2)], tuple(Old(2)), max(Old(4)), dict(zip(Old(3), Old(3))), sum(Old(4)), operator.indexOf(Old(5), 20), operator.countOf(Old(5), 20)); show(reversed, o); show(len, o); show(lambda: o[1:2]); a, b = Old(2); print(a, b)
class OldLen(Old):
    def __len__(s): return s.n
print(list(reversed(OldLen(3))), operator.length_hint(iter(OldLen(3))), bool(OldLen(0)))
class Rev:
    def __reversed__(s): return "reversed result"
    def __contains__(s, x): return x
class RevNone(OldLen): __reversed__ = None
print(reversed(Rev()), 5 in Rev(), 0 in Rev(), [] not in Rev()); show(reversed, RevNone(2))
n = iter(range(10)); it = iter(lambda: next(n), 4); print(list(it), list(it), next(n), type(it).__name__); show(lambda: list(iter(lambda: next(iter([])), 1))); show(iter, 5, 1); show(lambda: next(iter(lambda: 1 / 0, 1))); show(lambda: list(iter(iter("abc").__next__, "b"))); show(iter); show(iter, 1, 2, 3); show(lambda: list(iter([1, 2, 3].pop, 2)))
class Eq:
    def __eq__(s, o): print("eq", o); return o == 2
c = itertools.count(); print(list(iter(lambda: next(c), Eq())))
class Hint:
    def __init__(s, h): s.h = h
    def __iter__(s): return iter("ab")
    def __length_hint__(s):
        if isinstance(s.h, type): raise s.h("hint")
        return s.h
for h in (0, 5, -1, "x", None, TypeError, ValueError, NotImplemented, 10**30, 2.0): show(list, Hint(h)); show(operator.length_hint, Hint(h), 3); show(lambda: [*Hint(h)]); show(bytearray, Hint(h))
class BadIter:
    def __init__(s, r): s.r = r
    def __iter__(s): return s.r
for r in (5, None, [1], "ab", BadIter(3), iter([1]), object()):
    try: print(list(BadIter(r)))
    except TypeError as e: print(e)
class Nexty:
    def __next__(s): return 1
class Full(Nexty):
    def __iter__(s): return s
class Late:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n % 3 == 0: raise StopIteration(s.n)
        return s.n
l = Late(); print(list(l), list(l), next(l), next(l, "default")); show(next, l); show(next, l, "d"); show(next, 5); show(next, [1]); show(next, Nexty()); show(iter, Nexty()); show(lambda: next(iter([]), None)); show(next); show(next, iter([]), 1, 2); show(next, iter([]), default=1); show(lambda: list(itertools.islice(Full(), 3)))
for v, f in ((5, list), (None, tuple), (1.5, set), (object, dict), (Nexty(), sorted), (len, sum), (True, max), (..., "".join), (NotImplemented, any), (5j, enumerate)): show(f, v)
for src in ("for x in 5: pass", "[x for x in None]", "a, b = 5", "[*5]", "f(*5)" if 0 else "print(*5)", "1 in 5", "dict(5)", "{**5}", "set().update(5)", "[].extend(None)", "x = []; x += 5", "x = [1]; x[:] = 5", "x = [1, 2]; x[::2] = [1, 2, 3]", "b''.join(5)", "list(zip([1], 5))", "sum(5)", "x, = 5", "import itertools; itertools.chain.from_iterable(5)", "next(iter(itertools.chain([1], 5)))", "list(itertools.chain([1], 5))", "frozenset(5)", "yield_ = [*None]", "for a, b in [1]: pass", "for a, b in [(1, 2, 3)]: pass", "for i in range(3).start: pass", "enumerate(5)", "min(5)", "all(5)", "tuple(5)", "bytes([1, 'a'])", "bytes(['a'])", "str.join(',', [1])", "','.join([b'a'])"):
    try: exec(src, {"itertools": itertools}); print("fine", src)
    except Exception as e: print(src, "|", type(e).__name__, e)
class CI(collections.abc.Iterator):
    def __next__(s): raise StopIteration
print(list(CI()), issubclass(Full, collections.abc.Iterator), issubclass(Nexty, collections.abc.Iterator), isinstance(Old(1), collections.abc.Sequence), isinstance(range(1), collections.abc.Sequence)); show(collections.abc.Iterator); 
def mutate():
    l = [1, 2, 3]; out = []
    for x in l:
        out.append(x)
        if x == 1: l.remove(1)
        if len(out) < 6: l.append(x * 2)
    return out, l
print(mutate()); l = [1, 2, 3]; it = iter(l); next(it); l.clear(); print(list(it)); l.extend([7, 8]); print(list(it)); l = [1, 2, 3]; r = reversed(l); next(r); l.append(9); print(list(r), r.__length_hint__()); s = iter("héllo"); next(s); print(s.__reduce__()[1:], s.__length_hint__(), list(s))
