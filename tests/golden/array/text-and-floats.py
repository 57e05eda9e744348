from array import array


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
array('w', 'héllo')
array('w', ['a', 'b'])
array('w', [1])
array('w', ['ab'])
array('w', [''])
array('d', [1, 2.5, float('inf')])
array('f', [0.1])
array('f', [1e40])
array('d', ['x'])
array('d', [None])
array('d', array('i', [1, 2]))
array('i', array('w', 'a'))
array('i', 'abc')
array('x')
array('ii')
array(1)
array()
array('i', [], 3)
array('i', b'abcd')
array('i', b'abc')
array('B', b'xyz')
array('B', bytearray(b'xyz'))
array('i', (n * n for n in range(4)))
array('w', 'añ😀').tounicode()
array('i').tounicode()
array('i').fromunicode('a')
""".splitlines():
    show(text)
