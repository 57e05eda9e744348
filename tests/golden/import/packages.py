import importlib
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
sys.dont_write_bytecode = True

def write(path, text=""):
    full = os.path.join(folder, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w") as f:
        f.write(text)

write("pkg/__init__.py", "print('init', __name__, __package__); value = 1\n__all__ = ['alpha', 'value']\n")
write("pkg/alpha.py", "from . import beta\nfrom .beta import thing\nfrom .sub.deep import name\nprint('alpha', thing, name, __package__)\n")
write("pkg/beta.py", "thing = 'thing'\n")
write("pkg/sub/__init__.py", "from .. import value\n")
write("pkg/sub/deep.py", "from ... import x\n" if False else "from ..beta import thing as again\nname = __name__\n")
write("space/one/part.py", "where = 'one'\n")
write("circle_a.py", "import circle_b\nprint('a sees', hasattr(circle_b, 'late'))\nearly = 1\n")
write("circle_b.py", "import circle_a\nprint('b sees', hasattr(circle_a, 'early'))\nfrom circle_a import early\n")
write("broken.py", "x = (\n")
write("raises.py", "print('before'); 1 / 0\n")
write("lazy.py", "def __getattr__(name):\n    if name == 'magic':\n        return 42\n    raise AttributeError(f'no {name} here')\n\ndef __dir__():\n    return ['magic']\n")
importlib.invalidate_caches()

import pkg.alpha
from pkg import *
print(value, alpha.thing, "pkg.sub.deep" in sys.modules)
import pkg.sub.deep as deep
print(deep.name, deep.again, pkg.__path__ == [os.path.join(folder, "pkg")])
import space.one.part
print(space.__path__.__class__.__name__, space.one.part.where, space.__file__ if hasattr(space, "__file__") else "no file", space.__spec__.loader.__class__.__name__)
import lazy
print(lazy.magic, dir(lazy))
from lazy import magic
for statement in ("import nowhere", "import pkg.nowhere", "from pkg import nothing", "import pkg.alpha.deeper", "from lazy import gone", "import broken", "import raises", "from . import x", "import circle_a", "from pkg.sub import nope", "import sys.path"):
    try:
        exec(statement, {"__name__": "__main__", "__package__": None})
    except Exception as error:
        print(statement, "->", type(error).__name__, str(error).replace(folder, "DIR"), getattr(error, "name", None))
print("raises" in sys.modules, "broken" in sys.modules)
