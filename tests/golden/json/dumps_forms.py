import json
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

data = {"a": [1, 2.5, None, True, False, "x\u20ac\U0001f600\n\"\\/"], "b": {"c": {}, "d": [], "e": ()}, "": 1e100, "n": -0.0}
for kw in ({}, {"indent": 2}, {"indent": "--"}, {"separators": (",", ":")}, {"sort_keys": True}, {"ensure_ascii": False}, {"indent": 0}, {"indent": 1, "separators": ("; ", " = ")}):
    print(kw, json.dumps(data, **kw))
print(json.dumps({1: 2, 2.5: 3, None: 4, True: 5, "s": 6}))
print(json.dumps([float("inf"), float("-inf"), float("nan")]))
attempt(json.dumps, float("nan"), allow_nan=False)
attempt(json.dumps, {(1, 2): 3})
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
attempt(json.dumps, object)
attempt(json.dumps, {1: 1, "a": 2}, sort_keys=True)
loop = []
loop.append(loop)
attempt(json.dumps, loop)
