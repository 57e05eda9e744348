def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show('(5).__format__(1)')
show("format(5,'s')")
show("format(5,'f')")
show("format(5,',')")
show("format(2**80,'x')")
show("format(1234567,'_d')")
show("format(-5,'08b')")
show("format(5,'+#o')")
show("format(65,'c')")
show("format(-1,'c')")
show("format(5,'.2d')")
show("format(10**30,',')")
show("format(5,'%')")
show("format(True,'')")
show("format(True,'d')")
show("f'{True:5}'")
show("format(12,'z')")
show("format(5,'<5')+'|'")
