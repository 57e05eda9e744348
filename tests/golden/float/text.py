def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show("float('1_0')")
show("float('a')")
show("float('')")
show("float(' １.5 ')")
show("float(b'1.5')")
show("float(b'x')")
show('float([])')
show('float(None)')
show("float(bytearray(b'2'))")
show("float('1__0')")
show("float('inf')")
show("float('-Infinity')")
show("float('nan')")
show('float(1,2)')
show('float(x=1)')
show("float('1e400')")
show("float('1\\x002')")
show("float('é')")
show("float('.5')")
show("float('5.')")
show("float('.')")
show("float('1e')")
