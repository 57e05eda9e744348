import csv, io
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for text, kw in [("a,b,c\r\n1,\"x,y\",3\r\n", {}), ('"a ""q"" b",c\n', {}), ("a;b\n", {"delimiter": ";"}), ("'a,b',c\n", {"quotechar": "'"}), ("a, b,  c\n", {"skipinitialspace": True}), ("a\\,b,c\n", {"escapechar": "\\"}), ("1,2.5,\"x\"\n", {"quoting": csv.QUOTE_NONNUMERIC}), ('a,"",\n', {"quoting": csv.QUOTE_NOTNULL}), ('1,"2",\n', {"quoting": csv.QUOTE_STRINGS}), ('"a\nb",c\n', {}), ("\n\na\n", {}), ("a\tb\n", {"dialect": "excel-tab"}), ('"a"b,c\n', {}), ("a,\"b", {}), ('a"b"c\n', {}), ("a,b", {"quoting": csv.QUOTE_NONE})]:
    print(ascii(text), kw, list(csv.reader(io.StringIO(text, newline=""), **kw)))
for text, kw in [('"a"b\n', {"strict": True}), ('"a', {"strict": True}), ("a\rb", {}), ("1,x\n", {"quoting": csv.QUOTE_NONNUMERIC})]:
    try:
        print(list(csv.reader([text], **kw)))
    except (csv.Error, ValueError) as e:
        print(type(e).__name__, e)
r = csv.reader(["a,b", '"c', 'd",e'])
for row in r:
    print(r.line_num, row)
