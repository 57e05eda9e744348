def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

from _weakref import ref
class A: pass
a = A()
print(a.__weakref__)
r = ref(a)
print(a.__weakref__ is r)
class S:
    __slots__ = ("__weakref__", "x")
s = S()
print(s.__weakref__)
r = ref(s)
print(s.__weakref__ is r, "__weakref__" in S.__dict__)
class T(S): pass
print("__weakref__" in T.__dict__)
attempt(setattr, a, "__weakref__", None)
attempt(setattr, r, "__callback__", None)
attempt(lambda: ref.__new__(int, a))
