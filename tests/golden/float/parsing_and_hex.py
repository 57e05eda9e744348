# float(text), float.fromhex, hex, comparisons with ints, divmod and powers of floats.
import math
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e)
for t in ("1", " 1.5\n", "+.5", "-5.", "1e5", "1E-5", "1_0.5_0", "1__0", "_1", "1_", "1._5", "1e_5", "1e5_0", "inf", "-Infinity", "+iNf", "nan", "-nan", "nan(1)", "infinit", "", " ", ".", "e5", "1e", "1e+", "0x1p3", "1.5.5", "1 2", "١.٥", "1e400", "-1e400", "1e-400", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "179769313486231580793728971405301e276", "1.7976931348623159e308", "9007199254740993", "0.1" + "0" * 400 + "1", "1" + "0" * 400, "\ud800", "1\0", "ｅ", "½", "1e1000000000000000000000", "0" * 1000 + "1.5"): show(float, t)
for t in (b"1.5", b" -2e3 ", bytearray(b"inf"), memoryview(b"7.25"), b"x", b"\xff", None, [], 1j, "1j", object): show(float, t) if t is not object else show(float, object())
show(float); show(float, 1, 2); show(float, x=1); show(float, True); show(float, 10**400); show(float, -10**308)
for t in ("0x1p0", "1p0", "0x.8", "0x1.8p1", "-0x1.fffffffffffffp+1023", "0x1p1024", "0x1.fffffffffffff8p1023", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p-2000", "inf", "-nan", "Infinity", "0x", "", ".", "0x.p1", "p5", "0xg", "0x1p", "0x1p+", " 0x1 ", "0x1 2", "1.", ".1", "0x1.999999999999ap-4", "0X1P+3", "0x1_0", "ff", "-ff.8p2", "0x10000000000000081p0", "0x1p99999999999999999999", "0x0p99999999999999999999", "0x" + "1" * 50): show(float.fromhex, t)
show(float.fromhex, b"1"); show(float.fromhex); show(float.fromhex, 5)
class F(float): pass
print(type(F.fromhex("0x1p1")), F(1.5).hex(), type(F(1) + 1), repr(F(2)), F(0.5) == 0.5, F.from_number(3), type(F.from_number(2.5)))
show(float.from_number, "1"); show(float.from_number, 5); show(float.from_number, True); show(F.from_number, F(1)); show(float.from_number, None)
for v in (0.0, -0.0, 1.0, -1.5, 0.1, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, math.pi, float("inf"), float("nan")): print(v.hex(), v.is_integer(), v.conjugate(), v.real, v.imag, hash(v) if v == v else "nan", v.__bool__(), -v, +v, abs(v))
for v in (0.5, 1e300, float("inf"), float("nan"), -0.0, 1e-300): show(v.as_integer_ratio); show(v.__int__); show(v.__floor__); show(v.__ceil__); show(v.__trunc__); show(v.__round__); show(v.__round__, 1); show(v.__getnewargs__)
inf, nan = float("inf"), float("nan")
for a, b in ((7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (0.0, 3), (-0.0, 3), (0.0, -3), (1.0, inf), (-1.0, inf), (1.0, -inf), (inf, 2), (nan, 1), (1e308, 1e-308), (5e-324, 2), (1e17, 3), (3, 0.1), (1.0, 0.1), (2**70, 1.5), (1.5, 2**70)):
    for op in (lambda: divmod(a, b), lambda: a % b, lambda: a // b, lambda: a / b, lambda: math.fmod(a, b), lambda: math.remainder(a, b)): show(op)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0 / 0.0, lambda: inf // 1, lambda: inf % 1): show(f)
for a, b in ((2.0, 0.5), (-8.0, 1/3), (-2.0, 2.0), (-2.0, 3), (0.0, 0), (0.0, -1), (-0.0, -1), (-0.0, -2), (0.0, 0.5), (inf, 0), (nan, 0), (1, nan), (1.0, inf), (-1.0, inf), (0.5, inf), (2.0, -inf), (inf, -1), (-inf, 3), (-inf, 2), (-inf, -3), (10.0, 308), (10.0, 309), (10.0, -400), (1e200, 2), (-1e200, 3), (2, 0.5), (-2, 0.5), (2, -1074), (4, -0.5), (1.0000000001, 1e12)): show(pow, a, b)
for a, b in ((1, 1.0), (2**53, 2.0**53), (2**53 + 1, 2.0**53), (2**53 + 1, 2.0**53 + 2), (10**400, inf), (-10**400, -inf), (10**400, 1e308), (0, -0.0), (1, nan), (2**63, 2.0**63), (2**63 - 1, 2.0**63), (True, 1.0), (10**22, 1e22), (10**23, 1e23)): print(a == b, a != b, a < b, a <= b, a > b, a >= b, b == a, b < a, b > a)
print({1: "a", 1.0: "b", True: "c"}, {nan: 1}.get(nan), nan in [nan], [nan] == [nan], (nan,) == (nan,), nan == nan, {nan, nan}.__len__(), sorted([3, 1.5, True, -inf]), max(nan, 1), max(1, nan), min(0.0, -0.0), max(-0.0, 0.0))
