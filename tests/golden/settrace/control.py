# What tracers decide: local tracers, None, f_trace, errors, f_trace_lines, f_trace_opcodes.
import sys


def name(frame):
    return frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno


def work():
    a = 1
    b = helper(a)
    return b


def helper(v):
    v += 1
    return v


def only_calls(frame, event, arg):
    print("calls", event, *name(frame))


def run(tracer, f=work):
    print("==", tracer.__name__)
    sys.settrace(tracer)
    try:
        f()
    except BaseException as e:
        print("escaped", type(e).__name__, e)
    finally:
        print("tracer left", sys.gettrace() is tracer)
        sys.settrace(None)


run(only_calls)


def local_other(frame, event, arg):
    if frame.f_code.co_name == "helper":
        return None

    def local(frame, event, arg):
        print("local", event, *name(frame))
        return local if event != "line" or frame.f_lineno - frame.f_code.co_firstlineno < 2 else other

    def other(frame, event, arg):
        print("other", event, *name(frame))

    print("global", event, *name(frame))
    return local


run(local_other)


def raises_on_line(frame, event, arg):
    if event == "line" and name(frame) == ("helper", 2):
        raise RuntimeError("tracer failed")
    return raises_on_line


run(raises_on_line)


def raises_on_call(frame, event, arg):
    raise KeyError("call")


run(raises_on_call)


def raises_on_return(frame, event, arg):
    if event == "return":
        raise KeyError("return")
    return raises_on_return


run(raises_on_return)


def quiet_lines(frame, event, arg):
    frame.f_trace_lines = False
    print("quiet", event, *name(frame))
    return quiet_lines


run(quiet_lines)


def opcodes(frame, event, arg):
    frame.f_trace_opcodes = True
    if event == "opcode":
        print("opcode", frame.f_code.co_name, frame.f_lasti)
    else:
        print(event, *name(frame))
    return opcodes


run(opcodes, helper.__get__(3))


def from_within():
    frame = sys._getframe()

    def tr(frame, event, arg):
        print("within", event, *name(frame))
        return tr

    sys.settrace(tr)
    x = 1
    frame.f_trace = tr
    x = 2
    helper(x)
    sys.settrace(None)
    x = 3


from_within()
print(sys.call_tracing(lambda *a: a, (1, 2)))
for args in ((), (len,), (len, 5), (len, ())):
    try:
        sys.call_tracing(*args)
    except TypeError as e:
        print(e)


def nested_tracing(frame, event, arg):
    if event == "line" and frame.f_code.co_name == "work":
        print("call_tracing ->", sys.call_tracing(helper, (10,)))
    elif frame.f_code.co_name == "helper":
        print("  in helper", event)
    return nested_tracing


run(nested_tracing)
print(sys.gettrace(), sys.getprofile())
