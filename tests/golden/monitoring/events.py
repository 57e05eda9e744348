# sys.monitoring: all events of some functions.
import sys

M = sys.monitoring
E = M.events
TOOL = 3
M.use_tool_id(TOOL, "golden")
names = [n for n in dir(E) if not n.startswith("_") and n not in ("NO_EVENTS", "BRANCH", "INSTRUCTION")]
out = []


def callback(name):
    def cb(code, *args):
        if code.co_name in WATCHED:
            shown = [type(a).__name__ + ":" + str(a) if isinstance(a, BaseException) else "MISSING" if a is M.MISSING else getattr(a, "__name__", None) or (a if isinstance(a, (int, str)) else type(a).__name__) for a in args]
            if name == "LINE":
                shown[0] -= code.co_firstlineno
            out.append(f"{code.co_name} {name} {shown}")
    return cb


for n in names:
    M.register_callback(TOOL, getattr(E, n), callback(n))
ALL = 0
for n in names:
    ALL |= getattr(E, n)


def plain(a):
    if a:
        x = len([a])
    else:
        x = 2
    for i in range(2):
        x += i
    while x > 3:
        x -= 1
    return x


def raising():
    try:
        int("x")
    except ValueError:
        pass
    finally:
        pass
    raise KeyError("out")


def gen():
    x = yield 1
    return 2


def uses_gen():
    g = gen()
    next(g)
    try:
        g.throw(KeyError("in"))
    except KeyError:
        pass
    return [v for v in gen()]


def delegating():
    r = yield from gen()
    return r


def uses_delegating():
    return list(delegating())


class K:
    def __init__(self):
        self.v = 1

    def m(self, *args, **kw):
        return super().__repr__ and None


def calls():
    k = K()
    k.m(1)
    k.m(*[1], **{"a": 2})
    k.m(a=1)
    str.upper("a")
    "a".join(["b"])
    print(end="")


def none_checks(v):
    if v is None:
        return 1
    if v is not None:
        return 2


def reraises():
    try:
        try:
            1 / 0
        finally:
            x = 1
    except ZeroDivisionError as e:
        try:
            raise
        except ArithmeticError:
            pass


async def asyncs():
    async for x in agen():
        pass
    return 1


async def agen():
    yield 1


def uses_async():
    try:
        asyncs().send(None)
    except StopIteration:
        pass


def run(f, *args, watch=()):
    global WATCHED
    WATCHED = {f.__name__, *watch}
    out.clear()
    M.set_events(TOOL, ALL)
    try:
        f(*args)
    except KeyError:
        pass
    M.set_events(TOOL, 0)
    print("---", f.__name__)
    print("\n".join(out))


run(plain, 1)
run(plain, 0)
run(raising)
run(uses_gen, watch=["gen"])
run(uses_delegating, watch=["delegating", "gen"])
run(calls, watch=["m", "__init__"])
run(none_checks, None)
run(none_checks, 1)
run(reraises)
run(uses_async, watch=["asyncs", "agen"])
M.free_tool_id(TOOL)
print(M.get_tool(TOOL))
