# return, break, continue and exceptions through try, finally, with and loops; else of loops.
import sys, warnings
log = []
def show(f, *a):
    log.clear()
    try: r = f(*a)
    except BaseException as e: r = f"{type(e).__name__}({e}) context={e.__context__!r} cause={e.__cause__!r} suppress={e.__suppress_context__}"
    print(f.__name__, a, r, log)
class CM:
    def __init__(self, n, swallow=False, fail=None): self.n, self.s, self.f = n, swallow, fail
    def __enter__(self): log.append(f"enter {self.n}"); return self.n
    def __exit__(self, t, v, tb):
        log.append(f"exit {self.n} {t and t.__name__}")
        if self.f: raise self.f
        return self.s
def ret_finally(): 
    try: return log.append("try") or 1
    finally: log.append("finally")
def ret_evaluated():
    x = 1
    try: return x
    finally: x = 2
def ret_mutable():
    x = []
    try: return x
    finally: x.append(1)
src = '''
def override():
    try: return 1
    finally: return 2
def swallow():
    try: 1 / 0
    finally: return "swallowed"
def brk():
    while True:
        try: return 1
        finally: break
    return "after"
def cont():
    r = []
    for i in range(3):
        try: r.append(i); 1 / 0
        finally: continue
    return r
'''
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    exec(compile(src, "<src>", "exec"))
    print([(x.category.__name__, str(x.message), x.lineno) for x in w])
for f in (override, swallow, brk, cont): show(f)
def nested():
    try:
        try: 1 / 0
        finally: log.append("inner"); raise KeyError("second")
    except KeyError as e: return repr(e.__context__)
    finally: log.append("outer")
def else_raises():
    try: pass
    except ValueError: return "not here"
    else: raise ValueError("from else")
    finally: log.append("fin")
def except_raises():
    try: raise ValueError("one")
    except ValueError: raise TypeError("two")
    finally: log.append("fin")
def from_none():
    try: raise ValueError("one")
    except ValueError: raise TypeError("two") from None
def from_other():
    try: raise ValueError("one")
    except ValueError as e: raise TypeError("two") from KeyError("cause")
def from_cls(): raise TypeError from KeyError
def from_bad(): raise TypeError from 5
def reraise():
    try: 1 / 0
    except ZeroDivisionError: log.append("got"); raise
def bare(): raise
def name_gone():
    try: raise ValueError
    except ValueError as e: pass
    return "e" in locals()
def loop(n):
    for i in range(5):
        try:
            if i == n: break
            if i % 2: continue
            log.append(i)
        finally: log.append(f"f{i}")
    else: return "else"
    return "broke"
def while_else(n):
    while n:
        n -= 1
        if n == 7: break
    else: return "while else"
    return "while break"
def with_return():
    with CM("a"), CM("b") as b: return b
def with_raise(s):
    with CM("a", s), CM("b"): raise ValueError("body")
    return "swallowed"
def with_exit_fails():
    with CM("a"), CM("b", fail=KeyError("exit")): raise ValueError("body")
def with_loop():
    for i in range(3):
        with CM(i, True):
            if i == 0: continue
            if i == 1: raise ValueError
            break
    return "done"
def with_enter_fails():
    with CM("a"), (CM("b") if 0 else Bad()): log.append("body")
class Bad:
    def __enter__(self): raise OSError("enter")
    def __exit__(self, *a): log.append("never")
def gen():
    try: yield 1; yield 2
    except GeneratorExit: log.append("exit"); raise
    finally: log.append("gen finally")
def gen_use():
    for v in gen(): return v
def gen_break():
    g = gen()
    for v in g: break
    g.close()
    return v
def order():
    for e in (ValueError, KeyError, IndexError, OSError):
        try: raise e
        except (KeyError, ValueError) as x: log.append(("tuple", type(x).__name__))
        except LookupError: log.append("lookup")
        except: log.append("bare")
def dynamic():
    def classes(): log.append("evaluated"); return (KeyError,)
    try: raise ValueError
    except classes(): pass
    except ValueError: return "value"
def bad_class():
    try: raise ValueError("x")
    except 5: pass
def bad_tuple():
    try: raise ValueError("x")
    except (KeyError, "s"): pass
def no_check():
    try: return "unused"
    except undefined_name: pass
def not_exc(): raise 5
def not_exc2(): raise int
def not_exc3(): raise "text"
class Refuse(Exception):
    def __init__(self): raise RuntimeError("in init")
def refuse(): raise Refuse
class Other(Exception):
    def __new__(cls): return 5
def other(): raise Other
def deep(n):
    try:
        if n: deep(n - 1)
        else: raise ValueError("bottom")
    finally: log.append(n)
def sys_exc():
    try: raise ValueError("a")
    except ValueError:
        a = sys.exception()
        try: raise KeyError("b")
        except KeyError: b = sys.exception()
        c = sys.exception()
    return repr(a), repr(b), c is a, sys.exception(), sys.exc_info()
def chain():
    try:
        try: raise ValueError("1")
        except ValueError as e: raise KeyError("2") from e
    except KeyError as k: raise OSError("3")
for f in (ret_finally, ret_evaluated, ret_mutable, nested, else_raises, except_raises, from_none, from_other, from_cls, from_bad, reraise, bare, name_gone, with_return, with_exit_fails, with_loop, with_enter_fails, gen_use, gen_break, order, dynamic, bad_class, bad_tuple, no_check, not_exc, not_exc2, not_exc3, refuse, other, sys_exc, chain): show(f)
for n in (0, 3, 9): show(loop, n); show(while_else, n)
show(with_raise, True); show(with_raise, False); show(deep, 3)
for i in []: pass
else: print("empty for else")
for i in range(3):
    for j in range(3):
        if j == i: break
    else: print("never for", i)
    if i == 1: continue
    print(i, j)
