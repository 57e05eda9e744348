import sys
def show(f, *args, **kw):
    try:
        print(f.__name__, f(*args, **kw))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
print(sys.getrecursionlimit())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
for v in (0, -1, 'a', 1 << 40, 1.5):
    show(sys.setrecursionlimit, v)
sys.setrecursionlimit(1000)
def deep(n):
    if n: return deep(n - 1)
    try:
        sys.setrecursionlimit(10)
    except RecursionError as e:
        return str(e).split(':')[1]
print(deep(50))
print(sys.getswitchinterval())
for v in (0.01, 1, 0, -1, 'a'):
    show(sys.setswitchinterval, v)
print(sys.getswitchinterval())
print(sys.get_int_max_str_digits())
for v in (640, 0, 5, -5, 'a'):
    show(sys.set_int_max_str_digits, v)
sys.set_int_max_str_digits(4300)
show(sys.set_int_max_str_digits, maxdigits=1000)
try:
    int('1' * 1001)
except ValueError as e:
    print(e)
print(sys.get_asyncgen_hooks(), type(sys.get_asyncgen_hooks()))
show(sys.set_asyncgen_hooks, 1)
show(sys.set_asyncgen_hooks, finalizer=1)
show(sys.set_asyncgen_hooks, wrong=1)
sys.set_asyncgen_hooks(print, len)
print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(finalizer=None)
print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(None)
print(sys.get_asyncgen_hooks())
print(sys.get_coroutine_origin_tracking_depth())
show(sys.set_coroutine_origin_tracking_depth, -1)
show(sys.set_coroutine_origin_tracking_depth)
show(sys.set_coroutine_origin_tracking_depth, depth=2)
print(sys.get_coroutine_origin_tracking_depth())
print(sys.gettrace(), sys.getprofile(), sys.is_finalizing(), sys._is_gil_enabled(), sys.is_stack_trampoline_active())
show(sys.activate_stack_trampoline, 'nope')
show(sys.activate_stack_trampoline, 1)
show(sys.call_tracing, max, (1, 2))
show(sys.call_tracing, max, 1)
