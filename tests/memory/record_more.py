"""More families for record.py: addresses given again, traced allocations, sizes after many kinds of growth."""


def families(add):
    ids(add)
    traces(add)
    sizes(add)


# ---- addresses, run with the allocator model
makers = {
    "object": "object()", "list": "[]", "list-items": "[1, 2, 3]", "dict": "{}", "dict-items": "{1: 2}", "set": "set()", "set-items": "{1, 2}", "tuple": "tuple([1])", "frozenset": "frozenset([1])", "bytearray": "bytearray(3)", "function": "(lambda: 0)", "slots": "S()",
    "float": "float('1.5')", "str": "str(123456)", "bytes": "bytes(20)", "complex": "complex(1, 2)", "big": "int('9' * 30)", "range": "range(300)", "slice": "slice(300)", "iterator": "iter([])", "method": "[].append", "bound": "s.m", "exception": "ValueError()", "cell": "cell(1)", "deque": "deque()",
    "list-call": "list()", "dict-call": "dict()", "generator": "(i for i in ())", "property": "property()", "partial": "partial(len)",
}
PRELUDE = """from collections import deque
from functools import partial
from types import CellType as cell
class S:
    __slots__ = ('a',)
    def m(self): pass
s = S()
"""


def ids(add):
    for name, make in makers.items():
        add("ids", f"again-{name}", PRELUDE + f"""
a = {make}
i = id(a)
print(i % 16, id(a) == i)
del a
b = {make}
print(id(b) == i)
c = {make}
print(id(c) == i, id(c) == id(b))
""")
        add("ids", f"distinct-{name}", PRELUDE + f"""
l = [{make} for i in range(40)]
ids = [id(o) for o in l]
print(len(set(ids)), ids == [id(o) for o in l], [i % 16 for i in set(ids)].count(0))
""")
    for name in ("object", "list", "dict", "slots", "set-items", "tuple", "function", "list-items", "bytearray"):
        make = makers[name]
        add("ids", f"order-{name}", PRELUDE + f"""
l = [{make} for i in range(6)]
ids = [id(o) for o in l]
while l: l.pop()
m = [{make} for i in range(6)]
print([ids.index(id(o)) if id(o) in ids else None for o in m])
del m[1], m[3]
m += [{make}, {make}]
print([ids.index(id(o)) if id(o) in ids else None for o in m])
""")
    for name, body in {
        "temporaries": "print(id([1]) == id([2]), id({}) == id({1: 2}), id((s,)) == id((s,)), id(object()) == id(object()), id(S()) == id(S()), id(lambda: 0) == id(lambda: 1))",
        "repr": "print(repr(object()) == repr(object()), repr(S()) == repr(S()), hash(object()) == hash(object()))",
        "small-ints": "print(id(1) - id(0), id(256) - id(-5), id(0) % 16, id(True) % 16, id(None) % 16)",
        "ints": "a = 1000\nb = a\nprint(a is b, id(a) == id(b), id(1000) == id(1000), id(a) == id(1001), id(a) % 16)\nl = [300, 301, 302]\nprint(len({id(v) for v in l}), id(l[0]) == id(l[0]))",
        "shared": "print(id('') == id(''), id(()) == id(()), id('a') == id('abc'[0]), id(b'') == id(bytes()), id(None) == id(None), id(int) == id(type(1)))",
        "mutation": "x = [1, 2]\ni = id(x)\nx += [3]\nx.append(4)\nx.sort()\nx[:] = []\nprint(id(x) == i)\nd = {}\ni = id(d)\nd.update(a=1)\nd.clear()\nprint(id(d) == i)\nt = (1, 2)\nprint(id(t[:]) == id(t), id(tuple(t)) == id(t), id((1, 2)) == id(t))",
        "kinds-apart": "a = []\ni = id(a)\ndel a\nb = {}\nc = []\nprint(id(b) == i, id(c) == i)",
        "size-classes": "class T:\n    __slots__ = ('a', 'b', 'c')\na = S()\ni = id(a)\ndel a\nb = T()\nprint(id(b) == i)\nc = S()\nprint(id(c) == i)",
        "two": "p, q = object(), object()\ni, j = id(p), id(q)\ndel p\ndel q\nr, t = object(), object()\nprint(id(r) == j, id(t) == i)\ni, j = id(r), id(t)\ndel t\ndel r\np, q = object(), object()\nprint(id(p) == i, id(q) == j)",
        "instances": "class C: pass\nfor i in range(40): C()\na = C()\ni = id(a)\ndel a\nb = C()\nprint(id(b) == i)\nprint(id(C()) == id(C()))",
        "first-instances": "class C: pass\na = C()\ni = id(a)\nprint(i == id(a))\ndel a\nl = [C() for i in range(10)]\nprint(len({id(o) for o in l}))",
        "tree": "class N:\n    __slots__ = ('l', 'r')\n    def __init__(self, l=None, r=None): self.l, self.r = l, r\nt = N(N(), N())\ni, j, k = id(t), id(t.l), id(t.r)\ndel t\na, b, c = N(), N(), N()\nprint([[i, j, k].index(id(o)) for o in (a, b, c)])",
        "cycle": "import gc\na = S()\na.a = a\ni = id(a)\ndel a\nb = S()\nprint(id(b) == i)\ngc.collect()\nc = S()\nprint(id(c) == i)",
        "locals": "def f():\n    a = S()\n    return id(a)\nprint(f() == f(), f() == f())\ndef g(): return [id(S()) for i in range(5)]\nprint(len(set(g())))",
        "argument": "def f(x): return id(x)\nprint(f([]) == f([]), f(object()) == f(object()))",
        "container": "l = [[i] for i in range(5)]\nids = [id(o) for o in l]\nl[2] = None\nx = [9]\nprint(ids.index(id(x)))\nl.clear()\nm = [[i] for i in range(4)]\nprint(sorted(ids.index(id(o)) if id(o) in ids else -1 for o in m))",
        "weakref": "import weakref\nclass W:\n    __slots__ = ('__weakref__',)\na = W()\ni = id(a)\nr = weakref.ref(a)\nj = id(r())\ndel a\nk = r()\nb = W()\nprint(i == j, k, id(b) == i)",
        "resurrected": "kept = []\nclass R:\n    __slots__ = ()\n    def __del__(self): kept.append(self)\na = R()\ni = id(a)\ndel a\nb = R()\nprint(id(b) == i, id(kept[0]) == i)",
        "dict-key": "d = {id(s): s}\nprint(d[id(s)] is s, id(s) in d)\nseen = set()\nfor i in range(10): seen.add(id(object()))\nprint(len(seen))",
        "large": "a = bytes(100000)\ni = id(a)\ndel a\nb = bytes(100000)\nprint(id(b) == i)\nc = bytes(300000)\nj = id(c)\ndel c\nd = bytes(300000)\nprint(id(d) == j)",
        "pool": "l = [S() for i in range(2000)]\nids = {id(o) for o in l}\nprint(len(ids))\ndel l\nm = [S() for i in range(2000)]\nprint(len(ids & {id(o) for o in m}) > 1000)",
        "copies": "a = [1, 2]\nprint(id(a) == id(a.copy()), id(a) == id(a[:]))\nb = a\nprint(id(b) == id(a), b is a)\nimport copy\nprint(id(copy.copy(a)) == id(a), id(copy.copy((1, 2))) == id((1, 2)))",
        "getallocatedblocks": "import sys\na = sys.getallocatedblocks()\nl = [object() for i in range(1000)]\nb = sys.getallocatedblocks()\nprint(1000 <= b - a <= 1030)\ndel l\nc = sys.getallocatedblocks()\nprint(abs(c - a) < 30)",
    }.items():
        add("ids", name, PRELUDE + body)


