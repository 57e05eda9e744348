# Names: global, nonlocal, class scopes, comprehensions, walrus, del, unbound.
x = "global"
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
def unbound():
    print(x); x = 1
def deleted():
    y = 1; del y; return y
def free():
    def inner(): return z
    if 0: z = 1
    return inner()
def counter():
    n = 0
    def up():
        nonlocal n; n += 1; return n
    return up
class C:
    x = "class"
    y = [x for _ in range(1)]
    z = (lambda: x)()
    def m(self): return x, __class__.__name__
    w = [a for a in x]
    def n(): return super
u = counter(); print(u(), u(), u()); t(unbound); t(deleted); t(free); print(C.y, C.z, C().m(), C.w)
def walrus(): return [last := i for i in range(3)], last, (k := 5) + k
print(walrus()); print([i for i in range(3) if (q := i) > 0], q)
t(lambda: undefined); t(lambda: [i for i in 5]); t(lambda: i)
def outer():
    def f(): return v
    yield f
    v = 1
    yield f()
    del v
    try: f()
    except NameError as e: yield str(e)
print(list(outer())[1:])
def glob():
    global made; made = 1
glob(); print(made); exec("del made"); t(lambda: made)
def params(a, b=lambda: x, *, c=[x for _ in "12"]): return a, b(), c
print(params(1)); print([[j * i for j in range(i)] for i in range(3)], {a: b for a, b in zip("ab", [1, 2])}, {c for c in "aa"})
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases): return {"prepared": 1}
class P(metaclass=Meta): value = prepared
print(P.value); print([lambda: i for i in range(2)][0](), [(lambda i=i: i)() for i in range(2)])
class Priv:
    __a = 1
    def get(self): return self.__a, [self.__a for _ in "x"]
print(Priv().get(), [n for n in vars(Priv) if "a" in n and n.startswith("_P")])
