"""A database in two plain files: .dat holds the values in blocks, .dir says for every key where its value is. Slow and simple, but it works everywhere."""
import ast
import collections.abc
import io
import os

__all__ = ["error", "open"]

_BLOCK = 512
error = OSError


def _bytes(item, what):
    if isinstance(item, str):
        return item.encode("utf-8")
    if not isinstance(item, (bytes, bytearray)):
        raise TypeError(f"{what} must be bytes or strings")
    return bytes(item)


class _Database(collections.abc.MutableMapping):
    # A database whose opening failed counts as closed.
    _places = None

    def __init__(self, path, mode, flag="c"):
        path = os.fsencode(path)
        self._directory = path + b".dir"
        self._data = path + b".dat"
        self._backup = path + b".bak"
        self._mode = mode
        self._readonly = flag == "r"
        self._changed = False
        if flag == "n":
            for name in (self._data, self._backup, self._directory):
                try:
                    os.remove(name)
                except FileNotFoundError:
                    pass
        if not os.path.exists(self._data):
            if flag not in ("c", "n"):
                raise FileNotFoundError(2, os.strerror(2), self._data)
            with self._make(self._data):
                pass
        self._read_directory(flag)

    def _make(self, name):
        file = io.open(name, "w", encoding="Latin-1")
        os.chmod(name, self._mode)
        return file

    def _read_directory(self, flag):
        self._places = {}
        try:
            file = io.open(self._directory, "r", encoding="Latin-1")
        except OSError:
            if flag not in ("c", "n"):
                raise
            with self._make(self._directory):
                self._changed = True
            return
        with file:
            for line in file:
                key, place = ast.literal_eval(line.rstrip())
                self._places[key.encode("Latin-1")] = place

    def sync(self):
        """Write the directory when it has changed."""
        if self._places is None or not self._changed:
            return
        try:
            os.unlink(self._backup)
        except OSError:
            pass
        try:
            os.rename(self._directory, self._backup)
        except OSError:
            pass
        with self._make(self._directory) as file:
            for key, place in self._places.items():
                file.write(f"{key.decode('Latin-1')!r}, {place!r}\n")
        self._changed = False

    _commit = sync

    def _alive(self):
        if self._places is None:
            raise error("DBM object has already been closed")

    def __getitem__(self, key):
        key = _bytes(key, "keys") if isinstance(key, str) else key
        self._alive()
        at, size = self._places[key]
        with io.open(self._data, "rb") as file:
            file.seek(at)
            return file.read(size)

    def __setitem__(self, key, value):
        if self._readonly:
            raise error("The database is opened for reading only")
        key = _bytes(key, "keys")
        value = _bytes(value, "values")
        self._alive()
        self._changed = True
        known = self._places.get(key)
        fits = known is not None and -(-len(value) // _BLOCK) <= -(-known[1] // _BLOCK)
        with io.open(self._data, "rb+") as file:
            if fits:
                at = known[0]
                file.seek(at)
            else:
                file.seek(0, 2)
                end = file.tell()
                at = -(-end // _BLOCK) * _BLOCK
                file.write(b"\0" * (at - end))
            file.write(value)
        self._places[key] = at, len(value)
        if known is None:
            with io.open(self._directory, "a", encoding="Latin-1") as file:
                file.write(f"{key.decode('Latin-1')!r}, {(at, len(value))!r}\n")

    def __delitem__(self, key):
        if self._readonly:
            raise error("The database is opened for reading only")
        key = _bytes(key, "keys") if isinstance(key, str) else key
        self._alive()
        self._changed = True
        del self._places[key]
        self.sync()

    def keys(self):
        self._alive()
        return list(self._places)

    def items(self):
        self._alive()
        return [(key, self[key]) for key in self._places]

    def __contains__(self, key):
        key = _bytes(key, "keys") if isinstance(key, str) else key
        self._alive()
        return key in self._places

    def __iter__(self):
        self._alive()
        return iter(self._places)

    iterkeys = __iter__

    def __len__(self):
        self._alive()
        return len(self._places)

    def close(self):
        try:
            self.sync()
        finally:
            self._places = None

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


def open(file, flag="c", mode=0o666):
    """Open the database at a path. The flag is "r", "w", "c" or "n"; the mode of new files is masked by umask."""
    mask = os.umask(0)
    os.umask(mask)
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(file, mode & ~mask, flag=flag)
