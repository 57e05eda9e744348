def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show('0.0**-1')
show('(-8.0)**0.5')
show('1e300**2')
show('1.0//0')
show('1.0%0')
show('1.0/0')
show('divmod(1.0,0)')
show('divmod(-7.5,2)')
show('pow(1.0,2,3)')
show('2.0**0.5')
show('-5.0//3.0')
show('-1e-320%1e308')
show('1e16//0.1')
show('hash(1e300)')
show('hash(0.1)')
show('2.0**1000000')
show("float('nan')==float('nan')")
show('0.1+0.2')
show('1e22')
show('1.0==1')
show('10**400>1e308')
