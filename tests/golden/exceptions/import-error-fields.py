# What ImportError keeps, forgets on a second __init__, and pickles.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import pickle
e = ImportError("no luck", name="pkg.mod", path="/nowhere", name_from="thing")
print(e.args, e.msg, e.name, e.path, e.name_from, repr(e), str(e))
e.__init__()
print(e.args, e.msg, e.name, e.path, e.name_from, repr(e), str(e) == "")
e.__init__("two", "args", name="n")
print(e.args, e.msg, e.name, e.path, str(e))
show("keyword", ImportError, "x", nmae="y")
show("keyword only", ImportError, name="only")
copy = pickle.loads(pickle.dumps(ModuleNotFoundError("gone", name="a", path="b")))
print(type(copy).__name__, copy.args, copy.name, copy.path)
for statement in ("import nothing_like_this", "from os import nothing_like_this", "import os.nothing", "from . import x"):
    try:
        exec(statement, {"__name__": "m", "__package__": ""})
    except ImportError as error:
        print(statement, "|", type(error).__name__, "|", error.msg.split("(")[0], "|", error.name, "|", error.name_from)
