# copy, deepcopy, pickle, replace and repr of nodes.
import ast, copy, pickle
tree = ast.parse("x = [1, 2, 3, a]\ny(z=1)")
for clone in (copy.deepcopy(tree), pickle.loads(pickle.dumps(tree)), pickle.loads(pickle.dumps(tree, 0))):
    print(ast.dump(clone) == ast.dump(tree), clone is tree, clone.body[0].targets[0].ctx is tree.body[0].targets[0].ctx)
print(tree.__reduce__()[1:2], ast.Name("a").__reduce__(), ast.Load().__reduce__())
shallow = copy.copy(tree); print(shallow.body is tree.body)
n = ast.Name("a", ast.Load(), lineno=1, col_offset=0)
m = copy.replace(n, id="b"); print(ast.dump(m, include_attributes=True), ast.dump(n))
for f in (lambda: copy.replace(n, foo=1), lambda: n.__replace__(1), lambda: copy.replace(ast.arg(arg="q"), annotation=None).arg):
    try: print(f())
    except TypeError as e: print(e)
del n.id
try: copy.replace(n)
except TypeError as e: print(e)
print(repr(tree)); print(repr(tree.body[0].value)); print(repr(ast.parse("a"))); print(repr(ast.Load()), repr(ast.Constant("x"))); print(repr(ast.parse("f(g(h(i(j))))", mode="eval")))
loop = ast.List([]); loop.elts.append(loop); print(repr(loop))
match ast.parse("a + 1", mode="eval").body:
    case ast.BinOp(ast.Name(x), ast.Add(), ast.Constant(y)): print(x, y)
