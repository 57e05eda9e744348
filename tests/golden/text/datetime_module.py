from datetime import *
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

d = date(2024, 2, 29)
print(d, repr(d), d + timedelta(1), d - date(2023, 1, 1), d.replace(year=2020), d.weekday(), d.toordinal(), date.fromordinal(1), date.fromisoformat("2024-W09-4"), d.ctime())
t = timedelta(days=-1, seconds=3661, microseconds=5)
print(t, repr(t), t.total_seconds(), -t, abs(t), t * 2.5, t / 2, t // timedelta(hours=1), t % timedelta(hours=5), divmod(t, timedelta(hours=1)), timedelta.max)
dt = datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=-5, minutes=-30), "X"))
print(dt, repr(dt), dt.utctimetuple(), dt.astimezone(timezone.utc), dt.timestamp(), dt.isoformat(" ", "minutes"), dt.time(), dt.timetz(), dt.tzname(), dt.utcoffset())
for s in ("2024-01-02", "2024-01-02T03:04", "2024-01-02T03:04:05.123456+01:00", "20240102T030405Z", "2024-01-02T24:00"):
    attempt(datetime.fromisoformat, s)
for f in (lambda: date(2023, 2, 29), lambda: time(25), lambda: timezone(timedelta(1)), lambda: date.fromisoformat("x")):
    attempt(f)
print(sorted([d, date(2020, 1, 1)]), d == date(2024, 2, 29), hash(d) == hash(date(2024, 2, 29)), min(time(1), time(2)), time(1, 2, 3).isoformat("milliseconds"), time.fromisoformat("T12:30"))
