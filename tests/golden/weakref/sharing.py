from _weakref import ref, proxy, getweakrefs, getweakrefcount
class A: pass
def cb(r): pass
class Sub(ref): pass
a = A()
print(getweakrefcount(a), getweakrefs(a))
r1 = ref(a); r2 = ref(a); r3 = ref(a, None)
print(r1 is r2, r1 is r3, getweakrefcount(a))
p1 = proxy(a); p2 = proxy(a)
print(p1.__repr__.__self__ is p2.__repr__.__self__, getweakrefcount(a))
c1 = ref(a, cb); c2 = ref(a, cb)
print(c1 is c2, getweakrefcount(a))
s1 = Sub(a); s2 = Sub(a)
print(s1 is s2, getweakrefcount(a))
order = getweakrefs(a)
print([order[0] is r1, order[2] is s2, order[3] is s1, order[4] is c2, order[5] is c1])
print(type(order[1]).__name__)
del r1, r2, r3, order
print(getweakrefcount(a), getweakrefcount(5), getweakrefs("x"))
