"""Writes corpus.json: small programs about memory, made by families, with what this CPython (3.14.8 it must be) prints for each.

    python3.14 tests/memory/record.py
"""
import json
import os
import subprocess
import sys
import tempfile

from record_more import families

programs = {}


def add(family, name, source):
    programs[f"{family}/{name}"] = source.strip("\n") + "\n"


# ---- counts
makers = {
    "list": "[]", "dict": "{}", "object": "object()", "instance": "C()", "tuple": "tuple([[]])", "function": "(lambda: 0)", "set": "set()", "bytearray": "bytearray(2)", "generator": "(i for i in ())", "exception": "ValueError()",
}
places = {
    "global": "x = MAKE\nprint(rc(x))\ny = x\nprint(rc(x))\ndel y\nprint(rc(x))",
    "temporary": "print(rc(MAKE))\ndef f():\n    return rc(MAKE)\nprint(f())",
    "local": "def f():\n    x = MAKE\n    y = x\n    a = rc(x)\n    del y\n    return a, rc(x)\nprint(f())",
    "passed": "def g(a):\n    b = a\n    return rc(a), rc(b)\ndef f():\n    x = MAKE\n    return g(x), g(MAKE)\nx = MAKE\nprint(f(), g(x), g(a=x), g(a=MAKE))",
    "two-levels": "def h(a):\n    return rc(a)\ndef g(a):\n    return h(a), rc(a)\ndef f():\n    x = MAKE\n    return g(x)\nprint(f(), g(MAKE))",
    "containers": "def f():\n    x = MAKE\n    l = [x, x]\n    t = (x,)\n    d = {1: x}\n    a = rc(x)\n    l.clear()\n    b = rc(x)\n    d[1] = None\n    return a, b, rc(x)\nprint(f())",
    "attribute": "o = C()\no.a = MAKE\nprint(rc(o.a))\no.b = o.a\nprint(rc(o.a))\ndel o.b\nprint(rc(o.a), rc(o))",
    "closure": "def f():\n    x = MAKE\n    def g():\n        return rc(x)\n    return g(), rc(x), rc(g), rc(g.__closure__[0])\nprint(f())",
    "default": "def f(x=MAKE):\n    return rc(x)\nprint(f(), f(MAKE), rc(f.__defaults__))",
    "star": "def f(*a, **k):\n    return [rc(v) for v in a], [rc(v) for v in k.values()], rc(a), rc(k)\nx = MAKE\nprint(f(x), f(a=x), f(*[x], **{'b': x}), f(MAKE, c=MAKE))",
    "generator": "def g(a):\n    yield rc(a)\n    b = a\n    yield rc(b)\ndef f():\n    x = MAKE\n    i = g(x)\n    return next(i), next(i), rc(x), rc(i)\nprint(f(), list(g(MAKE)))",
    "loops": "def f():\n    x = MAKE\n    r = []\n    for i in [x]: r.append(rc(i))\n    for i in (x, x): r.append(rc(i))\n    for k, i in {1: x}.items(): r.append(rc(i))\n    for k, i in enumerate([x]): r.append(rc(i))\n    for i, j in zip([x], (x,)): r.append(rc(i))\n    return r, [rc(i) for i in [x, x]]\nprint(f())",
    "exception": "def f(x):\n    try:\n        raise KeyError(x)\n    except KeyError as e:\n        return rc(x), rc(e), rc(e.args)\nprint(f(MAKE))\ndef g():\n    x = MAKE\n    try:\n        f(x)\n        1 / 0\n    except ZeroDivisionError as e:\n        tb = e.__traceback__\n    return rc(x), rc(tb), rc(tb.tb_frame)\nprint(g())",
    "reassigned": "def g(a):\n    c = a\n    a = None\n    d = c\n    return rc(c), rc(d)\ndef f():\n    x = MAKE\n    return g(x), rc(x)\nprint(f(), g(MAKE))",
}
for make, text in makers.items():
    for place, body in places.items():
        add("counts", f"{make}-{place}", "import sys\nrc = sys.getrefcount\nclass C: pass\n" + body.replace("MAKE", text))

