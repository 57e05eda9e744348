# importlib: finders and loaders of one's own, specs from files, lazy loading, reload, packages, resources, pkgutil, runpy, zip imports.
import contextlib
import importlib
import importlib.abc
import importlib.machinery
import importlib.resources
import importlib.util
import io
import os
import pkgutil
import runpy
import sys
import tempfile
import zipfile


class DictFinder(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    def __repr__(self):
        return "DictFinder()"

    def __init__(self, sources):
        self.sources = sources

    def find_spec(self, name, path, target=None):
        print("find_spec", name, path)
        if name in self.sources:
            return importlib.util.spec_from_loader(name, self, is_package=self.is_package(name))

    def is_package(self, name):
        return any(other.startswith(name + ".") for other in self.sources)

    def get_source(self, name):
        return self.sources[name]


finder = DictFinder({"virt": "value = 1\nfrom . import sub\n", "virt.sub": "value = 2\nfrom .. import virt as up\n" if False else "value = 2\n", "broken": "def f(:\n", "raising": "x = 1\nraise KeyError('inside')\n", "cyc_a": "import cyc_b\nx = 1\n", "cyc_b": "from cyc_a import x\n"})
sys.meta_path.insert(0, finder)
import virt
import virt.sub as vs
print(virt.sub.value, vs is virt.sub, virt.__spec__.name, virt.__package__, vs.__package__, virt.__path__, virt.__loader__ is finder, virt, vs.__spec__.parent)
for name in ("broken", "raising", "cyc_a", "virt.none", "nothing_here", "virt.sub.deeper"):
    try:
        importlib.import_module(name)
    except Exception as error:
        print(name, type(error).__name__, error, getattr(error, "name", None), name in sys.modules)
finder.sources["virt"] = "value = 10\n"
print(importlib.reload(virt) is virt, virt.value, virt.sub.value)
for bad in [lambda: importlib.reload(3), lambda: importlib.import_module(".x"), lambda: importlib.import_module(".sub", "virt"), lambda: importlib.util.find_spec("none.sub"), lambda: importlib.util.resolve_name("..x", "a"), lambda: importlib.util.resolve_name(".x", "a.b"), lambda: __import__(""), lambda: importlib.util.find_spec(".x", "virt")]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
sys.meta_path.remove(finder)
with tempfile.TemporaryDirectory() as folder:
    def put(path, text):
        path = os.path.join(folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
        return path
    script = put("plugins/one.py", "NAME = __name__\nFILE = __file__\nclass Plugin:\n    def run(self): return 'one ran'\n")
    put("pkg/__init__.py", "'''Package doc.'''\n__all__ = ['b', 'a']\nfrom .a import thing\n")
    put("pkg/a.py", "thing = 'thing'\n")
    put("pkg/b.py", "print('b imported')\n")
    put("pkg/data/text.txt", "resource text\n")
    put("pkg/__main__.py", "import sys\nprint('main of', __name__, __package__, len(sys.argv))\nresult = 5\n")
    put("ns/part.py", "x = 'namespace part'\n")
    spec = importlib.util.spec_from_file_location("plugin_one", script)
    module = importlib.util.module_from_spec(spec)
    print("NAME" in vars(module), spec.loader.name, spec.has_location, spec.submodule_search_locations, type(spec.loader).__name__)
    spec.loader.exec_module(module)
    print(module.NAME, module.FILE == script, module.Plugin().run(), module.__cached__.endswith(".pyc") if module.__spec__.cached else None)
    sys.path.insert(0, folder)
    import pkg
    print(pkg.__doc__, pkg.thing, sorted(m.name for m in pkgutil.iter_modules(pkg.__path__)), [m.name for m in pkgutil.walk_packages([folder])])
    names = {}
    exec("from pkg import *", names)
    print(sorted(n for n in names if not n.startswith("__")))
    import ns.part
    print(ns.part.x, ns.__file__, type(ns.__path__).__name__, ns.__spec__.origin)
    files = importlib.resources.files("pkg")
    print(files.joinpath("data", "text.txt").read_text(), sorted(p.name for p in files.iterdir() if p.name != "__pycache__"), (files / "data").is_dir(), importlib.resources.is_resource("pkg", "a.py"), pkgutil.get_data("pkg", "data/text.txt"))
    with importlib.resources.as_file(files / "a.py") as path:
        print(path.name, path.exists())
    print(runpy.run_module("pkg", run_name="ran")["result"], sorted(k for k in runpy.run_path(script) if k.isupper()))
    lazy_spec = importlib.util.find_spec("pkg.b")
    sys.modules.pop("pkg.b", None)
    lazy_spec.loader = importlib.util.LazyLoader(lazy_spec.loader)
    lazy = importlib.util.module_from_spec(lazy_spec)
    lazy_spec.loader.exec_module(lazy)
    print("before access")
    print(lazy.__name__, hasattr(lazy, "nothing"))
    archive = os.path.join(folder, "zipped.zip")
    with zipfile.ZipFile(archive, "w") as z:
        z.writestr("zipmod.py", "def f():\n    raise ValueError('from zip')\n")
        z.writestr("zpkg/__init__.py", "import zipmod\n")
        z.writestr("zpkg/data.txt", "zip data")
        z.writestr("__main__.py", "print('zip main', __name__)\n")
    sys.path.insert(0, archive)
    import zpkg
    print(zpkg.__file__.replace(folder, ""), type(zpkg.__loader__).__name__, importlib.resources.files("zpkg").joinpath("data.txt").read_text(), zpkg.__loader__.is_package("zpkg"), [m.name for m in pkgutil.iter_modules([archive])])
    try:
        zpkg.zipmod.f()
    except ValueError as error:
        print(error.__traceback__.tb_next.tb_frame.f_code.co_filename.replace(folder, ""), error.__traceback__.tb_next.tb_lineno)
    runpy.run_path(archive, run_name="__main__")
    with contextlib.redirect_stderr(io.StringIO()) as err:
        os.system("")
    for bad in [lambda: runpy.run_module("pkg.a.b"), lambda: runpy.run_module("nope"), lambda: pkgutil.resolve_name("pkg:none"), lambda: runpy.run_path(os.path.join(folder, "ns"))]:
        try:
            bad()
        except Exception as error:
            print(type(error).__name__, str(error).replace(folder, "").replace(sys.executable, "PY"))
    print(pkgutil.resolve_name("pkg.a:thing"), pkgutil.resolve_name("os.path.join").__name__)
print(importlib.util.cache_from_source("/x/a.py"), importlib.util.source_from_cache("/x/__pycache__/a.cpython-314.pyc"), importlib.machinery.SOURCE_SUFFIXES, importlib.machinery.BYTECODE_SUFFIXES, importlib.util.MAGIC_NUMBER.hex(), importlib.util.source_hash(b"x = 1").hex(), importlib.util.decode_source(b"# coding: latin-1\nx = '\xe9'"))
print(importlib.machinery.ModuleSpec("m", None, origin="here", is_package=True), importlib.invalidate_caches(), [f.__name__ for f in sys.meta_path])
