import sys
def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
a = sys.intern('some text ' + 'built')
b = sys.intern(''.join(['some text ', 'built']))
print(a is b, sys._is_interned(a), sys._is_interned(''.join(['not ', 'interned'])))
show(sys.intern, 1)
class S(str): pass
show(sys.intern, S('a'))
show(sys._is_interned, 1)
print(sys._is_interned(''), sys._is_interned('x'), sys._is_interned('identifier'))
print(sys._is_immortal(None), sys._is_immortal(5), sys._is_immortal([]), sys._is_immortal(int))
class K: pass
print('__dict__' in vars(K), '__weakref__' in vars(K))
sys._clear_type_descriptors(K)
print('__dict__' in vars(K), '__weakref__' in vars(K))
show(sys._clear_type_descriptors, 1)
show(sys._clear_type_descriptors, int)
