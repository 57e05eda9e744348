# ast.literal_eval: what it takes and what it refuses.
import ast
for s in ["1", "-1", "+1", "1+2j", "-1-2j", "1.5", "'a'", "b'a'", "(1, 2)", "[1, [2]]", "{1: 'a'}", "{1, 2}", "set()", "None", "True", "...", "  1", "\t1", "1+1", "a", "f()", "[a]", "{**a}", "{1: b}", "f'a'", "--1", "not 1", "-'a'", "1 if 2 else 3", "", "1\n2", "(1", "{'a': 1, 'b': (None, ..., b'')}", "0x10", "1_0", "2j", "'a' 'b'", "~1", "1j + 1", "()", "\n 1"]:
    try:
        print(repr(s), repr(ast.literal_eval(s)))
    except Exception as e:
        print(repr(s), type(e).__name__, str(e).split(" at 0x")[0])
print(ast.literal_eval(ast.parse("[1, (2,)]", mode="eval")), ast.literal_eval(ast.Constant(5)))
try:
    ast.literal_eval(ast.parse("a", mode="eval"))
except ValueError as e:
    print(str(e).split(" at 0x")[0])
