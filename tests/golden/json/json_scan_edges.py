# What the scanner takes for numbers and strings, and where it says an error is.
import json

DOCUMENTS = [
    "0", "-0", "00", "01", "-01", "1", "12", "123456789012345", "1234567890123456", "123456789012345678901234567890", "1.", "1.5", "-1.5e3", "1e5", "1E+5", "1e-5", "1e", "1e+", "1.e5", "-", "+1",
    ".5", "0.0", "-0.0", "0e1", "1 2", "[1,2]", "[1 2]", "[1,]", "[,]", "[", "[1", "{", "{}", '{"a"}', '{"a":}', '{"a":1,}', '{"a":1 "b":2}', '{a:1}', '{"a":1,"a":2}', '""', '"', '"a', '"a\\', '"\\x"',
    '"\\u12"', '"\\u12g4"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"\\ude00\\ud83d"', '"a\tb"', '"a\nb"', '"a\\tb\\/\\b\\f\\n\\r\\""', '"é\U0001f600"', '"\U0001f600\\n"', "nul", "null", "true", "tru",
    "false", "NaN", "Infinity", "-Infinity", "-Inf", "", " ", " 1 ", "\t[\r\n1 ,\n2 ]\n", "1.5x", "[1.5,2e3,-7,0]", "[0,01]", "[1a]", '["a" , "b"]', '[true,false,null]', "\ufeff1", "[\u00a01]", "99999999999999999999e999",
]
for document in DOCUMENTS:
    for strict in (True, False):
        try:
            found = json.loads(document, strict=strict)
            print(ascii(document), strict, ascii(found), type(found).__name__)
        except ValueError as error:
            print(ascii(document), strict, type(error).__name__, ascii(str(error)))
print(json.loads("[1, 2.5, -3]", parse_int=str, parse_float=lambda s: "f" + s))
print(json.loads('{"a": {"b": 1}, "c": []}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"a": {"b": 1}, "c": []}', object_pairs_hook=list))
print(json.loads("[NaN, -Infinity]", parse_constant=lambda s: "<" + s + ">"))
same = json.loads('[{"key": 1}, {"key": 2}]')
print(next(iter(same[0])) is next(iter(same[1])))
