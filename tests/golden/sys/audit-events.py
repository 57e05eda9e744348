# sys.audit and sys.addaudithook: events of the machine.
import gc
import marshal
import sys
import time

on = False


def hook(event, args):
    global on
    if on:
        on = False
        shown = [a if isinstance(a, (str, int, bytes, type(None))) else type(a).__name__ for a in args]
        if event not in ("import", "builtins.id"):
            print("  ", event, shown)
        on = True


sys.addaudithook(hook)


def f(x=1):
    pass


class A:
    pass


class B:
    pass


def gen():
    yield


a = A()
for text in (
    "sys.audit('my.event', 1, 'two', None)", "compile('1', 'name', 'eval')", "eval('2')", "exec('3')", "f.__code__", "f.__defaults__", "f.__defaults__ = (2,)", "f.__kwdefaults__ = None", "f.__globals__",
    "A.__name__ = 'X'", "a.__class__ = B", "gen().gi_code", "gen().gi_frame", "gc.get_objects(0)", "gc.get_referents(a)", "marshal.loads(marshal.dumps(5))", "time.sleep(0)",
    "sys._getframe()", "sys._getframemodulename()", "sys._current_frames()", "sys.settrace(None)", "sys.setprofile(None)", "sys.set_asyncgen_hooks(None, None)", "open('/dev/null').close()", "open('/dev/null', 'wb').close()",
):
    print(text)
    on = True
    exec(text)
    on = False
for args in ((), (1,), (None, 1)):
    try:
        sys.audit(*args)
    except TypeError as e:
        print(e)


def forbids(event, args):
    if event == "forbidden":
        raise RuntimeError("no " + args[0])
    if event == "sys.addaudithook":
        raise RuntimeError("no more hooks")


sys.addaudithook(forbids)
try:
    sys.audit("forbidden", "entry")
except RuntimeError as e:
    print(e)
sys.addaudithook(lambda *a: print("never"))
sys.audit("quiet")
