nan=float('nan')
print([nan]==[nan], (nan,)==(nan,), [nan]<[nan], [nan,1]<[nan,2], slice(nan)==slice(nan))
class X:
    def __eq__(s,o): l2.clear(); return NotImplemented
class Y:
    def __eq__(s,o): l1.clear(); return NotImplemented
l1=[X()]; l2=[Y()]; print(l1==l2)
class Z:
    def __eq__(s,o): l3.clear(); return NotImplemented
l3=[Z()]; print(l3==[1])
class evil:
    def __lt__(s,o): o.clear(); return NotImplemented
a=[[evil()]]
try: a[0]<a
except TypeError as e: print(e)
def t(f):
    try: f()
    except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
def badgen():
    yield 'key'
    raise TypeError('oops')
def bad2():
    yield 'k'; raise ValueError('v')
t(lambda: {}.update([object()])); t(lambda: dict([badgen()])); t(lambda: dict([bad2()])); t(lambda: dict([(1,2),(1,)])); t(lambda: dict([5])); t(lambda: dict([(1,2), None]))
class I:
    def __iter__(s): raise TypeError('iter')
class I2:
    def __iter__(s): raise KeyError('iter')
t(lambda: dict([I()])); t(lambda: dict([I2()])); t(lambda: dict(['ab','cd','e'])); print(dict(['ab',['c',1],iter((1,2))]))
