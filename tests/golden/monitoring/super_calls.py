import sys
mon = sys.monitoring; E = mon.events; T = 3
mon.use_tool_id(T, 'golden')
log = []
def name(v):
    return 'MISSING' if v is mon.MISSING else getattr(v, '__qualname__', None) or type(v).__name__
for n in ('CALL', 'C_RETURN', 'C_RAISE'):
    mon.register_callback(T, getattr(E, n), lambda code, off, f, a, n=n: log.append((n, code.co_name, name(f), name(a))))
class A:
    x = 1
    def m(self, y=0): return y
class B(A):
    def one(self): return super().m(1)
    def two(self): return super(B, self).m(2)
    def attr(self): return super().x
    def wrapper(self): return super().__repr__()
    def bad(self, x): return super(x, self).m(3)
    def missing(self): return super().nothing
b = B()
def run(f, *a):
    log.clear()
    mon.set_events(T, E.CALL)
    try: f(*a)
    except Exception as e: kind = type(e).__name__
    else: kind = 'ok'
    mon.set_events(T, 0)
    print(kind)
    for entry in log: print('  ', entry)
for f, a in ((b.one, ()), (b.two, ()), (b.attr, ()), (b.wrapper, ()), (b.bad, (1,)), (b.missing, ())): run(f, *a)
mon.free_tool_id(T)
