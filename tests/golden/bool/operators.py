def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show('True&1')
show('True|False')
show('True^True')
show('True^3')
show('True+True')
show('True.real')
show('repr(True)')
show('str(False)')
show('bool(1,2)')
show('bool(x=1)')
show('bool([])')
show('True.__sizeof__()')
show('-True')
show('True<<3')
show('bool.__and__(True,2)')
show('True.__and__(1.5)')
