import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types

class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.startswith("made"):
            print("find", name, path, target)
            return importlib.machinery.ModuleSpec(name, Loader(), is_package=name == "made", origin="thin air")
        return None

class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        print("create", spec.name, spec.parent)
        return None
    def exec_module(self, module):
        print("exec", module.__name__)
        module.answer = len(module.__name__)

sys.meta_path.insert(0, Finder())
import made
import made.inner
print(made, made.inner.answer, made.__spec__.origin)
print(importlib.reload(made) is made, importlib.import_module(".inner", "made") is made.inner)
spec = importlib.util.find_spec("json.decoder")
print(spec.name, spec.parent, spec.has_location, spec.loader.__class__.__name__, spec.submodule_search_locations)
print(importlib.util.find_spec("no_such_module"), importlib.util.find_spec("sys").origin, importlib.util.find_spec("os").origin)
for call in (lambda: importlib.import_module(".x"), lambda: importlib.util.find_spec("no_such.module"), lambda: importlib.reload("text"), lambda: importlib.import_module(""), lambda: importlib.util.resolve_name("...a", "b.c"), lambda: importlib.util.find_spec(".x")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(importlib.util.resolve_name(".a", "b.c"), importlib.util.resolve_name("..a", "b.c"))
print(importlib.util.cache_from_source("/a/b.py"), importlib.util.cache_from_source("/a/b.py", optimization=2), importlib.util.source_from_cache("/a/__pycache__/b.cpython-314.pyc"))
print(importlib.util.MAGIC_NUMBER, importlib.machinery.SOURCE_SUFFIXES, importlib.machinery.BYTECODE_SUFFIXES)
module = importlib.util.module_from_spec(importlib.machinery.ModuleSpec("fresh", None))
print(module, module.__loader__, module.__package__)
lazy = importlib.util.LazyLoader.factory(importlib.machinery.SourceFileLoader)
print(lazy.__class__.__name__, types.ModuleType("m", "doc").__doc__, repr(types.ModuleType("m")))
sys.modules["gone"] = None
try:
    import gone
except ModuleNotFoundError as error:
    print(error)
