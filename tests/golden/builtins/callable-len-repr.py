class C:
    def __call__(self): pass
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class R:
    def __init__(self, r): self.r = r
    def __repr__(self): return self.r
def show(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
print([callable(x) for x in (C, C(), len, 1, 'a', lambda: 0, [].append, None, int)])
for v in ([], 'abc', {1: 2}, {1, 2}, range(10), b'ab', L(5), L(0), L(-1), L('x'), L(True), 3, None, L(2**70)):
    show(len, v)
for v in (R('ok'), R(3), R('é\u1234\U0001f600'), 'é\u1234\U0001f600\n', 1, None):
    show(ascii, v)
for v in (R('ok'), R(3), [R('in'), 'x'], ...):
    show(repr, v)
show(callable)
show(len)
show(repr, 1, 2)
show(ascii)
