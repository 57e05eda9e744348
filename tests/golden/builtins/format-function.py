def show(*args):
    try:
        print(repr(format(*args)))
    except Exception as e:
        print(type(e).__name__, e)
class F:
    def __format__(self, spec): return f'<{spec}>'
class G:
    def __format__(self, spec): return 5
class P:
    def __str__(self): return 'P!'
show(3)
show(3, '05')
show(3.14159, '.2f')
show('abc', '>6')
show(F(), 'x y')
show(F())
show(G())
show(P())
show(P(), 'x')
show(1, 2)
show(None, '')
show(None, 'x')
show([], '')
show(1, 'q')
show()
show(1, '', 3)
