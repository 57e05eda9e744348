# str() of UnicodeErrors whose parts were changed or deleted.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


def build():
    return [UnicodeEncodeError("utf-8", "x\u20acy\U0001f600", 1, 2, "why"), UnicodeDecodeError("ascii", b"ab\xff\xfe", 2, 3, "because"), UnicodeTranslateError("a\xe9\u1234", 1, 2, "no")]


for e in build():
    print(str(e), "|", repr(e))
for start, end in ((0, 1), (0, 3), (-5, 1), (3, 2), (100, 200), (2, 2)):
    for e in build():
        e.start, e.end = start, end
        print(start, end, e.start, e.end, str(e))
for e in build():
    e.object = None
    show("object None", str, e)
    del e.object
    show("object deleted", str, e)
    show("read", lambda: e.object)
for e in build():
    e.reason = 5
    show("reason 5", str, e)
    del e.reason
    show("reason deleted", str, e)
show("args", UnicodeEncodeError, "a")
show("args", UnicodeDecodeError, "a", "text", 1, 2, "r")
show("args", UnicodeEncodeError, "a", b"bytes", 1, 2, "r")
show("args", UnicodeTranslateError, "t", "1", 2, "r")
show("bytearray", lambda: UnicodeDecodeError("a", bytearray(b"xy"), 0, 1, "r").object)
