import os
import subprocess
import sys
import tempfile
import zipfile

folder = tempfile.mkdtemp()

def write(name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)
    return path

def run(*args, cwd=folder):
    r = subprocess.run([sys.executable, *args], capture_output=True, text=True, cwd=cwd)
    clean = lambda text: text.replace(os.path.realpath(folder), "DIR").replace(folder, "DIR").replace(sys.executable, "python")
    print([clean(a) for a in args], r.returncode, clean(r.stdout), clean(r.stderr))

show = "import sys\nprint(__name__, __file__, __package__, __spec__ and __spec__.name, sys.argv, sys.path[0])\n"
script = write("script.py", show)
run(script, "a", "b")
run("script.py")
os.symlink(script, os.path.join(folder, "link.py"))
os.mkdir(os.path.join(folder, "elsewhere"))
run("../link.py", cwd=os.path.join(folder, "elsewhere"))
run(write("app/__main__.py", show)[:-12])
write("pkg/__init__.py", "print('init')\n")
write("pkg/__main__.py", show)
write("pkg/mod.py", show)
run("-m", "pkg", "x")
run("-m", "pkg.mod")
run("-m", "pkg.none")
run("-m", "script.sub")
archive = os.path.join(folder, "app.zip")
with zipfile.ZipFile(archive, "w") as z:
    z.writestr("__main__.py", show)
run(archive, "z")
run(write("empty/readme.txt", "")[:-11])
run(write("fails.py", "def f():\n    raise ValueError('x')\n\nf()\n"))
run(write("syntax.py", "a = 1\nb = = 2\n"))
run(write("context.py", "try:\n    {}['k']\nexcept KeyError as e:\n    raise RuntimeError('second') from e\n"))
run(write("exits.py", "import atexit\natexit.register(print, 'at exit')\nraise SystemExit(6)\n"))
run("-x", write("first.py", "this line is no Python\nimport sys\nprint(sys._getframe().f_lineno)\n"))
run(write("coded.py", "# -*- coding: latin-1 -*-\nprint(ascii('\u00e9'))\n"))
run(write("nul.py", "print(1)\0\n"))
run("-m", "script", "-v")
