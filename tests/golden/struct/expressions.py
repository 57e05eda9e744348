import struct
from struct import *


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
calcsize('bhilq'), calcsize('<bhilq'), calcsize('@bq'), calcsize('3sx?p'), calcsize('')
pack('>bhi', 1, 2, 3), pack('<q', -1), pack('<Q', 2**64 - 1), pack('f', 1.5), pack('>d', 0.1), pack('e', 1.5), pack('?', 5), pack('c', b'x')
pack('5s', b'ab'), pack('5p', b'abcdefg'), pack('2h', 1, 2), pack('xbx', 1), pack('>4sI', b'name', 7)
unpack('>bhi', b'\\x01\\x00\\x02\\x00\\x00\\x00\\x03'), unpack('<d', pack('<d', 2.5)), unpack('3s', b'abc'), unpack('?', b'\\x02'), unpack('4p', b'\\x02abc')
pack('b', 128)
pack('B', -1)
pack('h', 40000)
pack('<i', 2**31)
pack('<Q', -1)
pack('i', 1.5)
pack('i', 'x')
pack('f', 'x')
pack('e', 1e10)
pack('f', 1e50)
pack('c', b'xy')
pack('s', 'x')
pack('ii', 1)
pack('i', 1, 2)
pack('z', 1)
pack('5', 1)
pack('<n', 1)
unpack('i', b'abc')
unpack('<i', b'abcde')
unpack_from('<h', b'abcdef', 2), unpack_from('<h', b'abcdef', -2), list(iter_unpack('<h', b'abcdef'))
unpack_from('<h', b'abc', 2)
unpack_from('<h', b'abc', -5)
list(iter_unpack('<h', b'abc'))
list(iter_unpack('', b'abc'))
pack_into('<h', bytearray(4), 1, 258)
pack_into('<h', bytearray(2), 1, 258)
pack_into('<h', b'abcd', 1, 258)
Struct('<hb').size, Struct('<hb').format, Struct('<hb').pack(1, 2), Struct('<hb').unpack(b'abc'), Struct('<hb')
Struct(5)
struct.error.__mro__, struct.error('x')
""".splitlines():
    show(text)
