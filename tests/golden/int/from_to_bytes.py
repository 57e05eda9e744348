# int.from_bytes, to_bytes, bit operations, int(text, base), huge values and the digits limit.
import sys
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e)
for n in (0, 1, -1, 127, 128, 255, 256, -128, -129, 2**63, -2**63, 2**64 - 1, 2**100):
    for length in (0, 1, 2, 8, 9, 13):
        for signed in (False, True):
            try: b = n.to_bytes(length, "little", signed=signed)
            except OverflowError as e: print(n, length, signed, e); continue
            print(n, length, signed, b.hex(), int.from_bytes(b, "little", signed=signed) == n, int.from_bytes(b[::-1], signed=signed) == n)
show((5).to_bytes); show((300).to_bytes); show((5).to_bytes, 2); show((5).to_bytes, 2, "middle"); show((5).to_bytes, -1); show((5).to_bytes, "2"); show((5).to_bytes, 2, 5); show((5).to_bytes, length=3, byteorder="little"); show((5).to_bytes, 2, "big", True); show((-5).to_bytes, 2); show(True.to_bytes)
for a in (b"", b"\xff", [1, 2], (255,), bytearray(b"\x01\x00"), memoryview(b"\x02\x00"), range(3), "12", 5, None, [256], [-1], ["a"], [1.0], {3}): show(int.from_bytes, a); show(int.from_bytes, a, "little", signed=True)
show(int.from_bytes); show(int.from_bytes, b"a", "x"); show(int.from_bytes, b"a", signed="yes"); show(int.from_bytes, bytes=b"ab", byteorder="big"); show(bool.from_bytes, b"\x00"); show(bool.from_bytes, b"\x02")
class My(int):
    def __new__(cls, v): print("new", v); return super().__new__(cls, v)
print(type(My.from_bytes(b"\x05")).__name__)
class B:
    def __bytes__(self): return b"\x01\x02"
class BadB:
    def __bytes__(self): return 5
show(int.from_bytes, B()); show(int.from_bytes, BadB())
for n in (0, 1, -1, 255, -256, 2**64, -2**64, True): print(n.bit_length(), n.bit_count(), n.conjugate(), n.numerator, n.denominator, n.real, n.imag, n.as_integer_ratio(), n.is_integer(), n.__index__(), n.__trunc__(), n.__floor__(), n.__ceil__())
for t, b in (("10", 2), ("z", 36), ("Zz", 36), ("0x1f", 16), ("0x1f", 0), ("0o17", 0), ("0b11", 0), ("017", 0), ("0", 0), ("00", 0), ("-0x_f", 0), ("1_000", 10), ("1__0", 10), ("_1", 10), ("1_", 10), (" 12 ", 10), ("\n7\t", 10), ("+5", 10), ("- 5", 10), ("", 10), ("  ", 10), ("2", 2), ("1.5", 10), ("١٢", 10), ("५", 10), ("½", 10), ("1e3", 10), ("0b2", 2), ("0b1", 2), ("0x", 16), ("g", 16), ("1", 1), ("1", 37), ("1", -2), ("é", 10), ("\ud800", 10), ("1\0", 10), ("\xa05\u3000", 10), ("--1", 10), ("0_7", 8), ("0o_7", 8)): show(int, t, b)
for v in (b"12", b" 0x1f ", bytearray(b"7"), memoryview(b"8"), b"\xff", b"1_0"): show(int, v); show(int, v, 16)
show(int, 5, 10); show(int, 1.5, 10); show(int, base=10); show(int, "5", base=None); show(int, "5", base=5.0); show(int, x=5); show(int, "1", 2, 3); show(int, "11", base=True + 1); show(int, None); show(int, []); show(int, "9" * 30); show(int, float("nan")); show(int, float("inf")); show(int, -1e20); show(int, 1e300 % 1); show(int, 2.9); show(int, -2.9); show(int, 1j); show(int, complex)
big = 10**4299
show(lambda: len(str(big))); show(lambda: str(big * 10)); show(lambda: repr(-big * 10)); show(lambda: int("1" * 4301)); show(lambda: int("1" * 4301, 16) > 0); show(lambda: f"{big * 10:x}"[:3]); show(lambda: f"{big * 10:,}"); show(lambda: "%d" % (big * 10)); show(lambda: hex(big * 10)[:5]); show(lambda: int("0" * 4300 + "1")); show(lambda: int("1_" * 4299 + "1") > 0); print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(700); show(lambda: str(10**700)); show(lambda: eval("1" * 701)); show(sys.set_int_max_str_digits, 5); show(sys.set_int_max_str_digits, -1); sys.set_int_max_str_digits(0); show(lambda: len(str(10**5000))); sys.set_int_max_str_digits(4300)
for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (2**70, 3), (-2**70, 3), (3, 2**70), (2**70, -2**35), (True, 2), (10**20, 10**10)): print(a // b, a % b, divmod(a, b), a / b, a ** 2 % 1000, a << 3, a >> 3, a & b, a | b, a ^ b, ~a, -a, abs(a), a.__rsub__(b), a < b, a == b)
for a in ((2, 10), (2, -1), (-2, 3), (0, 0), (0, -1), (2, 0.5), (-8, 1/3), (2, 10, 7), (2, -1, 7), (3, -2, 10), (2, -1, 4), (2, 5, 0), (2, 5, -7), (-3, 3, 5), (2, 1000, 10**9 + 7), (0, 0, 1), (5, 0, 1), (2, 3.0, 5), (2.0, 3, 5), (True, 5, 3), (2**70, 2**70, 97), (3, 2, None), (2j, 2), (2, 1j, 3)): show(pow, *a)
show(pow, base=2, exp=5, mod=3); show(pow, 2); show(pow, exp=2, base=3); show(lambda: 1 << -1); show(lambda: 1 >> -1); show(lambda: 1 << 2**64); show(lambda: 0 << 2**64); show(lambda: 5 >> 2**64); show(lambda: -5 >> 2**64); show(lambda: 1 // 0); show(lambda: 1 % 0); show(lambda: divmod(1, 0)); show(lambda: 1 / 0); show(lambda: 10**400 / 3); show(lambda: 10**400 / 10**399); show(lambda: float(10**400)); show(lambda: 10**400 * 1.0); show(lambda: 10**400 < 1e308); show(lambda: 10**400 == float("inf")); show(lambda: 2**53 + 1 == float(2**53 + 1)); show(lambda: hash(2**61 - 1)); show(lambda: hash(2**61)); show(lambda: hash(-2)); show(lambda: hash(-1)); show(lambda: hash(2**100) == hash(2.0**100))
for n in (-2, -1, 0, 1, 2): print([round(v, n) for v in (15, 25, 35, -15, 149, 150, 151, 12345678901234567890)])