# ---- tracemalloc: blocks by line, less those that come from free lists
TRACED = """import gc, tracemalloc
class P:
    def __init__(self, x): self.x = x
class S:
    __slots__ = ('x', 'y')
    def __init__(self, x): self.x = x
    def m(self): return 1
keep = []
gc.collect()
tracemalloc.start(LIMIT)
# begin
BODY
# end
last = object()
snapshot = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, '*program.py')])
for stat in sorted(snapshot.statistics('lineno'), key=lambda s: s.traceback[0].lineno):
    if stat.traceback[0].lineno < FIRST: continue
    if stat.traceback[0].lineno >= LAST: break
    print(stat.traceback[0].lineno, stat.size, stat.count)
"""


def traced(body, limit=1):
    text = TRACED.replace("BODY", body).replace("LIMIT", str(limit))
    lines = text.split("\n")
    return text.replace("FIRST", str(lines.index("# begin") + 1)).replace("LAST", str(lines.index("# end") + 1))


def traces(add):
    for name, body in {
        "bytes": "a = bytes(1000)\nb = b'x' * 5000\nc = bytearray(700)", "str": "n = 1000\na = 'x' * n\nb = '\\u20ac' * n\nc = '\\U0001f40d' * n\nd = '\\xe9' * n", "object": "a = object()\nb = [object() for i in range(10)]", "slots": "a = S(1)\nb = S(2)\nc = [S(i) for i in range(100)]",
        "list": "a = [None] * 1000\nb = [[] for i in range(100)]\nc = [[None] * 10 for i in range(100)]", "append": "a = []\nfor i in range(1000):\n    a.append(None)", "tuple": "a = tuple([None] * 30)\nb = tuple([None] * 1000)", "set": "a = set()\nb = {None, 1, 2}\nc = set(range(100))",
        "dict": "a = {1: 2}\nb = {i: None for i in range(100)}\nc = {chr(i): None for i in range(65, 90)}", "dict-grow": "d = {}\nfor i in range(200):\n    d[i % 250] = None", "float": "x = 1.5\na = [x * i for i in range(2, 500)]", "dropped": "a = bytes(5000)\ndel a\nb = [bytes(5000) for i in range(10)]\nb.pop()\nb.clear()",
        "replaced": "a = bytes(5000)\na = bytes(6000)\na = None", "big-int": "n = 10\na = n ** 500\nb = n ** 5000", "deque": "from collections import deque\na = deque([None] * 100)", "nested": "a = {'k': [bytes(100), bytes(200)]}\nb = [[[bytes(50)]]]",
        "strings": "a = [str(i) * 3 for i in range(1000, 2000)]", "join": "a = ','.join(['abc'] * 1000)\nb = a.split(',')", "function-call": "def f(n):\n    return bytes(n)\na = f(1000)\nb = f(2000)", "comprehension": "a = [bytes(100) for i in range(50)]\nb = {i: bytes(100) for i in range(50)}",
        "concat": "a = 'ab' * 400\nb = a + a\nc = b[:500]\nd = b.upper()", "instances-dropped": "for i in range(100): S(i)\na = [S(i) for i in range(10)]", "bytearray-grow": "a = bytearray()\nfor i in range(1000):\n    a.append(1)", "generator-values": "a = list(bytes(i) for i in range(100, 120))",
    }.items():
        add("tracemalloc", name, traced(body))
    for name, body in {
        "state": "import tracemalloc as t\nprint(t.is_tracing(), t.get_traceback_limit(), t.get_traced_memory(), t.get_tracemalloc_memory())\nt.start(5)\nprint(t.is_tracing(), t.get_traceback_limit())\nt.start(7)\nprint(t.get_traceback_limit())\nt.stop()\nprint(t.is_tracing(), t.get_traceback_limit(), t.get_traced_memory())",
        "errors": "import tracemalloc as t\nfor f in (lambda: t.start(0), lambda: t.start(-1), lambda: t.start(70000), lambda: t.start('x'), lambda: t.start(1, 2), lambda: t.take_snapshot(), lambda: t.get_object_traceback(), lambda: t.start(2 ** 80)):\n    try: f()\n    except Exception as e: print(type(e).__name__, e)",
        "object": "import tracemalloc as t\nbefore = bytes(100)\nt.start(3)\ndef f():\n    return bytes(200)\ndef g():\n    return f()\na = g()\nprint([(x.lineno) for x in t.get_object_traceback(a)], t.get_object_traceback(before), t.get_object_traceback(a).total_nframe)\nt.clear_traces()\nprint(t.get_object_traceback(a))",
        "limits": "import tracemalloc as t\ndef deep(n): return bytes(100) if n == 0 else deep(n - 1)\nfor limit in (1, 2, 5, 20):\n    t.start(limit)\n    tb = t.get_object_traceback(deep(8))\n    print(limit, len(tb), [f.lineno for f in tb])\n    t.stop()",
        "traced-memory": "import tracemalloc as t\nt.start()\nx = None\na = t.get_traced_memory()[0]\nx = bytes(100000)\nb, p = t.get_traced_memory()\nprint(100033 <= b - a <= 101000, p >= b)\nx = None\nc, q = t.get_traced_memory()\nprint(abs(c - a) < 1000, q >= p)\nt.reset_peak()\nd, r = t.get_traced_memory()\nprint(r < p)",
        "peak": "import tracemalloc as t\nt.start()\ndef f():\n    l = [bytes(1000) for i in range(100)]\n    return len(l)\nf()\nc, p = t.get_traced_memory()\nprint(p > 103000, p < 110000, c < 3000)",
        "compare": "import tracemalloc as t\nt.start()\na = t.take_snapshot()\nkeep = [bytes(1000) for i in range(20)]\nb = t.take_snapshot()\nfor s in b.compare_to(a, 'lineno'):\n    if s.traceback[0].lineno == 4: print(20000 < s.size_diff < 22000, s.count_diff > 19)",
        "filters": "import tracemalloc as t\nt.start()\nx = bytes(5000)\ns = t.take_snapshot()\nf = s.filter_traces([t.Filter(True, '*program.py', lineno=3)])\nprint([(v.size, v.count) for v in f.statistics('lineno')])\ng = s.filter_traces([t.Filter(False, '*program.py')])\nprint(any(v.traceback[0].filename.endswith('program.py') for v in g.statistics('lineno')))\nprint(s.filter_traces([t.DomainFilter(True, 5)]).statistics('filename'))",
        "traceback-group": "import tracemalloc as t\nt.start(10)\ndef f(): return bytes(1000)\ndef g(): return f()\na = g()\nb = [g(), g(), g()]\ns = t.take_snapshot().filter_traces([t.Filter(True, '*program.py', lineno=3)])\nfor v in sorted(s.statistics('traceback'), key=lambda v: v.size): print(v.size, v.count, [x.lineno for x in v.traceback])",
        "traces": "import tracemalloc as t\nt.start()\nx = bytes(1234)\nfor v in t.take_snapshot().traces:\n    if v.size == 1267: print(v.domain, v.size, v.traceback[0].lineno, v.traceback.total_nframe)",
        "is-off": "import tracemalloc as t\nx = bytes(100)\nprint(t.get_object_traceback(x), t.get_traced_memory())\nimport _tracemalloc\nprint(_tracemalloc._get_traces(), _tracemalloc._get_object_traceback(x))\nt.stop(); t.clear_traces(); t.reset_peak()",
        "docs": "import _tracemalloc\nfor n in sorted(dir(_tracemalloc)):\n    if not n.startswith('__'): print(n, getattr(_tracemalloc, n).__text_signature__)",
    }.items():
        add("tracemalloc", name, body)


