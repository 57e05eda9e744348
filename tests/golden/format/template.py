import string
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

t = string.Template("$a ${b}x $$ $c")
print(t.substitute(a=1, b=2, c=3), t.safe_substitute(a=1), t.get_identifiers(), t.is_valid())
attempt(t.substitute, a=1)
attempt(string.Template("$").substitute)
attempt(string.Template("${a").substitute, a=1)
print(string.Template("$1 ${").safe_substitute(), string.Template("a$").is_valid())
class T(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"
print(T("%a_b %c").safe_substitute(a_b=1))
f = string.Formatter()
print(f.format("{0} {x!r:>5}", 1, x="a"), list(f.parse("a{b!r:c}d{}")))
attempt(f.format, "{}")
print(string.capwords("hello  wORLD"), string.capwords("a-b", "-"), string.ascii_letters, string.punctuation, ascii(string.whitespace))
