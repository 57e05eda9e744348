# Widths and precisions at and beyond the limits, in %, format and bytes.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


big = 2 ** 31 - 1
for precision in (big, big - 1023, big + 1, 2 ** 63 - 1, 2 ** 63, 2 ** 70):
    show("%.*f", lambda: "%.*f" % (precision, 1.5))
    show("b%.*f", lambda: b"%.*f" % (precision, 1.5))
    show("%.Nf", lambda: f"%.{precision}f" % 1.5)
    show("b%.Nf", lambda: f"%.{precision}f".encode() % 1.5)
    show("format f", lambda: format(1.5, f".{precision}f"))
    show("format complex", lambda: format(1.5j, f".{precision}g"))
    show("format int", lambda: format(3, f".{precision}g"))
    show("str", lambda: format("abc", f".{precision}"))
    show("%s", lambda: f"%.{precision}s" % "abc")
    show("int d", lambda: format(3, f".{precision}d"))
show("%.*d", lambda: "%.*d" % (big, 1))
show("%*d", lambda: "%*d" % (2 ** 70, 1))
show("b%*d", lambda: b"%*d" % (2 ** 70, 1))
print(len(format(1.5, ".2000f")), len(format(1.5, ".10000e")), len(format(5e-324, ".1500f")), len("%.1100f" % 5e-324))
print(format(5e-324, ".1100f")[-40:], format(1 / 3, ".60f"))
text = "abcde"
print("%s" % text is text, "%.5s" % text is text, "%3s" % text is text, "{}".format(text) is text, "{0:s}".format(text) is text, text.format() is text, text % () is text)
