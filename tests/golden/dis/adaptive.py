# Specialised instructions do not change what co_code and dis show by default.
import dis
def f(a, b):
    t = 0
    for i in range(a):
        t += i * b
        t = t if t < 10**6 else 0
    return t
before = f.__code__.co_code
for _ in range(50): f(20, 3)
print(before == f.__code__.co_code, len(f.__code__._co_code_adaptive) == len(before), hash(f.__code__) == hash(f.__code__.replace()), f.__code__ == f.__code__.replace())
names = [i.opname for i in dis.get_instructions(f)]; print(names)
print([i.baseopname for i in dis.get_instructions(f, adaptive=True)] == names)
print([(i.opname, i.cache_info) for i in dis.get_instructions(f, show_caches=True) if i.cache_info][:4])
print(dis._inline_cache_entries["CALL"], dis._inline_cache_entries["LOAD_ATTR"], dis._inline_cache_entries["LOAD_GLOBAL"], dis._inline_cache_entries.get("POP_TOP"))
print(len(dis._specialized_opmap), sorted(dis._specializations), sorted(dis._specializations["LOAD_ATTR"])[:5])
print(dis.COMPILER_FLAG_NAMES, dis.pretty_flags(f.__code__.co_flags), dis.pretty_flags(0), dis.pretty_flags(0x800003))
print(dis.stack_effect is __import__("opcode").stack_effect, list(dis._get_code_array(f.__code__, False))[:2] == list(before[:2]))
