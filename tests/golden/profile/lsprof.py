import _lsprof, sys
P=_lsprof.Profiler
def name(c): return c if isinstance(c, str) else c.co_qualname
def show(p):
    for e in sorted(p.getstats(), key=lambda e: name(e.code)):
        print(name(e.code), e[1:5], sorted((name(c.code), c[1:]) for c in e.calls or ()))

def f(n):
    if n: return f(n-1)
    return len('')
class T:
    def __init__(s): s.t=0
    def __call__(s): s.t+=1; return s.t
def gg():
    yield 1
    yield 2
p=P(T()); p.enable(builtins=False); list(gg()); [].append(1); f(1); p.disable(); show(p)
p=P(T(),0.5); p.enable(); list(gg()); [].append(1); f(1); str.upper('a'); dict.fromkeys([1]); max([1],key=abs)
try: int('x')
except ValueError: pass
class K(list):
    def __init__(s): super().__init__()
K(); K().append(2); print(end=''); b''.join([]); (5).bit_length()
p.disable(); 
show(p)

import cProfile, pstats, io
t = T()
pr = cProfile.Profile(t, 0.25)
def work(n): return sum(sq(i) for i in range(n))
def sq(i): return i * i
with pr:
    work(3)
pr.runcall(sorted, [3, 1, 2], key=abs)
out = io.StringIO()
st = pstats.Stats(pr, stream=out).strip_dirs()
st.stats = {(f[0], f[2]) if 0 else (f[0], 0, f[2]): v for f, v in st.stats.items()}
for k, v in sorted(st.stats.items()): print(k[2], v[:4], sorted((c[2], n) for c, n in v[4].items()))
for bad in (lambda: P(1, 2, 3, 4, 5), lambda: P(x=1), lambda: P(len, 'a'), lambda: P().enable(1, 2, 3)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
