from tracemalloc import BaseFilter, DomainFilter, Filter, Snapshot

for args in ((True, "abc"), (True, "abc", 12, True, 0), (False, "abc", 12, True, 3)):
    f = Filter(*args)
    print(f.inclusive, f.filename_pattern, f.lineno, f.all_frames, f.domain)
f = Filter(True, "*.py", lineno=5)
for name, line in (("a.py", 5), ("a.py", 6), ("a.txt", 5), ("dir/a.pyc", 5)):
    print(name, line, f._match_frame(name, line), Filter(False, "*.py", 5)._match_frame(name, line))
for pattern in ("abc", "a*c", "a?c", "*", "[ab]*", "a.pyc", "A*"):
    g = Filter(True, pattern)
    print(pattern, [g._match_frame(name, 1) for name in ("abc", "aXc", "b", "a.py", "a.pyc", "A1", "")])
raw = [
    (0, 10, (("a.py", 2), ("b.py", 4)), 2),
    (0, 20, (("b.py", 4), ("a.py", 2)), 2),
    (1, 40, (("c.py", 1),), 1),
    (2, 80, (("<unknown>", 0),), 1),
]
snapshot = Snapshot(raw, 2)
sizes = lambda s: [t.size for t in s.traces]
for filters in (
    [], [Filter(True, "a.py")], [Filter(True, "a.py", all_frames=True)], [Filter(False, "a.py")], [Filter(False, "a.py", all_frames=True)], [Filter(True, "b.py", 4)], [Filter(True, "b.py", 5)],
    [Filter(True, "a.py"), Filter(True, "c.py")], [Filter(True, "*.py"), Filter(False, "c.py")], [Filter(False, "a.py"), Filter(False, "b.py")],
    [DomainFilter(True, 1)], [DomainFilter(False, 1)], [DomainFilter(True, 1), DomainFilter(True, 2)], [Filter(True, "*", domain=2)], [Filter(False, "*", domain=2)], [DomainFilter(False, 0), Filter(False, "c.py")],
):
    print(sizes(snapshot.filter_traces(filters)))
try:
    snapshot.filter_traces(Filter(True, "a"))
except TypeError as error:
    print("TypeError", error)
copy = snapshot.filter_traces(())
print(copy is snapshot, copy.traces == snapshot.traces, copy.traces is snapshot.traces, sizes(snapshot))
print(issubclass(Filter, BaseFilter), DomainFilter(True, 3).domain, DomainFilter(False, 3).inclusive)
try:
    f.filename_pattern = "x"
except AttributeError as error:
    print("AttributeError", error)
