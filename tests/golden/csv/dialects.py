import csv, io
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

print(csv.list_dialects())
d = csv.get_dialect("excel")
for n in ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"):
    print(n, ascii(getattr(d, n)))
csv.register_dialect("mine", delimiter=":", quoting=csv.QUOTE_NONE, escapechar="^")
print(list(csv.reader(["a:b^:c"], "mine")), csv.list_dialects())
csv.unregister_dialect("mine")
for kw in ({"delimiter": ""}, {"delimiter": "ab"}, {"delimiter": 1}, {"delimiter": "\n"}, {"quotechar": "xx"}, {"quotechar": 1}, {"quoting": 9}, {"quoting": "a"}, {"lineterminator": 1}, {"quotechar": None, "quoting": 0}, {"escapechar": ","}, {"quotechar": ","}, {"bad": 1}, {"quotechar": " ", "skipinitialspace": True}):
    attempt(csv.reader, [], **kw)
attempt(csv.get_dialect, "none")
attempt(csv.register_dialect, 1)
attempt(csv.field_size_limit, "x")
print(csv.field_size_limit(10))
try:
    list(csv.reader(["a" * 11]))
except csv.Error as e:
    print(e)
print(csv.field_size_limit(131072))
class D(csv.Dialect):
    delimiter = "|"
    quotechar = "'"
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL
print(list(csv.reader(["a|'b|c'"], D)))
