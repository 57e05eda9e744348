"""Claim 1: source becomes tokens, a tree, bytecode, and a machine runs the bytecode. An error of grammar stops everything before that."""
import ast
import io
import tokenize

source = "price = 3\ntotal = price * 2 + 1\nprint(total)\n"

print("tokens:")
for token in tokenize.generate_tokens(io.StringIO(source).readline):
    print("   ", tokenize.tok_name[token.type], repr(token.string), token.start, token.end)

tree = ast.parse(source)
print("tree:")
print(ast.dump(tree, indent=2))

code = compile(tree, "claim.py", "exec")
print("bytecode:", code.co_code.hex(" ", 2))
print("names:", code.co_names, "constants:", code.co_consts)

print("the machine runs it:")
exec(code)

try:
    exec(compile("print('never printed')\nif True\n    pass\n", "broken.py", "exec"))
except SyntaxError as error:
    print(type(error).__name__, error.msg, error.filename, error.lineno, error.offset)
    print("   ", error.text.rstrip())
    print("   ", " " * (error.offset - 1) + "^")
