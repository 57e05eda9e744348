"""json: dumping and loading of nested records."""
import json

record = {
    "id": 17,
    "name": "Widget \u00e9\u4e2d \"quoted\"",
    "price": 12.75,
    "tags": ["a", "b", "long tag with spaces", None, True, False],
    "nested": {"x": [1, 2, 3, [4, 5, {"deep": "value\n"}]], "empty": {}, "list": []},
}
data = [dict(record, id=i, price=i * 0.37) for i in range(500)]
size = 0
for _ in range(300):
    text = json.dumps(data)
    size += len(text)
    back = json.loads(text)
assert back == data
pretty = json.dumps(data[:200], indent=2, sort_keys=True)
print(size, len(pretty), sum(r["id"] for r in back), json.loads(pretty)[3]["nested"]["x"][3][2])
for i in range(150_000):
    json.loads('{"k": [1, 2.5, "s"]}')
