import re
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for p, s in [("a+b*", "aab"), (r"(\w+)@(\w+)\.com", "x me@site.com y"), (r"(?P<y>\d{4})-(?P<m>\d\d)", "on 2024-05"), (r"^\s*$", "  "), (r"(a)|(b)", "b"), (r"(?i)HeLLo", "hello"), (r"(?<=a)b(?=c)", "abc"), (r"(?<!a)b(?!c)", "abcxbd"), (r"(.)\1", "abccd"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\""), (r"a{2,3}?", "aaaa"), (r"(?>a+)ab", "aaab"), (r"a++b", "aaab"), (r"(a)?b(?(1)c|d)", "abc bd"), (r"[^a-c\d]+", "abc123xyz"), (r"\bfoo\b", "a foo b"), (r"(?s).+", "a\nb"), (r"(?m)^\w", "a\nb"), (r"(?x) a  b # c", "ab"), (r"\Aab\Z", "ab")]:
    m = re.search(p, s)
    print(p, m and (m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup))
    print(re.findall(p, s), re.split(p, s), re.sub(p, "<>", s), bool(re.match(p, s)), bool(re.fullmatch(p, s)))
