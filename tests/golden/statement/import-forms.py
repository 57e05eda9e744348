# Every form of import over a temporary package.
import os, sys, tempfile, importlib
root = tempfile.mkdtemp()
def write(path, text):
    full = os.path.join(root, path); os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w") as f: f.write(text)
write("pk/__init__.py", "print('init', __name__, __package__, __path__ is not None)\n__all__ = ['a', 'sub']\nname = 'pk'\n")
write("pk/a.py", "print('a', __name__, __package__, __spec__.parent)\nfrom . import name\nfrom .sub import deep as d\nvalue = name + '.a'\n_private = 1\n")
write("pk/b.py", "from .a import *\nfrom ..outside import x\n")
write("pk/c.py", "from . import missing\n")
write("pk/lazy.py", "def __getattr__(name):\n    if name == 'wanted': return 'made'\n    raise AttributeError(f'no {name} here')\ndef __dir__(): return ['wanted', 'dir']\n")
write("pk/sub/__init__.py", "print('sub init')\n")
write("pk/sub/deep.py", "from .. import name as n, sub\nfrom ..sub import deep as me\nprint('deep', n, sub.__name__, me.__name__)\n")
write("plain.py", "x, _y, __z = 1, 2, 3\nimport os as _os\n")
write("bad_all.py", "__all__ = ['there', 'absent']\nthere = 1\n")
write("bad_all2.py", "__all__ = ['there', 5]\nthere = 1\n")
write("broken.py", "def f(:\n")
write("raises.py", "import sys\nprint('raises' in sys.modules)\n1/0\n")
write("circ1.py", "import circ2\nfrom circ2 import thing\n")
write("circ2.py", "import circ1\nprint(hasattr(circ1, 'thing'))\nfrom circ1 import other\nthing = 1\n")
sys.path.insert(0, root); sys.dont_write_bytecode = True
import pk
import pk.a as alias, pk.sub.deep
from pk import a, name as renamed, sub
print(alias is a, renamed, alias.value, pk.sub.deep.__name__, alias.d.__name__)
from plain import *
print(x, "_y" in globals(), "_os" in globals())
scope = {}; exec("from pk import *", scope); print(sorted(k for k in scope if k[0] != "_"))
from pk import lazy
print(lazy.wanted, dir(lazy)); from pk.lazy import wanted; print(wanted)
for statement in ("import nothing", "import pk.nothing", "from pk import nothing", "import pk.a.b", "from pk.b import z", "from pk.c import z", "from bad_all import *", "from bad_all2 import *", "import broken", "import raises", "import circ1",
                  "from . import x", "from .. import x", "from .pk import x", "from pk.lazy import other", "import plain.x", "from plain import x, nope", "import os.nosuch", "from __future__ import annotations", "from nothing import *", "import pk.sub.none.deeper"):
    try: exec(statement, {"__name__": "prog"}); print("ok", statement)
    except Exception as e: print(statement, "->", type(e).__name__, str(e).replace(root, "ROOT"), getattr(e, "name", None), str(getattr(e, "path", None)).replace(root, "ROOT"), getattr(e, "name_from", None))
print("raises" in sys.modules, "circ1" in sys.modules, "circ2" in sys.modules, "pk.c" in sys.modules)
for source in ("import", "import a.b as", "from a import", "from a import (b, c", "from a import *, b", "from a import b,", "import a as b.c", "from a import b as c.d", "def f():\n from a import *", "from __future__ import braces", "from __future__ import nope", "x=1\nfrom __future__ import division", "import *", "from . import *", "from a import ()", "import (a)", "from a.b import c as d, e as f", "import a as f()", "from a import b as 1", "from . a import b", "import .a"):
    try: compile(source, "s", "exec"); print("ok", repr(source))
    except SyntaxError as e: print(repr(source), "->", e.msg)
import shutil; shutil.rmtree(root)
