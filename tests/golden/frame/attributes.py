# Attributes of frames and tracebacks, clear(), f_back, f_generator.
import sys
import types


def f():
    frame = sys._getframe()
    print(frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, frame.f_lasti > 0)
    print(frame.f_back.f_code.co_name, frame.f_globals is globals(), frame.f_builtins["len"] is len, frame.f_generator)
    print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
    return frame


fr = f()
print(fr.f_back.f_code.co_name, repr(fr).split(",")[-1], sorted(fr.f_locals))
fr.clear()
print(fr.f_locals, fr.f_lineno - fr.f_code.co_firstlineno)


def attempt(action):
    try:
        print("ok", action())
    except Exception as e:
        print(type(e).__name__, e)


for name, value in (("f_lineno", 1), ("f_lineno", "x"), ("f_lineno", 10**30), ("f_trace_lines", 1), ("f_trace_opcodes", 1), ("f_locals", {}), ("f_back", None), ("f_code", None), ("f_trace", 5), ("f_trace", None)):
    attempt(lambda: setattr(fr, name, value))
for name in ("f_lineno", "f_trace", "f_trace_lines", "f_trace_opcodes"):
    attempt(lambda: delattr(fr, name))
attempt(lambda: sys._getframe().clear())
attempt(lambda: type(fr)())


def g():
    yield sys._getframe()


gen = g()
unstarted = gen.gi_frame
print(unstarted.f_lasti, unstarted.f_generator is gen, unstarted.f_back)
frame = next(gen)
print(frame is unstarted, frame.f_back, frame.f_generator is gen)
attempt(frame.clear)
gen.close()
print(frame.f_generator, gen.gi_frame)
attempt(frame.clear)
gen = g()
frame = gen.gi_frame
frame.clear()
print(list(gen), gen.gi_frame)


def deep(n):
    if n == 0:
        raise KeyError("deep")
    deep(n - 1)


try:
    deep(2)
except KeyError as e:
    tb = e.__traceback__
lines = []
t = tb
while t is not None:
    lines.append((t.tb_frame.f_code.co_name, t.tb_lineno - t.tb_frame.f_code.co_firstlineno, t.tb_lasti > 0))
    t = t.tb_next
print(lines)
print(tb.tb_next.tb_frame.f_locals)
tb.tb_next.tb_next = None
print(tb.tb_next.tb_next)
for value in (5, tb):
    attempt(lambda: setattr(tb.tb_next, "tb_next", value) if value != 5 else setattr(tb, "tb_next", 5))
attempt(lambda: delattr(tb, "tb_next"))
attempt(lambda: setattr(tb, "tb_lineno", 3))
attempt(lambda: setattr(tb, "tb_frame", None))
new = types.TracebackType(None, sys._getframe(), 4, 99)
print(new.tb_lineno, new.tb_lasti, new.tb_next, types.TracebackType(tb_next=new, tb_frame=fr, tb_lasti=0, tb_lineno=1).tb_next is new)
print(dir(new))
try:
    raise ValueError("with").with_traceback(new)
except ValueError as e:
    print(e.__traceback__.tb_next is new)
