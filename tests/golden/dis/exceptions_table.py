# Exception tables, generators, coroutines, pattern matching in disassembly.
import dis, io, re
def tries():
    try: a
    except (A, B): b
    except C as c: raise D from c
    else: d
    finally: e
def group():
    try: a
    except* A as e: b
async def agen(x):
    async with x as y:
        yield await y
    async for i in x: yield i
def gen():
    r = yield from g()
    return r
def matching(v):
    match v:
        case [1, x, *_]: return x
        case {"k": k, **rest}: return k
        case P(a, b=2) if a: return a
        case None | True: return 0
        case str() as s: return s
def gens(): return (i async for i in x), {a: b for a, b in c}, {i for i in j}
for f in (tries, group, agen, gen, matching, gens):
    s = io.StringIO(); dis.dis(f, file=s); print(f.__name__); print(re.sub(r"at 0x[0-9a-f]+", "at ADDR", s.getvalue()).replace(__file__, "FILE"))
