# The options of ast.dump.
import ast
tree = ast.parse("def f(a, *, b=[1]):\n    return a.b[0]\nx = f(1)(2)\n")
print(ast.dump(tree))
print(ast.dump(tree, annotate_fields=False))
print(ast.dump(tree.body[1], include_attributes=True))
print(ast.dump(tree, indent=2))
print(ast.dump(tree.body[0], indent="\t", include_attributes=True))
print(ast.dump(tree, show_empty=True))
print(ast.dump(ast.Constant(1, lineno=1), include_attributes=True))
try:
    ast.dump("x")
except TypeError as e:
    print(e)
