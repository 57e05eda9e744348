# Subclasses of every type, and zones whose answers are wrong: what arithmetic and constructors make of them.
from datetime import *


def show(source):
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "!!", type(error).__name__, error)


class D(datetime):
    pass


class DD(date):
    pass


class T(time):
    pass


class TD(timedelta):
    pass


class TZ(tzinfo):
    def __init__(self, value):
        self.value = value

    def utcoffset(self, dt):
        return self.value

    dst = tzname = utcoffset


for source in [
    'datetime.min.replace(tzinfo=TZ(3)).utcoffset()',
    'datetime.min.replace(tzinfo=TZ(3)).dst()',
    'datetime.min.replace(tzinfo=TZ(3)).tzname()',
    'datetime.min.replace(tzinfo=TZ(timedelta(1))).utcoffset()',
    'datetime.min.replace(tzinfo=TZ(timedelta(-1))).dst()',
    'time(tzinfo=TZ(timedelta(-1))).dst()',
    'datetime.min.replace(tzinfo=TZ(None)).isoformat()',
    'datetime(2020,1,1,tzinfo=TZ(None))==datetime(2020,1,1)',
    'datetime(2020,1,1,tzinfo=TZ(timedelta(0)))==datetime(2020,1,1,tzinfo=timezone.utc)',
    'datetime(2020,1,1,tzinfo=TZ(timedelta(1,-1))).timetuple()',
    'D(1,2,3)+timedelta(1)',
    'DD(1,2,3)+timedelta(1)',
    'DD(1,2,3)',
    'TD(1)+TD(2)',
    'TD(1)',
    '-TD(1)',
    'TD(0)',
    'T(1,2)',
    'T(1,2).replace(hour=3)',
    'D.combine(date.min,time.min)',
    "D.fromisoformat('2020-01-01')",
    "DD.fromisoformat('2020-01-01')",
    "T.fromisoformat('20')",
    'D.fromtimestamp(0,timezone.utc)',
    "D.strptime('2020','%Y')",
    'DD.fromordinal(5)',
    'D.fromordinal(5)',
    'D(1,2,3)-D(1,2,2)',
    'D(2020,2,3).__reduce__()',
    'TD(3).__reduce__()',
    'D(2020,2,3,fold=1).replace(year=3)',
    'D(2020,2,3,fold=1).date()',
    'D(2020,2,3) == datetime(2020,2,3)',
    'D.min',
]:
    show(source)
