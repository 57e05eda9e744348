import importlib
import os
import sys
import tempfile
import traceback
import zipfile
import zipimport

path = os.path.join(tempfile.mkdtemp(), "lib.zip")
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("single.py", "value = 1\ndef fail():\n    raise ValueError('from the archive')\n")
    z.writestr("pkg/__init__.py", "from . import mod\n")
    z.writestr("pkg/mod.py", "name = __name__\n")
    z.writestr("pkg/data.txt", "some data")
    z.writestr("plain/thing.py", "x = 'namespace'\n")
sys.path.insert(0, path)
import single
import pkg
import plain.thing
print(single.value, pkg.mod.name, plain.thing.x, type(single.__loader__).__name__)
print(single.__file__.replace(path, "ZIP"), [p.replace(path, "ZIP") for p in pkg.__path__])
try:
    single.fail()
except ValueError:
    print(traceback.format_exc().replace(path, "ZIP").replace(__file__, "FILE"))
importer = zipimport.zipimporter(path)
print(importer.is_package("pkg"), importer.is_package("single"), importer.get_source("pkg.mod") if False else importer.get_filename("single").replace(path, "ZIP"))
print(importer.get_data(os.path.join(path, "pkg", "data.txt")), importer.find_spec("nothing"), importer.find_spec("pkg").name)
print(repr(importer.get_source("single")), importer.archive == path, importer.prefix)
import importlib.resources
print(importlib.resources.files("pkg").joinpath("data.txt").read_text(), sorted(p.name for p in importlib.resources.files("pkg").iterdir()))
for call in (lambda: zipimport.zipimporter("/no/such.zip"), lambda: importer.get_code("nothing"), lambda: importer.get_data("nothing"), lambda: zipimport.zipimporter("")):
    try:
        call()
    except (ImportError, OSError) as error:
        print(type(error).__name__, error)
