# The value that an end carries: who hands it on, who forgets it, and when it dies.
import csv
import heapq
import itertools as it
import operator

class Ends:
    def __init__(self, value, items=()): self.value = value; self.left = list(items)
    def __iter__(self): return self
    def __next__(self):
        if self.left: return self.left.pop(0)
        raise StopIteration(self.value)
def v(i):
    x = yield from i
    print("value", x)
mk = dict(cyc=lambda: it.cycle(Ends(1)), zl=lambda: it.zip_longest(Ends(1), Ends(2, [0])), zl2=lambda: it.zip_longest(Ends(2, [0])), bat=lambda: it.batched(Ends(1), 2), bat2=lambda: it.batched(Ends(1, [1, 2, 3]), 2), comp=lambda: it.compress(Ends(1, [1]), Ends(2, [1, 1])), comp2=lambda: it.compress(Ends(1, [1, 1]), Ends(2, [1])), gb=lambda: it.groupby(Ends(1)), gb2=lambda: it.groupby(Ends(1, [3])), grp=lambda: next(it.groupby(Ends(1, [3])))[1], tee=lambda: it.tee(Ends(1))[0], prod=lambda: it.product(Ends(1)), csvr=lambda: csv.reader(Ends(1)), csv2=lambda: csv.reader(Ends(1, ['a,"b'])), zips=lambda: zip(Ends(1), Ends(2), strict=True), zip2=lambda: zip([1], Ends(2)), zip3=lambda: zip(Ends(1, [1]), Ends(2)), maps=lambda: map(str, Ends(1), Ends(2), strict=True), isl=lambda: it.islice(Ends(1, [1]), 1), isl2=lambda: it.islice(Ends(1), 5, 9), isl0=lambda: it.islice(Ends(1), 0), tw=lambda: it.takewhile(operator.not_, Ends(1, [1])), dw=lambda: it.dropwhile(bool, Ends(1, [1])), ff=lambda: it.filterfalse(None, Ends(1)), acc=lambda: it.accumulate(Ends(1)), acci=lambda: it.accumulate(Ends(1), initial=3), pw=lambda: it.pairwise(Ends(1)), pw2=lambda: it.pairwise(Ends(1, [1])), sm=lambda: it.starmap(max, Ends(1)), sm2=lambda: it.starmap(max, [Ends(1, [1, 2])]), ch=lambda: it.chain(Ends(1), Ends(2)), chf=lambda: it.chain.from_iterable(Ends(1)), cal=lambda: iter(Ends(1).__next__, 3), enum=lambda: enumerate(Ends(1)), mrg=lambda: heapq.merge(Ends(1)))
for k, f in mk.items():
    print(k, end=" ")
    try: print([type(w).__name__ for w in v(f())])
    except Exception as e: print(type(e).__name__, e)
    try: 
        i = f()
        while 1: next(i)
    except Exception as e: print(type(e).__name__, e.args)