methods = {
    "plain": "def m(self): return rc(self)", "argument": "def m(self, a=None): return rc(self), rc(a)", "static": "@staticmethod\n    def m(a=None): return rc(a)",
    "class": "@classmethod\n    def m(cls, a=None): return rc(a)", "generator": "def m(self):\n        yield rc(self)",
}
for name, text in methods.items():
    add("counts", f"method-{name}", f"import sys\nrc = sys.getrefcount\nclass C:\n    {text}\ndef show(v): return list(v) if hasattr(v, '__next__') else v\ndef f():\n    o = C()\n    b = o.m\n    return show(o.m()), show(b()), rc(o), rc(b)\nprint(f())\no = C()\nprint(show(o.m()), rc(o), rc(o.m), show(C().m()))")
for dunder, use in {"__len__": "len(o)", "__getitem__": "o[x]", "__add__": "o + x", "__eq__": "o == x", "__call__": "o(x)", "__iter__": "list(o)", "__repr__": "repr(o)", "__hash__": "hash(o)", "__contains__": "x in o", "__bool__": "bool(o)", "__neg__": "-o", "__setitem__": "o.__setitem__(x, x)", "__enter__": "o.__enter__()"}.items():
    body = {"__repr__": "return str(rc(self))", "__iter__": "yield rc(self)", "__bool__": "print(rc(self)); return True", "__contains__": "print(rc(self)); return True"}.get(dunder, "return rc(self)")
    add("counts", f"special{dunder.strip('_')}", f"import sys\nrc = sys.getrefcount\nclass C:\n    def {dunder}(self, *a): {body}\ndef f():\n    o = C()\n    x = object()\n    return {use}, rc(o), rc(x)\nprint(f())\no = C()\nx = object()\nprint({use}, rc(o), rc(x))")

# ---- destruction
holders = {
    "list": ("h = [D('a'), D('b'), D('c')]", "h[0]"), "tuple": ("h = (D('a'), D('b'), D('c'))", "h[0]"), "dict": ("h = {'x': D('a'), 'y': D('b'), 'z': D('c')}", "h['x']"), "set": ("h = {D('a')}", "None"),
    "attributes": ("h = N(); h.x = D('a'); h.y = D('b'); h.z = D('c')", "h.x"), "slots": ("h = S(); h.x = D('a'); h.y = D('b')", "h.x"), "nested": ("h = [[D('a'), [D('b')]], {'k': (D('c'),)}]", "h[0]"),
    "deque": ("from collections import deque; h = deque([D('a'), D('b'), D('c')])", "h[0]"), "closure": ("def mk():\n    a, b = D('a'), D('b')\n    return lambda: (a, b)\nh = mk()", "None"),
    "generator": ("def mk():\n    a = D('a')\n    b = D('b')\n    yield a\nh = mk(); next(h)", "None"), "defaults": ("def h(p=D('a'), *, q=D('b')): pass", "None"), "bound": ("h = D('a').name", "h"), "partial": ("from functools import partial; h = partial(print, D('a'), k=D('b'))", "None"),
    "exception": ("h = ValueError(D('a'), D('b'))", "h.args"), "instance-dict": ("h = N(); h.__dict__.update(x=D('a'), y=D('b'))", "h.x"), "mappingview": ("h = {1: D('a'), 2: D('b')}.values()", "None"), "zip": ("h = zip([D('a')], [D('b')])", "None"), "map": ("h = map(id, [D('a'), D('b')])", "None"),
}
ways = {
    "del": "del h", "rebind": "h = None", "scope": None, "keep-one": "k = KEEP\ndel h\nprint('kept')\ndel k",
}
prelude = "class D:\n    def __init__(self, n): self.n = n\n    def __del__(self): print('del', self.n)\n    def name(self): return self.n\nclass N: pass\nclass S:\n    __slots__ = ('x', 'y')\n"
for holder, (make, keep) in holders.items():
    for way, text in ways.items():
        if way == "scope":
            inner = "\n".join("    " + line for line in make.split("\n"))
            body = f"def f():\n{inner}\n    print('leaving')\nf()"
        else:
            body = make + "\n" + text.replace("KEEP", keep)
        add("destruction", f"{holder}-{way}", prelude + body + "\nprint('end')")

