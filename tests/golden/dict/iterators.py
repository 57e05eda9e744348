class D(dict):
    def __missing__(self, key):
        return key


d = {1: 2, 3: 4}


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show('iter(d).__length_hint__()')
show('iter(d).__reduce__()')
show('reversed(d).__reduce__()')
show('iter(d.items()).__reduce__()')
show('reversed(d.values()).__reduce__()')
show('type(iter(d)).__name__')
show('type(iter(d.values())).__name__')
show('type(iter(d.items())).__name__')
show('type(reversed(d)).__name__')
show('type(reversed(d.values())).__name__')
show('type(reversed(d.items())).__name__')
show('type(iter(d))()')
