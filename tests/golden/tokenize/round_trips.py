# tokenize, token, keyword, ast, symtable, codeop and code on one source.
import ast
import code
import codeop
import contextlib
import io
import keyword
import sys
import token
import tokenize

SOURCE = '''# -*- coding: utf-8 -*-
@decorator
async def f(a, /, b: int = 0x1F, *args, c=1_000.5e-3j, **kw) -> "str":
    """doc"""
    x = [i**2 for i in range(10) if i % 2 != 0]  # comment
    if (y := a @ b) and not x: return f"{y!r:>{10}} {{}} {x}" + rb'raw\\n'

    while True:
\tpass
    match x:
        case [1, *_]: ...
    return lambda: (yield)
'''.replace("\tpass", "        pass")
for t in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
    print(f"{t.start}-{t.end}", token.tok_name[t.exact_type], repr(t.string))
tokens = list(tokenize.tokenize(io.BytesIO(SOURCE.encode()).readline))
print(tokens[0], tokenize.untokenize(tokens).decode() == SOURCE, tokenize.untokenize([(t.type, t.string) for t in tokens[1:8]]))
for bad in ["x = (", "'abc", '"""abc', "if x:\n  a\n b", "x = 0777", "a $ b", "1_", "x = 'a\n", "\tif 1:\n        x", "f'{a", "f'{a!}'", "a ? b", "0b12", "1__0", "é€"]:
    try:
        print(repr(bad), [t.string for t in tokenize.generate_tokens(io.StringIO(bad).readline)])
    except (tokenize.TokenError, SyntaxError) as error:
        print(repr(bad), type(error).__name__, error.args)
for header in [b"# coding: latin-1\n", b"\xef\xbb\xbfx", b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n", b"x\n# coding: ascii", b"# coding: nothing", b"\xff", b""]:
    try:
        print(tokenize.detect_encoding(io.BytesIO(header).readline))
    except SyntaxError as error:
        print(error)
print(keyword.kwlist[:5], keyword.softkwlist, keyword.iskeyword("match"), keyword.issoftkeyword("type"), token.ISTERMINAL(300), token.EXACT_TOKEN_TYPES[":="])
tree = ast.parse(SOURCE)
print(ast.unparse(tree))
print(ast.dump(ast.parse("x: int = a if b else [*c, -1]").body[0], indent=2))
print(ast.dump(ast.parse("f(a, *b, k=1)", mode="eval"), annotate_fields=False), ast.literal_eval("{'a': [1, (2.5, 1-3j)], b'x': {1, None}}"))
for bad in ["f()", "[x]", "1+1", "1 +", "'%s' % 1", "{[]: 1}"]:
    try:
        print(ast.literal_eval(bad))
    except Exception as error:
        print(bad, type(error).__name__, str(error).split(" at 0x")[0])


class Fold(ast.NodeTransformer):
    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant):
            return ast.copy_location(ast.Constant(eval(compile(ast.Expression(node), "", "eval"))), node)
        return node

    def visit_Name(self, node):
        return ast.Attribute(ast.Name("ns", ast.Load()), node.id, node.ctx) if isinstance(node.ctx, ast.Load) else node


print(ast.unparse(ast.fix_missing_locations(Fold().visit(ast.parse("x = 2 * 3 + y\nprint((1 + 2) * z, 'a' 'b')")))))
print([type(n).__name__ for n in ast.walk(ast.parse("a.b[1:2]"))], ast.get_docstring(tree.body[0]), ast.get_source_segment(SOURCE, tree.body[0].body[1]), [n.lineno for n in ast.iter_child_nodes(tree.body[0]) if hasattr(n, "lineno")])
for source in ["x = 1", "if x:", "if x:\n  1", "if x:\n  1\n\n", "x = (", "x = )", "def f():\n", "'''", "a\\", "# c", "", "x = 1;", "@d\n", "else:", "for x in y: pass"]:
    try:
        compiled = codeop.compile_command(source)
        print(repr(source), "incomplete" if compiled is None else "complete")
    except (SyntaxError, ValueError) as error:
        print(repr(source), type(error).__name__, error.msg)
console = code.InteractiveConsole({"__name__": "__console__"})
out = io.StringIO()
with contextlib.redirect_stderr(out):
    for line in ["x = 5", "x * 2", "def f(n):", "    return n / 0", "", "f(1)", "1 +", "print('done')", "raise SystemExit" if False else "del y"]:
        more = console.push(line)
        print(">>>", line, "...", more)
print(out.getvalue())
