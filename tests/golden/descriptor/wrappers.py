def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Types, reprs, attributes and equality of the descriptors of builtin types.
import re
import types


def clean(o):
    return re.sub(r" at 0x[0-9a-f]+", "", repr(o))


class Sub(list):
    __slots__ = ("a",)


for o in (int.__add__, (5).__add__, list.append, [].append, dict.__dict__["fromkeys"], dict.fromkeys, int.real, slice.start, Sub.a, len, object.__new__,
          type.__call__, type.mro, Sub.append, Sub().append, Sub().__len__, str.maketrans, bytes.fromhex, object.__init_subclass__, int.__dict__["real"],
          type.__dict__["__dict__"], type.__dict__["__mro__"], types.FunctionType.__code__, types.MethodType.__func__, property.fget, BaseException.args,
          Exception.__init__, ValueError().__init__, float.__getformat__, [].__iter__, {}.__contains__, "".join, (lambda: 0).__call__, print.__call__):
    print(clean(o), type(o).__name__)
    for n in ("__name__", "__qualname__", "__objclass__", "__self__", "__doc__", "__text_signature__", "__module__"):
        try:
            v = getattr(o, n)
        except AttributeError as e:
            v = e
        print("   ", n, clean(v)[:100])
a, b = [1], [1]
print(a.append == a.append, a.append == b.append, a.append is a.append, hash(a.append) == hash(a.append), a.append != b.append)
print(a.__len__ == a.__len__, a.__len__ == b.__len__, hash(a.__len__) == hash(a.__len__), int.__add__ == int.__add__, int.__add__ is int.__add__)
print((1).__add__ == (1).__add__, (1).__add__ == (2).__add__, (1).__add__ == (1).__sub__)
show(lambda: a.append < b.append)
show(setattr, list.append, "x", 1)
show(setattr, [].append, "x", 1)
show(setattr, list.append, "__name__", "q")
show(types.WrapperDescriptorType)
show(types.MethodWrapperType)
show(types.GetSetDescriptorType)
show(type, "X", (types.MethodDescriptorType,), {})

show(int.__add__.__get__(5), 6)
show(int.__add__.__call__, 5, 6)
show(int.__add__.__get__, "a")
show(list.append.__get__(a), 2)
print(a, int.__add__.__get__(None, int) is int.__add__)
show(dict.__dict__["fromkeys"].__get__(None, dict), "ab")
show(int.real.__get__(5, int))
show(int.real.__get__(None, int))
show(vars)
print(isinstance(int.__add__, types.WrapperDescriptorType), isinstance((1).__add__, types.MethodWrapperType), isinstance(len, types.BuiltinFunctionType),
      isinstance([].append, types.BuiltinMethodType), isinstance(Sub.a, types.MemberDescriptorType), types.BuiltinMethodType is types.BuiltinFunctionType)
