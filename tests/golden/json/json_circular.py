# Circular structures, default() and the notes that errors collect on their way out.
import json
from json.encoder import c_make_encoder, encode_basestring_ascii


def shown(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", None))


loop = [1, 2]
loop.append(loop)
table = {"a": 1}
table["self"] = {"inner": [table]}
shared = {"x": [1]}
shown(lambda: json.dumps(loop))
shown(lambda: json.dumps(table))
shown(lambda: json.dumps([shared, shared, {"again": shared}]))


class Thing:
    def __init__(self, parts):
        self.parts = parts

    def __repr__(self):
        return "Thing()"


shown(lambda: json.dumps(Thing([1, Thing([])]), default=lambda o: o.parts))
shown(lambda: json.dumps(Thing(1), default=lambda o: o))
endless = Thing(None)
endless.parts = [endless]
shown(lambda: json.dumps(endless, default=lambda o: o.parts))
shown(lambda: json.dumps({"a": [1, {"b": Thing(2)}]}))
shown(lambda: json.dumps({Thing(1): 2}))
shown(lambda: json.dumps({Thing(1): 2, "b": 1}, skipkeys=True))
shown(lambda: json.dumps([float("nan")], allow_nan=False))
shown(lambda: json.dumps([1, 10**5000]))
shown(lambda: json.dumps({"k": (2.5, float("inf"))}, allow_nan=False))
shown(lambda: json.dumps([10**20, -(2**63), 1.5e300]))
seen = []
markers = {}


def spy(o):
    seen.append(sorted(type(v).__name__ for v in markers.values()))
    return "spied"


encoder = c_make_encoder(markers, spy, encode_basestring_ascii, None, ": ", ", ", False, False, True)
print(encoder([{"k": (Thing(1), 2)}, Thing(3)], 0), seen, markers)
changing = [1, 2, 3]


def shrink(o):
    del changing[1:]
    return len(changing)


changing[1] = Thing(0)
shown(lambda: json.dumps(changing, default=shrink))
for sort in (False, True):
    for indent in (None, 0, 2, "\t"):
        print(json.dumps({"b": [], "a": {}, "c": [1, {"d": (None, True, 1.5, "é\n\"\\\x7f\U0001f600")}]}, sort_keys=sort, indent=indent))
print(json.dumps({1: 2, None: 3, True: 4, 1.5: 5, "s": 6}), json.dumps("é\u2028", ensure_ascii=False))
