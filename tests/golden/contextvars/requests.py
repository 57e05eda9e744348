# contextvars with generators, threads-free request handling, and copy/deepcopy/pickle of structures with every hook.
import contextvars
import copy
import copyreg
import io
import pickle
import weakref
from contextvars import ContextVar, copy_context

user = ContextVar("user")
level = ContextVar("level", default=0)


def handle(name, depth):
    token = user.set(name)
    level.set(level.get() + depth)
    try:
        return f"{user.get()}@{level.get()}"
    finally:
        user.reset(token)


ctx = copy_context()
print(ctx.run(handle, "ann", 1), ctx.run(handle, "bob", 2), level.get(), ctx[level], user in ctx, ctx.get(user, "nobody"), len(ctx), [v.name for v in ctx])
for bad in [lambda: user.get(), lambda: ctx[user], lambda: ctx.run(ctx.run, print), lambda: user.reset(level.set(1)), lambda: ContextVar(3), lambda: ctx["x"], lambda: ctx.run()]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
t = level.set(7)
print(t.old_value, t.var is level, level.reset(t), level.get(), contextvars.Token.MISSING, user.set("x").old_value is contextvars.Token.MISSING)
with level.set(99):
    print(level.get())
print(level.get())


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"{type(self).__name__}({self.x!r}, {self.y!r})"

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)


class Slotted:
    __slots__ = ("a", "b")

    def __getstate__(self):
        print("getstate")
        return {"a": self.a}

    def __setstate__(self, state):
        print("setstate", state)
        self.a = state["a"] + 1


class Args(Point):
    def __getnewargs_ex__(self):
        return (1,), {"k": 2}

    def __new__(cls, *args, **kwargs):
        print("new", args, kwargs)
        return super().__new__(cls)


class Reduced:
    def __init__(self, items=()):
        self.items = list(items)
        self.map = {}

    def append(self, item):
        self.items.append(item)

    def extend(self, items):
        self.items.extend(items)

    def __setitem__(self, k, v):
        self.map[k] = v

    def __reduce_ex__(self, protocol):
        return Reduced, ((0,),), {"state": protocol}, iter([1, 2]), iter({"k": "v"}.items())


class Copied:
    def __copy__(self):
        return "shallow"

    def __deepcopy__(self, memo):
        return f"deep {len(memo)}"


class Replaceable(Point):
    def __replace__(self, /, **changes):
        return Replaceable(**{**vars(self), **changes})


p = Point(1, [2])
shared = [p, p, {"self": p}]
shared.append(shared)
deep = copy.deepcopy(shared)
print(deep[0], deep[0] is deep[1], deep[3] is deep, deep[0] == p, deep[0] is p, copy.copy(p).y is p.y, copy.copy(Copied()), copy.deepcopy(Copied()), copy.replace(Replaceable(1, 2), y=5))
s = Slotted()
s.a = 1
print(copy.copy(s).a, pickle.loads(pickle.dumps(s)).a)
print(copy.copy(Args(3, 4)))
for protocol in range(6):
    again = pickle.loads(pickle.dumps(Reduced(), protocol))
    print(protocol, again.items, again.map, again.state, pickle.loads(pickle.dumps(shared, protocol))[2]["self"])
r = copy.copy(Reduced())
print(r.items, r.map, vars(r)["state"])


class Registered:
    def __init__(self, n):
        self.n = n


copyreg.pickle(Registered, lambda r: (Registered, (r.n * 2,)))
print(pickle.loads(pickle.dumps(Registered(4))).n, copy.copy(Registered(5)).n)


class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return ("point", obj.x) if isinstance(obj, Point) else None

    def reducer_override(self, obj):
        return (str, ("replaced",)) if isinstance(obj, Registered) else NotImplemented


class Loader(pickle.Unpickler):
    def persistent_load(self, pid):
        return f"loaded {pid}"

    def find_class(self, module, name):
        if module != "builtins":
            raise pickle.UnpicklingError(f"{module}.{name} is forbidden")
        return super().find_class(module, name)


buffer = io.BytesIO()
Persistent(buffer).dump([p, 1, Registered(1)])
print(Loader(io.BytesIO(buffer.getvalue())).load())
for bad in [lambda: Loader(io.BytesIO(pickle.dumps(Slotted))).load(), lambda: pickle.dumps(lambda: 0), lambda: pickle.dumps(io), lambda: pickle.loads(b"garbage"), lambda: pickle.loads(b""), lambda: pickle.dumps(weakref.ref(p)), lambda: pickle.dumps(x for x in ()), lambda: copy.deepcopy(io), lambda: copy.replace([], a=1), lambda: pickle.loads(b"\x80\x09."), lambda: pickle.dumps(1, 99), lambda: pickle.loads(pickle.dumps(Point)[:-5])]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
big = pickle.dumps([bytearray(b"x" * 10), pickle.PickleBuffer(b"raw")], protocol=5, buffer_callback=(bufs := []).append)
print(len(bufs), pickle.loads(big, buffers=bufs)[0])
