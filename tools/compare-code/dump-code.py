# Compiles files with the CPython that runs this and writes every field of their code objects as text.
# Usage: dump-code.py LIST OUT LEVEL...    LIST: a file of file names; OUT/<line number>.<level>.txt is written for each.
# The text is what describe.ts makes of our code objects.
import json
import os
import struct
import sys
import types
import warnings

import _testinternalcapi


def text(value):
    return json.dumps(value)


def number(value):
    return struct.pack(">d", value).hex()


def describe(value):
    if isinstance(value, str):
        return "str " + text(value)
    if value is None or value is True or value is False or value is ...:
        return repr(value)
    if isinstance(value, int):
        return f"int {value:x}"
    if isinstance(value, float):
        return "float " + number(value)
    if isinstance(value, complex):
        return f"complex {number(value.real)} {number(value.imag)}"
    if isinstance(value, bytes):
        return "bytes " + value.hex()
    if isinstance(value, tuple):
        return "(" + ", ".join(map(describe, value)) + ")"
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(describe, value))) + "}"
    if isinstance(value, slice):
        return f"[{describe(value.start)} : {describe(value.stop)} : {describe(value.step)}]"
    if isinstance(value, types.CodeType):
        return "code " + text(value.co_qualname)
    raise TypeError(type(value))


def dump(code, out):
    locals = code.co_nlocals + len(code.co_cellvars) + len(code.co_freevars)
    locals -= len(set(code.co_varnames) & set(code.co_cellvars))
    names = [code._varname_from_oparg(i) for i in range(locals)]
    kinds = _testinternalcapi.get_co_localskinds(code)
    out.append("== " + text(code.co_qualname))
    out.append("name " + text(code.co_name))
    out.append("filename " + text(code.co_filename))
    out.append(f"counts {code.co_argcount} {code.co_posonlyargcount} {code.co_kwonlyargcount}")
    out.append(f"flags {code.co_flags:x}")
    out.append(f"stacksize {code.co_stacksize}")
    out.append(f"firstlineno {code.co_firstlineno}")
    out.append("names " + " ".join(map(text, code.co_names)))
    out.append("locals " + " ".join(f"{text(name)}:{kinds[name]:x}" for name in names))
    out.append("code " + code.co_code.hex())
    out.append("linetable " + code.co_linetable.hex())
    out.append("exceptiontable " + code.co_exceptiontable.hex())
    for value in code.co_consts:
        out.append("const " + describe(value))
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            dump(value, out)


def main():
    listing, folder, *levels = sys.argv[1:]
    warnings.simplefilter("ignore")
    os.makedirs(folder, exist_ok=True)
    with open(listing) as f:
        names = f.read().split("\n")
    for index, name in enumerate(names):
        if not name:
            continue
        with open(name, "rb") as f:
            source = f.read()
        for level in levels:
            out = []
            try:
                dump(compile(source, name, "exec", dont_inherit=True, optimize=int(level)), out)
            except SyntaxError as e:
                out.append(f"error {type(e).__name__} {text(e.msg)} {e.lineno} {e.offset} {e.end_lineno} {e.end_offset}")
            except Exception as e:
                out.append(f"error {type(e).__name__} {text(str(e))}")
            with open(os.path.join(folder, f"{index}.{level}.txt"), "w") as f:
                f.write("\n".join(out))


main()
