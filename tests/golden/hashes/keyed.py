import hashlib, hmac
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

print(hashlib.blake2b(b"x", digest_size=16, key=b"k", salt=b"s", person=b"p").hexdigest())
print(hashlib.blake2s(b"x", digest_size=16, key=b"k", salt=b"s", person=b"p", fanout=2, depth=2, leaf_size=64, node_offset=3, node_depth=1, inner_size=32, last_node=True).hexdigest())
print(hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2s.SALT_SIZE)
for name in ("md5", "sha1", "sha256", "sha512", "sha3_256"):
    h = hmac.new(b"key", b"message", name)
    print(h.name, h.hexdigest(), h.digest_size, h.block_size)
    print(hmac.digest(b"k" * 200, b"m", name).hex())
print(hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"))
attempt(hashlib.blake2b, digest_size=65)
attempt(hashlib.blake2b, key=b"x" * 65)
attempt(hashlib.blake2b, salt=b"x" * 17)
attempt(hashlib.blake2b, depth=0)
attempt(hashlib.new, "nothing")
