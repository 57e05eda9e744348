# Source text in encodings other than UTF-8: UTF-7, UTF-16, UTF-32, the escape codecs.
import sys
def show(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def run(src):
    ns={}
    exec(compile(src,'f','exec'),ns)
    return ascii(ns.get('x'))
src="# -*- coding: %s -*-\nx = 'é中\U0001f600'\n"
for enc in ('utf-7','U7','utf_32','utf-32-le','utf-32-be','utf-16','unicode_escape','raw-unicode-escape','utf-8-sig','cp1252','rot13','mbcs','UTF-16-LE'):
    try: data=(src%enc).encode(enc)
    except Exception: data=(src%enc).encode('utf-8')
    print(enc, end=' '); show(lambda: run(data))
    hybrid=("# -*- coding: %s -*-\n"%enc).encode()+b"x = 'a+AOk-b\\xe9 \\u4e2d'\n"
    print(enc, end=' '); show(lambda: run(hybrid))
show(lambda: run(b"# -*- coding: utf-7 -*-\nx='+AO+//'\n"))
show(lambda: run(b"# -*- coding: unicode_escape -*-\nx='\\x4'\n"))
show(lambda: run(b'#coding=U7+AA0-\nx=1'))