singles = {
    "loop-variable": "for i in range(3): d = D(i)\nprint('after')\ndel d",
    "comprehension": "[D(i) for i in range(3)]\nprint('after')",
    "argument": "def f(d): print('in', d.n)\nf(D('a'))\nprint('after')",
    "expression": "D('a').n + 'x'\nprint('after')",
    "exception-variable": "try:\n    raise ValueError(D('a'))\nexcept ValueError as e:\n    print('caught')\nprint('after')",
    "exception-frame": "def f():\n    d = D('local')\n    1 / 0\ntry:\n    f()\nexcept ZeroDivisionError:\n    print('handling')\nprint('after')",
    "locals-order": "def f():\n    a = D('a'); b = D('b'); c = D('c')\nf()\nprint('after')",
    "locals-order-arguments": "def f(a, b, *c, **d):\n    e = D('e')\nf(D('a'), D('b'), D('c'), k=D('d'))\nprint('after')",
    "swap": "a, b = D('a'), D('b')\na, b = b, a\ndel a\nprint('x')\ndel b",
    "resurrect": "class R:\n    def __del__(self):\n        global kept\n        print('del')\n        kept = self\nr = R()\ndel r\nprint(kept is not None)\ndel kept\nprint('after')",
    "del-raises": "import sys\nsys.unraisablehook = lambda a: print(a.exc_type.__name__, a.exc_value, a.err_msg.split(' at ')[0][:60])\nclass R:\n    def __del__(self): raise KeyError('x')\nR()\nprint('after')",
    "list-slice": "h = [D(i) for i in range(5)]\ndel h[1:3]\nprint('x')\nh[:] = []\nprint('y')",
    "list-pop": "h = [D(i) for i in range(3)]\nh.pop()\nprint('x')\nh.pop(0)\nprint('y')",
    "dict-overwrite": "h = {'a': D(1)}\nh['a'] = D(2)\nprint('x')\nh.update(a=D(3))\nprint('y')\nh.pop('a')\nprint('z')",
    "list-clear": "h = [D(i) for i in range(3)]\nh.clear()\nprint('x')",
    "dict-clear": "h = {i: D(i) for i in range(3)}\nh.clear()\nprint('x')",
    "global-del": "d = D('g')\ndef f():\n    global d\n    del d\n    print('in f')\nf()",
    "attribute-overwrite": "o = N()\no.a = D(1)\no.a = D(2)\nprint('x')\ndel o.a\nprint('y')",
    "chain": "class L: pass\nhead = None\nfor i in range(200000):\n    n = L()\n    n.next = head\n    head = n\nhead.d = D('head')\ndel n\ndel head\nprint('gone')",
    "chain-tuples": "t = ()\nfor i in range(200000): t = (t, 1)\ndel t\nprint('gone')",
    "generator-finally": "def g():\n    try: yield 1\n    finally: print('finally')\ni = g()\nnext(i)\ndel i\nprint('after')",
    "generator-loop": "def g():\n    d = D('in g')\n    yield 1\n    yield 2\nfor v in g():\n    print(v)\n    break\nprint('after')",
    "with": "class W:\n    def __enter__(self): return D('w')\n    def __exit__(self, *a): print('exit')\nwith W() as w: print('in')\ndel w\nprint('after')",
    "with-unbound": "class W:\n    def __enter__(self): return D('w')\n    def __exit__(self, *a): print('exit')\nwith W(): print('in')\nprint('after')",
    "class-body": "class K:\n    d = D('k')\nimport gc\ndel K\nprint('cycle')\ngc.collect()\nprint('after')",
    "return-value": "def f(): return D('r')\nf()\nprint('x')\nv = f()\nprint('y')\nv = None",
    "sorted": "sorted([D(2), D(1)], key=lambda d: d.n)\nprint('x')",
    "star-unpack": "a, *b = [D(1), D(2), D(3)]\ndel b\nprint('x')\ndel a",
    "augmented": "l = [D(1)]\nl += [D(2)]\nl = l + [D(3)]\nprint('x')\ndel l",
    "lambda-default": "f = lambda d=D('d'): d\nprint('x')\nf.__defaults__ = None\nprint('y')",
    "cell-rebind": "def f():\n    d = D(1)\n    def g():\n        nonlocal d\n        d = D(2)\n    g()\n    print('x')\nf()\nprint('y')",
}
for name, body in singles.items():
    add("destruction", name, prelude + body)

