def show(*args, **kw):
    try:
        print(__import__(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)
import sys
print(__import__('sys') is sys, __import__('sys', globals(), locals(), ['path'], 0) is sys)
print(__import__(name='sys', level=0) is sys)
show(1)
show('')
show('sys', level=-1)
show('sys', {}, level=1)
show('sys', 3, level=1)
show()
show('sys', level='a')
import builtins
real = builtins.__import__
def hook(name, globals=None, locals=None, fromlist=(), level=0):
    print('import', name, fromlist, level)
    return real(name, globals, locals, fromlist, level)
builtins.__import__ = hook
import sys
from sys import path
builtins.__import__ = real
import sys
