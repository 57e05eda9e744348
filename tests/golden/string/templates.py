# string.Template in all its forms, string.Formatter subclasses, capwords and constants.
import re
import string

t = string.Template("$who owes ${what}y $$5 to $who, $1")
print(t.template, t.get_identifiers(), t.is_valid())
print(t.safe_substitute(who="Ann"))
for template, values in [
    ("$who", {}), ("${", {}), ("x $ y", {}), ("line\n  ${bad-name}", {}), ("$", {}), ("$who $who", {"who": None}), ("$_a1 $A", {"_a1": 1, "A": 2}), ("${a}${b}", {"a": "$b", "b": 1}),
]:
    t = string.Template(template)
    try:
        print(repr(template), "->", repr(t.substitute(values)), t.is_valid())
    except Exception as error:
        print(repr(template), type(error).__name__, error, t.is_valid(), repr(t.safe_substitute(values)))


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"
    flags = re.VERBOSE


print(Percent("%a_b %nope %% %{c_d}").safe_substitute({"a_b": 1, "c_d": 2, "nope": 3}), Percent("%a_b %%").get_identifiers())


class Braces(string.Template):
    pattern = r"""
    \{\{(?:
    (?P<escaped>\{\{)|
    (?P<named>[_a-z][_a-z0-9]*)\}\}|
    (?P<braced>[_a-z][_a-z0-9]*):\}\}|
    (?P<invalid>)
    )
    """


print(Braces("{{name}} and {{other:}}").substitute(name="N", other="O"))
try:
    Braces("{{name}} {{!}}").substitute(name=1)
except ValueError as error:
    print(error)
print(string.Template("$a").substitute({"a": 1}, a=2))
try:
    string.Template("$a").substitute({}, {})
except TypeError as error:
    print(error)


class Listing(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str) and key not in kwargs:
            return f"<{key}?>"
        return super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        if spec.startswith("*"):
            return string.Formatter.format_field(self, str(value), spec[1:]).replace(" ", "*")
        return super().format_field(value, spec)

    def convert_field(self, value, conversion):
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)

    def check_unused_args(self, used, args, kwargs):
        print("  used", sorted(map(str, used)), "of", len(args), sorted(kwargs))


f = Listing()
print(f.format("{0!u:>8} {missing} {x:*<6}|{1[k]} {y.real:{w}.2f}", "abc", {"k": "v"}, x=5, y=2.5, w=7))
print(f.format("{} {} {!r}", 1, "two", "three"))
print(f.vformat("{a}{{}}{b}", (), {"a": 1, "b": 2}))
for template, args in [("{} {0}", (1, 2)), ("{0} {}", (1, 2)), ("{2}", (1,)), ("{0!z}", (1,)), ("{0", (1,)), ("}", ()), ("{0:{1:{2}}}", (1, "{0}", 3)), ("{a.b}", ()), ("{0[}", ([],)), ("{0:d}", ("x",)), ("{0[x]}", ([1],))]:
    try:
        print(repr(string.Formatter().format(template, *args)))
    except Exception as error:
        print(repr(template), type(error).__name__, error)
print(list(string.Formatter().parse("a{b!r:>{w}}c{{d}}{}")))
print(string.Formatter().get_field("0.real[1]", ([1],), {}) if False else string.Formatter().get_field("a[0].imag", (), {"a": [3j]}))
print(string.capwords("  the qUICK\tbrown  fox "), string.capwords("a-b-c d", "-"))
for name in ("ascii_letters", "digits", "hexdigits", "octdigits", "punctuation", "whitespace"):
    print(name, ascii(getattr(string, name)))
print(len(string.printable), string.__all__)
