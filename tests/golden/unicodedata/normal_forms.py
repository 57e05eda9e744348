import unicodedata as u
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

samples = ["e\u0301", "\u00e9", "\ufb01", "\u1e9b\u0323", "\uac00\u11a8", "\u1100\u1161\u11a8", "\u212b", "a\u0327\u0301\u0328", "\u0344", "\u2126\u00bd\uff21", "\U0001d15e", "\u0958", "plain", ""]
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    for s in samples:
        n = u.normalize(form, s)
        print(form, ascii(s), ascii(n), u.is_normalized(form, s), u.is_normalized(form, n))
attempt(u.normalize, "NFX", "a")
attempt(u.normalize, "NFC", 1)
attempt(u.is_normalized, "x", "a")
