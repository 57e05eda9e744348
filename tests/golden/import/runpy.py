import os
import runpy
import sys
import tempfile
import zipfile

folder = tempfile.mkdtemp()
script = os.path.join(folder, "script.py")
with open(script, "w") as f:
    f.write("import sys\nresult = (__name__, __file__ == sys.argv[0], __package__, __spec__, given if 'given' in globals() else None)\n")
print(runpy.run_path(script)["result"])
print(runpy.run_path(script, {"given": 5}, "renamed")["result"])
os.mkdir(os.path.join(folder, "app"))
with open(os.path.join(folder, "app", "__main__.py"), "w") as f:
    f.write("result = __name__, __package__, __spec__.name\n")
print(runpy.run_path(os.path.join(folder, "app"))["result"])
archive = os.path.join(folder, "app.zip")
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("__main__.py", "import helper\nresult = __name__, helper.value, type(__loader__).__name__\n")
    z.writestr("helper.py", "value = 'from the zip'\n")
print(runpy.run_path(archive)["result"])
sys.path.insert(0, folder)
os.mkdir(os.path.join(folder, "pack"))
for name, text in (("__init__", "print('pack init')"), ("__main__", "result = __name__, __package__"), ("mod", "result = __name__, __package__, __spec__.name")):
    with open(os.path.join(folder, "pack", name + ".py"), "w") as f:
        f.write(text + "\n")
print(runpy.run_module("pack")["result"])
print(runpy.run_module("pack.mod", run_name="other", alter_sys=True)["result"])
for name in ("no_such_module", "pack.nothing", "sys", "os.nothing", ".relative"):
    try:
        runpy.run_module(name)
    except ImportError as error:
        print(error)
