# dis of many constructs: listing, instructions, exception table, positions, code constants.
import dis, io
def out(f, **k):
    s = io.StringIO(); dis.dis(f, file=s, **k); import re; print(re.sub(r"0x[0-9a-f]+", "0x", s.getvalue().replace(__file__, "FILE")))
def loops(n):
    for i in range(n):
        if i % 2: continue
        elif i > 5: break
        print(i, end="")
    else: return None
    while n: n -= 1
def tries(x):
    try: return x.a
    except (KeyError, ValueError) as e: raise RuntimeError from e
    finally: x.close()
def withs(a):
    with a as b, open(b): pass
def comps(n): return [i for i in n if i], {k: v for k, v in n}, (g for g in n), {s for s in n}
def unpack(a, *b, c=1, **d): x, *y, z = a; return f"{x!r:>{y}}", [*b, x], {**d, "k": z}, print(*b, **d)
def closure(a):
    def inner(b=a): nonlocal a; a += b; return a
    return inner
class K:
    attr: int = 1
    def m(self): return super().m(__class__)
async def co(x):
    async with x as y: await y
    async for z in y: yield z
def matches(v):
    match v:
        case {"k": [1, *r], **rest} if r: return rest
        case K(attr=0) | None: return 1
        case str() as s: return s
def ops(a, b): a[b:1] += b ** 2; del a[0], a.x; return a is not b, a not in b, a < b <= 3, -a, not b, a and b or 3, 1 if a else 2, lambda: a
def consts(): return 1, "s", (1, 2, (3,)), 5000, -1, 2 ** 3, "a" * 3, not 1, [1, 2, 3], {1, 2}, frozenset, ..., None, 1.5j
def gens(): x = yield 1; yield from [x]; return (yield)
def generic[T: int](x: T) -> list[T]: type A = T; return x
for f in (loops, tries, withs, comps, unpack, closure, K, co, matches, ops, consts, gens, generic): print("==", f.__name__); out(f)
out("x: int = 1\nimport a.b as c\nfrom d import e, f\ndel c\nglobal q"); out("1 + y", depth=0); out(loops, show_offsets=True); out(tries, show_caches=True) if 0 else None; out(compile("a.b(c, d=e)[f]", "n", "eval"))
for i in dis.get_instructions(tries): print(i.opname, i.arg, i.argrepr, i.starts_line, i.is_jump_target, i.line_number and i.line_number - tries.__code__.co_firstlineno, i.positions.col_offset, i.positions.end_col_offset)
print(dis.code_info(unpack).replace(__file__, "FILE")); print(dis.Bytecode("x = 1").dis().count("\n"), dis.stack_effect(dis.opmap["POP_TOP"]), [n for n in ("hasarg", "hasconst", "hasfree", "hasjump", "haslocal", "hasname", "hasexc")], dis.opname[dis.opmap["NOP"]], list(dis.findlinestarts(loops.__code__))[0][0], sorted(dis.findlabels(loops.__code__.co_code)))
for bad in (5, "x y", None, object()):
    try: dis.dis(bad, file=io.StringIO()); print("fine")
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
try: dis.stack_effect(99999)
except ValueError as e: print(e)
def raises(): return undefined_name + 1
try: raises()
except NameError as e: s = io.StringIO(); dis.distb(e.__traceback__.tb_next, file=s); print(s.getvalue().replace(__file__, "FILE"))
