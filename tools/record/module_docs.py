"""Prints a table of text signatures and docs of native modules, as src/modules/*-docs.generated.ts hold them.

Usage: python3.14 tools/record/module_docs.py NAME MODULE... > src/modules/NAME-docs.generated.ts
Of a module: its functions, its types and their methods and attributes. See src/modules/documented.ts.
"""
import importlib
import json
import sys
import types

NATIVE = (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.ClassMethodDescriptorType,
          types.GetSetDescriptorType, types.MemberDescriptorType, staticmethod, classmethod)


def entry(v):
    return [getattr(v, "__text_signature__", None), v.__doc__]


def rows(module):
    seen = set()
    for key, value in all_rows(module):
        if key not in seen:
            yield key, value
        seen.add(key)


def all_rows(module):
    yield module.__name__, [None, module.__doc__]
    for name in sorted(vars(module)):
        v = vars(module)[name]
        if isinstance(v, types.BuiltinFunctionType):
            yield f"{module.__name__}.{name}", entry(v)
    seen = set()
    found = [t for t in vars(module).values() if isinstance(t, type)]
    for make in MAKE.get(module.__name__, ()):
        found.append(type(make(module)))
    for t in found:
        if t in seen or t.__module__ != module.__name__ and t.__module__ != "builtins" or isinstance(t, type) and issubclass(t, BaseException):
            continue
        seen.add(t)
        prefix = f"{module.__name__}.{t.__name__}"
        yield prefix, entry(t)
        for name in sorted(vars(t)):
            v = vars(t)[name]
            if isinstance(v, NATIVE) and not isinstance(v, types.WrapperDescriptorType) and name != "__new__":
                yield f"{prefix}.{name}", entry(v)


MAKE = {
    "select": (lambda m: m.poll(),),
    "zlib": (lambda m: m.compressobj(), lambda m: m.decompressobj()),
}

table, *modules = sys.argv[1:]
print("// Text signatures and docs of native modules, by dotted name, as CPython 3.14 answers them: tools/record/module_docs.py. See documented.ts.\n")
print(f"export const {table}Docs: Readonly<Record<string, readonly [signature: string | null, doc: string | null]>> = {{")
for name in modules:
    for key, value in rows(importlib.import_module(name)):
        print(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=True)},")
print("};")
