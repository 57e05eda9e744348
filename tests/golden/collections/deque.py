from collections import deque


def q():
    return deque([1, 2, 3], maxlen=4)


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
q(), deque(), deque('abc'), deque([], 0), q().maxlen, deque().maxlen
deque(5)
deque([], -1)
deque([], 'x')
deque(1, 2, 3)
q().pop(), q().popleft(), q().count(2), q().index(3), len(q()), 2 in q()
deque().pop()
deque().popleft()
q().index(9)
q().remove(9)
q()[0], q()[-1], q()[1]
q()[5]
q()['x']
q()[0:1]
q() + deque([9]), q() * 2, 2 * q(), q() == deque([1, 2, 3]), q() < deque([1, 5])
q() + [9]
list(reversed(q())), q().copy(), q().__reduce__()[1]
hash(q())
q().insert(0, 1, 2)
deque([1, 2, 3, 4], 4).insert(1, 9)
q().rotate('x')
q().append()
deque.__doc__, deque.rotate.__doc__
""".splitlines():
    show(text)

d = q()
d.append(4)
d.append(5)
d.appendleft(0)
print(d)
d.extend("ab")
d.extendleft("yz")
print(d)
d.rotate(1)
print(d)
d.rotate(-2)
print(d)
d.reverse()
d.insert(1, "q") if len(d) < 4 else print("full")
d[1] = "changed"
del d[0]
d.insert(-1, "in")
print(d)
d += "!"
d *= 2
print(d)
try:
    for item in d:
        d.append(item)
except RuntimeError as e:
    print(e)
d.clear()
d.append(d)
print(d)
