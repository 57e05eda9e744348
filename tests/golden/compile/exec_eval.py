# exec and eval with namespaces, closures, code objects.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
ns = {"a": 1}
t(lambda: eval("a + 1", ns)); t(lambda: eval("a + b", {"a": 1}, {"b": 2})); t(lambda: exec("c = a", ns)); print(ns["c"], "__builtins__" in ns)
t(lambda: eval("x")); t(lambda: eval("1 +")); t(lambda: eval(5)); t(lambda: eval("a", 5)); t(lambda: eval("a", {}, 5)); t(lambda: exec("a", {}, 5)); t(lambda: exec(5)); t(lambda: eval("a", globals={"a": 3})); t(lambda: exec("print(z)", globals={"z": 4}, locals=None)); t(lambda: eval("len('abc')", {"__builtins__": {}})); t(lambda: eval("len('abc')", {"__builtins__": {"len": lambda s: 42}}))
def make():
    free = 10
    def inner(): return free
    return inner
inner = make()
t(lambda: exec(inner.__code__)); t(lambda: eval(inner.__code__)); t(lambda: exec(inner.__code__, {}, None, closure=inner.__closure__)); t(lambda: exec("a", closure=())); t(lambda: exec(inner.__code__, closure=(1,))); t(lambda: exec(compile("1", "f", "exec"), closure=inner.__closure__))
class Namespace(dict):
    def __missing__(self, key): return f"<{key}>"
t(lambda: eval("x, y", {}, Namespace())); t(lambda: eval("[q for _ in 'ab']", {}, Namespace())); t(lambda: exec("v = 1; del v; v", {}, {}))
def locals_seen(p):
    q = 2
    exec("q = 5; r = 6")
    return q, sorted(locals()), eval("p + q")
print(locals_seen(1)); print(eval("(lambda: a)()", {"a": 7})); exec("def g(): return g.__globals__['tag']", d := {"tag": "here"}); print(d["g"]())
exec("import sys; print(sys._getframe().f_code.co_filename, __name__)", {"__name__": "named"})
t(lambda: eval("__import__('math').floor(2.5)")); t(lambda: eval(compile("yes", "f", "eval"), {"yes": True}))