# ---- weak references
weak = {
    "order": "o = C()\nr = [weakref.ref(o, lambda r, i=i: print('cb', i, r() is None)) for i in range(3)]\ndel o\nprint('x')",
    "callback-and-del": "class D(C):\n    def __del__(self): print('del')\no = D()\nr = weakref.ref(o, lambda r: print('cb'))\ndel o",
    "shared": "o = C()\na = weakref.ref(o)\nb = weakref.ref(o)\nc = weakref.ref(o, lambda r: None)\nprint(a is b, a is c, weakref.getweakrefcount(o), len(weakref.getweakrefs(o)))",
    "dead-callback": "o = C()\nr = weakref.ref(o, print)\ndel r\ndel o\nprint('quiet')",
    "callback-raises": "import sys\nsys.unraisablehook = lambda a: print(a.exc_type.__name__, a.err_msg[:40])\no = C()\nr = weakref.ref(o, lambda r: 1 / 0)\ndel o",
    "proxy": "o = C()\no.x = 1\np = weakref.proxy(o)\nprint(p.x)\ndel o\ntry: p.x\nexcept ReferenceError as e: print(e)",
    "value-dict": "d = weakref.WeakValueDictionary()\no = C()\nd['a'] = o\nprint(len(d), 'a' in d)\ndel o\nprint(len(d), 'a' in d, list(d.items()))",
    "key-dict": "d = weakref.WeakKeyDictionary()\no = C()\nd[o] = 1\nprint(len(d), o in d)\ndel o\nprint(len(d), list(d.values()))",
    "set": "s = weakref.WeakSet()\no, q = C(), C()\ns.add(o); s.add(q)\nprint(len(s))\ndel o\nprint(len(s), q in s)",
    "finalize": "o = C()\nf = weakref.finalize(o, print, 'gone', 1)\nprint(f.alive)\ndel o\nprint(f.alive, f())",
    "finalize-call": "o = C()\nf = weakref.finalize(o, lambda: 'answer')\nprint(f(), f.alive, f())\ndel o",
    "finalize-detach": "o = C()\nf = weakref.finalize(o, print, 'gone')\nprint(f.detach() is not None, f.alive)\ndel o\nprint('quiet')",
    "finalize-exit": "o = C()\nfor i in range(3): weakref.finalize(o, print, 'exit', i)\nprint('end')",
    "finalize-no-exit": "o = C()\nf = weakref.finalize(o, print, 'never')\nf.atexit = False\nprint('end')",
    "method": "class M:\n    def m(self): return 'm'\no = M()\nr = weakref.WeakMethod(o.m)\nprint(r()())\ndel o\nprint(r())",
    "iterate": "d = weakref.WeakValueDictionary()\nl = [C() for i in range(3)]\nfor i, o in enumerate(l): d[i] = o\ndel o\nit = iter(d)\nnext(it)\ndel l\nprint(len(d))\ndel it\nprint(len(d))",
    "hash": "class H:\n    def __hash__(self): return 7\no = H()\nr = weakref.ref(o)\nprint(hash(r))\ndel o\nprint(hash(r))\nq = weakref.ref(H())\ntry: hash(q)\nexcept TypeError as e: print(e)",
    "equal": "a, b = C(), C()\nr, s = weakref.ref(a), weakref.ref(b)\nprint(r == s, r == weakref.ref(a), r != s)\ndel a, b\nprint(r == s, r == r)",
    "cycle": "import gc\no = C()\no.me = o\nr = weakref.ref(o, lambda r: print('cb'))\ndel o\nprint(r() is None)\ngc.collect()\nprint(r() is None)",
    "cycle-both": "import gc\no = C()\no.me = o\no.r = weakref.ref(o, lambda r: print('never'))\ndel o\ngc.collect()\nprint('end')",
    "types": "for v in [1, 'a', None, (), [], {}, object(), 1.5, C(), C, len, lambda: 0, set(), frozenset(), weakref, type, range(3), (i for i in ())]:\n    try: print(type(v).__name__, weakref.ref(v) is not None)\n    except TypeError as e: print(e)",
    "subclass": "class R(weakref.ref):\n    def __new__(cls, o, tag): return super().__new__(cls, o)\n    def __init__(self, o, tag):\n        super().__init__(o)\n        self.tag = tag\no = C()\na, b = R(o, 1), R(o, 2)\nprint(a is b, a.tag, b.tag, a() is o, weakref.getweakrefcount(o))",
    "resurrect": "kept = []\nclass Z:\n    def __del__(self): kept.append(self)\no = Z()\nr = weakref.ref(o)\ndel o\nprint(r() is None, len(kept))",
    "class-count": "print(weakref.getweakrefcount(C))\nclass E(C): pass\nprint(weakref.getweakrefcount(C), weakref.getweakrefcount(E))",
}
for name, body in weak.items():
    add("weak", name, "import weakref\nclass C: pass\n" + body)

