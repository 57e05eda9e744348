import sys
g=sys.getsizeof
class A: pass
print([g(A()) for i in range(3)], [g(A().__dict__) for i in range(40)])
class B:
    def __init__(self): self.a=self.b=self.c=1
print([g(B().__dict__) for i in range(40)])
class C:
    pass
xs=[C() for i in range(50)]
xs[0].q=1; xs[0].r=2; print(g(xs[0].__dict__), g(xs[1].__dict__), g(C().__dict__))
xs[1].q=1; xs[1].r=1; print(g(xs[1].__dict__))
y=C(); y.q=1; print(g(y.__dict__)); y.r=1; print(g(y.__dict__))
class D: pass
d=D()
for i in range(35): setattr(d,'k%d'%i,1); print(g(d.__dict__), end=' ')
print()
d=D()
for i in range(3): setattr(d,'k%d'%i,1); print(g(d.__dict__), end=' ')
d.zz=1; print(g(d.__dict__))
class E(B): pass
print(g(E().__dict__), g(E().__dict__), g(E().__dict__.copy()), g(dict(E().__dict__)), g(vars(E())|{}))
e=E(); e.__dict__.update(z=1); print(g(e.__dict__)); del e.a; print(g(e.__dict__)); e.__dict__.pop('b'); print(g(e.__dict__)); e.__dict__.clear(); print(g(e.__dict__)); e.a=1; print(g(e.__dict__)); e.__dict__={'a':1}; print(g(e.__dict__)); e=E(); e.__dict__[1]=1; print(g(e.__dict__));
import types
def f(): pass
print(g(f.__dict__)); f.x=1; print(g(f.__dict__))
class M: 
    x=1
    def f(self): pass
print(g(dict(M.__dict__)), g(M.__dict__), g(globals().__class__()), g(types.__dict__), g(types.SimpleNamespace(a=1).__dict__))
e=ValueError(); e.x=1; print(g(e.__dict__))
class L(list): pass
l=L(); print(g(l.__dict__)); l.x=1; print(g(l.__dict__), g(L().__dict__))
class T(tuple): pass
l=T(); print(g(l.__dict__)); l.x=1; print(g(l.__dict__), g(T().__dict__))
def kw(**k): return k
print(g(kw(a=1)), g(kw(a=1,b=2,c=3,d=4,e=5,f=6)), g(kw()), g(locals()))
import collections
P=collections.namedtuple('P','a b'); print(g(P(1,2)._asdict()))
class ND:
    def __init__(self): self.__dict__['a']=1
print(g(ND().__dict__), g(ND().__dict__))
class S:
    def __init__(self,n):
        for i in range(n): setattr(self, 'a%d'%i, i)
print([g(S(i).__dict__) for i in range(40)])
