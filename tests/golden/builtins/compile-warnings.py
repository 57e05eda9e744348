import warnings
warnings.simplefilter('always')
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    compile('x = "\\d"', 'file.py', 'exec')
    compile('1 is 1', 'file.py', 'exec')
    compile('assert (1, 2)', 'file.py', 'exec')
for w in seen:
    print(w.category.__name__, w.message, w.filename, w.lineno)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for source in ('x = "\\d"', '1 is 1', 'a\nassert (1, 2)'):
        try:
            compile(source, 'file.py', 'exec')
        except SyntaxError as e:
            print(type(e).__name__, e, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
