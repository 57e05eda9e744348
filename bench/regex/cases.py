# Cases of bench/regex: prints the compiled patterns with their subjects as JSON, or, with --time, CPython's own milliseconds.
import json
import re
import sys
import time
import tokenize
from re import _compiler, _parser

TEXT = ("The quick brown fox (born 1984-05-06) jumps over 13 lazy dogs; write to bob.x@mail.example.org, or call "
        "+1 555 0100 before 12:30. \"Quoted \\\"text\\\" here\" and zebras at the end.\n") * 400
SOURCE = '''def f(a, b=None, *args, **kw):
    """Doc."""
    total = 0x1F + 1_000 * a[b:-1]  # comment
    for i, x in enumerate(args, start=1):
        total += x ** 2 if x >= 10.5e3 else f"{x!r:>10}"
    return {'key': total, "other": [1, 2, (3,)], **kw}
''' * 150

CASES = [
    ("words", r"\w+", "", TEXT, "finditer"),
    ("pairs of words", r"(\w+)\s(\w+)", "", TEXT, "finditer"),
    ("literal", r"example\.org", "", TEXT, "finditer"),
    ("literal, case ignored", r"ZEBRA", "i", TEXT, "finditer"),
    ("dates", r"(\d{4})-(\d\d)-(\d\d)", "", TEXT, "finditer"),
    ("addresses", r"[\w.+-]+@[\w-]+\.[\w.-]+", "", TEXT, "finditer"),
    ("quoted", r'"(?:[^"\\]|\\.)*"', "", TEXT, "finditer"),
    ("lazy to a quote", r'(.*?)(["\\\x00-\x1f])', "s", TEXT, "finditer"),
    ("lines", r"^(.*)$", "m", TEXT, "finditer"),
    ("keywords", r"\b(?:fox|dogs|call|before|zebras|write|lazy)\b", "", TEXT, "finditer"),
    ("tokenize", tokenize.PseudoToken, "", SOURCE, "scan"),
    ("nested groups", r"(?:(a)|b|(c)d)*e", "", "abcdab" * 2000 + "e", "finditer"),
    ("catastrophic", r"(x+x+)+y", "", "x" * 20, "finditer"),
    ("short matches", r"([a-z]+)(\d*)$", "", "abc123", "match x 20000"),
]
FLAGS = {"i": re.I, "m": re.M, "s": re.S}


def run(p, subject, how):
    n = 0
    if how == "finditer":
        for m in p.finditer(subject):
            n += 1
    elif how == "scan":
        pos, end = 0, len(subject)
        while pos < end:
            m = p.match(subject, pos)
            if m is None or m.end() == pos:
                pos += 1
            else:
                pos = m.end()
                n += 1
    else:
        for _ in range(20000):
            p.match(subject)
            n += 1
    return n


out = []
for name, text, flags, subject, how in CASES:
    number = 0
    for f in flags:
        number |= FLAGS[f]
    if "--time" in sys.argv:
        p = re.compile(text, number)
        best = 1e9
        for _ in range(7):
            begun = time.process_time()
            n = run(p, subject, how)
            best = min(best, time.process_time() - begun)
        out.append([name, best * 1000, n])
    else:
        tree = _parser.parse(text, number)
        out.append([name, _compiler._code(tree, number), tree.state.groups - 1, number | tree.state.flags, subject, how])
print(json.dumps(out))
