# AttributeError learns name and object wherever the access failed.
class Hook:
    known = 1
    def __getattr__(self, name):
        raise AttributeError()


class Class:
    def __getattr__(self, name):
        raise AttributeError


class Prop:
    @property
    def value(self):
        raise AttributeError("from the property")


class Said:
    def __getattr__(self, name):
        raise AttributeError("mine", name="other", obj=5)


class Slots:
    __slots__ = ("filled", "empty")


class Custom(AttributeError):
    pass


class Raises:
    def __getattribute__(self, name):
        raise Custom("special")


for make, name in ((Hook, "nope"), (Class, "nope"), (Prop, "value"), (Said, "x"), (Slots, "empty"), (Raises, "r"), (int, "bit"), (object, "a")):
    thing = make()
    try:
        getattr(thing, name)
    except AttributeError as error:
        print(make.__name__, type(error).__name__, error.args, error.name, error.obj is thing, error.obj == 5)
import math
for thing, name in ((math, "sine"), (str, "joim"), (None, "x"), (len, "nothing"), (type, "zzz")):
    try:
        getattr(thing, name)
    except AttributeError as error:
        print(error, error.name, error.obj is thing)
try:
    unknown_name
except NameError as error:
    print(error.name, error)


def unbound():
    print(local)
    local = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error.name, error)
print(getattr(Hook(), "nope", "default"), hasattr(Hook(), "nope"), hasattr(Hook(), "known"))
for f in (lambda: AttributeError("m", name="n", obj=None).name, lambda: NameError("m", name="n").name, lambda: NameError("m", obj=1)):
    try:
        print(f())
    except TypeError as error:
        print(error)
