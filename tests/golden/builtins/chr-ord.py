for i in (0, 65, 0xe9, 0x1234, 0xd800, 0x1f600, 0x10ffff, True):
    print(i, ascii(chr(i)), ord(chr(i)), len(chr(i)))
def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
class I:
    def __index__(self): return 66
show(chr, I())
for v in (-1, 0x110000, 1 << 70, -1 << 70, 'a', 1.0, None):
    show(chr, v)
for v in ('', 'ab', b'', b'a', b'ab', bytearray(b'z'), bytearray(), 1, None, '\U0001f600'):
    show(ord, v)
show(chr)
show(ord, 'a', 'b')