# ---- the collector
kept = {
    "lists": "[]", "dicts": "{}", "tuples": "(i,)", "tuples2": "(i, [])", "sets": "set()", "instances": "C()", "slots": "S()", "functions": "lambda: i", "generators": "(x for x in ())", "nested": "[[i], (i,), {i: i}]", "attributes": "A(i)",
    "methods": "C().__init__", "iterators": "iter([i])", "copies": "[1, 2].copy()", "slices": "[1, 2][1:]", "sorted": "sorted([2, 1])", "split": "'a b'.split()", "divmod": "divmod(i, 3)", "star": "(lambda *k: k)(i)", "kwargs": "(lambda **k: k)(a=i)",
    "strings": "str(i)", "floats": "i / 2", "exceptions": "err(i)", "closures": "clo(i)", "views": "{1: 2}.items()", "ranges": "range(i)", "partition": "'a b'.partition(' ')", "property": "property()", "dict-copies": "{1: 2}.copy()", "comprehension": "[x for x in range(i)]", "enumerate": "enumerate([i])", "reversed": "reversed([i])",
}
gcprelude = "import gc\nclass C: pass\nclass S: __slots__ = ('a',)\nclass A:\n    def __init__(self, i): self.i = i\ndef clo(i):\n    def g(): return i\n    return g\ndef err(i):\n    try: raise ValueError(i)\n    except ValueError as e: return e\n"
for name, text in kept.items():
    add("collector", f"counts-{name}", gcprelude + f"gc.collect()\ngc.disable()\nkeep = []\nbefore = None\nfor i in range(60):\n    keep.append({text})\n    if i % 10 == 9:\n        n = gc.get_count()[0]\n        print(n - before if before is not None else 'start')\n        before = n")
    add("collector", f"dropped-{name}", gcprelude + f"gc.collect()\ngc.disable()\nbefore = None\nfor i in range(60):\n    v = {text}\n    if i % 10 == 9:\n        n = gc.get_count()[0]\n        print(n - before if before is not None else 'start')\n        before = n")
