# Hashes fed in pieces around the sizes of their blocks, copied in the making.
import _blake2, _hmac, _md5, _sha1, _sha2, _sha3

DATA = [b"", b"abc", b"x" * 55, b"x" * 56, b"x" * 63, b"x" * 64, b"x" * 111, b"x" * 112, b"x" * 127, b"x" * 128, b"q" * 1000, bytes(range(256)) * 5]
for make in (_md5.md5, _sha1.sha1, _sha2.sha224, _sha2.sha256, _sha2.sha384, _sha2.sha512, _sha3.sha3_224, _sha3.sha3_256, _sha3.sha3_384, _sha3.sha3_512, _blake2.blake2b, _blake2.blake2s):
    for data in DATA:
        h = make(data)
        before = h.copy()
        h.update(b"more")
        h.update(memoryview(bytearray(b"yy")))
        print(before.name, before.block_size, before.digest_size, before.hexdigest(), h.hexdigest(), h.digest() == h.digest())
for make in (_sha3.shake_128, _sha3.shake_256):
    for data in DATA:
        h = make(data)
        print([h.hexdigest(n) for n in (0, 1, 31, 32, 168, 200)])
        h.update(b"z")
        print(h.copy().hexdigest(20), h.digest_size, h.block_size, h._capacity_bits, h._rate_bits, h._suffix)
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512"):
    for key in (b"", b"k", b"k" * 64, b"k" * 65, b"k" * 200):
        m = _hmac.new(key, b"hello", name)
        other = m.copy()
        other.update(b"w")
        print(m.name, m.hexdigest(), other.hexdigest(), m.block_size, m.digest_size)
for parameters in (dict(fanout=2, depth=3, leaf_size=100, node_offset=5, node_depth=1, inner_size=32, last_node=True), dict(key=b"abc", salt=b"1234", person=b"zz", digest_size=17)):
    print(_blake2.blake2b(b"data", **parameters).hexdigest())
    print(_blake2.blake2s(b"data" * 50, **parameters).hexdigest())
for wrong in (lambda: _md5.md5("text"), lambda: _sha2.sha256(5), lambda: _sha3.shake_128().digest(-1), lambda: _hmac.new(b"", b"", "nope"), lambda: _blake2.blake2b(digest_size=65)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
