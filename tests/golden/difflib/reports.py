# difflib: matchers, deltas in every form, close matches, restoring and HTML tables.
import difflib
import re

a = """def greet(name):
    print("Hello", name)
    return True


class Thing:
    size = 3
    def grow(self):
        self.size += 1
""".splitlines(keepends=True)
b = """def greet(name, loud=False):
    print("Hello", name.upper() if loud else name)
    return True

class Thing:
    size = 4
    colour = "red"
    def grow(self):
        self.size += 1
    def shrink(self): pass
""".splitlines(keepends=True)
print("".join(difflib.unified_diff(a, b, "old.py", "new.py", "2024-01-01", "2024-02-02", n=1)))
print("".join(difflib.context_diff(a, b, "old.py", "new.py", n=2)))
delta = list(difflib.ndiff(a, b))
print("".join(delta))
print("".join(difflib.restore(delta, 1)) == "".join(a), "".join(difflib.restore(delta, 2)) == "".join(b))
try:
    list(difflib.restore(delta, 3))
except ValueError as error:
    print(error)
print("".join(difflib.Differ(linejunk=lambda s: s.strip() == "").compare(a[:4], b[:4])))
matcher = difflib.SequenceMatcher(None, "abxcd private", "abcd volatile", autojunk=False)
print(matcher.get_matching_blocks(), matcher.find_longest_match(0, 5, 0, 4))
print(matcher.get_opcodes())
print([list(group) for group in difflib.SequenceMatcher(None, list(range(30)), [*range(5), 99, *range(6, 25), 98, *range(26, 30)]).get_grouped_opcodes(2)])
print(round(matcher.ratio(), 4), round(matcher.quick_ratio(), 4), round(matcher.real_quick_ratio(), 4))
matcher.set_seq2("private")
print(matcher.ratio(), matcher.bjunk, sorted(matcher.bpopular), matcher.b2j)
junk = difflib.SequenceMatcher(lambda c: c in " \t", "a b c", " a b  c")
print(junk.get_opcodes(), junk.bjunk)
words = ["ape", "apple", "peach", "puppy", "while", "lambda", "yield"]
print(difflib.get_close_matches("appel", words), difflib.get_close_matches("wheel", words, n=1), difflib.get_close_matches("accept", words), difflib.get_close_matches("ape", words, 5, 0.2))
for n, cutoff in ((0, 0.5), (1, 2)):
    try:
        difflib.get_close_matches("x", words, n, cutoff)
    except ValueError as error:
        print(error)
print(difflib.IS_LINE_JUNK("  # \n"), difflib.IS_CHARACTER_JUNK("\t"), difflib.Match(1, 2, 3))
table = difflib.HtmlDiff(tabsize=4, wrapcolumn=30).make_table(a, b, "from", "to", context=True, numlines=1)
print(re.sub(r"\s+", " ", table)[:1500])
print(len(difflib.HtmlDiff().make_file(a, b, charset="ascii").splitlines()) > 50)
old, new = [b"caf\xe9\n", b"x\n"], [b"caf\xc3\xa9\n", b"x\n"]
print(list(difflib.diff_bytes(difflib.unified_diff, old, new, b"a", b"b")))
try:
    list(difflib.unified_diff([b"x"], ["x"]))
except TypeError as error:
    print(error)
print(list(difflib.ndiff([], [])), difflib.SequenceMatcher(None, "", "").ratio())
