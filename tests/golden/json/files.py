import json, io
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

f = io.StringIO()
json.dump({"a": [1, 2, {"b": None}]}, f, indent=4, sort_keys=True)
print(f.getvalue())
f.seek(0)
print(json.load(f))
print(json.load(io.BytesIO('{"\u00e9": "\u20ac"}'.encode("utf-16"))))
for enc in ("utf-8", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
    print(enc, json.detect_encoding("[1]".encode(enc)))
from json.encoder import encode_basestring, encode_basestring_ascii
for s in ("", "abc", "\x00\x1f\x7f\x80", "\u2028\ud800", '"\\/\b\f\n\r\t', "\U0001f600"):
    print(ascii(encode_basestring(s)), encode_basestring_ascii(s))
