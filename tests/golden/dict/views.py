class D(dict):
    def __missing__(self, key):
        return key


d = {1: 2, 3: 4}


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


show('d.keys()')
show('d.values()')
show('d.items()')
show('d.keys().mapping')
show('d.keys()&[1]')
show('d.keys()|[7]')
show('d.keys()-[1]')
show('d.keys()^[1,9]')
show('[1]&d.keys()')
show('[1,9]-d.keys()')
show('sorted([9]|d.keys())')
show('d.items()&[(1,2)]')
show('d.items()-[(1,2)]')
show('sorted(d.items()^{(1,2),(5,6)})')
show('sorted(d.items()^{1:2,7:8}.items())')
show('d.keys()&1')
show('d.keys()-1')
show('d.keys()|1')
show('d.keys()^1')
show('d.keys()=={1,3}')
show('d.keys()<{1,3,4}')
show('d.keys()<=d.keys()')
show('d.keys()<[1]')
show('d.keys()==[1,3]')
show('d.items()=={(1,2),(3,4)}')
show('d.items()>={(1,2)}')
show('1 in d.keys()')
show('(1,2) in d.items()')
show('1 in d.items()')
show('(1,2,3) in d.items()')
show('2 in d.values()')
show('hash(d.keys())')
show('len(d.keys())')
show('d.keys().isdisjoint([5])')
show('d.items().isdisjoint([(1,2)])')
show('d.keys().isdisjoint(1)')
show('list(reversed(d.keys()))')
show('list(reversed(d.values()))')
show('list(reversed(d.items()))')
show('type(d.keys())()')
show('d.values()==d.values()')
show('{}.keys()==set()')
show('{1:[]}.items()&{1}')
show('{1:[]}.items()-{1}')
show('{1:[]}.items()|set()')
show('{1:[]}.items()^{2:[]}.items()')
show('{1:[]}=={1:[]}')
