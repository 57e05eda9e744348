# json with encoders and decoders of one's own, every option, and messages with places.
import dataclasses
import datetime
import decimal
import enum
import io
import json
import uuid
from collections import OrderedDict, namedtuple


@dataclasses.dataclass
class Order:
    id: uuid.UUID
    when: datetime.datetime
    total: decimal.Decimal
    lines: list


class Colour(enum.IntEnum):
    RED = 1


class Tone(str, enum.Enum):
    LOW = "low"


class Encoder(json.JSONEncoder):
    def default(self, o):
        if dataclasses.is_dataclass(o):
            return {"__type__": type(o).__name__, **{f.name: getattr(o, f.name) for f in dataclasses.fields(o)}}
        if isinstance(o, (datetime.datetime, uuid.UUID)):
            return str(o)
        if isinstance(o, decimal.Decimal):
            return f"{o:.2f}"
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


P = namedtuple("P", "x y")
order = Order(uuid.UUID(int=7), datetime.datetime(2024, 1, 2), decimal.Decimal("9.5"), [P(1, 2.5), {"b", "a"}, Colour.RED, Tone.LOW, 1j])
print(json.dumps(order, cls=Encoder, indent=2))
print(json.dumps({"a": [1, 2, {"b": None}], "c": {}, "d": []}, indent="\t", separators=(", ", " : ")), json.dumps([], indent=2), json.dumps([[]], indent=0))
print(json.dumps({"é": "\u2028\U0001f600\x00\"\\/"}), json.dumps({"é": "\u2028\U0001f600\x7f"}, ensure_ascii=False), json.dumps({3: 1, None: 2, True: 3, 1.5: 4, Colour.RED: 5}), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps([float("inf"), float("nan"), -0.0, 1e100, 10 ** 30]))
for value, options in [({(1, 2): 3}, {}), ({(1, 2): 3, "k": 1}, {"skipkeys": True}), (float("nan"), {"allow_nan": False}), (object, {}), ({1: 1, "a": 2}, {"sort_keys": True}), ([{"x": {1, 2}}], {}), (b"bytes", {}), ("\ud800", {}), ("\ud800", {"ensure_ascii": False})]:
    try:
        print(ascii(json.dumps(value, **options)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, getattr(error, "__notes__", []))
loop = []
loop.append({"self": loop})
for check in (True, False):
    try:
        json.dumps(loop, check_circular=check)
    except (ValueError, RecursionError) as error:
        print(type(error).__name__, len(str(error)) > 20, getattr(error, "__notes__", [])[:2])


def hook(d):
    if d.get("__type__") == "Order":
        d.pop("__type__")
        return Order(**d)
    return d


again = json.loads(json.dumps(order, cls=Encoder), object_hook=hook, parse_float=decimal.Decimal)
print(again)
print(json.loads('{"a": 1, "a": 2, "b": [1.10, -0, 1E3, NaN, -Infinity]}', object_pairs_hook=list, parse_int=lambda s: f"int {s}", parse_constant=lambda s: f"const {s}"), json.loads("[1.5]", parse_float=str), json.loads(b'\xef\xbb\xbf"x"'), json.loads('"x"'.encode("utf-16")), json.loads(bytearray(b" [] ")))
bad = ["", "{", "[1,]", '{"a" 1}', '{"a":}', "{'a': 1}", '{"a":1,}', "[1 2]", '"abc', '"a\nb"', '"\\x"', '"\\u12g4"', "nul", "01", "-", "1.", "1e", "[1] 2", "\ufeff[]", '{"a": [1, {"b": tru}]}', "\n\n  [\n1,\n  x]", '"\t"', "+1", ".5", '{1: 2}', '["a", ', "NaN1"]
for text in bad:
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), "->", error, "|", error.msg, error.pos, error.lineno, error.colno)
for value in (None, 3, b"\xff", ["x"]):
    try:
        json.loads(value)
    except (TypeError, UnicodeDecodeError) as error:
        print(type(error).__name__, error)
decoder = json.JSONDecoder(strict=False)
print(decoder.raw_decode('{"a": "tab\t"} rest'), decoder.decode("  [1]  "), json.JSONDecoder(object_hook=lambda d: sorted(d.items())).decode('{"b":1,"a":{"c":2}}'))
print(list(json.JSONEncoder(indent=1).iterencode([1, {"a": 2}])), json.JSONEncoder(separators=(",", ":")).encode({"a": [1, 2]}))
out = io.StringIO()
json.dump({"k": [1, 2]}, out, indent=4, default=str)
print(out.getvalue(), json.load(io.StringIO("[true, false, null]")), json.load(io.BytesIO(b"1")), json.dumps(object, default=lambda o: "was " + o.__name__), json.dumps(OrderedDict(z=1, a=2)))
try:
    json.dumps(object, default=lambda o: o)
except ValueError as error:
    print(error, error.__notes__[:1])
