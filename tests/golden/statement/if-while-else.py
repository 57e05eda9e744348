# Every route through if/elif/else and while/else, with break, continue and nesting.
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
def grade(n):
    if n >= 90:
        return "A"
    elif n >= 80:
        return "B"
    elif n >= 70:
        return "C"
    else:
        return "F"
print([grade(n) for n in (100, 90, 89, 80, 75, 69, -1)])

class Truth:
    def __init__(self, answer): self.answer = answer
    def __bool__(self): print("asked", self.answer); return self.answer
class Sized:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print("yes" if Truth(True) else "no", "yes" if Truth(False) else "no")
print([bool(Sized(n)) for n in (0, 1, 5)], Truth(True) and Truth(False) or 3) if Truth(True) else None
show(lambda: bool(Truth(1)))
show(lambda: bool(Truth(None)))
show(lambda: bool(Sized(-1)))
show(lambda: bool(Sized("x")))
show(lambda: bool(Sized(1 << 70)))
show(lambda: not Truth("no"))
n = 10
while n:
    n -= 1
    if n == 7: continue
    if n == 2: break
    print(n, end=" ")
else:
    print("not reached")
print("after", n)
while n:
    n -= 1
else:
    print("ended with", n)
while True:
    while True:
        n += 1
        if n > 3: break
    else:
        print("never")
    if n > 5: break
    print("inner ended", n)
def search(rows, wanted):
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell == wanted: break
        else:
            continue
        return y, x
    else:
        return None
print(search([[1, 2], [3, 4]], 3), search([[1, 2]], 9), search([], 1))
x = 5
print("chained" if 1 < x < 10 else "not", 1 < x > 4 == True, (1 < x) == True, 1 == 1.0 is not None)
if (m := x * 2) > 9: print("walrus", m)
while (x := x - 2) > 0: print(x, end=",")
print(x)
