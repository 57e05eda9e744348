# Cases for the matcher of src/modules/_sre: patterns with their compiled code, subjects, and what CPython finds.
# Run by tools/record/regex.ts. `--random N SEED` prints N random patterns instead, for runs that are not kept.
import json
import random
import sys
import time
from re import _compiler, _parser, error as ReError

# Patterns that take longer than this say little more and make the test slow.
MOST_SECONDS = 0.01
FLAGS = {"i": 2, "L": 4, "m": 8, "s": 16, "u": 32, "x": 64, "a": 256}


def compiled(pattern, flags):
    """(code, groups, flags) as re._compiler hands them to _sre.compile."""
    tree = _parser.parse(pattern, flags)
    return _compiler._code(tree, flags), tree.state.groups - 1, flags | tree.state.flags


def enc_subject(s):
    if isinstance(s, bytes):
        return {"b": s.decode("latin-1")}
    if any("\ud800" <= c <= "\udfff" for c in s):
        return {"p": [ord(c) for c in s]}
    return s


def spans(m):
    """[lastindex, start and end of each group], flat; null for no match."""
    if m is None:
        return None
    out = [m.lastindex or 0]
    for g in range(m.re.groups + 1):
        out.extend(m.span(g))
    return out


def answers(p, subject, pos, endpos):
    args = (subject, pos, len(subject) if endpos is None else endpos)
    matches = []
    for m in p.finditer(*args):
        matches.append(spans(m))
        if len(matches) == 6:
            break
    scanner = p.scanner(*args)
    steps = []
    while len(steps) < 4 and (m := scanner.match()) is not None:
        steps.append(spans(m))
    return [spans(p.match(*args)), spans(p.fullmatch(*args)), spans(p.search(*args)), matches, steps]


