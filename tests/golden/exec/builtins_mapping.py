# exec and eval with every kind of globals, locals and __builtins__.
import builtins, types, collections
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__ + ":", e)
class Log(dict):
    def __getitem__(self, k): print("get", k); return super().__getitem__(k)
    def __setitem__(self, k, v): print("set", k, v); super().__setitem__(k, v)
    def __delitem__(self, k): print("del", k); super().__delitem__(k)
    def __missing__(self, k): print("missing", k); raise KeyError(k)
class Map:
    def __init__(self, **d): self.d = d
    def __getitem__(self, k): print("map get", k); return self.d[k]
    def __setitem__(self, k, v): print("map set", k, v); self.d[k] = v
    def __delitem__(self, k): print("map del", k); del self.d[k]
    def keys(self): return self.d.keys()
# locals as mappings
exec("a = 1\nb = a + 1\ndel a\nc = len([b])", {}, Log())
exec("x = y\nz = x", {"y": 5}, Map())
show(eval, "p + q", {"q": 3}, Map(p=4))
show(eval, "nowhere", {}, Map())
show(eval, "[v for v in (1, 2) if v > lim]", {}, {"lim": 1})
show(eval, "(lambda: lim)()", {}, {"lim": 1})
show(eval, "locals() is loc", {}, (d := {})) ; d["loc"] = d
show(eval, "locals() is loc", {}, d)
show(exec, "del missing_name", {}, Map())
show(exec, "del missing_name", {})
show(exec, "class C:\n  u = v\nprint(C.u)", {"v": "global"}, {"v": "local"})
show(exec, "def f(): return v\nprint(f())", {"v": "global"}, {"v": "local"})
# __builtins__ of several kinds
show(eval, "len('abc')", {"__builtins__": {"len": lambda s: "my len"}})
show(eval, "len('abc')", {"__builtins__": {}})
show(eval, "len('abc')", {"__builtins__": types.SimpleNamespace(len=1)})
show(eval, "len('abc')", {"__builtins__": builtins})
mod = types.ModuleType("mod"); mod.len = lambda s: "module len"
show(eval, "len('abc')", {"__builtins__": mod})
show(eval, "len('abc')", {"__builtins__": None})
show(eval, "len('abc')", {"__builtins__": 5})
show(eval, "len('abc')", {"__builtins__": Log(len=lambda s: "logged")})
show(eval, "unknown", {"__builtins__": Log()})
show(exec, "import os", {"__builtins__": {}})
show(exec, "class A: pass", {"__builtins__": {}})
show(exec, "class A: pass\nprint(A)", {"__builtins__": {"__build_class__": lambda f, n, *b: ("built", n, b), "print": print}})
show(exec, "assert 0", {"__builtins__": {}})
show(exec, "import os.path as p, sys\nprint(p)", {"__builtins__": {"__import__": lambda *a: print(a[0], a[3], a[4]) or types.SimpleNamespace(path="the path"), "print": print}})
show(exec, "from a.b import c, d as e\nprint(c, e)", {"__builtins__": {"__import__": lambda n, g, l, fl, lv: print(n, fl, lv) or types.SimpleNamespace(c=1, d=2), "print": print}})
show(exec, "from . import q", {"__builtins__": {"__import__": lambda n, g, l, fl, lv: print(n, fl, lv) or types.SimpleNamespace(q=1)}, "__package__": "pkg"})
show(exec, "print(__build_class__)", {"__builtins__": {"print": print}})
g = {}
exec("pass", g); print(list(g), g["__builtins__"] is builtins.__dict__, type(g["__builtins__"]))
g = {"__builtins__": {"print": print, "y": 8}}
exec("def f(): return y", g); f = g["f"]
print(f(), f.__builtins__ is g["__builtins__"], f.__globals__ is g)
g["__builtins__"] = {"y": 9}
print(f(), f.__builtins__)
h = types.FunctionType(f.__code__, {"__builtins__": {"y": 10}}); print(h(), h.__builtins__)
h = types.FunctionType(f.__code__, {"y": 11}); print(h(), h.__builtins__ is builtins.__dict__)
# wrong arguments
show(exec); show(exec, 1); show(exec, "1", 1); show(exec, "1", {}, 1); show(exec, "1", None, None)
show(eval); show(eval, 1); show(eval, "1", 1); show(eval, "1", {}, 1); show(eval, "1", [], {}); show(eval, "1", types.MappingProxyType({}))
show(eval, "1", {}, types.MappingProxyType({"a": 1})); show(exec, "a = 1", {}, types.MappingProxyType({}))
show(eval, "a", globals={"a": 3}); show(eval, "a", locals={"a": 4}); show(exec, "print(a, b)", globals={"a": 1, "b": 2}, locals={"b": 3})
show(exec, "print(1)", closure=()); show(eval, source="1"); show(exec, "1", {}, {}, {}); show(eval, "1", {}, {}, {})
show(eval, " \t 1 + 1 \n"); show(eval, b"1 + 1"); show(eval, bytearray(b"2 + 2")); show(eval, memoryview(b"3 + 3")); show(eval, "a = 1"); show(eval, ""); show(eval, "1\n2"); show(eval, "1; 2"); show(eval, "\x00")
def outer():
    n = 7
    def inner(): return n
    return inner
inner = outer(); code = inner.__code__
cell = types.CellType("celled")
show(exec, code); show(exec, code, {}, closure=(cell,)); show(exec, code, closure=(cell, cell)); show(exec, code, closure=[cell]); show(exec, code, closure=(1,)); show(exec, compile("1", "f", "exec"), closure=(cell,)); show(eval, code)
def args(a, *b): return a
show(exec, args.__code__); show(eval, args.__code__)
show(eval, compile("1 + 1", "f", "eval"), {}, {}); show(eval, compile("x = 5", "f", "exec"), (d := {})); print(d["x"])
show(exec, compile("5", "f", "single")); show(eval, compile("x", "f", "single"), {"x": "shown"})
dd = collections.defaultdict(lambda: "default"); show(eval, "anything", {}, dd); print(dict(dd)); show(eval, "anything", dd)
cm = collections.ChainMap({"a": 1}, {"b": 2}); exec("a = a + b; c = a", {}, cm); print(cm)
