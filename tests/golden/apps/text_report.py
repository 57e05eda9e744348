"""A report from lines of a log: regular expressions, grouping, columns, percentages, text wrapping."""
import re
import textwrap
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from statistics import mean, median, pstdev

LINES = """\
2024-02-28 23:59:58 INFO  web    GET /index.html 200 12ms
2024-02-28 23:59:59 WARN  web    GET /slow?id=7 200 1503ms
2024-02-29 00:00:01 ERROR db     connection lost: 'timeout' after 30s
2024-02-29 00:00:04 INFO  web    POST /form 302 48ms
2024-02-29 00:01:00 DEBUG cache  evicted 17 of 120
2024-02-29 00:01:00 INFO  web    GET /index.html 304 3ms
this line is not one of them
2024-02-29 00:02:13 ERROR web    GET /broken 500 77ms
2024-03-01 08:00:00 INFO  db     connection back
2024-13-01 08:00:00 INFO  db     no such month
"""
LINE = re.compile(r"(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (?P<level>[A-Z]+)\s+(?P<part>\w+)\s+(?P<text>.*)")
REQUEST = re.compile(
    r"""(?P<method>GET|POST)\s   # what
        (?P<path>/[^?\s]*)(?:\?(?P<query>\S+))?\s
        (?P<status>\d{3})\s(?P<ms>\d+)ms$""",
    re.VERBOSE,
)
entries, refused = [], []
for number, line in enumerate(LINES.splitlines(), 1):
    m = LINE.fullmatch(line)
    try:
        if not m:
            raise ValueError("no entry")
        entries.append((datetime.fromisoformat(m["time"]), *m.group("level", "part", "text")))
    except ValueError as error:
        refused.append((number, str(error)))
print(len(entries), refused)
levels = Counter(level for _, level, *_ in entries)
width = max(map(len, levels))
for level, n in levels.most_common():
    print(f"{level:.<{width + 3}}{n:>3} {n / len(entries):6.1%} {'#' * n}")
requests = [m.groupdict() for *_, text in entries if (m := REQUEST.match(text))]
print(requests[1])
times = sorted(int(r["ms"]) for r in requests)
print(times, mean(times), median(times), round(pstdev(times), 3))
by_status = defaultdict(list)
for r in requests:
    by_status[r["status"][0] + "xx"].append(r["path"])
print(dict(sorted(by_status.items())), {k: v for k, v in by_status.items() if len(v) > 1})
gaps = [b[0] - a[0] for a, b in zip(entries, entries[1:])]
print(max(gaps), sum(gaps, timedelta()), [str(g) for g in gaps if g > timedelta(minutes=1)])
print(f"{entries[0][0]:%A %d %B %Y, %j, week %V} to {entries[-1][0]:%a %-d.%-m.%y %I:%M %p}")
print(re.sub(r"(\d+)(ms|s)\b", lambda m: f"{int(m[1]) / (1000 if m[2] == 'ms' else 1):g} seconds", LINES.splitlines()[1]))
story = " ".join(text for *_, text in entries)
print(textwrap.fill(story, 44, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(story, 60, placeholder=" [...]"), "|", textwrap.indent("a\n\nb", "> "), "|", textwrap.dedent("    x\n      y\n"))
print(re.split(r"([,;])\s*", "a, b;c,  d"), re.findall(r"(?<=/)\w+", story), re.escape("a.b*c"))
print([w.title() for w in re.findall(r"\b[a-z]{4,}\b", story)][:6], story.casefold().count("get"))
