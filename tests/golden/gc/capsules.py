# Capsules: how extension modules hand their C interface to others, seen from Python.
import _datetime
import _socket
import copy
import gc
import pickle
import re
import sys
import types
import unicodedata
import weakref

import datetime

capsules = {"datetime": _datetime.datetime_CAPI, "socket": _socket.CAPI, "unicodedata": unicodedata._ucnhash_CAPI}
for name, capsule in capsules.items():
    print(name, re.sub("0x[0-9a-f]+", "ADDRESS", repr(capsule)), str(capsule) == repr(capsule))
    print(type(capsule) is types.CapsuleType, isinstance(capsule, types.CapsuleType), isinstance(capsule, object))
    print(gc.is_tracked(capsule), gc.get_referents(capsule), sys.getsizeof(capsule))
    print(capsule == capsule, capsule != capsule, hash(capsule) == hash(capsule), bool(capsule))
    for f in (pickle.dumps, copy.copy, copy.deepcopy, weakref.ref, len, iter, int, type(capsule), lambda c: c(), lambda c: c.x, lambda c: setattr(c, "x", 1), lambda c: c < c, lambda c: c + 1, lambda c: c[0], vars):
        try:
            print(f(capsule) if f is not copy.deepcopy else f(capsule) is capsule)
        except Exception as e:
            print(type(e).__name__, re.sub("0x[0-9a-f]+", "ADDRESS", str(e)))
print(datetime.datetime_CAPI is _datetime.datetime_CAPI, "datetime_CAPI" in datetime.__all__)
print(list(vars(_datetime))[-2:], list(vars(unicodedata))[-2:])
cls = types.CapsuleType
print(cls, cls.__name__, cls.__module__, cls.__mro__, cls.__basicsize__, cls.__flags__ & 1 << 10 != 0, cls.__flags__ & 1 << 14 != 0)
print(sorted(name for name in vars(cls)), cls.__doc__)
try:
    cls()
except TypeError as e:
    print(e)
try:
    class Sub(cls):
        pass
except TypeError as e:
    print(e)
gc.collect()
print([re.sub("0x[0-9a-f]+", "ADDRESS", repr(c)) for c in capsules.values()])
