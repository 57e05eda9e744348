import unicodedata as u
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for c in "aA1 \u00bd\u2160\u0660\u3042\uac00\u0301\u200f\U0001f600\u4e00\ufb01\x00\ud800\U000e0100\u0378<(":
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.east_asian_width(c), u.mirrored(c), ascii(u.decomposition(c)))
    print(u.name(c, None), u.decimal(c, None), u.digit(c, None), u.numeric(c, None))
print(u.unidata_version, u.ucd_3_2_0.unidata_version)
