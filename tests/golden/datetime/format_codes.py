# strftime, format() and isoformat over codes, years and zones.
from datetime import date, datetime, time, timedelta, timezone

CODES = "aAbBcdDefFgGhHIjklmMnpPrRSTtuUVwWxXyYzZ%"
moments = [
    datetime(1, 1, 1),
    datetime(99, 12, 31, 23, 59, 59, 999999),
    datetime(999, 6, 15, 12, 30, 45, 7),
    datetime(1900, 2, 28, 0, 0, 1),
    datetime(2000, 2, 29, 12, 0, 0, 500000, timezone.utc),
    datetime(2024, 12, 30, 13, 5, 6, 70, timezone(timedelta(hours=5, minutes=30), "IST")),
    datetime(2021, 1, 3, 1, 2, 3, 4, timezone(-timedelta(hours=3, minutes=30, seconds=15))),
    datetime(9999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=23, minutes=59, seconds=59, microseconds=999999), "100%Z%%")),
]
for moment in moments:
    print(repr(moment))
    for code in CODES:
        print("  ", code, [moment.strftime("%" + code)], [moment.date().strftime("%" + code)], [moment.timetz().strftime("%" + code)])
    print("  ", moment.strftime("%:z|%:|%:Z|%-d|%_d|%05d|%^a|%#Z|%E|%Ey|%Od|%"))
    print("  ", [moment.isoformat(sep, spec) for sep in "T é" for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")])
    print("  ", [moment.timetz().isoformat(spec) for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")])
    print("  ", f"{moment}", f"{moment:%d/%m/%y}", f"{moment.date()!s:>12}", f"{moment.time():%H.%M}", format(moment.date(), "week %V"), str(moment.timetz()))
    print("  ", moment.ctime(), moment.date().ctime(), moment.timetuple()[:], moment.utctimetuple()[:] if moment.year < 9999 else None)
day = datetime(2024, 5, 6, 7, 8, 9)
for text in ["", "no codes", "%", "%%", "%%%", "%%Y", "%q", "%é", "é%Yé", "日%d本", "\U0001f600%m\U0001f600", "\0%H\0", "%\0", "a\nb%Mc", "%Y" * 20]:
    print(ascii(text), ascii(day.strftime(text)), ascii(day.time().strftime(text)), ascii(f"{day.date():{text}}") if text and "{" not in text else "")


class Named(timezone.__base__):
    def __init__(self, offset, name):
        self.offset, self.name = offset, name

    def utcoffset(self, dt):
        print("    utcoffset asked about", type(dt).__name__)
        return self.offset

    def tzname(self, dt):
        print("    tzname asked about", type(dt).__name__)
        return self.name

    def dst(self, dt):
        return None


for zone in (Named(None, None), Named(timedelta(0), ""), Named(timedelta(minutes=-1), "%d%%"), Named(timedelta(hours=1), "\U0001f551")):
    aware = day.replace(tzinfo=zone)
    print(ascii(aware.strftime("%z %z %:z %Z %Z")), ascii(aware.timetz().strftime("%z%Z")), aware.isoformat(), aware.timetz().isoformat())
