import _imp
import importlib.machinery
import importlib.util
import os
import sys

print(_imp._frozen_module_names())
for name in ("os", "zipimport", "__phello__", "__phello__.spam", "__hello_alias__", "nothing"):
    print(name, _imp.is_frozen(name), _imp.find_frozen(name))
import __hello__
print(__hello__.__spec__.origin, __hello__.__spec__.loader)
__hello__.main()
import __phello__.ham.eggs
print(__phello__.__path__ is not None, __phello__.ham.eggs.__spec__.name)
print(importlib.util.find_spec("os").loader, os.__spec__.has_location)
print(_imp.get_frozen_object("os").co_filename, _imp.get_frozen_object("importlib.util").co_name)
for call in (lambda: _imp.get_frozen_object("nothing"), lambda: _imp.is_frozen_package("nothing"), lambda: _imp.get_frozen_object("os", b"x"), lambda: _imp.get_frozen_object(1)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(_imp.init_frozen("nothing"), _imp.is_builtin("sys"), _imp.is_builtin("time"), _imp.is_builtin("json"))
print(importlib.machinery.FrozenImporter.find_spec("nothing"), importlib.machinery.BuiltinImporter.find_spec("time").origin)
print(_imp.check_hash_based_pycs, _imp.lock_held(), len(_imp.source_hash(3, b"x")))
