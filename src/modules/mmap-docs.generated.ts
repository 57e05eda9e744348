// Text signatures and docs as CPython 3.14 shows them, by dotted name. Made by tools/record/native_docs.py; do not edit.

export const docs: Readonly<Record<string, readonly [signature: string | null, doc: string | null]>> = {
  "mmap": [null, null],
  "mmap.mmap": [null, "Windows: mmap(fileno, length[, tagname[, access[, offset]]])\n\nMaps length bytes from the file specified by the file handle fileno,\nand returns a mmap object.  If length is larger than the current size\nof the file, the file is extended to contain length bytes.  If length\nis 0, the maximum length of the map is the current size of the file,\nexcept that if the file is empty Windows raises an exception (you cannot\ncreate an empty mapping on Windows).\n\nUnix: mmap(fileno, length[, flags[, prot[, access[, offset[, trackfd]]]]])\n\nMaps length bytes from the file specified by the file descriptor fileno,\nand returns a mmap object.  If length is 0, the maximum length of the map\nwill be the current size of the file when mmap is called.\nflags specifies the nature of the mapping. MAP_PRIVATE creates a\nprivate copy-on-write mapping, so changes to the contents of the mmap\nobject will be private to this process, and MAP_SHARED creates a mapping\nthat's shared with all other processes mapping the same areas of the file.\nThe default value is MAP_SHARED.\n\nTo map anonymous memory, pass -1 as the fileno (both versions)."],
  "mmap.mmap.__enter__": ["($self, /)", null],
  "mmap.mmap.__exit__": ["($self, exc_type, exc_value, traceback, /)", null],
  "mmap.mmap.close": ["($self, /)", null],
  "mmap.mmap.find": ["($self, view, start=None, end=None, /)", null],
  "mmap.mmap.flush": ["($self, offset=0, size=None, /)", null],
  "mmap.mmap.madvise": ["($self, option, start=0, length=None, /)", null],
  "mmap.mmap.move": ["($self, dest, src, count, /)", null],
  "mmap.mmap.read": ["($self, n=None, /)", null],
  "mmap.mmap.read_byte": ["($self, /)", null],
  "mmap.mmap.readline": ["($self, /)", null],
  "mmap.mmap.resize": ["($self, newsize, /)", null],
  "mmap.mmap.rfind": ["($self, view, start=None, end=None, /)", null],
  "mmap.mmap.seek": ["($self, pos, whence=0, /)", null],
  "mmap.mmap.seekable": ["($self, /)", null],
  "mmap.mmap.size": ["($self, /)", null],
  "mmap.mmap.tell": ["($self, /)", null],
  "mmap.mmap.write": ["($self, bytes, /)", null],
  "mmap.mmap.write_byte": ["($self, byte, /)", null],
};