automatic = {
    "cycles": "class N:\n    def __init__(self): self.me = self\ndef f(n):\n    for i in range(n): N()", "lists": "def f(n):\n    l = []\n    for i in range(n): l.append([i])", "dicts": "def f(n):\n    l = []\n    for i in range(n): l.append({'a': [i]})", "pairs": "def f(n):\n    l = []\n    for i in range(n): l.append((i, [i]))",
    "comprehension": "def f(n): return [[i] for i in range(n)]", "objects": "class N: pass\ndef f(n): return [N() for i in range(n)]", "closures": "def f(n): return [lambda: i for i in range(n)]",
}
for name, body in automatic.items():
    for limits in ((2000, 10, 10), (100, 5, 3), (500, 2, 2)):
        add("collector", f"automatic-{name}-{limits[0]}", f"import gc\nlog = []\ndef cb(phase, info): log.append((phase, info['generation'], info['collected']))\n{body}\nf(10)\ngc.collect()\ngc.set_threshold{limits}\ngc.callbacks.append(cb)\nf(8000)\ngc.callbacks.clear()\nprint(len(log))\nprint([e[1] for e in log if e[0] == 'start'])")
for name, body in {
    "stats": "gc.collect()\na = gc.get_stats()\nx = []; x.append(x); del x\ngc.collect()\nb = gc.get_stats()\nprint([{k: b[i][k] - a[i][k] for k in b[i]} for i in range(3)])",
    "generations": "gc.collect(); gc.disable()\nx = [[]]\nprint(any(o is x for o in gc.get_objects(0)))\ngc.collect(0)\nprint(any(o is x for o in gc.get_objects(1)))\ngc.collect(1)\nprint(any(o is x for o in gc.get_objects(2)))",
    "thresholds": "print(gc.get_threshold())\ngc.set_threshold(5)\nprint(gc.get_threshold())\ngc.set_threshold(5, 6)\nprint(gc.get_threshold())\ngc.set_threshold(0)\nprint(gc.get_threshold(), gc.isenabled())",
    "saveall": "gc.collect()\ngc.set_debug(gc.DEBUG_SAVEALL)\nx = []; x.append(x); del x\nprint(gc.collect(), len(gc.garbage))\ngc.set_debug(0)\ngc.garbage.clear()",
    "referrers": "x = []\ny = [x]\nz = {'k': x}\nprint(sorted(type(o).__name__ for o in gc.get_referrers(x) if o is y or o is z))\nprint(gc.get_referents(y) == [[]], gc.get_referents({1: 'a', 'b': 2}), gc.get_referents((1, 'x', None)))",
    "tracked": "class S: __slots__ = ()\nfor v in [1, 'a', None, (), (1,), (1, []), [], {}, {1: 2}, {'a': []}, set(), frozenset(), object(), gc, len, lambda: 0, S(), type, 1.5, b'', range(2), slice(1), iter([])]: print(type(v).__name__, gc.is_tracked(v))",
    "untrack": "t = tuple([1, 2, 'a'])\nu = tuple([1, []])\nprint(gc.is_tracked(t), gc.is_tracked(u))\ngc.collect()\nprint(gc.is_tracked(t), gc.is_tracked(u))",
    "freeze": "gc.collect()\ngc.freeze()\nprint(gc.get_freeze_count() > 0)\nx = []; x.append(x); del x\nprint(gc.collect())\ngc.unfreeze()\nprint(gc.get_freeze_count())",
    "finalized": "class D:\n    def __del__(self):\n        global k\n        k = self\nd = D()\nprint(gc.is_finalized(d))\ndel d\nprint(gc.is_finalized(k))",
    "del-order": "class D:\n    def __init__(self, n): self.n = n\n    def __del__(self): print(self.n)\na, b, c = D('a'), D('b'), D('c')\na.o, b.o, c.o = b, c, a\ndel a, b, c\nprint(gc.collect())",
    "resurrect": "class D:\n    def __del__(self): k.append(self)\nk = []\nd = D()\nd.me = d\ndel d\nprint(gc.collect(), len(k))\nk.clear()\nprint(gc.collect(), len(k))",
    "errors": "for f in (lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.get_objects(3), lambda: gc.get_objects(-2), lambda: gc.set_threshold(), lambda: gc.get_objects('a')):\n    try: f()\n    except Exception as e: print(type(e).__name__, e)",
}.items():
    add("collector", name, "import gc\n" + body)

