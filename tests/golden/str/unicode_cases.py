# Case mapping, predicates and identifiers over special characters.
import unicodedata
words = ["straße", "ﬁne", "İstanbul", "ıI", "ΑΣ", "ΑΣΑ", "ὈΔΥΣΣΕΎΣ", "ǆ ǅ Ǆ", "ŉ", "ǰ", "ΐ", "և", "ẖ", "ᾳ", "ᾼ", "\u0345", "ﬀ", "\U00010400\U00010428", "ꭰ", "Ꭰ", "ß", "ẞ", "ſ", "K", "Å", "µ", "ª", "²", "Ⅷ", "ⅷ", "①", "ⓐ", "𝐀", "🄰", "中", "אב", "ا", "هـ", "a\u0301", "ʰ", "ᴬ", "°C", "", " ", "x1", "A b", "hello WORLD", "they're bill's", "3d 3D", "o'neil-smith mcDonald", "\u1e9e\u00df", "Ω", "\u2126", "\ud800x", "ᲀ", "ა", "Ა", "\u00ad", "\u200b", "\u2028", "\x1c", "\x85", "\xa0", "\u3000", "\ufeff", "_a", "1a", "aé", "℘", "℮", "·a", "a·", "ªº", "_", "None", "\u2118x", "゛", "ﾞ", "·"]
for w in words:
    print(ascii(w), *(ascii(getattr(w, m)()) for m in ("upper", "lower", "title", "capitalize", "swapcase", "casefold")), *("".join("01"[getattr(w, m)()] for m in ("isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "islower", "isupper", "istitle", "isspace", "isprintable", "isidentifier", "isascii")),))
for t in ("isupper", "islower", "istitle"):
    print(t, [w for w in ("A1", "1", "a1", "A b", "AB ", "Ab Cd", "ABc", "Dž", "\u01c5", "A\u0301", "\u2170", "\u2160", "", "A-B", "A-b", "Aª") if getattr(w, t)()])
print([ascii(s) for s in ("a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i\r\nj\rk\nl").splitlines()], [ascii(s) for s in "a\r\n\rb\n".splitlines(True)], "".splitlines(), "\n".splitlines(), "a\n\nb".splitlines(keepends=True))
print([ascii(x) for x in " \u2003a\xa0b\u3000\x1fc\u200bd ".split()], "\u2003x\u2003".strip() == "x", "\ufeffx".strip() == "x", ascii("\xa0 x \x85".rstrip()))
for form in ("NFC", "NFD", "NFKC", "NFKD"): print(form, [ascii(unicodedata.normalize(form, s)) for s in ("é", "e\u0301", "ﬁ", "①", "Å", "\u212b", "ｶﾞ", "각", "\u1112\u1161\u11ab", "ẛ̣", "½", "²", "\ufb1d", "a\u0323\u0307", "a\u0307\u0323")])
tests = ["ß", "SS", "ss", "ﬁ", "fi", "ς", "σ", "Σ", "K", "k", "İ", "i̇"]
print([[a.casefold() == b.casefold() for b in tests] for a in tests][:4], sorted(words, key=str.casefold) == sorted(words, key=lambda w: w.casefold()))
print("ÀÉ".encode().lower(), "Àé".lower().encode("latin-1"), b"\xc0\xe9AZ".lower(), b"\xe0az".upper(), b"\xdf".swapcase(), bytearray(b"aB1").title(), b"they're 3d".title(), b"hELLO".capitalize(), b"\xe9".isalpha(), b"a1".isalnum(), b" \x0b\x0c\x1c".isspace(), b"\x0b\x0c".isspace(), b"A-b".istitle())
for w in ("abc", "é", "中文", "🎉x", "a🎉"):
    print(*(ascii(x) for x in (w.center(7), w.center(8, "é"), w.ljust(5, "中"), w.rjust(6, "🎉"), w.zfill(6), ("+" + w).zfill(8), ("-" + w).zfill(3), w * 2, w[::-1], w[-1:], w[1:2])), len(w), hash(w) == hash(w[:]), w.find(w[-1]), w.index(w[0]), w.count(""), w.count(w[0]), w in w + "q", w.expandtabs(), (w + "\tb\t").expandtabs(4).__len__())
for a in (("a\tb", 4), ("a\tb", 0), ("a\tb", -3), ("\t\t", 2), ("ab\r\tc\n\td", 5), ("é\tx", 3), ("\t", 1), ("", 8), ("a\tb", 2**31), ("no", 2**62)):
    try: r = a[0].expandtabs(a[1]); print(len(r), ascii(r) if len(r) < 60 else "long")
    except Exception as e: print(type(e).__name__, e)
for a in (5, "é", "ab", None, "", b" ", "\U0001f389"):
    for m in ("center", "ljust", "rjust"):
        try: print(m, ascii(getattr("x", m)(4, a)))
        except Exception as e: print(m, type(e).__name__, e)
