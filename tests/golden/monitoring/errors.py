# sys.monitoring: wrong tools, events and arguments.
import sys

M = sys.monitoring
E = M.events


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


code = attempt.__code__
M.use_tool_id(0, "zero")
for text in (
    "M.use_tool_id(0, 'again')", "M.use_tool_id(6, 'x')", "M.use_tool_id(-1, 'x')", "M.use_tool_id(1, 5)", "M.use_tool_id('a', 'x')", "M.use_tool_id(1)",
    "M.get_tool(0)", "M.get_tool(1)", "M.get_tool(9)", "M.free_tool_id(4)", "M.free_tool_id(7)", "M.clear_tool_id(4)",
    "M.set_events(1, E.LINE)", "M.set_events(0, -1)", "M.set_events(0, 1 << 19)", "M.set_events(0, E.C_RETURN)", "M.set_events(0, E.C_RAISE | E.C_RETURN)", "M.set_events(0, 'x')",
    "M.get_events(0)", "M.get_events(1)", "M.get_events(8)",
    "M.register_callback(0, 0, None)", "M.register_callback(0, E.LINE | E.CALL, None)", "M.register_callback(0, 1 << 20, None)", "M.register_callback(1, E.LINE, None)", "M.register_callback(6, E.LINE, None)", "M.register_callback(0, E.LINE)",
    "M.set_local_events(0, 5, E.LINE)", "M.set_local_events(0, code, E.RAISE)", "M.set_local_events(0, code, E.C_RETURN)", "M.set_local_events(2, code, E.LINE)", "M.set_local_events(9, code, 0)", "M.set_local_events(0, code, -1)",
    "M.get_local_events(0, 5)", "M.get_local_events(9, code)", "M.get_local_events(0, code)",
    "M.restart_events()", "M.restart_events(1)", "M._all_events()", "[M.DEBUGGER_ID, M.COVERAGE_ID, M.PROFILER_ID, M.OPTIMIZER_ID]",
    "sorted((v, k) for k, v in vars(E).items())", "type(E).__name__", "type(M).__name__", "M.__name__", "type(M.DISABLE).__name__",
):
    attempt(text)
first, second = (lambda *a: None), (lambda *a: 1)
print(M.register_callback(0, E.CALL, first))
print(M.register_callback(0, E.CALL, second) is first)
print(M.register_callback(0, E.CALL, None) is second)
print(M.register_callback(0, E.CALL, None))
M.set_events(0, E.BRANCH | E.CALL | E.C_RAISE | E.C_RETURN)
print(M.get_events(0) == E.BRANCH_LEFT | E.BRANCH_RIGHT | E.CALL, {k: v for k, v in M._all_events().items()})
M.set_events(0, 0)
M.free_tool_id(0)
