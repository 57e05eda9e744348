import importlib
import importlib.util
import os
import py_compile
import sys
import tempfile

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
sys.dont_write_bytecode = False
source = os.path.join(folder, "cached.py")
with open(source, "w") as f:
    f.write("value = 1\n")
import cached
print(os.listdir(os.path.join(folder, "__pycache__")), cached.__cached__.replace(folder, "DIR") if hasattr(cached, "__cached__") else None, cached.__spec__.cached.replace(folder, "DIR"))
pyc = importlib.util.cache_from_source(source)
with open(pyc, "rb") as f:
    header = f.read(16)
print(header[:4] == importlib.util.MAGIC_NUMBER, header[4:8], int.from_bytes(header[12:16], "little"))
with open(source, "w") as f:
    f.write("value = 'longer'\n")
importlib.invalidate_caches()
print(importlib.reload(cached).value)
for mode in (py_compile.PycInvalidationMode.CHECKED_HASH, py_compile.PycInvalidationMode.UNCHECKED_HASH):
    py_compile.compile(source, invalidation_mode=mode)
    with open(pyc, "rb") as f:
        print(mode.name, f.read(8)[4:])
    with open(source, "a") as f:
        f.write(f"{mode.name.lower()} = True\n")
    print(hasattr(importlib.reload(cached), mode.name.lower()))
os.remove(source)
target = os.path.join(folder, "sourceless.pyc")
other = os.path.join(folder, "temporary.py")
with open(other, "w") as f:
    f.write("origin = __name__, __file__[-14:]\n")
py_compile.compile(other, cfile=target)
importlib.invalidate_caches()
import sourceless
print(sourceless.origin, type(sourceless.__loader__).__name__)
with open(target, "r+b") as f:
    f.write(b"bad!")
del sys.modules["sourceless"]
try:
    import sourceless
except ImportError as error:
    print(str(error).replace(folder, "DIR"))
with open(target, "wb") as f:
    f.write(importlib.util.MAGIC_NUMBER + b"\0" * 6)
try:
    import sourceless
except EOFError as error:
    print(str(error).replace(folder, "DIR"))
with open(other, "w") as f:
    f.write("def f(:\n")
try:
    py_compile.compile(other, doraise=True)
except py_compile.PyCompileError as error:
    print(error.exc_type_name, str(error).replace(folder, "DIR"))
