# Function objects, methods, builtins and partials: attributes, assignment, comparison, binding, signatures.
import inspect, types, functools
def show(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__ + ":", e)
def f(a, /, b: int = 1, *args, c, d=2, **kw) -> str:
    "doc"
    local = 1
    return a, b, args, c, d, kw
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__closure__, f.__dict__, f.__type_params__, f.__annotations__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_nlocals, f.__code__.co_flags, inspect.signature(f))
f.attr = 5; print(f.attr, vars(f), "attr" in dir(f)); del f.attr
for n, v in (("__name__", 5), ("__name__", "g"), ("__qualname__", None), ("__qualname__", "Q.g"), ("__defaults__", 5), ("__defaults__", (9, 8)), ("__kwdefaults__", []), ("__kwdefaults__", {"c": 3}), ("__code__", 5), ("__code__", (lambda: 0).__code__), ("__dict__", 5), ("__dict__", {"z": 1}), ("__doc__", 7), ("__module__", 3), ("__globals__", {}), ("__closure__", ()), ("__builtins__", {}), ("__annotations__", 5), ("__annotations__", None), ("__type_params__", 5), ("__type_params__", ()), ("nope", 1)): show(setattr, f, n, v)
show(f, 1); 
for n in ("__name__", "__qualname__", "__defaults__", "__kwdefaults__", "__code__", "__dict__", "__doc__", "__module__", "__annotations__", "__type_params__", "__globals__", "nope"): show(delattr, f, n)
def cl():
    x = 1; y = 2
    def inner(): return x, y
    return inner
i = cl(); print(i.__closure__[0].cell_contents, i.__code__.co_freevars, [c.cell_contents for c in i.__closure__]); i.__closure__[0].cell_contents = "new"; print(i()); show(setattr, i, "__code__", (lambda: 0).__code__); del i.__closure__[1].cell_contents; show(i); show(lambda: i.__closure__[1].cell_contents); show(lambda: types.CellType() == types.CellType()); show(lambda: types.CellType(1) < types.CellType(2)); show(lambda: types.CellType(1, 2)); show(lambda: repr(types.CellType())[:6])
for a in ((), (5,), (i.__code__,), (i.__code__, {}), (i.__code__, {}, None, None, ()), (i.__code__, {}, None, None, (1, 2)), (i.__code__, {}, "n", None, i.__closure__), (f.__code__, {}, 5), (f.__code__, {}, "n", 5), (f.__code__, {}, "n", (), ()), (f.__code__, {}, "n", (), i.__closure__), (f.__code__, []), (f.__code__, {}, None, None, None, {"k": 1})): show(lambda: types.FunctionType(*a).__name__)
class C:
    def m(self, x=1): return x
    @classmethod
    def c(cls): return cls
    @staticmethod
    def s(): return "s"
o = C(); m = o.m
print(m.__self__ is o, m.__func__ is C.m, m.__name__, m.__qualname__, m.__doc__, m == o.m, m is o.m, hash(m) == hash(o.m), C().m == C().m, C.c.__self__, C.c == C().c, C.s is C().s, m.__call__(5), m.__get__(5) is m, type(m).__name__, type(C.m).__name__, inspect.signature(m), m.__defaults__); show(setattr, m, "x", 1); show(setattr, m, "__self__", 1); show(lambda: m < m); show(types.MethodType, 5, 1); show(types.MethodType, len, None); show(types.MethodType); show(lambda: types.MethodType(len, [1, 2])()); show(lambda: types.MethodType(C.m, 1)()); o.dyn = types.MethodType(lambda s: s is o, o); print(o.dyn()); C.m.extra = 1; print(m.extra, o.m.extra); C.late = lambda self: "late"; print(o.late()); C.notbound = len; show(lambda: o.notbound()); C.part = functools.partial(lambda *a: a, 1); show(lambda: len(o.part()))
for b in (len, [].append, "".join, dict.fromkeys, str.upper, int.__add__, (5).__add__, object.__init__, type.__call__, dict.__dict__["fromkeys"], int.__dict__["real"], type.__dict__["__mro__"], print): print(type(b).__name__, b.__name__, b.__qualname__, getattr(b, "__module__", "-"), type(getattr(b, "__self__", None)).__name__, getattr(b, "__objclass__", None), getattr(b, "__text_signature__", "-"))
print([].append == [].append, (l := []).append == l.append, (5).__add__ == (5).__add__, len == len, hash(l.append) == hash(l.append), str.upper is str.upper, inspect.isbuiltin(len), inspect.ismethod(m), inspect.isfunction(C.m), inspect.isroutine(str.upper), inspect.ismethoddescriptor(str.upper)); show(str.upper); show(str.upper, 5); show(str.upper.__get__, 5); show(lambda: str.upper.__get__("a")()); show(lambda: str.upper.__get__(None, str) is str.upper); show(int.__add__, 1); show(int.__add__, 1, 2, 3); show(int.__add__, "a", 1); show(lambda: dict.__dict__["fromkeys"](dict, "a")); show(lambda: dict.__dict__["fromkeys"](5)); show(lambda: int.__dict__["real"].__get__(5)); show(lambda: int.__dict__["real"].__set__(5, 1)); show(setattr, len, "x", 1); show(lambda: f.__get__(1).__self__); show(lambda: f.__get__(None, int) is f); show(lambda: f.__get__(None)); show(lambda: f.__get__()); show(lambda: f.__call__.__name__); show(lambda: (lambda: 0).__name__); show(lambda: [x.__name__ for x in (lambda: 0, lambda x: x)])
