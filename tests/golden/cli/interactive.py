import os
import subprocess
import sys
import tempfile

def session(text, *args, **env):
    full = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") or k == "PYTHONHOME"}
    r = subprocess.run([sys.executable, "-q", "-i", *args], input=text, capture_output=True, text=True, env=full | env)
    print("==", r.returncode)
    print(r.stdout)
    print(r.stderr)

session("1 + 1\n_ * 10\nx = 3\nif x:\n    print('yes')\n\nfor i in range(2):\n    i\n\n")
session("def f(a):\n    return a * 2\n\nf(21)\nf('ab')\nNone\n'text'\n")
session("1 / 0\nx = [1,\n2]\nx\nprint(x\n)\n")
session("def broken(:\n5\nundefined_name\n'unterminated\n6\n")
session("import sys\nsys.ps1 = 'in: '\nsys.ps2 = '..: '\nif True:\n  7\n\nsys.exit(3)\n")
session("raise SystemExit(5)\n")
session("sys = __import__('sys')\nsys.displayhook = lambda v: print('shown', v)\n1\n2\n")
session("'''several\nlines'''\n\\\n8\n# only a comment\n\n9\n")
session("print(y)\n", "-c", "y = 'kept'")
session("class A:\n    def m(self):\n        return 1\n\n    n = 2\n\nA().m(), A.n\n@property\ndef p(self): pass\n\ntype(p)\n")
session("from __future__ import annotations\ndef f(a: undefined): pass\n\nf.__annotations__\n")
with tempfile.NamedTemporaryFile("w", suffix=".py") as f:
    f.write("started = 'by the file'\nprint('startup')\n")
    f.flush()
    session("started\n", PYTHONSTARTUP=f.name)