OWN = [
    # literals and sets
    ("", "", ["", "a", "ab"]),
    ("a", "", ["", "a", "ba", "bbb", "aaa"]),
    ("abc", "", ["abc", "xabcy", "ababc", "ab", "abcabc"]),
    ("aab", "", ["aaab", "aabaab", "aaaab", "aaba"]),
    ("abab", "", ["abaabab", "abababab", "aba"]),
    ("(ab)c", "", ["abc", "xxabcab", "ab"]),
    ("(a)(b)?c", "", ["ac", "abc", "xabc", "abbc"]),
    ("[abc]", "", ["a", "d", "xxb", ""]),
    ("[^abc]", "", ["a", "d", "abcx", "\n"]),
    ("[a-z0-9_]+", "", ["Hello world_9", "ABC", "x-y"]),
    (r"[\d.]+", "", ["3.14 2.71", "x", "\u0663.\u0664"]),
    (r"[^\W\d_]+", "", ["ab1cd_ef", "\u00e9t\u00e9 2", "12"]),
    ("[\u0100-\u017f\u3000-\u30ff]+", "", ["ab\u0105\u0107x\u3042\u30a2", "abc"]),
    ("[\u00e9\u0119\u4e00\u4e8c]", "", ["\u4e8c", "x\u0119", "\u4e01"]),
    ("[^\u00e9\u0119\u4e00\u4e8c]", "", ["\u4e8c", "\u0119", "\u4e01"]),
    ("[\U0001f600-\U0001f64f]", "", ["x\U0001f601y", "\u2603", "\U0001f650"]),
    ("[^a\U0001f600]", "", ["a\U0001f600", "a\U0001f601", "b"]),
    ("\U0001f600+", "", ["\U0001f600\U0001f600", "x\U0001f600", "\uf600"]),
    (".", "", ["\n", "a", "\n\U0001f600"]),
    (".", "s", ["\n", "a", ""]),
    (".*", "", ["ab\ncd", "", "\n"]),
    (".*", "s", ["ab\ncd", ""]),
    # positions
    ("^a", "", ["a", "ba", "\na", ""]),
    ("^a", "m", ["a", "ba", "b\na\na", "\n\na"]),
    ("^", "m", ["", "a\nb\n", "\n"]),
    ("^$", "m", ["", "a\n\nb", "\n\n"]),
    ("a$", "", ["a", "a\n", "a\n\n", "ab"]),
    ("a$", "m", ["a", "a\nb", "ab\na\n"]),
    (r"\Aa", "m", ["a", "\na"]),
    (r"a\Z", "m", ["a", "a\n"]),
    (r"\b", "", ["", "a", "ab cd", " a "]),
    (r"\B", "", ["", "a", "ab cd", " a "]),
    (r"\bab\b", "", ["ab", "cab", "ab,", "x ab y"]),
    (r"\b\w", "a", ["\u00e9a b", "a\u00e9", "\u00e9"]),
    (r"\b\w", "", ["\u00e9a b", "a\u00e9", "\u00e9"]),
    (r"\w+\b", "", ["abc def", "ab\u4e00 c"]),
    (r"(?:^|,)(\w*)", "", ["a,b,,c", ",", ""]),
    # repeats of one character
    ("a*", "", ["", "a", "aaa", "baa"]),
    ("a+", "", ["", "a", "aaa", "baa"]),
    ("a?", "", ["", "a", "aa", "b"]),
    ("a*?", "", ["", "a", "aaa"]),
    ("a+?", "", ["a", "aaa", "baa"]),
    ("a??b", "", ["b", "ab", "aab"]),
    ("a{2}", "", ["a", "aa", "aaaaa"]),
    ("a{2,3}", "", ["a", "aa", "aaaaa"]),
    ("a{2,}", "", ["a", "aa", "aaaaa"]),
    ("a{,2}b", "", ["b", "aab", "aaab"]),
    ("a{2,3}?b", "", ["aab", "aaab", "aaaab", "ab"]),
    ("a*a", "", ["a", "aaaa", "b"]),
    ("a*b", "", ["b", "aab", "aaa", "aacb"]),
    ("a*ab", "", ["ab", "aaab", "b", "aaac"]),
    ("[ab]*b", "", ["ab", "abab", "aaa", "abc"]),
    ("[ab]*[bc]", "", ["ab", "abab", "aaa", "abcd"]),
    (".*b", "", ["ab", "abab", "aaa", "\nab"]),
    (".*?b", "", ["ab", "abab", "aaa", "\nab"]),
    (".*?b", "s", ["ab", "a\nb", "aaa"]),
    (".+?,", "", ["ab,c,", ",", ",,"]),
    (".{2,4}?c", "", ["abc", "abcdc", "ac", "abababc"]),
    ("[^,]*,", "", ["ab,cd", ",", "abc"]),
    ('"[^"]*"', "", ['say "hi" and "ho"', '"', '""']),
    (r'"(?:[^"\\]|\\.)*"', "", ['"a\\"b" c"', '"abc', '"\\\\"']),
    (r"(\w+)\s(\w+)", "", ["hello world", "a b c", "ab", " a b"]),
    (r"(\w+?)(\d*)$", "", ["ab12", "12", "a1b22"]),
    (r"(a*)(a*)", "", ["aaa", ""]),
    (r"(a*?)(a*)", "", ["aaa", ""]),
    (r"(a*)+", "", ["aaa", "", "b"]),
    (r"(a|b*)+", "", ["ab", "bba", "c"]),
    # repeats of groups
    ("(ab)*", "", ["", "ab", "ababa", "xab"]),
    ("(ab)+", "", ["", "ab", "ababa", "xab"]),
    ("(ab)?c", "", ["c", "abc", "ababc"]),
    ("(ab)*?c", "", ["c", "abc", "ababc"]),
    ("(ab){2}", "", ["ab", "abab", "ababab"]),
    ("(ab){1,2}", "", ["ab", "abab", "ababab"]),
    ("(ab){1,2}?ab", "", ["ab", "abab", "ababab"]),
    ("(?:a|b)*", "", ["abba", "", "c"]),
    ("(?:a|b)*?b", "", ["abba", "b", "aac"]),
    ("(a|ab)(c|bcd)(d*)", "", ["abcd", "acd", "abcdd"]),
    ("(a|b|ab)*c", "", ["abababc", "ababab", "c"]),
    ("(?:(a)|(b)|c)*", "", ["abc", "cba", "ccc", "bab"]),
    ("(?:(a)|(b)|c)*d", "", ["abcd", "cbad", "ccc", "babdd"]),
    ("((a)|(b))*?d", "", ["abd", "bad", "d"]),
    ("(?:(a)?b)*", "", ["abb", "bab", "b"]),
    ("(?:(a)?b)*c", "", ["abbc", "babc", "bb"]),
    ("((a)?b)*?\\2c", "", ["abac", "babac", "bc"]),
    ("(?:ab|a)*b", "", ["aab", "abab", "ab"]),
    ("(a+|b)+c", "", ["aabbc", "aab", "bc"]),
    ("(a+|b){2,3}", "", ["aab", "aaaa", "bbb"]),
    ("((a)(b)?)+", "", ["aba", "ababa", "aab"]),
    ("(?:x(?:y|z)*)*w", "", ["xyzxw", "xyzxy", "w"]),
    ("(?:(?:ab)*c)*d", "", ["ababcabcd", "abab", "cccd", "abcab"]),
    ("(?:(?:a{1,2}b)*?c)+?d", "", ["aabcabcd", "ccd", "aabaab"]),
    ("(?:a?)*", "", ["aa", "", "b"]),
    ("(?:a?)+?b", "", ["aab", "b", "c"]),
    ("(?:a*)*b", "", ["aab", "aaa", "b"]),
    ("(?:|a)*", "", ["aa", ""]),
    ("(?:|a)+b", "", ["aab", "b"]),
    ("(?:a|)*b", "", ["aab", "b"]),
    ("(?:(?=a)|b)*", "", ["bba", "a"]),
    ("((?:a|b)*?)*c", "", ["abc", "c"]),
    ("(?:(\\w)(\\d)?)*", "", ["a1b", "ab1", "_"]),
    ("^(?:(\\d)x)?\\d$", "", ["1", "1x2", "x"]),
    ("(?:(.)b)*(?:\\1)", "", ["abba", "cbc", "b"]),
    # possessive and atomic
    ("a*+a", "", ["aaa", "a", ""]),
    ("a*+b", "", ["aab", "b", "aa"]),
    ("a++", "", ["aab", "b"]),
    ("a?+a", "", ["a", "aa"]),
    ("a{1,2}+a", "", ["aa", "aaa", "a"]),
    ("(?:ab)*+ab", "", ["abab", "ab"]),
    ("(?:ab)*+a", "", ["ababa", "a"]),
    ("(?:ab|a)++b", "", ["aabb", "ab", "aab"]),
    ("(?:(a)|b)*+c", "", ["abc", "bac", "ab"]),
    ("(?:a|ab){2}+c", "", ["aabc", "aac", "abac"]),
    ("(?:a|ab){2,3}+b", "", ["aab", "aaab", "ababab"]),
    ("(?:a*)*+b", "", ["aab", "b"]),
    ("(?:(a)?b?){2,}+c", "", ["abac", "ac", "c"]),
    ("(?>a+)b", "", ["aab", "aa", "b"]),
    ("(?>a+)ab", "", ["aaab", "ab"]),
    ("(?>(a)|ab)c", "", ["ac", "abc"]),
    ("(?>(?:a|b)*)c", "", ["abc", "ab"]),
    ("(?:(?>a|ab)c?)*d", "", ["aacd", "abd", "acad"]),
    ("((?>a*))\\1b", "", ["aaaab", "ab", "b"]),
    ("(?>(?:(x)|y)*+z|x)w", "", ["xyzw", "xw", "xyw"]),
    # assertions
    ("a(?=b)", "", ["ab", "ac", "aab"]),
    ("a(?!b)", "", ["ab", "ac", "aba"]),
    ("(?<=a)b", "", ["ab", "b", "cab"]),
    ("(?<!a)b", "", ["ab", "b", "abb"]),
    ("(?<=ab)c|d", "", ["abc", "abd", "c"]),
    ("(?<=(a))b", "", ["ab", "bb"]),
    ("(?=(a+))a*b\\1", "", ["aaab", "abaab", "ab"]),
    ("(?=(a*))\\1b", "", ["aab", "b"]),
    ("(?!(a)b)a", "", ["ab", "ac", "aa"]),
    ("(?:(?=(a))a|b)*c", "", ["abc", "bac", "aab"]),
    ("(?:(?!(a)b).)*", "", ["aaab", "xab", "ab"]),
    ("(?<=\\bx)y", "", ["xy", "xxy", " xy"]),
    ("(?<!\\w)\\w+(?!\\w)", "", ["ab cd", "\u00e9"]),
    ("(?<=^a)b", "m", ["ab", "\nab"]),
    ("(?=.*\\d)(?=.*[a-z])\\w{3,}", "", ["abc1", "abcd", "12a"]),
    ("(?<=a{3})b", "", ["aaab", "aab"]),
    ("(?<=(?:ab|cd))e", "", ["abe", "cde", "e"]),
    ("(?<![0-9])[0-9]{3}(?![0-9])", "", ["123 4567 890", "12"]),
    # backreferences and conditions
    (r"(a)\1", "", ["aa", "ab", "aaa"]),
    (r"(\w)\1", "", ["hello", "book", "abc"]),
    (r"(\w+) \1", "", ["the the", "a b", "ab ab ab"]),
    (r"(a)?\1b", "", ["aab", "b", "ab"]),
    (r"(?P<q>['\"]).*?(?P=q)", "", ["x 'a\"b' y", '"a\'', "''"]),
    (r"(a)|b\1", "", ["a", "b", "ba"]),
    (r"(\w)\1", "i", ["aA", "Bb", "ab", "\u00e9\u00c9", "\u0130i"]),
    (r"(\w)\1", "ia", ["aA", "Bb", "\u00e9\u00c9"]),
    (r"(\w+)-\1", "i", ["Stra\u00dfe-stra\u00dfe", "AB-ab", "\u03a3\u03c3-\u03c3\u03a3"]),
    ("(a)?(?(1)b|c)", "", ["ab", "c", "a", "b"]),
    ("(a)?(?(1)b)", "", ["ab", "a", ""]),
    ("(?P<n>x)?(?(n)y|z)+", "", ["xyy", "zz", "xz"]),
    ("(?:(<)?\\w(?(1)>))+", "", ["<a>b<c>", "<a", "ab>"]),
    ("^(a)?(?(1)a|b)+$", "", ["aa", "bb", "ab", "a"]),
    ("(a)?((?(1)b|c)x)*", "", ["abxbx", "cxcx", "a"]),
    ("(?:(a)|b)(?(1)(c)|(d))(?(2)e|f)", "", ["ace", "bdf", "acf"]),
    # ignoring case
    ("abc", "i", ["ABC", "xaBcy", "ab"]),
    ("[a-f]+", "i", ["ABCxyz", "fade", "G"]),
    ("[^a-f]+", "i", ["ABCxyz", "fade", "G"]),
    ("a*b", "i", ["AaB", "b", "AA"]),
    ("[a-z]*K", "i", ["\u212a", "k", "abK"]),
    ("k", "i", ["\u212a", "K", "x"]),
    ("k", "ia", ["\u212a", "K"]),
    ("\u00e9+", "i", ["\u00c9\u00e9", "E"]),
    ("\u03c3+", "i", ["\u03a3\u03c2\u03c3", "s"]),
    ("[\u03b1-\u03c9]+", "i", ["\u0391\u03a9\u03c2", "a"]),
    ("\u00df", "i", ["\u1e9e", "\u00df", "ss"]),
    ("[\u00df]", "i", ["\u1e9e", "\u00df", "s"]),
    ("\u0131", "i", ["\u0131", "i", "I", "\u0130"]),
    ("[i]", "i", ["\u0131", "i", "I", "\u0130"]),
    ("\u01c5", "i", ["\u01c4", "\u01c5", "\u01c6"]),
    ("\u0440\u0443\u0441", "i", ["\u0420\u0423\u0421", "\u0440\u0423\u0441", "x"]),
    ("[^\u0440]+", "i", ["\u0420\u0423", "\u0440", "x"]),
    ("\U00010428", "i", ["\U00010400", "\U00010428", "x"]),
    ("[\U00010400-\U00010427]", "i", ["\U00010400", "\U00010428", "x"]),
    ("(?i:a)b", "", ["Ab", "AB", "ab"]),
    ("(?i:a|[b-d])+e", "", ["aBCe", "aBCE"]),
    ("a(?-i:b)c", "i", ["AbC", "ABC", "abc"]),
    ("(?i:a)*b", "", ["aAab", "AAB", "b"]),
    ("(?i:[ab])*?b", "", ["aAab", "AAB", "b"]),
    ("(?i:[^ab])+", "", ["cDA", "AB", "x"]),
    ("(?a:\\w)+\\w", "", ["ab\u00e9", "a\u00e9\u00e9", "ab"]),
    (r"(?a:\W(?u:\w)\W)", "", ["\u00e0\u00e0\u00e0", "-a-", "\u00e0a\u00e0"]),
    ("a|B|[c-e]", "i", ["A", "b", "D", "x"]),
    # categories
    (r"\d+", "", ["12\u0663", "a", "\u00b2"]),
    (r"\d+", "a", ["12\u0663", "\u0663"]),
    (r"\D+", "", ["12\u0663", "ab1", "\u00b2"]),
    (r"\s+", "", [" \t\n\x0b\x1c\x85\u2003x", "x\u200b"]),
    (r"\s+", "a", [" \t\n\x0b\x1c\x85\u2003x", "\x1c"]),
    (r"\S+", "", ["ab cd", "\u3000x"]),
    (r"\w+", "", ["ab_1\u00e9\u00b2\u4e00-", "\u0300", "\U00010400x"]),
    (r"\w+", "a", ["ab_1\u00e9", "\u4e00"]),
    (r"\W+", "", ["ab_1 -\u2014", "\u4e00"]),
    (r"[\s\d]+", "", ["a 1\t2", "\u00a0\u0660"]),
    (r"[^\s\d]+", "", ["a 1\t2b", "\u00a0\u0660"]),
    (r"[\w-]+", "", ["ab-cd ef", "--"]),
    (r"[\D]", "", ["1a", "12"]),
    (r"[\W\d]+", "", ["a1-b", "ab"]),
    # branches
    ("a|b|c", "", ["c", "xb", "d"]),
    ("ab|cd|ef", "", ["xefab", "cd", "a"]),
    ("foo|foobar|bar", "", ["foobar", "xbar", "fo"]),
    ("(?:foo|foobar|bar)$", "", ["foobar", "xbar", "foo"]),
    ("a|", "", ["a", "b", ""]),
    ("|a", "", ["a", "b"]),
    ("(a|b|[cd])(x|y)", "", ["ax", "dy", "cz"]),
    ("(?:if|else|elif|for|while|with)\\b", "", ["elif x", "elsewhere", "with"]),
    ("[ab]c|[ad]e", "", ["ac", "ae", "de", "be"]),
    ("(?:a|ab|abc)(?:d|cd|bcd)e", "", ["abcde", "ade", "abce"]),
    ("\\d+(?:\\.\\d*)?|\\.\\d+", "", ["3.14", ".5", "2.", "x1"]),
    ("(\\d+)-(\\d+)-(\\d+)|(\\d+)/(\\d+)", "", ["2024-01-02", "1/2", "1-2/3"]),
    # verbose, inline flags, longer ones
    (" a b # c\n | d", "x", ["ab", "d", "a b"]),
    (r"(?s:.)+.", "", ["a\nb", "\n\n", "a"]),
    (r"(?m:^)a|b$", "", ["x\na", "b", "b\nx"]),
    (r"([a-zA-Z_]\w*)\s*=\s*(?:(\d+)|'([^']*)'|(\w+))\s*(?:;|$)", "", ["x = 12;", "name='abc' ;", "y=z", "1=2"]),
    (r"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$", "", ["192.168.0.1", "256.1.1.1", "1.2.3", "1.2.3.4."]),
    (r"([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)", "", ["mail bob.x+y@mail.example.org now", "a@b", "@x.y"]),
    (r"<(\w+)[^>]*>(.*?)</\1>", "s", ["<b>x</b>", "<a href='u'>t\nt</a><i>x</i>", "<a>x</b>"]),
    (r"(?P<y>\d{4})-(?P<m>\d\d)(?:-(?P<d>\d\d))?", "", ["2024-05", "on 2024-05-06.", "24-05"]),
    (r"%(?:\((?P<key>.*?)\))?(?P<mod>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]", "", ["%d %(a)s %5.2f %%", "100%", "%(x"]),
    (r"\{(?:[^{}]|\{[^{}]*\})*\}", "", ["a{b{c}d}e", "{{}", "{}{"]),
    (r"(?:[^\\/:*?]+[\\/])*([^\\/]*)", "", ["a/b/c.txt", "c:\\x", ""]),
    (r"(x+x+)+y", "", ["xxxxxxxxxxy", "xxxxxxxxx", "xxy"]),
    (r"^(a?){8}a{8}$", "", ["a" * 8, "a" * 12, "a" * 7]),
    (r"(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10", "", ["abcdefghijj", "abcdefghija"]),
]

