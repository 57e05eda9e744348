import sys
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append('FLUSH')
class S:
    def __str__(self): return 'S as str'
    def __repr__(self): return 'S as repr'
w = W()
print(1, 'two', S(), [S()], file=w)
print(w.parts)
w = W()
print('a', 'b', sep='', end='', file=w, flush=True)
print(w.parts)
w = W()
print(file=w)
print('x', sep=None, end=None, file=w)
print(w.parts)
def show(*args, **kw):
    try:
        print(*args, **kw)
    except Exception as e:
        print(type(e).__name__, e)
show(1, sep=1)
show(1, end=1)
show(1, file=3)
show(1, wrong=3)
old = sys.stdout
sys.stdout = w = W()
print('redirected')
sys.stdout = None
print('nowhere')
sys.stdout = old
print(w.parts)
del sys.stdout
try:
    print('lost')
except RuntimeError as e:
    sys.stdout = old
    print(type(e).__name__, e)
class Bad:
    def __str__(self): return 3
show(Bad())
print(print.__text_signature__)
