# base64 in all alphabets, binascii, quopri, hashlib, hmac, secrets, uuid, struct, zlib: bytes in and out.
import base64
import binascii
import hashlib
import hmac
import io
import quopri
import secrets
import struct
import uuid
import zlib

data = bytes(range(0, 256, 7)) + b"text\xff\xfe"
for name in ("b64encode", "standard_b64encode", "urlsafe_b64encode", "b32encode", "b32hexencode", "b16encode", "a85encode", "b85encode", "z85encode", "encodebytes"):
    encoded = getattr(base64, name)(data)
    decoded = getattr(base64, name.replace("encode", "decode"))(encoded)
    print(name, encoded, decoded == data)
print(base64.a85encode(b"\0" * 8 + b"    ab", foldspaces=True, wrapcol=10, pad=True, adobe=True), base64.b64encode(b"\xfb\xff", altchars=b"-_"), base64.b32decode("mfrgg===", casefold=True), base64.b32decode(b"M1023456", map01="L"), base64.b64decode("YW Jj\nZA=="), base64.b85encode(b"abc", pad=True), base64.a85decode("<~87cURD_*#4DfTZ)~>", adobe=True), base64.decodebytes(b"YWJj\n"))
for bad in [lambda: base64.b64decode("abc"), lambda: base64.b64decode("a"), lambda: base64.b64decode("ab!c", validate=True), lambda: base64.b32decode("abc"), lambda: base64.b32decode("MFRGG==="[:-1]), lambda: base64.b16decode("0g"), lambda: base64.b16decode("ab"), lambda: base64.a85decode("v~"), lambda: base64.b85decode("~~~~~"), lambda: base64.b64encode("text"), lambda: base64.b64encode(b"x", b"abc"), lambda: base64.b64decode("é"), lambda: base64.z85decode(b'"')]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(binascii.hexlify(b"abcdef", ":", 2), binascii.hexlify(b"abc", "-", -2), binascii.unhexlify("6162"), binascii.crc32(b"hello"), binascii.crc_hqx(b"hello", 0), binascii.b2a_uu(b"some data"), binascii.a2b_uu(b")<V]M92!D871A\n"), binascii.b2a_base64(b"x", newline=False), binascii.a2b_base64("eA==", strict_mode=True), binascii.b2a_qp(b"a=b \xe9\n", quotetabs=True), binascii.a2b_qp("a=3D_", header=True))
for bad in [lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: binascii.a2b_base64("eA=", strict_mode=True), lambda: binascii.a2b_base64("=eA", strict_mode=True), lambda: binascii.a2b_uu("!!!!\x01"), lambda: binascii.hexlify(b"a", "ab"), lambda: binascii.b2a_uu(b"x" * 46), lambda: binascii.hexlify("s")]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(quopri.encodestring(b"a=b caf\xc3\xa9 \n" + b"long " * 20), quopri.decodestring(b"a=3Db=\n =C3=A9"), quopri.encodestring(b"x y_z", header=True))
out = io.BytesIO()
quopri.encode(io.BytesIO(b"tab\there \n.\n"), out, quotetabs=True)
print(out.getvalue())
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = hashlib.new(name, b"abc")
    h.update(bytearray(b"def"))
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest()[:32], h.copy().digest() == h.digest())
print(hashlib.shake_128(b"x").hexdigest(5), hashlib.blake2b(b"x", digest_size=4, key=b"k", salt=b"s", person=b"p").hexdigest(), hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.digest(b"k", b"m", "md5").hex(), hmac.compare_digest("a", "a"), hmac.new(b"k", digestmod=hashlib.sha1).name, hashlib.file_digest(io.BytesIO(b"abc"), "sha1").hexdigest(), sorted(hashlib.algorithms_guaranteed)[:4])
for bad in [lambda: hashlib.new("nothing"), lambda: hashlib.md5("text"), lambda: hmac.new(b"k", b"m"), lambda: hmac.new("k", b"", "md5"), lambda: hmac.compare_digest("ä", "ä"), lambda: hashlib.blake2b(digest_size=65)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(" [")[0])
print(len(secrets.token_bytes(5)), len(secrets.token_hex(4)), secrets.compare_digest(b"a", b"b"), secrets.randbelow(1), len(secrets.token_urlsafe(8)), secrets.choice([7]))
u = uuid.UUID("12345678-1234-5678-9234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.fields, u.urn, u.variant, u.version, uuid.UUID(int=5), uuid.UUID(bytes=b"x" * 16), uuid.UUID("{00000000-0000-0000-0000-00000000000f}"), u < uuid.UUID(int=0), hash(u) == hash(u.int), uuid.UUID(fields=(1, 2, 3, 4, 5, 6)), u.bytes_le.hex())
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://x"), uuid.uuid4().version, uuid.uuid8(1, 2, 3), uuid.uuid1().variant, uuid.NIL, uuid.MAX, uuid.uuid7().version, uuid.uuid6().version)
for bad in [lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"x"), lambda: uuid.UUID(fields=(1,)), lambda: setattr(u, "int", 1), lambda: u < 3, lambda: uuid.UUID(int=1, version=9)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
record = struct.Struct("<4sHqd?3xc")
print(record.size, record.pack(b"ab", 7, -1, 1.5, True, b"c"), record.unpack(record.pack(b"abcd", 65535, 2, -0.0, 0, b"z")), list(struct.iter_unpack(">h", b"\0\1\xff\xff")), struct.calcsize("@bi"), struct.calcsize("=bi"))
packed = zlib.compress(data * 10, 9)
d = zlib.decompressobj()
print(len(packed) < len(data) * 10, d.decompress(packed, 50) == (data * 10)[:50], len(d.unconsumed_tail) > 0, d.eof, zlib.adler32(data), zlib.crc32(data, 5))
