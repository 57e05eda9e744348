


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
BaseException(), BaseException(1), BaseException(1, 2), str(BaseException(1, 2)), str(BaseException())
BaseException(a=1)
ValueError(a=1)
KeyError('a'), str(KeyError('a')), str(KeyError('a', 'b')), str(KeyError())
StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value
SystemExit(5).code, SystemExit().code, SystemExit(1, 2).code
ImportError('m', name='n', path='p').name, ImportError('m').name
ImportError('m', foo=1)
AttributeError('m', name='n', obj=3).obj, AttributeError().name
AttributeError(foo=1)
NameError('m', name='n').name
OSError(2, 'x'), OSError(2, 'x', 'f'), OSError(2, 'x', 'f', None, 'g'), str(OSError(2, 'x', 'f', None, 'g')), OSError(17, 'x'), OSError('x'), OSError(99999, 'x')
OSError(2, 'x').filename, OSError(2, 'x', 'f').args, OSError(2, 'x', 'f').filename
str(OSError(2, 'x', 'f')), str(OSError(2, 'x')), str(OSError())
type(OSError(13, 'x')), type(OSError(11, 'x')), type(OSError(32, 'x')), type(OSError(110, 'x')), IOError is OSError
SyntaxError('m', ('f', 1, 2, 't')), str(SyntaxError('m', ('f', 1, 2, 't'))), SyntaxError('m', ('f', 1, 2, 't', 3, 4)).end_offset
SyntaxError('m', (1, 2))
SyntaxError('m', 5)
UnicodeDecodeError('utf-8', b'abc', 1, 2, 'why'), str(UnicodeDecodeError('utf-8', b'abc', 1, 2, 'why')), str(UnicodeDecodeError('utf-8', b'abc', 0, 2, 'why'))
UnicodeDecodeError('utf-8')
UnicodeDecodeError('utf-8', 'abc', 1, 2, 'why')
UnicodeEncodeError('ascii', 'aé', 1, 2, 'why'), str(UnicodeEncodeError('ascii', 'a\\u20ac', 1, 2, 'why')), str(UnicodeTranslateError('aé', 1, 2, 'why'))
UnicodeEncodeError('ascii', b'a', 1, 2, 'why')
ExceptionGroup('m', [ValueError(1)]), BaseExceptionGroup('m', [KeyboardInterrupt()]), BaseExceptionGroup('m', [ValueError()])
ExceptionGroup('m', [])
ExceptionGroup('m', [1])
ExceptionGroup('m', [KeyboardInterrupt()])
ExceptionGroup('m')
ExceptionGroup(1, [ValueError()])
ValueError('x') == ValueError('x'), ValueError('x').__reduce__(), OSError(2, 'x', 'f').__reduce__(), ImportError('m', name='n').__reduce__()
ValueError.__mro__, ExceptionGroup.__mro__, ConnectionResetError.__mro__
ValueError('x').with_traceback(None)
ValueError('x').with_traceback(5)
ValueError('x').add_note(5)
ValueError.__new__()
issubclass(ExceptionGroup, Exception), EncodingWarning.__mro__, PythonFinalizationError.__mro__
""".splitlines():
    show(text)
