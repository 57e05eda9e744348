class Truth:
    def __init__(self, v): self.v = v
    def __bool__(self):
        print('asked', self.v)
        return self.v

class Bad:
    def __bool__(self): raise ZeroDivisionError('no truth')

print(all([]), any([]), all([1, 2]), any([0, '', None]), all(x for x in (1, 0, 1)), any({}))
print(all([Truth(True), Truth(False), Truth(True)]))
print(any([Truth(False), Truth(True), Truth(False)]))
for f in (all, any):
    for arg in ([Bad()], 3, None):
        try:
            print(f(arg))
        except Exception as e:
            print(type(e).__name__, e)
it = iter([0, 1, 2, 3])
print(any(it), list(it))
it = iter([1, 0, 2, 3])
print(all(it), list(it))
