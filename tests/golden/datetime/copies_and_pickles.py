# Copies, pickles of every protocol, __reduce__, replace() and copy.replace, for the types and for subclasses.
import copy
import pickle
from datetime import *


class Day(date):
    pass


class Stamp(datetime):
    def __new__(cls, *args, tag=None, **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.tag = tag
        return self

    def __reduce_ex__(self, protocol):
        return super().__reduce_ex__(protocol) + ({"tag": self.tag},)


class Hour(time):
    __slots__ = ()


class Span(timedelta):
    @property
    def hours(self):
        return self / timedelta(hours=1)


class Zone(tzinfo):
    def __init__(self, hours):
        self.hours = hours

    def __getinitargs__(self):
        return (self.hours,)

    def utcoffset(self, dt):
        return timedelta(hours=self.hours)

    def dst(self, dt):
        return None

    def tzname(self, dt):
        return f"Z{self.hours}"

    def __repr__(self):
        return f"Zone({self.hours})"


class Bare(tzinfo):
    __slots__ = ("a",)


values = [date(2024, 2, 29), time(1, 2, 3, 4), time(5, fold=1), time(6, tzinfo=timezone.utc), datetime(2024, 1, 2, 3, 4, 5, 6), datetime(2024, 1, 2, fold=1), datetime(2024, 1, 2, tzinfo=Zone(3)), timedelta(1, 2, 3), timedelta(-5),
          timezone.utc, timezone(timedelta(hours=2)), timezone(timedelta(hours=-2), "minus"), Day(2024, 3, 4), Stamp(2024, 5, 6, 7, tag="x"), Stamp(2024, 5, 6, 7, tzinfo=Zone(-1), fold=1), Hour(9, 8, fold=1), Span(hours=5), Zone(4), date(2024, 1, 1).isocalendar()]
for value in values:
    print(repr(value), type(value).__name__)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        print("  ", protocol, len(data), type(back) is type(value), repr(back) == repr(value), getattr(back, "fold", None), getattr(back, "tag", None), value.__reduce_ex__(protocol)[1:] if not isinstance(value, tuple) else value.__reduce_ex__(protocol))
    print("  ", value.__reduce__(), copy.copy(value) == value, type(copy.deepcopy(value)).__name__, copy.copy(timezone.utc) is timezone.utc)
print(pickle.dumps(datetime(2024, 1, 2, 3, 4, 5, 6, timezone.utc), 2))
print(pickle.loads(b"cdatetime\ndatetime\n(S'\\x07\\xe8\\x01\\x02\\x03\\x04\\x05\\x00\\x00\\x06'\ntR.", encoding="latin1"), pickle.loads(b"cdatetime\ndate\n(S'\\x07\\xe8\\x01\\x02'\ntR.", encoding="bytes"))
bare = Bare()
bare.a = 5
print(bare.__reduce__()[1:], Bare().__reduce__()[1:], Zone(2).__reduce__()[1:])

for value, changes in [(date(2024, 2, 29), dict(year=2023)), (date(2024, 2, 29), dict(day=1, month=12)), (time(1, 2), dict(hour=23, tzinfo=timezone.utc)), (time(1, tzinfo=timezone.utc), dict(tzinfo=None)), (time(1), dict(fold=1)),
                       (datetime(2024, 1, 31), dict(month=2)), (datetime(2024, 1, 31), dict(month=3, microsecond=9)), (datetime(2024, 1, 31), dict(tzinfo=5)), (datetime(2024, 1, 31), dict(fold=3)), (datetime(2024, 1, 31, fold=1), dict(year=1)),
                       (Stamp(2024, 1, 1, tag="lost"), dict(day=2)), (Day(2024, 1, 1), dict(day=2)), (Hour(1), dict(minute=70)), (Hour(1), dict(minute=7)), (time(1), dict(second=None)), (date(1, 1, 1), dict(years=1))]:
    for how in (lambda: value.replace(**changes), lambda: copy.replace(value, **changes)):
        try:
            new = how()
            print(repr(value), changes, "->", repr(new), type(new).__name__, getattr(new, "tag", "-"))
        except Exception as error:
            print(repr(value), changes, "!!", type(error).__name__, str(error).replace("__replace__", "replace"))
print(date(1, 2, 3).replace(4), date(1, 2, 3).replace(4, 5), datetime(1, 2, 3).replace(4, 5, 6, 7, 8, 9, 10, timezone.utc), time(1, 2).replace(3, 4, 5, 6))
