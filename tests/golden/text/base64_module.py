import base64, binascii
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

d = bytes(range(0, 256, 7))
for f, g in ((base64.b64encode, base64.b64decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode), (base64.b32encode, base64.b32decode), (base64.b16encode, base64.b16decode), (base64.b85encode, base64.b85decode), (base64.a85encode, base64.a85decode), (base64.z85encode, base64.z85decode), (base64.b32hexencode, base64.b32hexdecode), (base64.encodebytes, base64.decodebytes)):
    for n in (0, 1, 2, 3, 4, 5, 8, 30):
        e = f(d[:n])
        print(f.__name__, e, g(e) == d[:n])
for x in (b"a", b"ab=", b"a===", b"ab==cd", "\u20ac", b"YQ==\n", b"Y Q = ="):
    attempt(base64.b64decode, x)
    attempt(base64.b64decode, x, validate=True)
attempt(base64.b32decode, b"A")
attempt(base64.b16decode, b"ag")
print(base64.b16decode(b"aF", casefold=True), binascii.hexlify(b"abcd", "-", 2), bytes.fromhex("41 42"), binascii.crc32(b"abc"), binascii.b2a_qp(b"a=\xff b \n"), binascii.a2b_qp(b"=41=\nb"))
attempt(binascii.unhexlify, b"abc")
attempt(binascii.unhexlify, b"zz")
