# Dates, times, deltas, zones: arithmetic, comparison, formatting, parsing, and every error message on the way.
import copy
import datetime as dt
import pickle
from datetime import date, datetime, time, timedelta, timezone


def attempt(label, function):
    try:
        print(label, "->", repr(function()))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


d = date(2024, 2, 29)
moment = datetime(2024, 3, 31, 1, 59, 58, 999999)
print(repr(d), d, d.isoformat(), d.weekday(), d.isoweekday(), tuple(d.isocalendar()), d.toordinal(), d.ctime(), d.timetuple())
print(repr(moment), str(moment), moment.isoformat("T", "minutes"), [moment.isoformat(timespec=s) for s in ("auto", "hours", "seconds", "milliseconds", "microseconds")])
print(d + timedelta(365), d - timedelta(days=1, hours=25), date(2025, 1, 1) - d, moment - datetime(2000, 1, 1), moment + timedelta(microseconds=1))
print(timedelta(days=-1, seconds=5, weeks=2, milliseconds=1.5), repr(timedelta(-1, 86399, 999999)), timedelta(0.5), timedelta(seconds=1e-7), timedelta.max, timedelta.min, timedelta.resolution)
x = timedelta(hours=5, minutes=7)
print(x / 2, x // 2, x * 1.5, x // timedelta(minutes=2), x / timedelta(hours=1), x % timedelta(hours=2), divmod(x, timedelta(hours=2)), abs(-x), -x, +x, x.total_seconds(), bool(timedelta()))
print(timedelta(1) == timedelta(hours=24), hash(timedelta(1)) == hash(timedelta(hours=24)), timedelta(1) < timedelta(2), d < date(2025, 1, 1), sorted([d, date(2020, 1, 1)]))
for spec in ("%Y-%m-%d", "%a %A %b %B %c", "%x %X %p %I", "%j %U %W %w %u %V %G", "%H:%M:%S.%f", "%y %% %Z|%z|", "%e|%D|%F|%T|%R|%h|%n|%t|", "%:z"):
    print(spec, "->", moment.strftime(spec), "|", moment.replace(tzinfo=timezone(timedelta(hours=-3, minutes=-30), "NST")).strftime(spec))
print(f"{d:%d.%m.%Y}", format(moment, ""), f"{time(5, 6):%H h %M}")
for text in ["2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024-060", "2024-2-29", "", "2024-02-29T10"]:
    attempt(f"date {text!r}", lambda: date.fromisoformat(text))
for text in ["2024-02-29T10", "2024-02-29 10:20", "2024-02-29T10:20:30.123456789", "20240229T102030Z", "2024-02-29T10:20:30+05:30", "2024-02-29T24:00", "2024-02-29T10:20:30-00:00:01.5", "2024-02-29T25:00", "2024-02-29T10:60", "2024-W01-1T00:00"]:
    attempt(f"datetime {text!r}", lambda: datetime.fromisoformat(text))
for text in ["10", "T10:20", "10:20:30.5", "10:20:30,123456", "102030", "10:2", "24:00", "10:20+01"]:
    attempt(f"time {text!r}", lambda: time.fromisoformat(text))
for text, spec in [("21/11/06 16:30", "%d/%m/%y %H:%M"), ("Mon Jan  1 2024", "%a %b %d %Y"), ("2024 060", "%Y %j"), ("10PM", "%I%p"), ("1.5", "%S.%f"), ("+0530", "%z"), ("-03:00", "%z"), ("Z", "%z"), ("2024 10 1", "%Y %U %w"), ("2024 W10 1", "%G W%V %u"),
                   ("x", "%Y"), ("2024-01-01 extra", "%Y-%m-%d"), ("31 Feb", "%d %b"), ("5", "%Q"), ("5", "%"), ("2024-02-30", "%Y-%m-%d"), ("12 13", "%H"), ("2024 1", "%G %V")]:
    attempt(f"strptime {text!r} {spec!r}", lambda: datetime.strptime(text, spec))
tz = timezone(timedelta(hours=2), "CEST")
aware = moment.replace(tzinfo=tz)
print(repr(tz), tz, timezone.utc, repr(timezone.utc), timezone(timedelta(minutes=-90)), timezone(timedelta(seconds=3661)), timezone.min, timezone.max)
print(repr(aware), aware.utcoffset(), aware.tzname(), aware.dst(), aware.astimezone(timezone.utc), aware.timestamp(), aware.utctimetuple().tm_hour, aware.timetz())
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1e9 + 0.123456, tz), datetime.fromtimestamp(-1.5, timezone.utc), datetime.combine(d, time(1, 2, tzinfo=tz)), aware == moment, aware != moment)
print(moment.replace(fold=1), moment.replace(fold=1) == moment, repr(time(1, 2, fold=1)), time(1) < time(2), bool(time(0)), time.max, datetime.min, date.resolution, dt.MINYEAR, dt.MAXYEAR, dt.UTC is timezone.utc)
for label, function in [
    ("date(0,1,1)", lambda: date(0, 1, 1)), ("date(2023,2,29)", lambda: date(2023, 2, 29)), ("date('x')", lambda: date("x")), ("date(2024,13,1)", lambda: date(2024, 13, 1)),
    ("time(24)", lambda: time(24)), ("time(1,60)", lambda: time(1, 60)), ("datetime us", lambda: datetime(2024, 1, 1, microsecond=10 ** 6)), ("fold", lambda: datetime(2024, 1, 1, fold=2)),
    ("date+1", lambda: d + 1), ("date<datetime", lambda: d < moment), ("date<int", lambda: d < 3), 
    ("delta/0", lambda: x / 0), ("delta str", lambda: timedelta("1")), ("delta nan", lambda: timedelta(float("nan"))), ("tz big", lambda: timezone(timedelta(hours=24))),
    ("replace", lambda: d.replace(month=13)), ("isocal", lambda: date.fromisocalendar(2024, 53, 1)), ("timestamp", lambda: datetime.fromtimestamp(1e20, timezone.utc)), 
]:
    attempt(label, function)
for value in (d, moment, aware, time(1, 2, 3, tzinfo=tz), x, tz, timezone.utc):
    print(type(value).__name__, pickle.loads(pickle.dumps(value)) == value, copy.deepcopy(value) == value, value.__reduce__()[1] if not isinstance(value, timezone) else value.__getinitargs__())


class Stamp(datetime):
    def __new__(cls, *args, note="", **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.note = note
        return self


s = Stamp(2024, 1, 1, note="hi")
print(repr(s), type(s + timedelta(1)).__name__, type(s.replace(year=2020)).__name__, s.note, type(Stamp.fromtimestamp(0, timezone.utc)).__name__, isinstance(s, date))
