g = {}
exec('x = 1\ndef f(): return x + 1\ny = f()', g)
print(g['x'], g['y'], '__builtins__' in g, type(g['__builtins__']).__name__)
l = {}
exec('a = 1\nglobal b\nb = 2', g, l)
print(l, g['b'])
print(eval('x + y', g), eval(' \t 1 + 1'), eval(b'2 * 3'), eval(bytearray(b'4')))
def func():
    local = 5
    exec('local = 6; new = 7')
    print(local, eval('local'), sorted(locals()))
func()
class Map:
    def __init__(self): self.log = []
    def __getitem__(self, k):
        self.log.append(('get', k))
        if k == 'm': return 'from map'
        raise KeyError(k)
    def __setitem__(self, k, v): self.log.append(('set', k, v))
    def __delitem__(self, k): self.log.append(('del', k))
m = Map()
exec('r = m\nlen\ndel r', {}, m)
print(m.log)
def show(f, *args, **kw):
    try:
        print(f.__name__, f(*args, **kw))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
show(eval, 1)
show(eval, '1', 2)
show(eval, '1', m)
show(eval, '1', {}, 2)
show(exec, 1)
show(exec, '1', 2)
show(exec, '1', {}, 2)
show(exec, '1', {}, closure=())
show(eval, 'x = 1')
show(eval, '')
show(eval, '1\0')
show(exec, '1\0')
show(eval)
show(eval, '1', wrong=1)
show(exec, '1', None, None, None)
show(eval, '\ud800')
show(eval, 'a', {'a': 3}, {})
show(eval, 'a', globals={'a': 1}, locals={'a': 2})
show(eval, 'undefined_name', {})
def outer(v):
    def inner(): return v
    return inner
code = outer(0).__code__
show(eval, code)
show(exec, code)
show(exec, code, {}, closure=())
show(exec, code, {}, closure=outer(4).__closure__)
show(eval, outer.__code__)
show(exec, (lambda: 0).__code__, {}, closure=outer(4).__closure__)
show(eval, (lambda: 42).__code__)
show(eval, '[i for i in range(3)]')
show(eval, '(lambda: __name__)()', {'__name__': 'other'})
exec('print(__builtins__ is b)', {'__builtins__': {'print': print, 'b': 1}})
show(exec, 'open', {'__builtins__': {}})
