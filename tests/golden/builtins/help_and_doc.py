# help() and pydoc text of functions, classes, modules made here; __doc__ and __text_signature__ of builtins; inspect.signature over all builtins.
import builtins, inspect, pydoc, types
def show(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__ + ":", e)
class Base:
    """Base docs.

    More text."""
    def inherited(self): "Inherited docs."
    @property
    def prop(self): "Property docs."
class Thing(Base):
    "Thing docs."
    attr: int = 5
    __slots__ = ("slot",)
    def method(self, a, /, b: int = 1, *args, c="x", **kw) -> None: "Method docs.\n    indented"
    @classmethod
    def cm(cls, x): "Class method."
    @staticmethod
    def sm(x=None): pass
    def _private(self): pass
    @property
    def rw(self): return 1
    @rw.setter
    def rw(self, v): pass
    def __len__(self): return 0
def func(x, y=2): "Function docs."
async def coro(): "Coroutine docs."
def nodoc(*, k): pass
for o in (Thing, func, coro, nodoc, Thing.method, Thing().method, Thing.cm, Thing.sm, Thing.rw, Thing.slot, len, int.bit_length, str.join, dict.fromkeys, object.__init__): print(pydoc.plain(pydoc.render_doc(o))); print("----")
m = types.ModuleType("mymod", "Module docs."); m.f = func; func.__module__ = "mymod"; m.__all__ = ["f", "CONST"]; m.CONST = 3; print(pydoc.plain(pydoc.render_doc(m)))
for n in sorted(vars(builtins)):
    o = getattr(builtins, n)
    if not callable(o) or isinstance(o, type) and issubclass(o, BaseException) or n in ("copyright", "credits", "exit", "quit", "license", "help"): continue
    try: s = str(inspect.signature(o))
    except (ValueError, TypeError) as e: s = f"{type(e).__name__}: {e}"
    print(n, s, "|", o.__text_signature__, "|", (o.__doc__ or "").split("\n")[0])
for t in (int, str, list, dict, bytes, set, type, object, property, float):
    for n in sorted(vars(t)):
        o = vars(t)[n]
        if not hasattr(o, "__text_signature__"): continue
        try: s = str(inspect.signature(getattr(t, n)))
        except (ValueError, TypeError) as e: s = f"{type(e).__name__}"
        print(t.__name__, n, s, (getattr(o, "__doc__", None) or "").split("\n")[0])
show(inspect.getdoc, Thing.inherited); show(inspect.getdoc, Thing); show(inspect.getdoc, 5); show(inspect.signature, 5); show(inspect.signature, Thing); show(inspect.signature, type("C", (), {"__call__": lambda self, q: 0})()); show(lambda: str(inspect.signature(func).bind(1, y=3))); show(lambda: inspect.signature(func).bind()); show(lambda: inspect.signature(func).replace(parameters=[])); show(inspect.getfullargspec, Thing.method); show(inspect.cleandoc, "  a\n    b\n   c\n")
