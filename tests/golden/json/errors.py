import json
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for s in ["", " ", "[", "[1", "[1,", "[1,]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}", "-", "nul", "1.", "[1 2]", '"abc', '"\\x"', '"\\u12"', '"\\u12', '"a\nb"', "01", "[1]]", "'a'", "{'a':1}", '["a" "b"]', "tru", "\ufeff1"]:
    try:
        print(json.loads(s))
    except json.JSONDecodeError as e:
        print(ascii(s), "|", e, "|", e.msg, e.pos, e.lineno, e.colno)
attempt(json.loads, 5)
attempt(json.loads, None)
class X: pass
for o in ([X()], {"k": X()}, {"a": [1, (X(),)]}):
    try:
        json.dumps(o)
    except TypeError as e:
        print(e, e.__notes__)
