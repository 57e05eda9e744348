import sys
def names():
    f, out = sys._getframe(1), []
    while f is not None and f.f_code.co_name != '<module>': out.append(f.f_code.co_name); f = f.f_back
    return out
class Custom:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a): print('throw', names(), [type(x).__name__ for x in a]); return 2
    def close(self): print('close', names())
def g(t):
    try: yield from t
    finally: print('g ends')
def inner():
    try: yield 1
    except ValueError: print('inner', names()); yield 2
for make in (Custom, inner):
    gen = g(make()); next(gen); print(gen.throw(ValueError)); gen.close()
class Broken:
    def __iter__(self): return self
    def __next__(self): return 1
    def __getattr__(self, n): raise ZeroDivisionError(n)
hooks = []
sys.unraisablehook = lambda u: hooks.append((u.err_msg.split(' <')[0], repr(u.exc_value)))
gen = g(Broken()); next(gen)
for f in (lambda: gen.send(1), lambda: gen.throw(KeyError), lambda: gen.close()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(hooks)
def count(): yield; yield
c = count(); fr = c.gi_frame; next(c); print(fr.f_back); list(c); print(fr.f_back, c.gi_frame)
class F:
    def __aiter__(self): return self
    def __anext__(self): return self
    def __await__(self): 1 / 0
async def main():
    async for _ in F(): pass
try: main().send(None)
except TypeError as e: print(e, repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
