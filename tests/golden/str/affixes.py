def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show("'a'.startswith(1)")
show("'a'.startswith(('a',1))")
show("'a'.startswith((1,'a'))")
show("'a'.endswith(1)")
show("'abc'.endswith(('x','bc'))")
show("'abc'.startswith('b',1)")
show("'abc'.endswith('b',0,2)")
show("'abc'.startswith('',4)")
show("'abc'.removeprefix('ab')")
show("'abc'.removesuffix('bc')")
show("'abc'.removesuffix('')")
show("'a'.removeprefix(1)")
show("'a'.removesuffix(1)")
