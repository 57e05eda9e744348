class I:
    def __index__(self): return 42
class Bad:
    def __index__(self): return 'no'
for f in (bin, oct, hex):
    for v in (0, 1, -1, 255, -255, 2**64, -(2**100) - 1, True, I(), Bad(), 1.5, '1', None):
        try:
            print(f.__name__, f(v))
        except Exception as e:
            print(f.__name__, type(e).__name__, e)