# ---- sizes
sizes = {
    "int": "[0, 1, -1, 2**30 - 1, 2**30, 2**60, 10**100, True]", "float": "[0.0, 1.5, 1j]", "str": "['', 'a', 'abc', 'é', 'é' * 10, '€', '€' * 5, '\\U0001f40d', 'a\\U0001f40d']", "bytes": "[b'', b'a', b'abc' * 7]", "tuple": "[(), (1,), (1, 2, 3), tuple(range(100))]",
    "list": "[[], [1], [1, 2, 3], list(range(10)), [0] * 7, [None] * 100, list('abc')]", "dict": "[{}, {1: 2}, {i: i for i in range(6)}, {str(i): i for i in range(6)}, {i: i for i in range(100)}, dict(a=1)]", "set": "[set(), {1}, set(range(5)), set(range(100)), frozenset(), frozenset([1, 2])]",
    "singletons": "[None, ..., NotImplemented, True]", "functions": "[len, print, [].append, 'a'.join]", "lambda": "[lambda: 0, (i for i in ()), iter([]), iter(()), iter({}), iter('a'), iter(range(3))]", "range": "[range(3), range(10**20), slice(1, 2), slice(None)]", "views": "[{}.keys(), {}.values(), {}.items(), enumerate([]), zip(), map(len, []), filter(None, []), reversed([])]",
    "descriptors": "[property(), staticmethod(len), classmethod(len), super(C, C()), C().m, C.m]", "instances": "[object(), C(), S(), S2(), E(), L(), T(), Dd()]", "classes": "[int, type, object]", "exceptions": "[Exception(), ValueError('a'), OSError(2, 'x'), KeyError(1), StopIteration(), ImportError(), SystemExit(), AttributeError()]",
    "bytearrays": "[bytearray(), bytearray(b'a'), bytearray(100), memoryview(b'abc')]", "modules": "[sys, sys.implementation]", "collections": "[collections.deque(), collections.OrderedDict(), collections.Counter(), collections.defaultdict(int), collections.namedtuple('P', 'x y')(1, 2)]",
}
for name, text in sizes.items():
    add("sizes", name, f"import sys, collections\nclass C:\n    def m(self): pass\nclass S: __slots__ = ()\nclass S2: __slots__ = ('a', 'b')\nclass E(Exception): pass\nclass L(list): pass\nclass T(tuple): pass\nclass Dd(dict): pass\nfor v in {text}: print(type(v).__name__, sys.getsizeof(v))")
