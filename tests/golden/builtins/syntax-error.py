def show(source, mode='exec'):
    try:
        compile(source, 'file.py', mode)
        print('compiled')
    except SyntaxError as e:
        print(type(e).__name__, '|', e, '|', e.msg, e.filename, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset, e.print_file_and_line)
        print(' ', e.args)
for source in ('x =', 'if x\n  pass', 'def f(:', 'return', 'x = (1', 'x = 1)', "'abc", '  x', 'if 1:\nx', 'if 1:\n\tx\n        y', 'f(a=1, a=2)', 'def f(a, a): pass', 'nonlocal x', 'a, b += 1', 'print 1',
               'x = é $', 'for', 'class C:\n  def f(self):\n    break', 'f"{x!z}"', 'f"{"', '1 = x', 'del f()', 'import a.b as c.d', 'from __future__ import nope', 'async def f(): await = 1', 'x = 5 if y', 'match x:\n  case a, a: pass'):
    print(repr(source))
    show(source)
show('1 2', 'eval')
show('x\ny\n', 'single')
