# str.format, format_map, string.Formatter, %-formatting and Template: fields, nesting, conversions, messages.
import re, string, collections
def show(f, *a, **k):
    try: print(re.sub("0x[0-9a-f]+", "0x", ascii(f(*a, **k))))
    except Exception as e: print(type(e).__name__ + ":", e)
class F:
    attr = {"k": [10, 20]}
    def __format__(self, s): return f"<{s}>"
    def __getitem__(self, k): return (type(k).__name__, k)
    def __repr__(self): return "é"
f = F()
for t in ("{}", "{0}", "{a}", "{} {}", "{0} {1} {0}", "{0} {}", "{} {0}", "{a.attr[k][1]}", "{0.attr}", "{0[5]}", "{0[-5]}", "{0[x y]}", "{0[]}", "{0[a]b}", "{0.}", "{.attr}", "{[k]}", "{0!r}", "{0!s:>4}", "{0!a}", "{0!x}", "{0!}", "{0!r", "{0!rr}", "{0:{1}}", "{:{}}", "{:{}.{}}", "{0:{1:{2}}}", "{0:{}}", "{{}}", "{{{0}}}", "{", "}", "{0", "0}", "{0}}", "{{0}", "{0:}}", "{0:{{}}}", "{ 0 }", "{ a}", "{a }", "{0x1}", "{1_0}", "{-1}", "{99999999999999999999}", "{5}", "{missing}", "{a!s}", "{a:\n}", "{0[0]}", "{0.__class__.__name__}", "{0:}", "{:c}", "{!r:^{w}}", "{a[attr]}", "{\u0663}", "{0[\u0663]}", "{0.attr.keys}", "{0:%H}"):
    show(t.format, f, "x", 3, a=f, w=9)
    show(t.format); show(string.Formatter().format, t, f, "x", 3, a=f, w=9)
for v in (5, -5, 0, 3.7, True, 10**20):
    for s in ("d", "5d", "<5", "^7d", "+d", " d", "05d", "=+6d", "x", "#x", "X", "#010x", "b", "#b", "o", "#o", "c", "n", ",", "_", "_x", "_b", ",d", "e", ".2f", "%", "s", "q", ".2d", "5.2", "#d", "é>4d", "z", "-d", "08,d", "0=8", "*<8,"): show(("{:" + s + "}").format, v)
for s in ("", "5", "<5", ">5", "^5", "*^7", "=5", "05", ".2", "5.1", ".0", "s", "d", "+", " ", "#", ",", "_", "x<5s", "10000000000000000000000", ".99999999999999999999999", "-5", "5 ", "z"): show(("{:" + s + "}").format, "abc")
show("{a} {b}".format_map, {"a": 1}); show("{a} {b}".format_map, collections.defaultdict(lambda: "dd", a=1)); show("{} x".format_map, {}); show("{0}".format_map, [1]); show("{a}".format_map, 5); show("{a}".format_map); show("{a.b}".format_map, {"a": 5}); show("x".format, 1, 2, z=3)
for t, v in (("%s", 1), ("%s %s", (1, 2)), ("%s", (1, 2)), ("%s %s", 1), ("%d", 1.9), ("%d", "1"), ("%d", None), ("%i", True), ("%u", -5), ("%x", 255), ("%#X", 255), ("%x", 1.5), ("%o", -8), ("%c", 65), ("%c", "é"), ("%c", "ab"), ("%c", 2**21), ("%c", -1), ("%c", 1.5), ("%r", "é"), ("%a", "é"), ("%5s|%-5s|%.2s", ("a", "b", "cde")), ("%05d|%+d|% d|%-5d|", (3, 3, 3, 3)), ("%*d", (5, 42)), ("%-*d|", (5, 42)), ("%.*f", (2, 3.14159)), ("%*d", ("x", 1)), ("%(a)s %(b)05d", {"a": 1, "b": 2}), ("%(a)s", {"b": 1}), ("%(a)s", 5), ("%(a)s", (1,)), ("%s", {"a": 1}), ("%(a", {"a": 1}), ("%", 1), ("%z", 1), ("%5", 1), ("%%", ()), ("%%", 5), ("x", 5), ("x", ()), ("x", {}), ("x", []), ("x", [1]), ("%s", [1]), ("%s %s", [1, 2]), ("%e %g %G %f %F", (1.5,) * 5), ("%.3e", 10**400), ("%f", 10**400), ("%f", "x"), ("%f", None), ("%.0f", 2.5), ("%#.0f", 2.5), ("%10.3e|", 1e-10), ("%ld %hd %Lf", (1, 2, 3)), ("%.3d", 5), ("%+.3d|%08.3d", (5, 5)), ("%#o %#x %#b", (8, 8, 8)), ("%(a)*d", {"a": 1}), ("%(x(y)z)s", {"x(y)z": "nested"}), ("%s", ((1, 2),)), ("%s", f), ("%d", f), ("%99999999999999999999d", 1), ("%.99999999999999999999f", 1), ("%s\0%s", ("a\0", "b")), ("%-10%|", ()), ("%5%|", ())): show(t.__mod__, v)
for t, v in ((b"%s", b"x"), (b"%s", "x"), (b"%b", b"y"), (b"%d %x", (5, 255)), (b"%a %r", ("é", "é")), (b"%c", 65), (b"%c", b"z"), (b"%c", 256), (b"%c", "a"), (b"%(k)s", {b"k": b"v"}), (b"%(k)s", {"k": b"v"}), (b"%5.1f|", 2.25), (b"%s", 5), (b"%s %s", b"a"), (b"%i", "x"), (b"%s", bytearray(b"q")), (b"%%", ())): show(t.__mod__, v); show(bytearray(t).__mod__, v)
T = string.Template; show(T("$a ${b}c $$ $1").substitute, a=1, b=2); show(T("$a ${b}c $$").substitute, {"a": 1}, b=2); show(T("$a $b").substitute, a=1); show(T("$a $b").safe_substitute, a=1); show(T("$").substitute); show(T("a\n  ${").substitute); print(T("$a ${b} $$ $a").get_identifiers(), T("$x $").is_valid(), T("ok").is_valid()); print(list(string.Formatter().parse("a{b!r:{c}}d{{e}}{f.g[1]}")), string.capwords("a  b-c d"), string.capwords("a,b", ","))
class Own(string.Formatter):
    def get_value(self, k, a, kw): return f"val({k})"
    def format_field(self, v, s): return f"[{v}|{s}]"
    def convert_field(self, v, c): return f"{c}:{v}"
    def check_unused_args(self, used, a, kw): print("used", sorted(map(str, used)))
print(Own().format("{x!z:sp} {} {1} {y:{w}}" if 0 else "{x!z:sp} {y:{w}}", 1, q=2)); show(string.Formatter().vformat, "{0} {a}", (1,), {"a": 2}); show(string.Formatter().format); show(string.Formatter().get_field, "0.real", (5,), {})
