# Attributes of functions: reading, setting, deleting.
import warnings
warnings.simplefilter("always")
def f(a, b: int = 1, *args: str, c, d=2, **kw) -> float:
    "doc"
    return a
for name in ("__name__", "__qualname__", "__doc__", "__module__", "__defaults__", "__kwdefaults__", "__annotations__", "__closure__", "__type_params__", "__dict__"):
    print(name, getattr(f, name))
def t(name, *value):
    def g(x=1): "d"
    try:
        setattr(g, name, *value) if value else delattr(g, name)
        print(name, value, "->", repr(getattr(g, name)))
    except Exception as e: print(name, value, type(e).__name__, e)
for name, values in {"__name__": ["n", 1], "__qualname__": ["q", None], "__doc__": [1, None], "__module__": ["m", None], "__defaults__": [(1, 2), None, [1]], "__kwdefaults__": [{"a": 1}, None, 5], "__annotations__": [{"x": 1}, None, 3], "__type_params__": [(1,), [1], None], "__dict__": [{"z": 1}, 1], "__closure__": [None], "__globals__": [{}], "__builtins__": [{}], "__code__": [1], "__annotate__": [None, 1, lambda fmt: {"q": 1}], "custom": [1]}.items():
    for v in values:
        if name == "__annotate__" and callable(v): continue
        t(name, v)
    t(name)
def gen(): yield
def plain(): return 1
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); plain.__code__ = gen.__code__; print([str(x.message) for x in w], type(plain()).__name__)
def outer():
    v = 1
    def inner(): return v
    return inner
try: gen.__code__ = outer().__code__
except ValueError as e: print(e)
h = outer(); print(h.__closure__[0].cell_contents); h.__closure__[0].cell_contents = 9; print(h())
f.__defaults__ = (5,); f.__kwdefaults__ = {"c": 1, "d": 2}; print(f(3))
f.__annotate__ = lambda fmt: {"made": fmt}; print(f.__annotations__, f.__annotations__ is f.__annotations__)
del f.__annotations__; print(f.__annotations__, f.__annotate__)
def s[T, *U](x: T): pass
print(s.__type_params__, s.__annotations__)
print((lambda: 0).__name__, (lambda: 0).__qualname__, outer().__qualname__, repr(outer()).split(" at ")[0])
