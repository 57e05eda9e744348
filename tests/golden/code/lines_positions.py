# co_lines, co_positions, co_branches.
def f(a, b):
    if a and not b:
        for i in range(
            a
        ):
            try:
                print(i)
            except (TypeError,
                    ValueError) as e:
                raise
            finally:
                b += 1
    while b is not None:
        b = (a
             + b)
    with a as c: return c
    return [x for x in a
            if x]
async def g(q):
    async for i in q:
        if i is None: await i
    return {k: v async for k, v in q}
base = f.__code__.co_firstlineno
for fn in (f, g):
    c = fn.__code__
    print([(s, e, l and l - base) for s, e, l in c.co_lines()])
    print([tuple(x if i > 1 or x is None else x - base for i, x in enumerate(p)) for p in c.co_positions()])
    print(list(c.co_branches()))
it = f.__code__.co_lines(); print(iter(it) is it, type(it).__name__, type(f.__code__.co_positions()).__name__, type(f.__code__.co_branches()).__name__)
for t in (type(it), type(f.__code__.co_positions())):
    try: t()
    except TypeError as e: print(e)
print(list((lambda: 1).__code__.co_branches()), len(list(f.__code__.co_positions())) * 2 == len(f.__code__.co_code))
e = f.__code__.replace(co_linetable=b""); print(list(e.co_lines()), list(e.co_positions()))
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); print(f.__code__.co_lnotab.hex(), w[0].message)