BYTES = [
    (rb"abc", "", [b"abc", b"xabc", b"ab"]),
    (rb"[\x80-\xff]+", "", [b"a\x80\xffb", b"abc"]),
    (rb"\w+", "", [b"ab\xe9_1", b"\xe9"]),
    (rb"\w+", "L", [b"ab\xe9_1", b"\xe9", b"_"]),
    (rb"\W+", "L", [b"ab\xe9 -", b"ab"]),
    (rb"\bab\b", "L", [b"ab", b"\xe9ab", b"xab"]),
    (rb"\Bb", "L", [b"ab", b"b", b""]),
    (rb"abc", "i", [b"ABC", b"xAbC", b"\xc1"]),
    (rb"abc", "iL", [b"ABC", b"xAbC", b"ab"]),
    (rb"[a-c]+x", "iL", [b"ABCX", b"dx", b"bAx"]),
    (rb"[^a-c]+", "iL", [b"ABCX", b"dx", b"bAx"]),
    (rb"a*b", "iL", [b"aAB", b"b", b"x"]),
    (rb"[^a]*a", "iL", [b"xyA", b"A", b"x"]),
    (rb"(\w)\1", "iL", [b"aA", b"ab", b"xXx"]),
    (rb"(\w)\1", "i", [b"aA", b"\xe9\xc9", b"xXx"]),
    (rb"\d+\s", "", [b"12 ", b"a1\n", b"12"]),
    (rb"\x00+", "", [b"a\x00\x00b", b"ab"]),
    (rb"[^\x00-\x7f]", "", [b"ab\x80", b"ab"]),
    (rb".*?\r\n", "", [b"a: b\r\nc\r\n", b"\n", b"\r\n"]),
    (rb"(?m)^(\w+):\s*(.*)$", "", [b"a: b\nc:d\n", b"x"]),
    (rb"\\(?:([0-7]{1,3})|x([0-9a-f]{2})|(.))", "", [b"a\\101\\x4a\\n", b"\\"]),
]


