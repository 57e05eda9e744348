class D(dict):
    def __missing__(self, key):
        return key


d = {1: 2, 3: 4}


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show('{}.pop(1)')
show('{}.pop()')
show('{}.pop(1,2,3)')
show('{}.pop(1,5)')
show('{}.pop([],5)')
show('{}.popitem()')
show('{1:2,3:4}.popitem()')
show('{}.setdefault()')
show('{}.setdefault([])')
show('{}.setdefault(1)')
show('{}.update(1,2)')
show('{}.update(1)')
show('{}.update([(1,)])')
show("{}.update(['abc'])")
show('dict(1,2)')
show('dict(1)')
show('{}|1')
show('1|{}')
show('{}|{1:2}')
show('{1:1}|{1:2,3:4}')
show('{}.fromkeys(1)')
show('dict.fromkeys([1,2])')
show("type(D.fromkeys('ab')).__name__")
show("D.fromkeys('ab')")
show("dict.fromkeys({'a':1},5)")
show('type(D({1:2}).copy()).__name__')
show('type(D()|{}).__name__')
show('d[9]')
show('D()[5]')
show('{}[[]]')
show('d.__contains__([])')
show('d.get([])')
show('d.get(1)')
show('d.get(5,6)')
show('d.__getitem__(5)')
show('d.__sizeof__()')
show('{}.__sizeof__()')
show('{i:1 for i in range(20)}.__sizeof__()')
show('dict(a=1,b=2).__sizeof__()')
show('dict({1:2},a=3)')
show("dict([('a',1)],b=2)")
show('d.copy() is d')
show('d=={1:2,3:4}')
show('d<{}')
show('dict()|[(1,2)]')
show('dict[int,str]')
show('list(reversed(d))')
show('{(): 1}[()]')
show('{1.0:2}[1]')
show('{None:1,True:2}[None]')
