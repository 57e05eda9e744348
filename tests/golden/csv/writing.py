import csv, io
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

rows = [["a", "b c", ""], ['x"y', None, 3], [2.5, "l\nm", "\\"], [""], [None], ["", ""], [" x", "z\r"], []]
for kw in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}, {"delimiter": ";", "quotechar": "'"}, {"doublequote": False, "escapechar": "!"}, {"lineterminator": "\n"}, {"dialect": "unix"}):
    for row in rows:
        s = io.StringIO(newline="")
        try:
            n = csv.writer(s, **kw).writerow(row)
            print(kw, ascii(s.getvalue()), n)
        except csv.Error as e:
            print(kw, row, "Error", e)
s = io.StringIO()
csv.writer(s).writerows([[1, 2], ("a",), range(3), {"k": 1}])
print(ascii(s.getvalue()))
attempt(csv.writer(s).writerow, 5)
attempt(csv.writer(s).writerows, [1])
attempt(csv.writer, 5)
