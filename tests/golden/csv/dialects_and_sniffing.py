# csv: dialects, quoting modes, DictReader and DictWriter, sniffing, errors; a report made of them.
import csv
import io
from collections import defaultdict

rows = [["plain", 'quo"te', "com,ma", "new\nline", "", None, 3, 2.5, True], ["semi;colon", "tab\t", " lead", "'single'", "\\back", "é", "|", -1, 1e20]]
for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL):
    out = io.StringIO()
    csv.writer(out, quoting=quoting).writerows(rows)
    print(quoting, repr(out.getvalue()))
    try:
        print("  ", list(csv.reader(io.StringIO(out.getvalue(), newline=""), quoting=quoting)))
    except ValueError as error:
        print("  ", error)


class Pipes(csv.Dialect):
    delimiter = "|"
    quotechar = "'"
    escapechar = "\\"
    doublequote = False
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL
    skipinitialspace = True


csv.register_dialect("pipes", Pipes)
csv.register_dialect("strict-tab", delimiter="\t", strict=True)
print(sorted(csv.list_dialects()), csv.get_dialect("pipes").delimiter, csv.get_dialect("excel").quoting, csv.get_dialect("unix").lineterminator)
out = io.StringIO()
w = csv.writer(out, "pipes")
print(w.writerow(rows[1]), w.dialect.escapechar, repr(out.getvalue()))
print(list(csv.reader(["a| 'b|c'|d\\|e", "'it\\'s'|x"], "pipes")))
out = io.StringIO()
try:
    csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as error:
    print(error)
csv.writer(out, quoting=csv.QUOTE_NONE, escapechar="!", quotechar=None).writerow(["a,b", "c!d", 'q"'])
print(repr(out.getvalue()))
reader = csv.DictReader(io.StringIO("name,age\nann,3,extra,more\n\nbob\n"), restkey="rest", restval="?")
print(reader.fieldnames, [(row, reader.line_num) for row in reader])
out = io.StringIO()
writer = csv.DictWriter(out, ["b", "a"], extrasaction="ignore", restval="-", lineterminator="\n")
print(writer.writeheader(), writer.writerows([{"a": 1, "b": 2, "c": 3}, {"a": 5}]), repr(out.getvalue()))
for bad in [lambda: csv.DictWriter(out, ["a"]).writerow({"x": 1, "y": 2}), lambda: csv.reader([], delimiter="ab"), lambda: csv.reader([], delimiter=""), lambda: csv.reader([], delimiter=None), lambda: csv.reader([], quoting=99), lambda: csv.reader([], dialect="none"), lambda: csv.reader(3), lambda: next(csv.reader([b"x"])), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: list(csv.reader(['"abc'], strict=True)), lambda: csv.writer(3), lambda: csv.writer(out).writerow(5), lambda: csv.get_dialect("x"), lambda: csv.unregister_dialect("x"), lambda: csv.register_dialect(3), lambda: list(csv.reader(["a\nb"])), lambda: list(csv.reader(["a\rb\n"])), lambda: csv.reader([], nothing=1), lambda: csv.reader([], delimiter="\n"), lambda: csv.field_size_limit("x"), lambda: csv.reader([], lineterminator=3), lambda: csv.writer(out, delimiter=" ", skipinitialspace=True).writerow([" "])]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
old = csv.field_size_limit(10)
try:
    list(csv.reader(["x" * 11]))
except csv.Error as error:
    print(error, old, csv.field_size_limit(old))
sniffer = csv.Sniffer()
for sample in ["a;b;c\n1;2;3\n4;5;6\n", "a\tb\n1\t2\n", "'x','y'\n'1','2'\n", "name|qty\nfoo|3\nbar|4\n", "one two\nthree four\n"]:
    try:
        d = sniffer.sniff(sample)
        print(repr(d.delimiter), repr(d.quotechar), d.doublequote, d.skipinitialspace, sniffer.has_header(sample))
    except csv.Error as error:
        print(error)
sales = """region,item,qty,price
north,tea,3,2.50
south,"tea, green",1,4
north,milk,10,1.1
south,milk,,1.2
"""
totals = defaultdict(lambda: [0, 0.0])
for row in csv.DictReader(io.StringIO(sales)):
    qty = int(row["qty"] or 0)
    totals[row["region"]][0] += qty
    totals[row["region"]][1] += qty * float(row["price"])
print(f"{'region':<8}|{'qty':>5}|{'total':>10}")
for region, (qty, total) in sorted(totals.items()):
    print(f"{region:<8}|{qty:>5}|{total:>10.2f}")
print(list(csv.reader(io.StringIO('a,"b\nc",d\r\n"",x\n"q""q"\n\n'))), list(csv.reader([' a, "b"', "'c'"], skipinitialspace=True, quotechar="'")), list(csv.reader(["1,'x',2.5"], quoting=csv.QUOTE_NONNUMERIC, quotechar="'")))
