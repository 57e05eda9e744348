import re, array
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

print(re.findall(rb"[\x80-\xff]+", b"a\x80\xffb"), re.sub(b"a", b"\\g<0>!", b"banana"), re.search(b"n", bytearray(b"banana")).span(), re.match(b"b", memoryview(b"abc")))
print(re.split(b",", b"a,b"), re.compile(b"(?P<x>a)").match(b"a").groupdict(), re.escape(b"\x00\xff."))
m = re.search(b"(b)(c)?", b"abd")
print(m, m.groups(), m.expand(b"<\\1>"))
attempt(re.sub, b"a", "b", b"a")
attempt(re.sub, "a", b"b", "a")
print(re.findall(r"(?:a|b)+?c|d", "abcabdd"), re.findall(r"((a)|b)", "ab"), re.findall(r"a|", "ba"))
print([m.span() for m in re.finditer(r"\b|$", "ab cd")])
print(re.sub(r"(?m)^", "> ", "a\nb\n"), re.sub(r"$", "!", "a\n"))
