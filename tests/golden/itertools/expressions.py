from itertools import *
import operator


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
list(accumulate([1, 2, 3, 4])), list(accumulate([], initial=5)), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], operator.mul, initial=10))
list(batched('ABCDEFG', 3)), list(batched([], 2))
list(batched('ABCDEFG', 3, strict=True))
batched('A', 0)
list(chain('ab', [1], ())), list(chain.from_iterable(['ab', 'c']))
list(chain(1))
list(combinations('ABCD', 2)), list(combinations('AB', 3)), list(combinations('AB', 0))
combinations('A', -1)
list(combinations_with_replacement('AB', 2))
list(compress('ABCDEF', [1, 0, 1, 0, 1, 1])), list(compress('AB', []))
list(islice(count(10, -3), 4)), list(islice(count(0.5, 0.5), 3)), count(3), count(1, 2), count(1.5)
count('a')
list(islice(cycle('AB'), 5)), list(cycle(''))
list(dropwhile(lambda x: x < 5, [1, 4, 6, 3, 8])), list(takewhile(lambda x: x < 5, [1, 4, 6, 3, 8]))
list(filterfalse(None, [0, 1, '', 'a'])), list(filterfalse(lambda x: x % 2, range(5)))
[(k, list(g)) for k, g in groupby('AAABBCA')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4], lambda x: x % 2)]
list(islice('ABCDEFG', 2)), list(islice('ABCDEFG', 2, None)), list(islice('ABCDEFG', 0, None, 3)), list(islice('ABC', 5))
islice('ABC', -1)
islice('ABC', 0, 1, 0)
islice('ABC', 'x')
islice('ABC')
list(pairwise('ABCD')), list(pairwise('A'))
list(permutations('ABC', 2)), list(permutations(range(3)))[:3], list(permutations('AB', 3))
permutations('A', 'x')
permutations('A', -1)
list(product('AB', [1, 2])), list(product('AB', repeat=2)), list(product()), list(product('A', []))
product('A', repeat=-1)
product('A', foo=1)
list(repeat(7, 3)), repeat(7), repeat(7, 2), list(repeat(7, -1))
repeat()
list(starmap(pow, [(2, 5), (3, 2)]))
list(starmap(pow, [5]))
[list(x) for x in tee('AB', 3)], tee('', 0)
tee('A', -1)
list(zip_longest('AB', 'xyz', fillvalue='-')), list(zip_longest('A')), list(zip_longest())
zip_longest('A', foo=1)
operator.length_hint(repeat(1, 5)), operator.length_hint(islice([1], 1))
""".splitlines():
    show(text)
