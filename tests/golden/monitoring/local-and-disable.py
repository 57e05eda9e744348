# Local events, DISABLE, restart_events, several tools, errors of callbacks.
import sys

M = sys.monitoring
E = M.events


def f(n):
    t = 0
    for i in range(n):
        t += i
    return t


def g(n):
    return f(n)


A, B = 1, 2
M.use_tool_id(A, "a")
M.use_tool_id(B, "b")
seen = []


def line_a(code, line):
    seen.append(("a", code.co_name, line - code.co_firstlineno))


def line_b(code, line):
    seen.append(("b", code.co_name, line - code.co_firstlineno))
    return M.DISABLE


def show(title):
    print(title, seen)
    seen.clear()


M.register_callback(A, E.LINE, line_a)
M.register_callback(B, E.LINE, line_b)
M.set_local_events(A, f.__code__, E.LINE)
print(M.get_local_events(A, f.__code__) == E.LINE, M.get_local_events(B, f.__code__), M.get_events(A))
g(1)
show("local a")
M.set_local_events(B, f.__code__, E.LINE | E.PY_START)
g(2)
show("both")
g(2)
show("b disabled")
M.restart_events()
g(1)
show("restarted")
M.set_local_events(A, f.__code__, 0)
M.restart_events()
g(1)
show("a off")
M.set_local_events(B, f.__code__, 0)
g(1)
show("none")


def start(code, offset):
    seen.append(("start", code.co_name))
    return M.DISABLE


M.register_callback(A, E.PY_START, start)
M.set_events(A, E.PY_START)
g(1)
g(1)
M.set_events(A, 0)
seen[:] = [s for s in seen if s[1] in "fg"]
show("start disabled")
M.set_events(A, E.PY_START)
f(1)
M.set_events(A, 0)
seen[:] = [s for s in seen if s[1] in "fg"]
show("again after off and on")


def raise_cb(code, offset, exc):
    seen.append(type(exc).__name__)
    return M.DISABLE


M.register_callback(A, E.RAISE, raise_cb)
M.set_events(A, E.RAISE)
try:
    try:
        f("x")
    except TypeError as e:
        pass
except ValueError as e:
    print("cannot", e)
M.set_events(A, 0)
print(M.register_callback(A, E.RAISE, None))
show("raise")


def failing(code, *args):
    raise RuntimeError("callback")


for event in ("PY_START", "PY_RETURN", "LINE", "CALL", "BRANCH_LEFT", "JUMP", "C_RETURN"):
    M.register_callback(A, getattr(E, event), failing)
    M.set_local_events(A, f.__code__, getattr(E, event) | (E.CALL | E.C_RAISE if event == "C_RETURN" else 0))
    try:
        print(event, f(2))
    except RuntimeError as e:
        print(event, e)
    M.set_local_events(A, f.__code__, 0)
    M.register_callback(A, getattr(E, event), None)


def branch(code, offset, dest):
    seen.append(("branch", dest > offset))
    return M.DISABLE


M.register_callback(A, E.BRANCH, branch)
M.set_local_events(A, f.__code__, E.BRANCH)
f(2)
f(2)
show("branch")
M.set_local_events(A, f.__code__, 0)


def instruction(code, offset):
    seen.append(offset)


M.register_callback(A, E.INSTRUCTION, instruction)
M.set_local_events(A, g.__code__, E.INSTRUCTION)
g(1)
show("instructions")
M.clear_tool_id(A)
print(M.get_tool(A), M.get_local_events(A, g.__code__))
g(1)
show("cleared")
M.free_tool_id(A)
M.free_tool_id(B)
M.free_tool_id(B)
