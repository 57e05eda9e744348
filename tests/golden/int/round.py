def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show('round(15,-1)')
show('round(25,-1)')
show('round(-15,-1)')
show('round(-25,-1)')
show('round(5,None)')
show("round(5,'a')")
show('(5).__round__(1,2)')
show('round(12345678901234567890,-5)')
show('round(7,-1)')
show('round(4,-1)')
show('round(5,3)')
show('round(50,-2)')
show('round(150,-2)')
