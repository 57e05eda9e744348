def attempt(make, change, view=lambda d: d):
    d = make()
    seen = []
    try:
        for item in view(d):
            seen.append(item)
            change(d)
    except RuntimeError as error:
        print(seen, error)
    else:
        print(seen, d)


def replace(d):
    d.pop(next(iter(d)))
    d[len(d) + 10] = 1


for view in (lambda d: d, dict.values, dict.items, reversed, lambda d: reversed(d.items())):
    attempt(lambda: {1: 1}, lambda d: d.update({2: 2}), view)
    attempt(lambda: {1: 1}, lambda d: d.clear(), view)
    attempt(lambda: {1: 1, 2: 2}, lambda d: d.__setitem__(1, 5), view)
attempt(lambda: {1: 1}, replace)
attempt(lambda: {1: 1, 2: 2}, replace)
d = {1: 1}
it = iter(d)
d[2] = 2
print(it.__length_hint__())
for _ in range(2):
    try:
        next(it)
    except RuntimeError as error:
        print(error)
d = {}
d |= [(1, 2)]
print(d)
try:
    d |= 1
except TypeError as error:
    print(error)
