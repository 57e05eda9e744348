# sys.settrace, setprofile and sys.monitoring: the events of loops, calls, exceptions, generators, comprehensions and with blocks.
import sys
def base(f): return f.f_lineno - f.f_code.co_firstlineno
def trace(body, opcodes=False):
    out = []
    def tr(frame, event, arg):
        if frame.f_code.co_filename != __file__: return None
        out.append(f"{event[0]}{event[1]}:{frame.f_code.co_name}+{base(frame)}" + (f"={arg!r}" if event == "return" else f"!{arg[0].__name__}" if event == "exception" else ""))
        return tr
    sys.settrace(tr)
    try: r = body()
    except Exception as e: r = repr(e)
    finally: sys.settrace(None)
    print(body.__name__, r, *out, sep=" | ")
def loop():
    t = 0
    for i in range(2):
        if i: t += i
        else: continue
    while t < 3:
        t += 1
    return t
def exc():
    try:
        raise ValueError("v")
    except ValueError as e:
        x = 1
    finally:
        y = 2
    return x + y
def gen():
    yield 1
    x = yield 2
    return x
def usegen(): return list(gen()), [a for a in gen() if a], (lambda: 3)()
class CM:
    def __enter__(self): return 1
    def __exit__(self, *a): return True
def withs():
    with CM() as c:
        raise KeyError
    return c
def nested():
    def inner(n): return inner(n - 1) if n else 0
    return inner(2)
def multi(): return (1 +
    2 +
    3)
def uncaught(): return 1 / 0
def classes():
    class K:
        a = 1
        def m(self): pass
    return K().m()
def match_it(v=[1, 2]):
    match v:
        case [1]: return "one"
        case [1, x]:
            return x
def deco():
    @staticmethod
    def f(): pass
    return f()
def closegen():
    g = gen(); next(g)
    g.close()
def throwgen():
    g = gen(); next(g)
    try: g.throw(KeyError)
    except KeyError: return "thrown"
def cond(a=1): return "x" if a else "y"
def asserts(): assert 1 == 2, "no"
for f in (loop, exc, usegen, withs, nested, multi, uncaught, classes, match_it, deco, closegen, throwgen, cond, asserts): trace(f)
out = []
def prof(frame, event, arg):
    if frame.f_code.co_filename == __file__: out.append(f"{event}:{frame.f_code.co_name}" + (f":{arg.__name__}" if event.startswith("c_") else ""))
def work(): len("a"); sorted([2, 1], key=lambda v: -v); print(end=""); [].append(1); return list(gen())
def fails():
    try: int("x")
    except ValueError: pass
sys.setprofile(prof); work(); fails(); sys.setprofile(None); print(*out)
E = sys.monitoring.events; T = 3; sys.monitoring.use_tool_id(T, "golden")
log = []
def cb(name):
    def f(code, *a): 
        if code.co_filename == __file__ and code.co_name in ("loop", "exc", "gen", "fails", "withs", "uncaught"): log.append(name + ":" + code.co_name + ":" + ",".join(str(x - code.co_firstlineno) if name == "LINE" else type(x).__name__ if not isinstance(x, (int, str)) else str(x) for x in a[:1 if name in ("LINE", "PY_START") else 2]))
    return f
names = ["PY_START", "PY_RETURN", "PY_YIELD", "PY_RESUME", "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "LINE", "CALL", "C_RETURN", "C_RAISE", "STOP_ITERATION", "RERAISE", "BRANCH_LEFT", "BRANCH_RIGHT", "JUMP"]
for n in names: sys.monitoring.register_callback(T, getattr(E, n), cb(n))
for f in (loop, exc, withs, lambda: list(gen()), fails, uncaught):
    log.clear(); sys.monitoring.set_events(T, sum(getattr(E, n) for n in names if n not in ("C_RETURN", "C_RAISE")))
    try: f()
    except ZeroDivisionError: pass
    sys.monitoring.set_events(T, 0); print(*log, sep=" | ")
sys.monitoring.free_tool_id(T)
for bad in (lambda: sys.monitoring.use_tool_id(9, "x"), lambda: sys.monitoring.use_tool_id(1, 5), lambda: sys.monitoring.free_tool_id(-1), lambda: sys.monitoring.set_events(T, 1), lambda: sys.monitoring.register_callback(T, 3, len), lambda: sys.settrace(), lambda: sys.setprofile(1, 2), lambda: sys.monitoring.get_tool(T)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
