# Keys of other types looked up in, and added to, the dicts of modules, classes and the interpreter: names are found all the same.
import sys


class Like:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == other

    def __repr__(self):
        return f"Like({self.text!r})"


print(None in sys.modules, Like("sys") in sys.modules, 1.5 in globals(), ("a",) in vars(int))
import json
import builtins

print(json.dumps([1]), sys.modules["json"] is json, sys.modules.get(Like("json")) is json)
globals()[Like("other")] = "by a likeness"
print(globals()["other"], other, "other" in globals(), len([k for k in globals() if isinstance(k, Like)]))
globals()[("a", "tuple")] = 1
for i in range(30):
    globals()[f"name{i}"] = i
print(name29, eval("name7 + name8"), __name__, [k for k in globals() if not isinstance(k, str)])
exec("import string; made = string.digits; print(len(__builtins__.__dict__) > 100, made)")
print(made, Like("made") in globals())


def reads():
    return name3, other, json.__name__, len


print(reads()[:3])
del globals()[Like("name3")]
try:
    reads()
except NameError as error:
    print(error)
builtins.__dict__[Like("from_builtins")] = "found"
print(from_builtins)
del builtins.__dict__["from_builtins"]


class Thing:
    attribute = 1


instance = Thing()
instance.__dict__[Like("late")] = "late"
instance.__dict__[None] = 0
instance.more = 2
print(instance.late, instance.more, instance.attribute, vars(instance))
setattr(instance, "late", "replaced")
print(instance.__dict__, Like("late") in instance.__dict__)
sys.modules[Like("invented")] = json
import invented
print(invented is json)
