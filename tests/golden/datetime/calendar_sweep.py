# Whole centuries of ordinals, weekdays, ISO weeks and leap years, condensed; and the ends of the calendar.
import zlib
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta

step = timedelta(days=1)
for start, end in (((1, 1, 1), (5, 1, 1)), ((1896, 1, 1), (1905, 1, 1)), ((1999, 12, 1), (2001, 2, 1)), ((2019, 1, 1), (2033, 1, 1)), ((9990, 1, 1), (9999, 12, 31))):
    day = date(*start)
    crc = 0
    n = 0
    while day < date(*end):
        iso = day.isocalendar()
        line = f"{day} {day.toordinal()} {day.weekday()} {day.isoweekday()} {tuple(iso)} {day.timetuple().tm_yday}"
        crc = zlib.crc32(line.encode(), crc)
        assert date.fromordinal(day.toordinal()) == day and date.fromisocalendar(*iso) == day
        assert date.fromisoformat(f"{iso.year:04}-W{iso.week:02}-{iso.weekday}") == day == date.fromisoformat(day.strftime("%Y%m%d"))
        n += 1
        day += step
    print(start, end, n, crc)
for year in (1, 4, 100, 400, 1900, 2000, 2015, 2020, 2024, 2026, 9998, 9999):
    first, last = date(year, 1, 1), date(year, 12, 31)
    print(year, first.isocalendar(), last.isocalendar(), (last - first).days + 1, first.strftime("%a %j %U %W %V %G"), last.strftime("%a %j %U %W %V %G"))
for ordinal in (1, 2, 365, 366, 146097, 146098, 719163, 730120, 3652058, 3652059):
    print(ordinal, date.fromordinal(ordinal), datetime.fromordinal(ordinal), date.fromordinal(ordinal).ctime())
for ordinal in (0, -1, 3652060, 3652061, 4000000, 10**7, 2**31 - 1, 2**31, -2**31 - 1, 2**63, "5", 5.0, None, True):
    try:
        print(ordinal, date.fromordinal(ordinal))
    except Exception as error:
        print(ordinal, type(error).__name__, error)
for year, week, day in ((2020, 53, 7), (2021, 53, 1), (2015, 53, 1), (2024, 0, 1), (2024, 52, 8), (2024, 1, 0), (0, 1, 1), (10000, 1, 1), (9999, 52, 5), (9999, 52, 6), (1, 1, 1), (2024, -1, 1), (-1, 1, 1)):
    try:
        print(year, week, day, date.fromisocalendar(year, week, day), repr(datetime.fromisocalendar(year, week, day)))
    except Exception as error:
        print(year, week, day, type(error).__name__, error)
iso = date(2024, 5, 6).isocalendar()
print(iso, iso[0], iso.week, iso.weekday, iso == (2024, 19, 1), iso[:2], len(iso), hash(iso) == hash((2024, 19, 1)), isinstance(iso, tuple), type(iso).__name__, [*iso], iso + (1,))
for operation in (lambda: date.max + step, lambda: date.min - step, lambda: date.max + timedelta(999999999), lambda: date.min - timedelta.max, lambda: date.max - timedelta.min, lambda: datetime.max + timedelta(microseconds=1), lambda: datetime.min + timedelta(microseconds=-1),
                  lambda: date.max + timedelta(hours=23), lambda: date.min + timedelta(hours=-1), lambda: datetime.min + timedelta.max, lambda: date(2024, 1, 31) + timedelta(29), lambda: date(2024, 3, 1) - timedelta(1), lambda: datetime(2024, 12, 31, 23, 59, 59, 999999) + timedelta(microseconds=1)):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)
print(MINYEAR, MAXYEAR, date.min, date.max, date.resolution, datetime.min, datetime.max, datetime.resolution)
