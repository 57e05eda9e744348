import json
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for s in ["1", "-1", "1.5", "1e3", "-0", "-0.0", "1E+2", "123456789012345678901234567890", '"a\\u00e9\\n\\ud83d\\ude00"', "[]", "{}", "[1, [2, [3]]]", ' { "a" : [ 1 , 2 ] , "b" : null } ', "true", "NaN", "-Infinity", b'{"k": "\xc3\xa9"}', '"\\ud800"', "[1,2\n,3]", '{"a":1,"a":2}']:
    attempt(json.loads, s)
attempt(json.loads, "[1.10, 2]", parse_float=str, parse_int=lambda s: s + "!")
attempt(json.loads, "[NaN]", parse_constant=lambda s: "<" + s + ">")
attempt(json.loads, '{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items()))
attempt(json.loads, '{"a": 1, "b": 2}', object_pairs_hook=list)
attempt(json.loads, '"a\nb"', strict=False)
attempt(json.JSONDecoder().raw_decode, '[1] tail')
