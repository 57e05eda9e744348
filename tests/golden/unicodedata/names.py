import unicodedata as u
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for n in ["LATIN SMALL LETTER A", "latin small letter a", "GREEK SMALL LETTER FINAL SIGMA", "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E00", "LF", "NBSP", "KEYCAP DIGIT ONE", "LATIN SMALL LETTER GHA", "GRINNING FACE", "nothing", "", "x" * 300, "HANGUL SYLLABLE XYZ", "CJK UNIFIED IDEOGRAPH-12"]:
    attempt(u.lookup, n)
for c in ["a", "\n", "\uac01", "\u4e01", "\U0001f600", "\ue000", "\ud800", "ab", "", 3]:
    attempt(u.name, c)
print(ascii("\N{LATIN SMALL LETTER E WITH ACUTE}\N{BULLET}\N{LINE FEED}"))
print("\u20ac\U0001f600\ue000".encode("ascii", "namereplace"))
