from collections import Counter, defaultdict, ChainMap, namedtuple


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
Counter('abracadabra'), Counter(a=3, b=-1), Counter([1, 1, 2]).most_common(1), Counter('aab').total()
Counter('aab') + Counter('abc'), Counter('aab') - Counter('abc'), Counter('aab') & Counter('ab'), Counter('aab') | Counter('bbc'), +Counter(a=-1, b=2), -Counter(a=-1)
list(Counter('aab').elements()), Counter('aab')['zz'], Counter('aab') == Counter('aba'), Counter('ab') <= Counter('aab')
Counter.fromkeys('ab')
Counter(1)
defaultdict(list), defaultdict(None, {1: 2}), defaultdict(int, a=1)['b']
defaultdict(5)
defaultdict()['x']
defaultdict(list, [(1, 2)]).copy(), defaultdict(int) | {1: 2}, type({1: 2} | defaultdict(int))
ChainMap({'a': 1}, {'b': 2})['b'], ChainMap({'a': 1}, {'a': 2}), list(ChainMap({'a': 1}, {'b': 2}))
ChainMap({'a': 1})['z']
namedtuple('P', 'x y')(1, 2), namedtuple('P', 'x y')(1, y=2)._replace(x=5), namedtuple('P', 'x y')._fields, namedtuple('P', 'x y', defaults=[9])(1)
namedtuple('P', 'x x')
namedtuple('P', 'x def')
namedtuple('P', '_x')
namedtuple('P', 'x y')(1)
namedtuple('P', 'x y')(1, 2)._replace(z=1)
namedtuple('P', 'x y')._make([1, 2, 3])
namedtuple('P', 'x y')(1, 2)._asdict(), namedtuple('P', 'a class b', rename=True)._fields
""".splitlines():
    show(text)

d = defaultdict(lambda: len(d))
for word in "the cat and the hat and the bat".split():
    d[word]
print(dict(d))
c = Counter()
c.update("hello")
c.subtract("help", l=2)
print(sorted(c.items()), c.most_common())
