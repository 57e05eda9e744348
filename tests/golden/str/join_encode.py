def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show("','.join(['a','b'])")
show("','.join(['a',1])")
show("','.join(1)")
show("''.join(x for x in 'abc')")
show("'-'.join({'a':1})")
show("'a'.encode(1)")
show("'a'.encode('ut\\0f')")
show("'a'.encode('utf-8',1)")
show("'a'.encode('utf-8',None)")
show("'é'.encode()")
show("'é'.encode('latin-1')")
show("'a'.__getnewargs__()")
show("'abc'.__sizeof__()")
show("'\\u1234'.__sizeof__()")
show("'\\U00012345'.__sizeof__()")
