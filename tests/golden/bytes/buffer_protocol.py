def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

print(b"abc".__buffer__(0).tobytes(), bytearray(b"abc").__buffer__(1).readonly)
attempt(b"abc".__buffer__, 1)
attempt(b"abc".__buffer__, "a")
class C:
    def __buffer__(self, flags): return memoryview(b"hello")
print(bytes(C()), b"-".join([C(), C()]), memoryview(C()).tobytes(), b"ell" in memoryview(C()).tobytes(), b"x" + C())
class D:
    def __buffer__(self, flags): return 1
attempt(bytes, D())
class R(bytearray):
    def __buffer__(self, flags):
        print("get")
        return super().__buffer__(flags)
    def __release_buffer__(self, view):
        print("release", view.tobytes())
        super().__release_buffer__(view)
r = R(b"xy")
m = memoryview(r)
print(m.tolist())
attempt(r.append, 1)
m.release()
r.append(1)
print(r)
