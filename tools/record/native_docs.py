"""Writes the text signatures and docs of native modules, as CPython itself shows them:

    python3.14 tools/record/native_docs.py MODULE... > src/modules/<folder>/docs.generated.ts
"""
import importlib
import json
import sys
import types

NATIVE = (types.BuiltinFunctionType, types.MethodDescriptorType, types.GetSetDescriptorType, types.MemberDescriptorType, types.ClassMethodDescriptorType, staticmethod)


def entry(found):
    return [getattr(found, "__text_signature__", None), found.__doc__]


def members(prefix, namespace, owner, out):
    for name in sorted(namespace):
        found = namespace[name]
        if name in ("__new__", "__weakref__", "__dict__", "__loader__"):
            continue
        if isinstance(found, type):
            if owner is None and found.__module__ not in ("builtins",) and name not in ("error", "Error"):
                out[f"{prefix}.{name}"] = entry(found)
                members(f"{prefix}.{name}", vars(found), found, out)
        elif isinstance(found, NATIVE) or type(found).__name__ in ("builtin_function_or_method", "classmethod_descriptor"):
            described = entry(found)
            if described != [None, None]:
                out[f"{prefix}.{name}"] = described


out = {}
for module in sys.argv[1:]:
    loaded = importlib.import_module(module)
    out[module] = [None, loaded.__doc__]
    namespace = dict(vars(loaded))
    if module == "_multibytecodec":
        # A type that no module shows.
        namespace["MultibyteCodec"] = type(importlib.import_module("_codecs_cn").getcodec("gbk"))
    members(module, namespace, None, out)
print("// Text signatures and docs as CPython 3.14 shows them, by dotted name. Made by tools/record/native_docs.py; do not edit.")
print("\nexport const docs: Readonly<Record<string, readonly [signature: string | null, doc: string | null]>> = {")
for key, value in out.items():
    print(f"  {json.dumps(key)}: {json.dumps(value)},")
print("};")
