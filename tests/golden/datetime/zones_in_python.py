# Zones written in Python: fromutc, summer time with folds and gaps, comparison between zones, and wrong answers.
from datetime import *

HOUR = timedelta(hours=1)
ZERO = timedelta(0)


def nth_sunday(year, month, n):
    first = datetime(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (n - 1))


class Summer(tzinfo):
    """Summer time from the second Sunday of March to the first of November, at two o'clock."""

    def __init__(self, hours, names):
        self.standard = timedelta(hours=hours)
        self.names = names

    def __repr__(self):
        return "/".join(self.names)

    def dst(self, dt):
        start = nth_sunday(dt.year, 3, 2).replace(hour=2)
        end = nth_sunday(dt.year, 11, 1).replace(hour=2)
        naive = dt.replace(tzinfo=None, fold=0)
        if start + HOUR <= naive < end - HOUR:
            return HOUR
        if end - HOUR <= naive < end:
            return ZERO if dt.fold else HOUR
        if start <= naive < start + HOUR:
            return HOUR if dt.fold else ZERO
        return ZERO

    def utcoffset(self, dt):
        return self.standard + self.dst(dt)

    def tzname(self, dt):
        return self.names[bool(self.dst(dt))]


eastern, pacific = Summer(-5, ("EST", "EDT")), Summer(-8, ("PST", "PDT"))
for day, month in ((10, 3), (3, 11)):
    utc = datetime(2024, month, day, 4, tzinfo=timezone.utc)
    for i in range(16):
        for zone in (eastern, pacific):
            local = (utc + i * HOUR / 2).astimezone(zone)
            print(local, local.tzname(), local.fold, local.astimezone(timezone.utc).time(), local.timestamp(), end=" | ")
        print()
    for hour in range(4):
        for fold in (0, 1):
            a = datetime(2024, month, day, hour, 30, tzinfo=eastern, fold=fold)
            b = a.astimezone(pacific)
            print(a, a.fold, a.utcoffset(), a == b, a < b, a - b, hash(a) == hash(b), a == a.replace(fold=1 - fold), a.astimezone(timezone.utc) == a, a.timetuple().tm_isdst, a.utctimetuple()[3:5])
x = datetime(2024, 7, 1, 12, tzinfo=eastern)
y = datetime(2024, 7, 1, 9, tzinfo=pacific)
print(x == y, x - y, hash(x) == hash(y), x <= y, {x: 1}[y], x + timedelta(150) - y, (x + timedelta(days=200)).utcoffset(), x.timetz(), x.dst(), repr(x))
print(sorted([x + HOUR, y, x - HOUR, y + 3 * HOUR]))


class Odd(tzinfo):
    def __init__(self, offset=ZERO, dst=ZERO, name="odd"):
        self.answers = offset, dst, name

    def utcoffset(self, dt):
        return self.answers[0]

    def dst(self, dt):
        return self.answers[1]

    def tzname(self, dt):
        return self.answers[2]


base = datetime(2024, 1, 1)
for args in [(5,), ("x",), (timedelta(1),), (timedelta(-1),), (None,), (ZERO, None), (ZERO, 7), (ZERO, timedelta(hours=30)), (ZERO, ZERO, b"x"), (ZERO, ZERO, None), (timedelta(hours=23, minutes=59, seconds=59, microseconds=999999),), (-timedelta(hours=23, minutes=59),), (timedelta(seconds=-1),)]:
    aware = base.replace(tzinfo=Odd(*args))
    for name in ("utcoffset", "dst", "tzname", "isoformat", "timetuple", "utctimetuple", "timestamp", "__hash__"):
        try:
            answer = getattr(aware, name)()
            print(args, name, "ok" if name == "__hash__" and args == (None,) else answer)
        except Exception as error:
            print(args, name, type(error).__name__, error)
    for operation in (lambda: aware == base, lambda: aware < base, lambda: aware - base, lambda: aware.astimezone(timezone.utc), lambda: timezone.utc.fromutc(aware), lambda: aware.tzinfo.fromutc(aware), lambda: time(1, tzinfo=aware.tzinfo) < time(2), lambda: aware.timetz().isoformat()):
        try:
            print("   ", operation())
        except Exception as error:
            print("   ", type(error).__name__, error)


class Nothing(tzinfo):
    pass


class Inconsistent(tzinfo):
    calls = 0

    def utcoffset(self, dt):
        return HOUR

    def dst(self, dt):
        self.calls += 1
        return None if self.calls > 1 else ZERO


for zone in (Nothing(), Inconsistent(), tzinfo()):
    for name in ("utcoffset", "dst", "tzname", "fromutc"):
        for about in (None, base.replace(tzinfo=zone), base):
            try:
                print(type(zone).__name__, name, getattr(zone, name)(about))
            except Exception as error:
                print(type(zone).__name__, name, type(error).__name__, error)
