class I(int):
    pass


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show('(5).to_bytes(-1)')
show("(5).to_bytes(1,'x')")
show('(5).to_bytes(1,1)')
show('(300).to_bytes(1)')
show('(-1).to_bytes(1)')
show('(-300).to_bytes(1,signed=True)')
show('(-2).to_bytes(2,signed=True)')
show("(5).to_bytes('a')")
show("(5).to_bytes(length=2,byteorder='little',signed=1)")
show('int.from_bytes(1)')
show('int.from_bytes([1,300])')
show("int.from_bytes([1,2],'x')")
show("int.from_bytes('abc')")
show("int.from_bytes(b'ab','little')")
show("type(I.from_bytes(b'a')).__name__")
show("int.from_bytes([255,2],'big',signed=True)")
show('(2**100).bit_count()')
show('(-5).bit_length()')
show('(5).__trunc__()')
show('True.__trunc__()')
show('True.as_integer_ratio()')
show('True.conjugate()')
show('5 .is_integer()')
show('I(5).__getnewargs__()')
show('(5).__sizeof__()')
show('(2**30).__sizeof__()')
show('(2**60).__sizeof__()')
