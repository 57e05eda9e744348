"""Claim 6: each block has a code object of its own; functions are objects with attributes and methods."""
source = '''
rate = 2
def outer(a, *, b=1):
    def inner():
        return a + b
    return inner
class Shape:
    sides = 4
    def corners(self):
        return self.sides
squares = [n * n for n in range(3)]
lazy = (n for n in squares)
add = lambda x, y: x + y
'''


def show(code, depth=0):
    print("  " * depth + code.co_name, "names", code.co_names, "locals", code.co_varnames, "free", code.co_freevars, "cells", code.co_cellvars)
    for constant in code.co_consts:
        if hasattr(constant, "co_consts"):
            show(constant, depth + 1)


show(compile(source, "blocks.py", "exec"))


def greet(name, greeting="hello"):
    "Says hello."
    return f"{greeting}, {name}"


greet.uses = 0
print(greet.__name__, greet.__doc__, greet.__defaults__, greet.__dict__, greet.__code__.co_varnames)
print(greet.__call__("you"), type(greet).__name__, isinstance(greet, object))
