import sys
g = sys.getsizeof
def p(name, *v): print(name, *v)
# bytes/str
for n in (0,1,2,3,7,8,15,16,100,1000): p('bytes', n, g(b'x'*n), g(bytearray(n)), g('a'*n), g('\xe9'*n), g('\u0394'*n), g('\U0001f600'*n))
class S(str): pass
class SB(bytes): pass
class SL(list): pass
class ST(tuple): pass
class SD(dict): pass
class SS(set): pass
class SF(float): pass
class SI(int): pass
class SC(complex): pass
class SBA(bytearray): pass
class SFS(frozenset): pass
class SE(Exception): pass
class S0(str): __slots__=()
class L0(list): __slots__=()
class I0(int): __slots__=()
class T0(tuple): __slots__=()
class D0(dict): __slots__=()
class L2(list): __slots__=('a','b')
p('sub', g(S('abc')), g(S('\u0394')), g(SB(b'abc')), g(SL([1,2,3])), g(ST((1,2))), g(SD(a=1)), g(SS({1})), g(SF(1.5)), g(SI(5)), g(SI(2**100)), g(SC(1)), g(SBA(b'abc')), g(SFS((1,2))), g(SE('x')))
p('sub0', g(S0('abc')), g(L0([1])), g(I0(5)), g(T0((1,2))), g(D0()), g(L2()))
for s in (S(), S('x'*20), SL(range(10)), ST(range(10)), SD(), SI(0)): p(type(s).__name__, g(s))
for n in (0,1,-1,255,2**15,2**29,2**30-1,2**30,2**31,2**45,2**53,2**59,2**60-1,2**60,2**62,2**63,2**64,2**89,2**90,10**50,10**100,-10**30): p('int', n, g(n))
p('ints', [g(2**k) for k in range(0,300,7)])
# lists
def growth(f, n=120):
    out=[]; l=[]
    for i in range(n):
        f(l,i); s=g(l)
        if not out or out[-1][1]!=s: out.append((i,s))
    return out
p('append', growth(lambda l,i:l.append(i)))
p('insert0', growth(lambda l,i:l.insert(0,i)))
p('iadd', growth(lambda l,i:l.__iadd__([i])))
p('extend2', growth(lambda l,i:l.extend((i,i))))
p('extendgen', growth(lambda l,i:l.extend(x for x in range(3))))
p('slice', growth(lambda l,i:l.__setitem__(slice(len(l),len(l)),[i,i])))
for n in range(0,40,3):
    p('lists', n, g([0]*n), g(list(range(n))), g([x for x in range(n)]), g(list(x for x in range(n))), g([*range(n)]), g(list((0,)*n)), g(list('x'*n)), g(sorted(range(n))), g([1]*n+[2]), g(list(range(n))[:n//2]), g(list({i:i for i in range(n)})), g(list(set(range(n)))), g(list(map(str,range(n)))), g(list(zip(range(n)))), g(('x '*n).split()), g('x'*n and list(enumerate('x'*n))))
l=list(range(100))
o=[]
while l: l.pop(); o.append(g(l))
p('pop', o)
l=list(range(100)); o=[]
while l: l.pop(0); o.append(g(l))
p('pop0', o)
l=list(range(100)); o=[]
while l: del l[len(l)//3:len(l)//3+7]; o.append(g(l))
p('dels', o)
l=list(range(50)); l.clear(); p('clear', g(l)); l.append(1); p(g(l))
l=[1,2,3]; p('lit', g(l)); l.append(4); p(g(l)); l.reverse(); l.sort(); p(g(l)); l.remove(1); p(g(l)); m=l.copy(); p(g(m)); m=l[:]; p(g(m)); l*=5; p(g(l)); l+=[1]; p(g(l)); l=l*2; p(g(l)); l[:]=[]; p(g(l)); l[:]=range(10); p(g(l)); l[2:5]=[]; p(g(l)); del l[0]; p(g(l)); del l[::2]; p(g(l)); l[1:1]=range(9); p(g(l))
# tuples
for n in range(0,12): p('tuple', n, g((0,)*n), g(tuple(range(n))), g(tuple([0]*n)))
# dicts
def dgrowth(key, n=200):
    out=[]; d={}
    for i in range(n):
        d[key(i)]=i; s=g(d)
        if not out or out[-1][1]!=s: out.append((i+1,s))
    return out
p('dint', dgrowth(lambda i:i)); p('dstr', dgrowth(str)); p('dtup', dgrowth(lambda i:(i,)))
d={i:i for i in range(100)}; o=[]
for i in range(100):
    del d[i]
    o.append(g(d))
p('ddel', o[::10]); d['a']=1; p(g(d)); d.clear(); p(g(d)); d['a']=1; p(g(d)); d[1]=1; p(g(d))
d={str(i):i for i in range(20)}; p(g(d)); 
for i in range(15): del d[str(i)]
p('d', g(d), g(d.copy()), g(dict(d)), g({**d}), g(d|{}))
for i in range(30): d['k%d'%i]=i; o.append(g(d))
p(o[-30:])
for i in range(20): d.popitem()
p(g(d))
for n in (0,1,3,5,6,7,10,11,21,22,50,85,86,200):
    p('dicts', n, g({i:i for i in range(n)}), g(dict.fromkeys(range(n))), g(dict.fromkeys(map(str,range(n)))), g(dict(zip(range(n),range(n)))), g(dict({i:i for i in range(n)})), g({str(i):i for i in range(n)}.copy()), g(dict([(i,i) for i in range(n)])), g(dict(**{'k%d'%i:i for i in range(n)})), g({**{i:i for i in range(n)}}))
p('dlit', g({'a':1,'b':2}), g({'a':1,'b':2,'c':3,'d':4,'e':5}), g({'a':1,'b':2,'c':3,'d':4,'e':5,'f':6}), g({1:1,'a':2}), g(dict(a=1)), g({'a':1,2:3}))
d={}; d.update({i:i for i in range(10)}); p('upd', g(d)); d.update({i:i for i in range(40)}); p(g(d)); d.update(a=1); p(g(d)); d.setdefault('x',1); p(g(d)); d.pop('x'); p(g(d))
d={}; d.update([(i,i) for i in range(10)]); p('upd2', g(d))
d=dict.fromkeys('abcdefghijkl'); d.update({i:i for i in range(10)}); p(g(d))
# sets
def sgrowth(n=300):
    out=[]; d=set()
    for i in range(n):
        d.add(i); s=g(d)
        if not out or out[-1][1]!=s: out.append((i+1,s))
    return out
p('set', sgrowth())
for n in (0,1,4,5,6,8,9,20,50,100): p('sets', n, g(set(range(n))), g(frozenset(range(n))), g({*range(n)}), g({x for x in range(n)}), g(set(range(n)).copy()), g(set(range(n))|{1}), g(set(range(n))&{1}), g(set(range(n))-{1}), g(set(list(range(n)))), g(set({i:1 for i in range(n)})), g(set(map(str,range(n)))), g(set(range(n))^{-1}))
s=set(range(100)); 
for i in range(90): s.discard(i)
p('sd', g(s)); s.add(1000); p(g(s)); s.clear(); p(g(s)); s.update(range(20)); p(g(s)); s.update({1,2}); s.update(set(range(100))); p(g(s)); s-=set(range(95)); p(g(s)); s&={1}; p(g(s))
