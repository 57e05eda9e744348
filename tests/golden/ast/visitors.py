# NodeVisitor, NodeTransformer, walk and the other helpers.
import ast
source = "import os\ndef f(a, b=2):\n    '''Doc.\n       more'''\n    x = a + b\n    return g(x, 3)\nclass C:\n    'class doc'\n"
tree = ast.parse(source)
class Names(ast.NodeVisitor):
    def __init__(self): self.seen = []
    def visit_Name(self, node): self.seen.append((node.id, type(node.ctx).__name__))
    def visit_FunctionDef(self, node):
        self.seen.append(("def", node.name))
        self.generic_visit(node)
v = Names(); v.visit(tree); print(v.seen)
class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node) if isinstance(node.value, int) else node
    def visit_Import(self, node): return None
    def visit_Return(self, node): return [ast.Expr(ast.Constant("before")), node]
new = ast.fix_missing_locations(Double().visit(tree))
print(ast.unparse(new))
print([type(n).__name__ for n in ast.walk(new)])
print([type(n).__name__ for n in ast.iter_child_nodes(new.body[0])])
print([(f, type(v).__name__) for f, v in ast.iter_fields(new.body[0])])
print(ast.get_docstring(new.body[0]), "|", ast.get_docstring(new.body[0], clean=False), "|", ast.get_docstring(new.body[1]), ast.get_docstring(new))
try: ast.get_docstring(ast.Constant(1))
except TypeError as e: print(e)
t = ast.parse("a\nb + c")
print(ast.get_source_segment("a\nb + c", t.body[1].value.right), ast.get_source_segment("a\nb + c", t.body[1], padded=True))
ast.increment_lineno(t, 5); print([n.lineno for n in t.body], t.body[1].end_lineno)
print(ast.compare(ast.parse("a+b"), ast.parse("a + b")), ast.compare(ast.parse("a"), ast.parse("b")), ast.compare(ast.parse("a"), ast.parse(" \na"), compare_attributes=True))
