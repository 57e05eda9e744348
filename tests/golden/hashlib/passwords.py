# hashlib and hmac for passwords and signatures: PBKDF2, scrypt, constructors, objects and messages; accounts of the system.
import base64
import hashlib
import hmac
import grp
import os
import pwd


def hash_password(password, salt, rounds=600):
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds)
    return f"pbkdf2:sha256:{rounds}${salt.decode()}${key.hex()}"


def check(stored, password):
    head, salt, digest = stored.split("$")
    method, name, rounds = head.split(":")
    return hmac.compare_digest(hashlib.pbkdf2_hmac(name, password.encode(), salt.encode(), int(rounds)).hex(), digest)


stored = hash_password("correct horse", b"NaCl")
print(stored, check(stored, "correct horse"), check(stored, "wrong"))
for name in ("md5", "sha1", "sha224", "sha384", "sha512", "sha3_256", "sha512_256"):
    print(name, hashlib.pbkdf2_hmac(name, b"password", b"salt", 3, 20).hex(), hmac.digest(b"key", b"message", name).hex()[:24])
print(hashlib.scrypt(b"password", salt=b"NaCl", n=16, r=8, p=1, dklen=32).hex(), len(hashlib.scrypt(b"", salt=b"", n=2, r=1, p=1)))
for bad in [lambda: hashlib.pbkdf2_hmac("none", b"", b"", 1), lambda: hashlib.pbkdf2_hmac("md5", "text", b"", 1), lambda: hashlib.pbkdf2_hmac("md5", b"", b"", 0), lambda: hashlib.pbkdf2_hmac("md5", b"", b"", 1, -1), lambda: hashlib.pbkdf2_hmac("md5", b"", b"", 1, 0), lambda: hashlib.scrypt(b"", salt=b"", n=3, r=1, p=1), lambda: hashlib.scrypt(b"", salt=b"", n=2, r=0, p=1),
            lambda: hashlib.new("none"), lambda: hashlib.sha256("text"), lambda: hashlib.sha256(b"", string=b""), lambda: hashlib.shake_256(b"").digest(), lambda: hmac.new(b"k", b"m", "none"), lambda: hmac.new(b"k", b"m"), lambda: type(hashlib.md5())(), lambda: hashlib.md5().update(), lambda: hashlib.md5().nothing]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
h = hashlib.sha256(b"abc", usedforsecurity=False)
other = h.copy()
other.update(b"d")
print(h.name, h.digest_size, h.block_size, h.hexdigest(), other.hexdigest()[:16], repr(h).split(" object")[0], type(h), hashlib.sha3_224.__name__, hashlib.blake2s(b"x", digest_size=5).hexdigest(), hashlib.new("SHA256", b"abc").hexdigest() == h.hexdigest())
mac = hmac.new(b"key", b"a", hashlib.sha1)
mac.update(b"b")
print(mac.name, mac.digest_size, mac.block_size, mac.hexdigest(), mac.copy().digest() == mac.digest(), repr(mac).split(" at ")[0], base64.b64encode(mac.digest()))
print({"md5", "sha256", "sha3_512", "blake2b"} <= hashlib.algorithms_available, hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
root = pwd.getpwuid(0)
print(root.pw_name, root.pw_uid, root[0], len(root), root == pwd.getpwnam("root"), os.path.expanduser("~root") == root.pw_dir, grp.getgrgid(0).gr_name, type(grp.getgrnam("root").gr_mem), len(pwd.getpwall()) > 1)
for bad in [lambda: pwd.getpwnam("no such user"), lambda: pwd.getpwuid(2 ** 31), lambda: pwd.getpwuid(2 ** 64), lambda: pwd.getpwuid("0"), lambda: grp.getgrnam("no such group"), lambda: grp.getgrgid(123456), lambda: pwd.getpwnam("a\0b"), lambda: grp.getgrnam(None)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
