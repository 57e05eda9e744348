# ExceptionGroup and except*: splitting, nesting, reraising, notes, subclassing, printing.
import traceback, sys
def show(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__ + ":", e)
def shape(e): return [type(e).__name__, e.message, [shape(x) for x in e.exceptions]] if isinstance(e, BaseExceptionGroup) else repr(e)
G = ExceptionGroup; V, T, K, O = ValueError("v"), TypeError("t"), KeyError("k"), OSError(2, "o")
g = G("outer", [V, G("inner", [T, K, G("deep", [V])]), O])
print(shape(g), str(g), repr(g), g.args, g.message, g.exceptions)
for c in (ValueError, (TypeError, OSError), LookupError, Exception, G, ZeroDivisionError, lambda e: isinstance(e, KeyError), lambda e: True, lambda e: "deep" in str(e)): m, r = g.split(c); print(m and shape(m), "|", r and shape(r), "|", (s := g.subgroup(c)) and shape(s))
for a in ((), ("m",), ("m", []), ("m", [1]), ("m", [V, KeyboardInterrupt()]), (5, [V]), ("m", V), ("m", [ValueError]), ("m", {V}), ("m", [V], 1), ("m", (x for x in [V]))): show(G, *a); show(BaseExceptionGroup, *a)
show(g.split, 5); show(g.split, int); show(g.split, (ValueError, 5)); show(g.split); show(g.subgroup, []); show(g.derive, [V]); show(g.derive, []); show(lambda: setattr(g, "message", 1)); show(lambda: setattr(g, "exceptions", ())); print(type(BaseExceptionGroup("b", [V])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__, G.__mro__[1:4], BaseExceptionGroup[int])
class MyG(G):
    def __new__(cls, m, e, code=0): s = super().__new__(cls, m, e); s.code = code; return s
    def derive(self, e): return MyG(self.message, e, self.code + 1)
class NoDerive(G): pass
class BadDerive(G):
    def derive(self, e): return 5
mg = MyG("mine", [V, T], 7); m, r = mg.split(ValueError); print(type(m).__name__, m.code, type(r).__name__, r.code, type(NoDerive("n", [V, T]).split(ValueError)[0]).__name__); show(BadDerive("n", [V, T]).split, ValueError)
try: raise g from KeyError("cause")
except G as e: e.add_note("note"); m, r = e.split(ValueError); print(m.__cause__, m.__notes__, r.__notes__, m.__traceback__ is e.__traceback__, m.__context__)
def star(exc, *actions):
    out = []
    try:
        try: raise exc
        except* (ValueError, LookupError) as e: out.append(("V", shape(e))); actions and actions[0](e)
        except* TypeError as e: out.append(("T", shape(e))); len(actions) > 1 and actions[1](e)
        except* OSError: out.append("O")
        else: out.append("else")
        finally: out.append("fin")
    except BaseException as x: out.append(("escaped", shape(x), repr(x.__context__) if x.__context__ and not isinstance(x.__context__, BaseExceptionGroup) else x.__context__ and shape(x.__context__)))
    return out
def rr(e): raise
def new(e): raise RuntimeError("new")
def chain(e): raise RuntimeError("chained") from e
def same(e): raise e
for x in (g, V, K, ZeroDivisionError("z"), G("z", [ZeroDivisionError("z"), V]), KeyboardInterrupt("ki"), BaseExceptionGroup("b", [KeyboardInterrupt(), V])):
    for acts in ((), (rr,), (new,), (chain, new), (same, rr)): print(star(x, *acts))
def bad(kind):
    try: raise V
    except* kind: pass
for k in (G, BaseExceptionGroup, (ValueError, G), 5, (ValueError, 5), int, None): show(bad, k)
def ret():
    for i in range(2):
        try: raise V
        except* ValueError: x = i
    return x
show(ret)
for src in ("try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept A: pass\nexcept* B: pass", "try: pass\nexcept*: pass", "def f():\n try: pass\n except* A: return 1", "for i in x:\n try: pass\n except* A: break", "for i in x:\n try: pass\n except* A: continue", "try: pass\nexcept* A, B: pass", "try: pass\nexcept* A as b.c: pass", "try: pass\nexcept* A:\n for i in x: break", "try: pass\nexcept *A: pass", "try: pass\nexcept A, B as c: pass", "try: pass\nexcept A, B: pass"):
    try: compile(src, "s", "exec"); print("fine", repr(src))
    except SyntaxError as e: print(repr(src), e.msg, e.lineno, e.offset)
def inner(): raise TypeError("typed")
def build():
    es = []
    for f in (inner, lambda: {}["q"], lambda: 1 / 0):
        try: f()
        except Exception as e: es.append(e)
    es[0].add_note("a note\nin two lines"); n = G("nested", [ValueError("leaf"), G("deeper", [OSError("x")])]); n.add_note("group note"); return G("all", es + [n])
try: raise build()
except G: traceback.print_exc(file=sys.stdout)
try:
    try: raise G("first", [V])
    except* ValueError: raise KeyError("while handling")
except BaseException: traceback.print_exc(file=sys.stdout)
traceback.print_exception(G("many", [ValueError(i) for i in range(20)]), file=sys.stdout); traceback.print_exception(G("1", [G("2", [G("3", [G("4", [V])])])]), file=sys.stdout); print("".join(traceback.TracebackException.from_exception(g, max_group_width=2, max_group_depth=2).format())); print(traceback.format_exception_only(g, show_group=True))
raise build()
