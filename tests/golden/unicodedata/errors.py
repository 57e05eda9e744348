import unicodedata as u
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for f in (u.category, u.bidirectional, u.combining, u.east_asian_width, u.mirrored, u.decomposition, u.name, u.decimal, u.digit, u.numeric):
    for a in ((), (1,), ("",), ("ab",), (b"a",), (None,)):
        attempt(f, *a)
    print(f.__text_signature__)
attempt(u.lookup, 1)
attempt(u.lookup, b"SPACE")
