# Warnings about coroutines that nobody awaited, and where they come from.
import sys
import warnings

log = []


def show(message, category, filename, lineno, file=None, line=None):
    text = str(message).split("\n")
    print(category.__name__, text[0], len(text) > 1)


warnings.showwarning = show
warnings.simplefilter("always")


async def f():
    pass


f()
c = f()
del c
c = f()
c.close()
del c
try:
    f().send(None)
except StopIteration:
    print("awaited")


class K:
    async def method(self):
        pass


K().method()
(lambda: K().method)()()
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(2)


def maker():
    return f()


def outer():
    return maker()


c = outer()
print([(line, name) for _, line, name in c.cr_origin])
c.close()
c = f()
print(len(c.cr_origin), c.cr_origin[0][2])
del c
sys.set_coroutine_origin_tracking_depth(0)
c = f()
print(c.cr_origin)
c.close()
for bad in (-1, "x", None):
    try:
        sys.set_coroutine_origin_tracking_depth(bad)
    except Exception as e:
        print(type(e).__name__, e)


async def gen():
    yield 1


gen().asend(None)
gen().athrow(ValueError)
gen().aclose()
gen().__anext__()
gen()


def hook(args):
    print("unraisable", args.exc_type.__name__, args.exc_value, args.err_msg.split(" <")[0])


sys.unraisablehook = hook
warnings.simplefilter("error")
f()
gen().asend(1)
