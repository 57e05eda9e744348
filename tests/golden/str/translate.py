def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show("'abc'.translate({97:'x',98:None,99:100})")
show("'a'.translate(1)")
show("'a'.translate({97:1.5})")
show("'a'.translate({97:0x110000})")
show("'a'.translate({97:-1})")
show("'ab'.translate(['x'])")
show("str.maketrans('a')")
show("str.maketrans(1,'a')")
show("str.maketrans('a',1)")
show("str.maketrans('ab','a')")
show("str.maketrans('a','b',1)")
show("str.maketrans({'ab':1})")
show("str.maketrans({'':1})")
show('str.maketrans({1.5:1})')
show("str.maketrans({'a':1,5:'x'})")
show("str.maketrans('a','b','c')")
show("'hello'.translate(str.maketrans('el','ip','o'))")
