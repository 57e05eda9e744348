def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show("'a'.find(1)")
show("'abcabc'.find('c',3)")
show("'abcabc'.rfind('a')")
show("'a'.find('a',1.5)")
show("'a'.index('b')")
show("'abc'.index('c')")
show("'a'.rindex('b')")
show("'a'.count(1)")
show("'aaaa'.count('aa')")
show("'abc'.count('')")
show("'abc'.find('',3)")
show("'abc'.find('',4)")
show("'abc'.find('b',-2,-1)")
show("'abc'.find('b',None,None)")
show("'a\\U0001f600b'.find('b')")
show("'a\\U0001f600b'.rfind('\\U0001f600')")
