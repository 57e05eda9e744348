"""Persistent dictionaries of bytes. The pinned library lacks this package; the one kind of file that needs no C library is dbm.dumb."""
import io
import os
import struct
from importlib import import_module

__all__ = ["open", "whichdb", "error"]


class error(Exception):
    pass


_names = ["dbm.sqlite3", "dbm.gnu", "dbm.ndbm", "dbm.dumb"]
_found = {}
_defaultmod = None
error = (error, OSError)


def _module(name):
    if name not in _found:
        try:
            _found[name] = import_module(name)
        except ImportError:
            _found[name] = None
    return _found[name]


def _preferred():
    global _defaultmod
    if _defaultmod is None:
        _defaultmod = next((module for module in map(_module, _names) if module is not None), None)
        if _defaultmod is None:
            raise ImportError(f"no dbm clone found; tried {_names}")
    return _defaultmod


def open(file, flag="r", mode=0o666):
    """Open or create the database at a path. The flag is "r" (read), "w" (write), "c" (create when it is missing) or "n" (always new)."""
    kind = None if "n" in flag else whichdb(file)
    if kind is not None:
        if kind == "":
            raise error[0]("db type could not be determined")
        module = _module(kind)
        if module is None:
            raise error[0](f"db type is {kind}, but the module is not available")
    elif "c" in flag or "n" in flag:
        module = _preferred()
    else:
        raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    return module.open(file, flag, mode)


def whichdb(filename):
    """The module that made a database; "" for none that is known, None when it cannot be read or does not exist."""
    filename = os.fsencode(filename)
    if os.path.exists(filename + b".pag") and os.path.exists(filename + b".dir"):
        return "dbm.ndbm"
    try:
        size = os.stat(filename + b".dat").st_size
        with io.open(filename + b".dir", "rb") as file:
            if file.read(1) in (b"'", b'"', b"") and (size == 0 or os.stat(filename + b".dir").st_size > 0):
                return "dbm.dumb"
    except OSError:
        pass
    try:
        with io.open(filename, "rb") as file:
            start = file.read(16)
    except OSError:
        return None
    if start == b"SQLite format 3\0":
        return "dbm.sqlite3"
    if len(start) >= 4 and struct.unpack("=l", start[:4])[0] in (0x13579ACE, 0x13579ACD, 0x13579ACF):
        return "dbm.gnu"
    return ""
