import sys
m = sys.monitoring
def show(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
print(m.events, m.DEBUGGER_ID, m.COVERAGE_ID, m.PROFILER_ID, m.OPTIMIZER_ID)
show(m.use_tool_id, 1, 'a')
show(m.use_tool_id, 1, 'b')
show(m.use_tool_id, 9, 'b')
show(m.use_tool_id, 2, 3)
show(m.get_tool, 1)
show(m.get_tool, 3)
show(m.get_events, 1)
show(m.set_events, 3, 1)
show(m.set_events, 1, 1 << 30)
show(m.register_callback, 1, m.events.CALL, print)
show(m.register_callback, 1, m.events.CALL, None)
show(m.register_callback, 1, 3, None)
show(m.register_callback, 1, 1 << 25, None)
show(m.set_local_events, 1, 1, 1)
show(m._all_events)
show(m.free_tool_id, 1)
show(m.get_tool, 1)
print(type(m).__name__, m.__name__)