class Random:
    """Random patterns over a small alphabet, and subjects for them."""

    def __init__(self, seed, letters, kind):
        self.r = random.Random(seed)
        self.letters = letters
        self.kind = kind
        self.groups = 0
        self.open = set()

    def letter(self):
        return self.r.choice(self.letters)

    def unit(self):
        r = self.r
        k = r.random()
        if k < 0.55:
            return self.letter()
        if k < 0.65:
            return "."
        if k < 0.8:
            neg = "^" if r.random() < 0.3 else ""
            return "[" + neg + "".join(self.letter() for _ in range(r.randint(1, 3))) + "]"
        if k < 0.85:
            a, b = sorted((self.letter(), self.letter()))
            return f"[{a}-{b}]" if a.isalnum() and b.isalnum() else "[" + a + "]"
        return r.choice([r"\w", r"\d", r"\s", r"\W", r"[\w-]", r"[^\s]", r"\D"])

    def quantifier(self):
        r = self.r
        k = r.random()
        if k < 0.5:
            return ""
        q = r.choice(["*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "{,3}", "*", "+"])
        return q + r.choice(["", "", "", "?", "?", "+"])

    def atom(self, depth):
        r = self.r
        k = r.random()
        if depth <= 0 or k < 0.45:
            return self.unit() + self.quantifier()
        if k < 0.65:
            self.groups += 1
            g = self.groups
            self.open.add(g)
            body = self.alternation(depth - 1)
            self.open.discard(g)
            return f"({body}){self.quantifier()}"
        if k < 0.76:
            return f"(?:{self.alternation(depth - 1)}){self.quantifier()}"
        if k < 0.80:
            return r.choice(["(?=", "(?!"]) + self.alternation(depth - 1) + ")"
        if k < 0.83:
            fixed = "".join(self.unit() for _ in range(r.randint(1, 2)))
            return r.choice(["(?<=", "(?<!"]) + fixed + ")"
        if k < 0.86:
            return f"(?>{self.alternation(depth - 1)}){self.quantifier()}"
        if k < 0.90:
            return r.choice(["^", "$", r"\b", r"\B", r"\A", r"\Z"])
        if k < 0.92:
            return f"(?i:{self.alternation(depth - 1)}){self.quantifier()}"
        closed = [g for g in range(1, self.groups + 1) if g not in self.open]
        if not closed:
            return self.unit()
        g = r.choice(closed)
        if k < 0.97:
            return f"(?:\\{g}){self.quantifier()}"
        return f"(?({g}){self.sequence(depth - 1)}|{self.sequence(depth - 1)})"

    def sequence(self, depth):
        return "".join(self.atom(depth) for _ in range(self.r.randint(0 if depth < 2 else 1, 3)))

    def alternation(self, depth):
        return "|".join(self.sequence(depth) for _ in range(self.r.choice([1, 1, 1, 2, 2, 3])))

    def pattern(self):
        self.groups = 0
        self.open = set()
        return self.alternation(3)

    def flags(self):
        r = self.r
        return "".join(f for f in ("i", "m", "s", "a") if r.random() < (0.25 if f == "i" else 0.12))

    def subject(self):
        r = self.r
        return "".join(self.letter() if r.random() < 0.93 else r.choice("\n _1") for _ in range(r.choice([0, 1, 2, 3, 5, 8, 13])))


ALPHABETS = ["ab", "abc", "ab\n", "aA1", "a\u00e9\u00c9", "k\u212aK", "\u03c3\u03c2\u03a3", "\u4e00\u4e8c\u4e09", "a\U00010400\U00010428", "ab \u0660"]


def random_cases(count, seed):
    import signal

    class Slow(Exception):
        pass

    def alarm(*_):
        raise Slow

    signal.signal(signal.SIGALRM, alarm)
    r = random.Random(seed)
    done = 0
    while done < count:
        letters = r.choice(ALPHABETS)
        g = Random(r.random(), letters, str)
        text = g.pattern()
        if len(text) > 60:
            continue
        flags = g.flags()
        as_bytes = r.random() < 0.15 and max(map(ord, text + letters)) < 256
        if as_bytes:
            text = text.encode("latin-1")
            flags = flags.replace("a", r.choice(["", "L"]))
        subjects = [g.subject() for _ in range(5)]
        if as_bytes:
            subjects = [s.encode("latin-1") for s in subjects]
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.3)
            begun = time.process_time()
            got = entry(text, flags, subjects, r)
            if time.process_time() - begun > MOST_SECONDS:
                continue
            signal.setitimer(signal.ITIMER_REAL, 0)
        except (ReError, Slow):
            continue
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if got:
            done += 1
            yield got


def entry(text, flags, subjects, r=None):
    import re
    import warnings

    warnings.simplefilter("ignore")
    number = 0
    for f in flags:
        number |= FLAGS[f]
    code, groups, all_flags = compiled(text, number)
    p = re.compile(text, number)
    cases = []
    for s in dict.fromkeys(subjects):
        pos, endpos = 0, None
        if r is not None and len(s) > 2 and r.random() < 0.2:
            pos = r.randint(0, len(s))
            endpos = r.randint(0, len(s))
        cases.append([enc_subject(s), pos, endpos, *answers(p, s, pos, endpos)])
    return [repr(text), groups, all_flags, code, cases]


def main():
    args = sys.argv[1:]
    entries = []
    if args[:1] == ["--random"]:
        entries = list(random_cases(int(args[1]), int(args[2])))
    else:
        for text, flags, subjects in OWN + BYTES:
            extra = subjects + [subjects[0] + subjects[-1], subjects[-1] + subjects[0] * 2]
            entries.append(entry(text, flags, extra))
        entries.extend(random_cases(860, 14))
    print("[\n" + ",\n".join(json.dumps(e, separators=(",", ":")) for e in entries) + "\n]")


main()
