"""Regular expressions: searching, groups, substitution, splitting, a tokenizer."""
import re

LOG = """192.168.0.1 - - [10/Oct/2024:13:55:36] "GET /index.html HTTP/1.1" 200 2326
10.0.0.7 - bob [11/Oct/2024:03:05:01] "POST /api/items?id=17 HTTP/1.1" 404 99
"""
LINE = re.compile(r'(\d+\.\d+\.\d+\.\d+) - (\S+) \[([^\]]+)\] "(\w+) (\S+) [^"]*" (\d{3}) (\d+)')
TOKEN = re.compile(r"(?P<num>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>[-+*/=()<>!]=?)|(?P<space>\s+)")
WORD = re.compile(r"\b[a-z]+ing\b", re.IGNORECASE)


def parse(text):
    total = 0
    for m in LINE.finditer(text):
        total += int(m.group(6)) + int(m[7]) + len(m.group(2))
    return total


def tokens(source):
    counts = {}
    for m in TOKEN.finditer(source):
        counts[m.lastgroup] = counts.get(m.lastgroup, 0) + 1
    return counts


print(parse(LOG * 90000))
print(tokens("total = (alpha + 3.25) * beta / 17 - gamma >= delta\n" * 45000))
text = "Singing in the rain while reading and Writing about nothing interesting. " * 15000
print(len(WORD.findall(text)), len(re.sub(r"(\w+) (\w+)", r"\2 \1", text)), len(re.split(r"[\s.]+", text)))
print(sum(1 for i in range(700_000) if re.match(r"[a-f0-9]+$", hex(i)[2:])))
