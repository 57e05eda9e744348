# dis.get_instructions, Bytecode, code_info and the tables of opcode.
import dis, opcode, re
def f(a, *b, c=1, **d):
    while a:
        a -= 1
        if b is None: break
    return [x.y for x in b if x not in d]
for i in dis.get_instructions(f):
    p = i.positions
    print(i.opname, i.opcode, i.arg, i.argval if not hasattr(i.argval, "co_code") else "code", i.argrepr[:12], i.offset, i.start_offset, i.starts_line, i.is_jump_target, i.label, i.baseopname, i.cache_info, i.end_offset, i.oparg, i.jump_target, (p.lineno and p.lineno - f.__code__.co_firstlineno, p.col_offset))
print(re.sub(r"0x[0-9a-f]+", "ADDR", dis.code_info(f)).replace(__file__, "FILE"))
b = dis.Bytecode(f); print(len(list(b)), b.first_line == f.__code__.co_firstlineno, re.sub(r"0x[0-9a-f]+", "ADDR", b.info()).replace(__file__, "FILE") == re.sub(r"0x[0-9a-f]+", "ADDR", dis.code_info(f)).replace(__file__, "FILE"))
print([(o, l and l - f.__code__.co_firstlineno) for o, l in dis.findlinestarts(f.__code__)], dis.findlabels(f.__code__.co_code))
for name in ("hasarg", "hasconst", "hasname", "hasjump", "hasjrel", "hasjabs", "hasfree", "haslocal", "hasexc", "hascompare"): print(name, [opcode.opname[o] for o in getattr(opcode, name)])
print(len(opcode.opmap), sorted(opcode.opmap.items())[:12], opcode.cmp_op, opcode.EXTENDED_ARG, opcode.HAVE_ARGUMENT)
for op in ("POP_TOP", "BUILD_LIST", "CALL", "LOAD_CONST", "FOR_ITER", "SEND", "UNPACK_EX", "MAKE_FUNCTION", "SETUP_WITH", "JUMP"):
    n = opcode.opmap[op]
    for args in ((n,), (n, 0), (n, 3)):
        try: print(op, args[1:], opcode.stack_effect(*args), opcode.stack_effect(*args, jump=True), opcode.stack_effect(*args, jump=False))
        except ValueError as e: print(op, args[1:], e)
import _opcode
print(_opcode.get_nb_ops()[:4], _opcode.get_intrinsic1_descs()[:3], _opcode.get_intrinsic2_descs()[:2], _opcode.get_special_method_names(), _opcode.is_valid(1), _opcode.is_valid(300), _opcode.has_jump(opcode.opmap["FOR_ITER"]))
