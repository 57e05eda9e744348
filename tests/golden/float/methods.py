class F(float):
    pass


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show("float('nan').as_integer_ratio()")
show("float('inf').as_integer_ratio()")
show('1.5.as_integer_ratio()')
show('1.5.hex()')
show('(-0.0).hex()')
show('5e-324.hex()')
show("float.fromhex('x')")
show('float.fromhex(1)')
show("float.fromhex('0x1p5000')")
show("float.fromhex('-0x1.8p1')")
show("type(F.fromhex('0x1p3')).__name__")
show('float.from_number(3)')
show("float.from_number('3')")
show('type(F.from_number(2.5)).__name__')
show('(1.5).__trunc__()')
show('(-1.5).__floor__()')
show('(1.5).__ceil__()')
show("float('nan').__ceil__()")
show("float('inf').__floor__()")
show("float('nan').__trunc__()")
show("float.__getformat__('double')")
show("float.__getformat__('float')")
show("float.__getformat__('x')")
show('float.__getformat__(1)')
show('(1.5).__getnewargs__()')
show('(1.5).is_integer()')
show("float('inf').is_integer()")
show('type(F(1).conjugate()).__name__')