for name, body in {
    "list-append": "l = []\nfor i in range(40):\n    l.append(i)\n    print(sys.getsizeof(l), end=' ')\nfor i in range(30):\n    l.pop()\n    print(sys.getsizeof(l), end=' ')", "list-extend": "l = []\nfor i in range(12):\n    l.extend(range(i))\n    print(sys.getsizeof(l), end=' ')", "list-insert": "l = [1]\nfor i in range(20):\n    l.insert(0, i)\n    print(sys.getsizeof(l), end=' ')",
    "comprehension": "for n in range(20): print(sys.getsizeof([i for i in range(n)]), sys.getsizeof(list(range(n))), sys.getsizeof(list(i for i in range(n))), end=' ')", "dict-grow": "d = {}\nfor i in range(60):\n    d[i] = i\n    print(sys.getsizeof(d), end=' ')", "dict-str": "d = {}\nfor i in range(60):\n    d[str(i)] = i\n    print(sys.getsizeof(d), end=' ')",
    "set-grow": "s = set()\nfor i in range(70):\n    s.add(i)\n    print(sys.getsizeof(s), end=' ')", "dict-delete": "d = {i: i for i in range(30)}\nfor i in range(29): del d[i]\nprint(sys.getsizeof(d))\nd[99] = 1\nprint(sys.getsizeof(d))\nd.clear()\nprint(sys.getsizeof(d))", "instance-dict": "class C: pass\nc = C()\nfor i in range(12):\n    setattr(c, 'a%d' % i, i)\n    print(sys.getsizeof(c), sys.getsizeof(c.__dict__), end=' ')", "custom": "class C:\n    def __sizeof__(self): return 10\nclass B:\n    def __sizeof__(self): return 'a'\nprint(sys.getsizeof(C()), sys.getsizeof(B(), -1))\ntry: sys.getsizeof(B())\nexcept TypeError as e: print(e)",
    "list-ops": "a = [1, 2, 3]\nprint(sys.getsizeof(a * 3), sys.getsizeof(a + a), sys.getsizeof(a[:]), sys.getsizeof(a[1:]), sys.getsizeof(sorted(a)), sys.getsizeof([*a, *a]), sys.getsizeof(a.copy()))\na *= 2\nprint(sys.getsizeof(a))\na += [1]\nprint(sys.getsizeof(a))\ndel a[2:]\nprint(sys.getsizeof(a))\na.clear()\nprint(sys.getsizeof(a))",
}.items():
    add("sizes", name, "import sys\n" + body + "\nprint()")

# ---- the end of the program
for name, body in {
    "globals": "a = D('a')\nb = D('b')\n_c = D('_c')\nprint('end')", "atexit": "import atexit\natexit.register(print, 'one')\natexit.register(print, 'two')\nd = D('d')\nprint('end')", "cycle": "d = D('d')\nd.me = d\nprint('end')", "in-list": "l = [D(1), D(2)]\nprint('end')", "class-attribute": "class K:\n    d = D('k')\nprint('end')",
    "function-default": "def f(d=D('f')): pass\nprint('end')", "sees-globals": "g = 'still here'\nclass X:\n    def __del__(self): print(g)\nx = X()\nprint('end')", "generator": "def g():\n    try: yield 1\n    finally: print('finally')\ni = g()\nnext(i)\nprint('end')", "exit": "import sys\nd = D('d')\nsys.exit(0)", "atexit-raises": "import atexit, sys\natexit.register(print, 'still')\nprint('end')", "atexit-registers": "import atexit\natexit.register(lambda: atexit.register(print, 'late'))\nprint('end')",
}.items():
    add("end", name, prelude + body)


families(add)


def main():
    if sys.version_info[:3] != (3, 14, 8):
        sys.exit("record.py: CPython 3.14.8 is needed")
    entries = []
    with tempfile.TemporaryDirectory() as folder:
        for name, source in programs.items():
            path = os.path.join(folder, "program.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(source)
            done = subprocess.run([sys.executable, path], capture_output=True, env={"PYTHONHASHSEED": "0", "LANG": "C.UTF-8"}, timeout=60)
            output = done.stdout.decode()
            if done.stderr:
                sys.exit(f"record.py: {name}\n{done.stderr.decode()}")
            entries.append({"name": name, "source": source, "output": output})
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "corpus.json"), "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(entry) for entry in entries) + "\n]\n")
    print(len(entries), "programs")


main()
