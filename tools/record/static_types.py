"""Records what CPython's native types show of themselves: flags, layout and the names in their dictionaries, in order.

    python3.14 tools/record/static_types.py > src/core/static-types.generated.ts

To be run with CPython 3.14 for x86-64 Linux; see docs/types.md.
"""
import importlib
import sys

MODULES = list(sys.builtin_module_names) + [
    "_bz2", "_ctypes", "_curses", "_dbm", "_decimal", "_hashlib", "_lsprof", "_lzma", "_multibytecodec",
    "_multiprocessing", "_posixshmem", "_queue", "_sqlite3", "_ssl", "_uuid", "_zoneinfo", "_asyncio", "_bisect",
    "_interpchannels", "_interpqueues", "_interpreters", "mmap", "readline", "resource", "termios", "_zstd",
]
VERSION_TAG = 1 << 19


def load():
    names = set()
    for name in MODULES:
        try:
            importlib.import_module(name)
            names.add(name)
        except ImportError:
            pass
    return names


def all_types():
    found, stack = set(), [object]
    while stack:
        t = stack.pop()
        if t not in found:
            found.add(t)
            stack.extend(type.__subclasses__(t))
    return found


def from_python(t):
    """Made by a class statement or namedtuple, or (the nodes of ast) one of many alike."""
    names = vars(t)
    return "__static_attributes__" in names or "__slots__" in names or t.__module__ in ("ast", "abc", "enum")


def key(t):
    return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main():
    load()
    rows = {}
    for t in all_types():
        if from_python(t) or type(t).__module__ in ("abc", "enum"):
            continue
        flags = t.__flags__ & ~VERSION_TAG
        names = " ".join(vars(t))
        rows[key(t)] = (flags, t.__basicsize__, t.__itemsize__, t.__dictoffset__, t.__weakrefoffset__, names)
    print("// What CPython's native types show of themselves, by tp_name: tp_flags, tp_basicsize, tp_itemsize, tp_dictoffset, tp_weaklistoffset")
    print("// and the names in the type's dictionary, in order. Made by tools/record/static_types.py from CPython 3.14; see docs/types.md.")
    print()
    print("export type StaticTypeFacts = readonly [flags: number, basicsize: number, itemsize: number, dictoffset: number, weakrefoffset: number, names: string];")
    print()
    print("export const staticTypeFacts: Readonly<Record<string, StaticTypeFacts>> = {")
    for name in sorted(rows):
        *numbers, names = rows[name]
        print(f"  {quoted(name)}: [{', '.join(map(str, numbers))}, {quoted(names)}],")
    print("};")


if __name__ == "__main__":
    main()
