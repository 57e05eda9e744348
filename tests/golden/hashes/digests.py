import hashlib, hmac
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"):
    for data in (b"", b"abc", b"a" * 55, b"a" * 64, b"a" * 111, b"a" * 128, bytes(range(256)) * 3):
        h = hashlib.new(name, data)
        print(name, len(data), h.hexdigest(), h.digest_size, h.block_size, h.name)
    h = getattr(hashlib, name)(b"one")
    c = h.copy()
    h.update(b"two")
    c.update(bytearray(b"three"))
    print(h.hexdigest(), c.hexdigest())
for name in ("shake_128", "shake_256"):
    print(hashlib.new(name, b"abc").hexdigest(70))
