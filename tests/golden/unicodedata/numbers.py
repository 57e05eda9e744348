import unicodedata as u
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for c in "5\u0665\u00b2\u2155\u2180\u5146\u4e94\u0f33\u2189x":
    for f in (u.decimal, u.digit, u.numeric):
        attempt(f, c)
        attempt(f, c, "none")
    print(c.isdecimal(), c.isdigit(), c.isnumeric())
old = u.ucd_3_2_0
for c in "\u09f4\u5146\u0220\u0221\u20ac\U0001f600":
    print(ascii(c), old.category(c), old.name(c, None), old.numeric(c, None), old.bidirectional(c))
attempt(old.lookup, "KEYCAP DIGIT ONE")
attempt(u.UCD)
