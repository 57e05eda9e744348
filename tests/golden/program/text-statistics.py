import re, string, collections, textwrap, difflib
text = """It was the best of times, it was the worst of times, it was the age of wisdom...
It was the age of foolishness; it was the epoch of belief -- it wasn't much else!
Naïve café owners said: "Call 555-1234 at 10:30, or pay $9.99."
"""
words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.lower())
c = collections.Counter(words)
print(len(words), len(set(words)), c.most_common(5), sum(map(len, words)) / len(words)); print(sorted(c, key=lambda w: (-len(w), w))[:5])
print(collections.Counter(ch for ch in text if ch in string.punctuation).most_common(), collections.Counter(map(len, words)))
groups = collections.defaultdict(list)
for w in dict.fromkeys(words): groups[w[0]].append(w)
for k in sorted(groups): print(k, groups[k])
print(re.split(r"(?<=[.!?;])\s+", text.strip())); print([m.span() for m in re.finditer(r"\d+(?:[.:-]\d+)*", text)], re.findall(r"\$?(\d+)\.(\d+)", text), re.sub(r"\b(\w)(\w*)", lambda m: m[1].upper() + m[2], text[:30]))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  ")); print(textwrap.shorten(text, 30), textwrap.wrap("a " * 10, 5), textwrap.indent("x\n\ny", "> ")); print(repr(textwrap.dedent("   a\n     b\n   c")))
for line in sorted(text.splitlines(), key=len): print(f"{len(line):>3} {line[:20]!r:<25}{line.count('it'):^5}{line.title()[-10:]:>12}")
def rot13(s): return s.translate(str.maketrans(string.ascii_letters, string.ascii_lowercase[13:] + string.ascii_lowercase[:13] + string.ascii_uppercase[13:] + string.ascii_uppercase[:13]))
print(rot13("Hello"), rot13(rot13("Hello")), [w for w in words if w == w[::-1]][:3])
def caesar(s, k): return "".join(chr((ord(ch) - 97 + k) % 26 + 97) if "a" <= ch <= "z" else ch for ch in s)
print(caesar("hello zoo", 3), caesar(caesar("abc", 5), -5)); print(difflib.get_close_matches("tims", c), round(difflib.SequenceMatcher(None, "wisdom", "kingdom").ratio(), 4)); print("".join(difflib.unified_diff(["a\n", "b\n"], ["a\n", "c\n"], "x", "y")))
def rle(s): return re.sub(r"(.)\1*", lambda m: f"{len(m[0])}{m[1]}", s)
print(rle("aaabccd"), re.sub(r"(\d+)(\D)", lambda m: m[2] * int(m[1]), rle("aaabccd")))
bigrams = collections.Counter(zip(words, words[1:])); print(bigrams.most_common(3)); print(string.Template("$a ${b} $$").substitute(a=1, b=2), string.capwords("the end of it"))
for bad in ("$", "${", "$x"):
    try: print(string.Template(bad).substitute(a=1))
    except Exception as e: print(type(e).__name__, e)
print(string.Template("$x $").safe_substitute(), "Σ".lower(), "straße".upper(), sorted(["é", "z", "a", "É"]), "naïve".encode("ascii", "replace"))
