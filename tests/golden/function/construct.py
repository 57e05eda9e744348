# types.FunctionType: every argument and every refusal.
import types
F = types.FunctionType
def plain(a, b=2, *, c=3): return a, b, c
def make():
    x = 1
    def inner(): return x
    return inner
inner = make()
P, I = plain.__code__, inner.__code__
def t(*a, **k):
    try:
        f = F(*a, **k); print(f.__name__, f.__qualname__, f.__defaults__, f.__kwdefaults__, f.__closure__ is not None, f.__module__, f.__doc__)
    except Exception as e: print(type(e).__name__, e)
t(); t(P); t(1, {}); t(P, 1); t(P, {}); t(P, {"__name__": "modname"}); t(P, {}, "named"); t(P, {}, 1); t(P, {}, None, (1,)); t(P, {}, None, [1]); t(P, {}, None, None, ()); t(P, {}, None, None, (1,)); t(P, {}, None, None, None, {"c": 5}); t(P, {}, None, None, None, [1]); t(I, {}); t(I, {}, None, None, ()); t(I, {}, None, None, (1,)); t(I, {}, closure=inner.__closure__); t(P, {}, kwdefaults={"c": 1}, argdefs=(8, 9), name="n"); t(code=P, globals={}); t(P, {}, "a", None, None, None, 7); t(P, {}, foo=1)
print(F(P, {}, None, (1, 2), None, {"c": 4})(), F(P, {}, None, (1,), None, {"c": 4})(5))
cell = types.CellType(42); print(F(I, {}, None, None, (cell,))(), inner())
g = {"y": 7}; f = F(compile("y", "e", "eval"), g); print(f(), f.__globals__ is g, sorted(g))
print(F(P, {"__builtins__": {"len": 1}}).__builtins__)
for base in (F, types.MethodType, types.CodeType):
    try: type("Sub", (base,), {})
    except TypeError as e: print(e)
print(type(plain) is F, types.LambdaType is F, F.__name__, F.__text_signature__)
