# Where nodes stand: columns count UTF-8 bytes.
import ast
source = "x = (1 +\n     'äö', f'{a!r}b')\nif ü: pass\n@d\ndef f(a: int, *b) -> c:\n    with a as b: return b[1:2]\n# end\ncall(k=1, **z)\n"
for n in ast.walk(ast.parse(source)):
    if hasattr(n, "lineno"):
        print(type(n).__name__, n.lineno, n.col_offset, n.end_lineno, n.end_col_offset)
