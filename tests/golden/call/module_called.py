import types, json, pprint
def t(f):
    try: f()
    except BaseException as e: print(type(e).__name__, e)
m = types.ModuleType('mod'); t(lambda: m()); m.mod = 1; t(lambda: m()); m.mod = len; t(lambda: m()); t(lambda: m(1, 2, x=3)); t(lambda: m(*[1]))
t(lambda: pprint(1)); t(lambda: json({})); t(lambda: pprint(**{'a': 1})); t(lambda: list(map(pprint, [1])))
class M(types.ModuleType): pass
z = M('zz'); z.zz = print; t(lambda: z())
class BadStr(str):
    def __eq__(self, other): return True
    def __hash__(self): return str.__hash__(self) ^ 3
t(lambda: print(0, 1, **{BadStr('foo'): ','})); t(lambda: round(1.75, **{BadStr('foo'): 1})); t(lambda: round(1.5, foo=1))
t(lambda: min(0, default=1, key=2, foo=3)); t(lambda: max([0], default=1, kye=2)); t(lambda: min(0, foo=3, bar=1))
t(lambda: ImportError(0, name=1, path=2, name_from=3, foo=3)); t(lambda: AttributeError(0, nam=3)); t(lambda: NameError(0, name=1, foo=3))
