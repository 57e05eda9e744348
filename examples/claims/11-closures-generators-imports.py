"""Claim 11: closures keep cells; decorators are calls; generators keep their frame; an imported file has a module of its own."""
import os
import sys
import tempfile


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n

    return step


first, second = counter(), counter()
print(first(), first(), second(), first.__closure__[0].cell_contents, first.__closure__[0] is second.__closure__[0])


def loud(function):
    print("decorating", function.__name__)

    def wrapper(*args):
        return function(*args).upper()

    return wrapper


@loud
def greet(name):
    return "hello " + name


print(greet("you"))


def numbers():
    for i in range(3):
        got = yield i
        if got:
            print("was sent", got)


g = numbers()
print(next(g), g.gi_frame.f_locals, g.gi_frame.f_lineno)
frame = g.gi_frame
print(g.send("x"), g.gi_frame is frame, frame.f_locals, g.gi_suspended)
print(list(g), g.gi_frame)

with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "other.py"), "w") as file:
        file.write("import sys\nname = 'other'\nframe_name = sys._getframe().f_code.co_name\nown = globals()\nprint('running as', __name__)\n")
    sys.path.insert(0, folder)
    name = "main"
    import other
    print(name, other.name, other.frame_name, other.own is vars(other), other.own is not globals())
    import other as again
    print(again is other)
