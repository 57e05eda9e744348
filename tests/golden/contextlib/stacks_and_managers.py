# contextlib: generators as managers, stacks, redirection, suppress, nesting, decorators, and their messages.
import contextlib
import io
import sys
from contextlib import AbstractContextManager, ContextDecorator, ExitStack, chdir, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress

log = []


@contextmanager
def step(name, swallow=()):
    """Does a step."""
    print("enter", name)
    try:
        yield name.upper()
    except swallow as error:
        print("swallowed", name, repr(error))
    finally:
        print("exit", name)


with step("one") as value, step("two"):
    print(value)
with step("quiet", ValueError):
    raise ValueError("inside")
try:
    with step("loud"):
        raise KeyError("out")
except KeyError as error:
    print("got", error, error.__context__)


@step("decorated")
def work(x):
    return x * 2


print(work(4), work(5), work.__name__, step.__doc__)


@contextmanager
def no_yield():
    if False:
        yield


@contextmanager
def two_yields():
    yield 1
    yield 2


@contextmanager
def stops():
    try:
        yield
    except StopIteration:
        raise RuntimeError("turned") from None


@contextmanager
def greedy():
    try:
        yield
    except ValueError:
        yield "again"


for make, body in [(no_yield, None), (two_yields, None), (stops, StopIteration("s")), (greedy, ValueError("v")), (two_yields, StopIteration("x"))]:
    try:
        with make():
            if body is not None:
                raise body
    except Exception as error:
        print(make.__name__, type(error).__name__, error, "|", repr(error.__cause__), repr(error.__context__))

print("== ExitStack")
with ExitStack() as stack:
    for name in "abc":
        stack.enter_context(step(name))
    stack.callback(print, "callback", 1, sep="-")
    stack.push(lambda *exc: print("pushed", exc[:2]) or True)

    @stack.callback
    def last():
        print("last")

    raise LookupError("handled by the pushed function")
with ExitStack() as stack:
    stack.enter_context(step("kept"))
    kept = stack.pop_all()
print("not yet")
kept.close()


def fails(kind):
    def exit_function(*details):
        raise kind(f"while leaving with {details[0].__name__ if details[0] else None}")
    return exit_function


try:
    with ExitStack() as stack:
        stack.push(fails(TypeError))
        stack.push(fails(OSError))
        stack.push(fails(ValueError))
        raise KeyError("first")
except Exception as error:
    while error is not None:
        print(type(error).__name__, error)
        error = error.__context__
for bad in (lambda s: s.enter_context(3), lambda s: s.push(3) and print("pushed int"), lambda s: s.callback()):
    try:
        with ExitStack() as stack:
            bad(stack)
    except Exception as error:
        print(type(error).__name__, error)

print("== small ones")
out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out), redirect_stderr(err):
    print("to out")
    print("to err", file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))
with suppress(ZeroDivisionError, KeyError):
    {}[1 // 0]
    print("unreachable")
try:
    with suppress(ValueError):
        raise ExceptionGroup("many", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3)])])
except ExceptionGroup as group:
    print(repr(group))


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)
with nullcontext("value") as v, nullcontext() as n:
    print(v, n)


class Track(ContextDecorator, AbstractContextManager):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("begin", self.name)
        return self

    def __exit__(self, kind, value, tb):
        print("end", self.name, kind and kind.__name__)
        return self.name == "deaf"


@Track("deaf")
def breaks():
    raise RuntimeError("nobody hears")


print(breaks(), isinstance(Track("x"), AbstractContextManager), isinstance(closing(None), AbstractContextManager), isinstance(3, AbstractContextManager))
for subject in (3, Door(), Door):
    try:
        with subject:
            pass
    except TypeError as error:
        print(error)
import os
import tempfile
with tempfile.TemporaryDirectory() as folder:
    before = os.getcwd()
    with chdir(folder):
        print(os.path.samefile(os.getcwd(), folder))
    print(os.getcwd() == before)
cm = step("reused")
with cm:
    pass
try:
    with cm:
        pass
except (RuntimeError, AttributeError) as error:
    print(type(error).__name__, error)
