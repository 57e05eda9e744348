"""Claim 2: a module's code holds its functions' code as constants."""
import contextlib
import dis
import io
import re

source = """def sum(x,y):
    return x+y
z = sum(10, 20)
"""
code = compile(source, "file.py", "exec")
text = io.StringIO()
with contextlib.redirect_stdout(text):
    dis.dis(code)
print(re.sub("0x[0-9a-f]+", "0x...", text.getvalue()))
inner = [constant for constant in code.co_consts if hasattr(constant, "co_code")]
print(inner[0].co_name, inner[0].co_varnames, inner[0].co_argcount)