# ---- sizes
def sizes(add):
    for name, body in {
        "shared-dicts": "class A: pass\nprint([sys.getsizeof(A().__dict__) for i in range(40)])\nclass B:\n    def __init__(self): self.a = self.b = self.c = 1\nprint([sys.getsizeof(B().__dict__) for i in range(40)])",
        "late-attributes": "class C: pass\nxs = [C() for i in range(50)]\nxs[0].q = 1; xs[0].r = 2\nprint(sys.getsizeof(xs[0].__dict__), sys.getsizeof(xs[1].__dict__), sys.getsizeof(C().__dict__))\nxs[1].q = 1; xs[1].r = 1\nprint(sys.getsizeof(xs[1].__dict__))",
        "many-attributes": "class D: pass\nd = D()\nfor i in range(35):\n    setattr(d, 'k%d' % i, 1)\n    print(sys.getsizeof(d.__dict__), end=' ')",
        "vars-changed": "class E:\n    def __init__(self): self.a = self.b = self.c = 1\ne = E()\ne.__dict__.update(z=1)\nprint(sys.getsizeof(e.__dict__))\ndel e.a\nprint(sys.getsizeof(e.__dict__))\ne.__dict__.pop('b')\nprint(sys.getsizeof(e.__dict__))\ne.__dict__ = {'a': 1}\nprint(sys.getsizeof(e.__dict__))\ne = E()\ne.__dict__[1] = 1\nprint(sys.getsizeof(e.__dict__), sys.getsizeof(E().__dict__.copy()), sys.getsizeof(dict(E().__dict__)))",
        "subclasses": "class S(str): pass\nclass B(bytes): pass\nclass L(list): pass\nclass T(tuple): pass\nclass D(dict): pass\nclass F(float): pass\nclass I(int): pass\nclass E(Exception): pass\nclass S0(str): __slots__ = ()\nclass I0(int): __slots__ = ()\nclass L2(list): __slots__ = ('a', 'b')\nfor v in (S('abc'), S('\\u0394'), B(b'abc'), L([1, 2, 3]), T((1, 2)), D(a=1), F(1), I(5), I(2**100), E('x'), S0('abc'), I0(5), L2()): print(type(v).__name__, sys.getsizeof(v))",
        "layouts": "class A: pass\nclass B: __slots__ = ('x', 'y')\nclass B0: __slots__ = ()\nclass BD: __slots__ = ('x', '__dict__')\nclass BW: __slots__ = ('x', '__weakref__')\nclass AB(B): pass\nclass AB2(B): __slots__ = ('z',)\nclass AA(A): __slots__ = ('q',)\nfor c in (A, B, B0, BD, BW, AB, AB2, AA): print(c.__name__, sys.getsizeof(c()), sys.getsizeof(c))",
        "deques": "from collections import deque\nprint([sys.getsizeof(deque(range(n))) for n in (0, 1, 63, 64, 65, 128, 129, 500)], [sys.getsizeof(deque(range(n), maxlen=10)) for n in (0, 9, 64, 200, 1000)])\nd = deque()\no = []\nfor i in range(200):\n    d.appendleft(i)\n    o.append(sys.getsizeof(d))\nwhile d:\n    d.pop()\n    o.append(sys.getsizeof(d))\nprint(o[::9])",
        "ordered": "from collections import OrderedDict, defaultdict, Counter\nfor n in (0, 1, 5, 6, 10, 50): print(sys.getsizeof(OrderedDict.fromkeys(range(n))), sys.getsizeof(defaultdict(int, {i: i for i in range(n)})), sys.getsizeof(Counter(range(n))))",
        "arrays": "from array import array\nfor t in 'bBhHiIlLqQfd': print(t, [sys.getsizeof(array(t, [1] * n)) for n in (0, 1, 5, 20)])\na = array('i')\no = []\nfor i in range(60):\n    a.append(i)\n    o.append(sys.getsizeof(a))\nprint(o)",
        "split": "print([sys.getsizeof(('x ' * n).split()) for n in range(40)])\nprint([sys.getsizeof(('x,' * n).split(',')) for n in range(30)], [sys.getsizeof('a b c d'.split(None, n)) for n in range(5)], [sys.getsizeof(b'a b c d'.split()), sys.getsizeof(b'a,b'.split(b','))])",
        "dict-refill": "d = {str(i): i for i in range(20)}\nfor i in range(15): del d[str(i)]\nprint(sys.getsizeof(d), sys.getsizeof(d.copy()), sys.getsizeof(dict(d)), sys.getsizeof({**d}), sys.getsizeof(d | {}))\no = []\nfor i in range(40):\n    d['k%d' % i] = i\n    o.append(sys.getsizeof(d))\nprint(o)\nfor i in range(20): d.popitem()\nprint(sys.getsizeof(d))",
        "dict-update": "d = {}\nd.update({i: i for i in range(10)})\nprint(sys.getsizeof(d))\nd.update({i: i for i in range(40)})\nprint(sys.getsizeof(d))\nd.update(a=1)\nprint(sys.getsizeof(d))\nd = {}\nd.update([(i, i) for i in range(10)])\nprint(sys.getsizeof(d))\nd = dict.fromkeys('abcdefghijkl')\nd.update({i: i for i in range(10)})\nprint(sys.getsizeof(d))",
        "set-operations": "for n in (0, 1, 5, 9, 20, 100):\n    s = set(range(n))\n    print(n, [sys.getsizeof(x) for x in (s, s.copy(), s | {1}, s & {1}, s - {1}, s ^ {-1}, frozenset(s), {*s}, set(list(s)), set(map(str, s)))])\ns = set(range(100))\nfor i in range(90): s.discard(i)\nprint(sys.getsizeof(s))\ns.add(1000)\nprint(sys.getsizeof(s))\ns.update({1, 2}); s.update(set(range(100)))\nprint(sys.getsizeof(s))\ns -= set(range(95))\nprint(sys.getsizeof(s))",
        "list-deletes": "l = list(range(100))\no = []\nwhile l:\n    del l[len(l) // 3:len(l) // 3 + 7]\n    o.append(sys.getsizeof(l))\nprint(o)\nl = list(range(100))\no = []\nwhile l:\n    l.pop(0)\n    o.append(sys.getsizeof(l))\nprint(o[::5])",
        "code": "def f(a, b=1, *c, d, **e):\n    x = 1\n    return a\ndef g():\n    yield 1\ndef h():\n    n = 1\n    def inner(): return n\n    return inner\nfor v in (f, f.__code__, g, g.__code__, g(), h(), h().__code__, h.__code__, (lambda: 0).__code__, sys._getframe()): print(type(v).__name__, sys.getsizeof(v))",
        "iterators": "import itertools as t\nfor v in (iter({}.items()), iter(set()), iter(b''), iter(bytearray()), iter('\\u0394'), iter(range(2**70)), reversed([]), reversed({}), iter(int, 1), t.count(), t.cycle([1]), t.repeat(1), t.chain([1]), t.islice([1], 1), t.tee([1])[0], t.product([1], [2]), t.permutations([1, 2, 3]), t.combinations([1, 2, 3], 2), t.groupby([1]), t.accumulate([1]), t.starmap(len, []), t.takewhile(len, []), t.zip_longest([], []), t.pairwise([]), t.batched([1], 2)): print(type(v).__name__, sys.getsizeof(v))",
        "natives": "import functools, operator, types, re, random, struct, contextvars, weakref\ndef f(): pass\nfor v in (functools.partial(f), functools.lru_cache(f), functools.cmp_to_key(f), operator.itemgetter(1), operator.attrgetter('a'), operator.methodcaller('a'), types.SimpleNamespace(a=1), list[int], int | str, types.CellType(1), weakref.ref(f), types.MappingProxyType({}), re.compile('a(b)c'), re.match('a(b)', 'ab'), random.Random(), struct.Struct('ii'), contextvars.ContextVar('x'), contextvars.copy_context(), memoryview(b'abc'), memoryview(bytearray(8)).cast('B', (2, 4))): print(type(v).__name__, sys.getsizeof(v))",
        "struct-sequences": "import os, time\nfor v in (sys.version_info, sys.flags, os.stat('.'), time.localtime(), sys.float_info, sys.hash_info): print(type(v).__name__, sys.getsizeof(v))",
        "bytearray-grow": "b = bytearray()\no = []\nfor i in range(100):\n    b.append(1)\n    o.append(sys.getsizeof(b))\nfor i in range(90):\n    b.pop()\n    o.append(sys.getsizeof(b))\nprint(o)\nb.extend(b'x' * 50)\nprint(sys.getsizeof(b))\nb += b'y' * 10\nprint(sys.getsizeof(b))\nb.clear()\nprint(sys.getsizeof(b))",
        "types": "import collections, enum, dataclasses\nclass M(type): pass\nclass MM(metaclass=M): pass\nclass E(enum.Enum): A = 1\nclass SE(enum.StrEnum): A = 'abc'\n@dataclasses.dataclass\nclass DC:\n    x: int = 1\n@dataclasses.dataclass(slots=True)\nclass DS:\n    x: int = 1\nP = collections.namedtuple('P', 'x y')\nfor v in (int, list, collections.deque, M, MM, E, DC, DS, P, E.A, SE.A, DC(), DS(), P(1, 2)): print(sys.getsizeof(v))",
    }.items():
        add("sizes", name, "import sys\n" + body + "\nprint()")
