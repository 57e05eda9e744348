# The value of a StopIteration dies with the loop that it ended.
import array
import collections
import csv
import functools
import heapq
import io
import itertools as it
import math
import operator

class Dies:
    def __init__(self, n): self.n = n
    def __del__(self): print("dies", self.n)
class Ends:
    def __init__(self, value, items=()): self.value = value; self.left = list(items)
    def __iter__(self): return self
    def __next__(self):
        if self.left: return self.left.pop(0)
        v, self.value = self.value, None
        raise StopIteration(v)
def gives(v):
    return v
    yield
fs = dict(list=list,
    tuple=tuple,
    set=set,
    frozenset=frozenset,
    dict=dict,
    sum=sum,
    any=any,
    all=all,
    sorted=sorted,
    bytes=bytes,
    bytearray=bytearray,
    join="".join,
    bjoin=b"".join,
    deque=collections.deque,
    counter=collections.Counter,
    fromkeys=dict.fromkeys,
    ext=[].extend,
    upd={}.update,
    supd=set().update,
    inter={1}.intersection,
    diff={1}.difference,
    issup={1}.issuperset,
    min=lambda x: min(x,
    default=0),
    in_=lambda x: 3 in x,
    star=lambda x: [*x],
    call=lambda x: (lambda *a: a)(*x),
    unpack=lambda x: (lambda: [a for [*a] in [x]])(),
    zip=lambda x: list(zip([1], x)),
    map=lambda x: list(map(str, x)),
    chain=lambda x: list(it.chain(x, [1])),
    cyc=lambda x: list(it.islice(it.cycle(x), 3)),
    zl=lambda x: list(it.zip_longest(x, [1, 2])),
    tee=lambda x: list(it.tee(x)[0]),
    prod=lambda x: list(it.product(x)),
    comb=lambda x: list(it.combinations(x, 2)),
    isl=lambda x: list(it.islice(x, 3)),
    pw=lambda x: list(it.pairwise(x)),
    bat=lambda x: list(it.batched(x, 3)),
    gb=lambda x: list(it.groupby(x)),
    acc=lambda x: list(it.accumulate(x)),
    red=lambda x: functools.reduce(operator.add, x, 0),
    nxt=lambda x: next(x, 0),
    arr=lambda x: array.array("i", x),
    prod2=math.prod,
    fsum=math.fsum,
    slice=lambda x: [0].__setitem__(slice(0, 1), x),
    countof=lambda x: operator.countOf(x, 1),
    indexof=lambda x: operator.indexOf(x, 1),
    contains=lambda x: operator.contains(x, 1),
    iadd=lambda x: operator.iadd([], x),
    enum=lambda x: list(enumerate(x)),
    filt=lambda x: list(filter(None, x)),
    merge=lambda x: list(heapq.merge(x)),
    nl=lambda x: heapq.nlargest(2, x),
    csvr=lambda x: list(csv.reader(x)),
    ex=lambda x: collections.deque().extend(x),
    exl=lambda x: collections.deque().extendleft(x),
    od=lambda x: collections.OrderedDict(x),
    two=lambda x: (lambda: exec("a, b = x", {"x": x}))(),
    gen=lambda x: list(v for v in x),
    comp=lambda x: {v for v in x},
    yf=lambda x: list((lambda: (yield from x))()),
    loop=lambda x: exec("for _ in x: pass", {"x": x}),
    wr=lambda x: io.StringIO().writelines(x))
for name, f in fs.items():
    for n, make in enumerate((Ends, gives)):
        print(name, n)
        try: f(make(Dies(n)))
        except Exception as e: print(type(e).__name__, e)
    try: f(Ends(Dies(2), [1, 0]))
    except Exception as e: print(type(e).__name__, e)
    print("-")
