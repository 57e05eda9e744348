"""Claim 9: names hold references; two names can share an object; arguments are passed by sharing; mutable defaults persist."""
a = [1, 2]
b = a
b.append(3)
print(a, a is b)
b = b + [4]
print(a, b, a is b)


def change(items, number):
    items.append(number)
    items = ["another list"]
    number += 1
    return items


n = 10
print(change(a, n), a, n)


def remember(x, seen=[]):
    seen.append(x)
    return seen


print(remember(1), remember(2), remember.__defaults__)
x = y = {}
x["shared"] = True
print(y, x is y, id(x) == id(y))
rows = [[0] * 2] * 2
rows[0][0] = 1
print(rows, rows[0] is rows[1])
