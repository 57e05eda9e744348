def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# The names in the dictionaries of builtin types, in order.
import types

for t in (object, type, int, bool, float, complex, str, bytes, list, tuple, dict, set, frozenset, range, slice, property, super,
          staticmethod, classmethod, BaseException, KeyError, OSError, AttributeError, ImportError, StopIteration, enumerate, zip, map,
          filter, reversed, memoryview, types.MappingProxyType, types.SimpleNamespace, types.MethodType, types.BuiltinFunctionType,
          types.FunctionType, types.CellType, types.ModuleType, types.GetSetDescriptorType, types.MemberDescriptorType,
          types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType, types.ClassMethodDescriptorType):
    print(t.__name__, *vars(t))
    for k, v in vars(t).items():
        print("   ", k, type(v).__name__, getattr(v, "__text_signature__", None))
