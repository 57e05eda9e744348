import sys, builtins
class Out:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
real = sys.stdout
out = sys.stdout = Out()
builtins._ = 'old'
sys.displayhook(None)
kept = builtins._
sys.displayhook([1, 'a'])
sys.stdout = real
print(out.parts, kept, builtins._)
class Err:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): pass
err, sys.stderr = sys.stderr, Err()
parts = sys.stderr.parts
try:
    raise ValueError('shown')
except ValueError as e:
    sys.excepthook(type(e), e, None)
    sys.excepthook(ValueError, ValueError('plain'), None)
    sys.excepthook(int, 3, None)
sys.stderr = err
text = ''.join(parts).splitlines()
print(text[0], text[-3:], len(text))
seen = []
sys.unraisablehook = lambda a: seen.append((a.exc_type, str(a.exc_value), a.err_msg.split(' <')[0], type(a).__name__, len(a)))
class D:
    def __del__(self): raise KeyError('in del')
D()
sys.unraisablehook = sys.__unraisablehook__
print(seen)
try:
    sys.unraisablehook(1)
except TypeError as e:
    print(e)
calls = []
sys.breakpointhook = lambda *a, **k: calls.append((a, k))
breakpoint(1, k=2)
print(calls)
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as e:
    print(e)
