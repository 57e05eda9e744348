# The prompt without a terminal (-i with standard input from a pipe).
import subprocess
import sys

INPUTS = [
    "1+1\nx = 5\nx\n_\ndef f(a):\n    return a * 2\n\nf(21)\nfor i in 1, 2: print(i)\n\nif 1:\n  2\nelse:\n  3\n\n(1,\n2)\n'''a\nb'''\nNone\n...\n\n# comment\n7 # eight\nimport sys; sys.exit('bye')\n",
    "1/0\n_x\nprint('after')\nreturn 1\nawait 2\nx =\n)\ndef f(x, x): ...\n\n3\n@property\ndef g(self): pass\n\ng.fget.__name__\nclass A:\n\n  pass\nraise SystemExit(3)\n",
    "import sys; sys.ps1 = '# '; sys.ps2 = '+ '\n4\nif 1:\n 5\n\nsys.displayhook = lambda v: print('shown', v)\n8\nNone\nfrom __future__ import annotations\n"
    "def f(x: unknown): pass\n\nf.__annotations__\n1/0",
    "x = [",
]
for text in INPUTS:
    result = subprocess.run([sys.executable, "-I", "-q", "-i"], input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(repr(text))
    print(result.stdout)
    print("status", result.returncode)
result = subprocess.run([sys.executable, "-I", "-q", "-i", "-c", "y = 9; print('program')"], input="y\n", capture_output=True, text=True)
print(result.stdout, result.stderr)
