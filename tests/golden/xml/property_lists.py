# plistlib: both formats, every type, errors.
import datetime
import plistlib

data = {
    "string": "Doodah <&>", "unicode": "Mässig €", "int": 728, "big": 2 ** 63, "negative": -5, "float": 0.1, "inf": float("inf"), "list": ["A", "B", 12, 32.1, [1, 2, 3]], "true": True,
    "false": False, "data": b"<binary gunk>" * 7, "date": datetime.datetime(2004, 10, 26, 10, 33, 33), "nested": {"empty list": [], "empty dict": {}, "": "", "uid": "x"}, "multi\nline": "a\tb",
}
xml = plistlib.dumps(data)
print(xml.decode())
print(plistlib.loads(xml) == data)
print(plistlib.dumps({"b": 1, "a": (1, 2)}, sort_keys=False).decode().splitlines()[3:-1])
binary = plistlib.dumps({**data, "uid": plistlib.UID(7)}, fmt=plistlib.FMT_BINARY)
print(len(binary), binary[:16], plistlib.loads(binary) == {**data, "uid": plistlib.UID(7)}, plistlib.loads(binary)["uid"])
print(plistlib.dumps([1, 2.5, "x", b"y", True, None] if False else [1, 2.5, "x", b"y", True], fmt=plistlib.FMT_BINARY))
for bad in [{1: 2}, [None], {"a": object}, 2 ** 70, plistlib.UID(1), {"a": {3: 1}}, "\x00"]:
    for fmt in plistlib.FMT_XML, plistlib.FMT_BINARY:
        try:
            print(len(plistlib.dumps(bad, fmt=fmt)))
        except Exception as error:
            print(type(error).__name__, error)
print(plistlib.dumps({1: 2, "a": 1}, skipkeys=True, sort_keys=False).count(b"<key>"))
for bad in [b"", b"not a plist", b"<plist><dict><key>a</key></dict></plist>", b"<plist><dict><string>a</string></dict></plist>", b"<plist><integer>x</integer></plist>", b"<plist><foo/></plist>", b"<plist><dict>", b"bplist00", b"bplist00" + b"\x00" * 32,
            b"<plist><date>yesterday</date></plist>", b"<plist><array><key>a</key></array></plist>", b"<!DOCTYPE plist [<!ENTITY e 'x'>]><plist><string>&e;</string></plist>", b"<plist><real>1e5</real></plist>", b"<plist><integer>0x1f</integer></plist>"]:
    try:
        print(plistlib.loads(bad, fmt=plistlib.FMT_XML if bad.startswith(b"<") else None))
    except Exception as error:
        print(type(error).__name__, error)
print(plistlib.UID(3), plistlib.UID(3) == plistlib.UID(3), hash(plistlib.UID(3)) == hash(3), int(plistlib.UID(9)), plistlib.InvalidFileException.__mro__[1].__name__)
for bad in (-1, 2 ** 64, "x"):
    try:
        plistlib.UID(bad)
    except Exception as error:
        print(type(error).__name__, error)
