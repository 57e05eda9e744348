import sys
def f():
    return sys._getframe(), sys._getframe(1)
def g():
    return f()
own, caller = g()
print(own.f_code.co_name, caller.f_code.co_name, caller.f_back.f_code.co_name)
print(sys._getframe().f_code.co_name, sys._getframe(-3).f_code.co_name, sys._getframe().f_back)
def show(fn, *args):
    try:
        print(fn(*args))
    except Exception as e:
        print(type(e).__name__, e)
show(sys._getframe, 1000)
show(sys._getframe, 'a')
show(sys._getframe, 1, 2)
print(sys._getframemodulename(), sys._getframemodulename(0), sys._getframemodulename(99), sys._getframemodulename(depth=0))
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as e:
    t, v, tb = sys.exc_info()
    print(t, v is e, tb is e.__traceback__, sys.exception() is e)
    try:
        [][1]
    except IndexError:
        print(sys.exc_info()[0], sys.exception().__context__ is e)
    print(sys.exc_info()[0])
    def inner(): return sys.exc_info()[0]
    print(inner())
print(sys.exc_info())
print(sys._current_exceptions().popitem()[1], len(sys._current_frames()))
