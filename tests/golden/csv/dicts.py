import csv, io
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

print(list(csv.DictReader(["a,b", "1,2", "3", "4,5,6"])))
print(list(csv.DictReader(["1,2,3"], ["x", "y"], restkey="more")))
print(list(csv.DictReader(["1"], ["x", "y"], restval="?")))
s = io.StringIO()
w = csv.DictWriter(s, ["a", "b"], restval="-", lineterminator="\n")
w.writeheader()
w.writerow({"a": 1})
w.writerows([{"b": 2}, {"a": 3, "b": 4}])
print(s.getvalue())
attempt(w.writerow, {"c": 1})
csv.DictWriter(s, ["a"], extrasaction="ignore", lineterminator="\n").writerow({"a": 1, "z": 2})
print(s.getvalue())
sn = csv.Sniffer()
for t in ("a;b;c\n1;2;3\n4;5;6\n", "a\tb\n1\t2\n", "'a','b'\n'c','d'\n"):
    d = sn.sniff(t)
    print(ascii(d.delimiter), ascii(d.quotechar), sn.has_header(t))
