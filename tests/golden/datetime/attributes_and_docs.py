# The types as objects: attributes, docs, signatures, sizes, flags, what they refuse.
import _datetime
import datetime as module
import gc
import sys
import weakref
from datetime import *

print(module.__all__, module.date is _datetime.date, _datetime.__doc__)
for cls in (date, time, datetime, timedelta, tzinfo, timezone, type(date(1, 1, 1).isocalendar())):
    print(cls, cls.__name__, cls.__qualname__, cls.__module__, cls.__mro__, cls.__base__, hex(cls.__flags__), cls.__basicsize__, cls.__itemsize__, cls.__dictoffset__, cls.__weakrefoffset__, sys.getsizeof(cls))
    print(repr(cls.__doc__), cls.__text_signature__)
    for name, value in vars(cls).items():
        print("  ", name, type(value).__name__, getattr(value, "__text_signature__", None), repr(getattr(value, "__doc__", None)) if callable(value) or "descriptor" in type(value).__name__ else repr(value))
values = [date(2024, 1, 2), time(3, 4), time(3, tzinfo=timezone.utc), datetime(2024, 1, 2), datetime(2024, 1, 2, tzinfo=timezone.utc), timedelta(5), timezone.utc, timezone(timedelta(1) / 2, "half"), date(1, 1, 1).isocalendar()]
for value in values:
    print(repr(value), sys.getsizeof(value), gc.is_tracked(value), hasattr(value, "__dict__"), len(dir(value)))
    for action in (lambda: setattr(value, "year", 1), lambda: setattr(value, "other", 1), lambda: delattr(value, "days"), lambda: weakref.ref(value), lambda: value.missing, lambda: len(value), lambda: value[0], lambda: type(iter(value)), lambda: value(), lambda: int(value), lambda: value + 1, lambda: value < 1, lambda: bool(value), lambda: value == value):
        try:
            print("  ", action())
        except Exception as error:
            print("  ", type(error).__name__, error)
for bases in ((date, time), (datetime, timedelta), (date, int), (tzinfo, dict), (timezone,), (bool,), (datetime, date), (tzinfo, Exception), (type(date.min.isocalendar()),)):
    try:
        print(bases, type("Made", bases, {}).__mro__)
    except Exception as error:
        print(bases, type(error).__name__, error)
for action in (lambda: setattr(date, "x", 1), lambda: delattr(date, "year"), lambda: date.year.__get__(5), lambda: datetime.hour.__get__(date(1, 1, 1)), lambda: date.year.__get__(datetime(5, 1, 1)), lambda: date.strftime(5, "x"), lambda: timedelta.days.__get__(timedelta(3)), lambda: datetime.weekday(date(1, 1, 1)), lambda: date.__new__(int), lambda: date.__new__(), lambda: object.__new__(date)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Slotted(datetime):
    __slots__ = ("note",)


class Rich(timedelta):
    kind = "rich"

    def __init__(self, *args, **kwargs):
        self.args = args, kwargs

    def __add__(self, other):
        return Rich(seconds=(super().__add__(other)).total_seconds())


slotted = Slotted(2024, 1, 1)
slotted.note = "n"
rich = Rich(1, hours=2)
print(slotted.note, hasattr(slotted, "__dict__"), rich.args, rich.__dict__, repr(rich + timedelta(1)), type(rich + rich).__name__, type(rich - rich).__name__, type(timedelta(1) + rich).__name__, weakref.ref(rich)() is rich, sys.getsizeof(slotted) - sys.getsizeof(datetime(2024, 1, 1)))
match datetime(2024, 5, 6):
    case datetime(year=2024, month=m):
        print("matched", m)
match date(2024, 5, 6):
    case datetime():
        print("datetime")
    case date(day=d):
        print("date", d)
