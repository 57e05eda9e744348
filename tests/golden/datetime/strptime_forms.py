# strptime of datetime, date and time: all codes, zones, and what does not fit.
from datetime import date, datetime, time, timedelta, timezone

CASES = [
    (datetime, "2024-02-29 23:59:58.000123", "%Y-%m-%d %H:%M:%S.%f"), (datetime, "29/02/24", "%d/%m/%y"), (datetime, "68 69", "%y %d"), (datetime, "Thu 29 Feb 2024", "%a %d %b %Y"), (datetime, "thursday, FEBRUARY 29 2024", "%A, %B %d %Y"),
    (datetime, "12:05:06 AM", "%I:%M:%S %p"), (datetime, "12 pm", "%I %p"), (datetime, "2024 366", "%Y %j"), (datetime, "2023 366", "%Y %j"), (datetime, "2024 09 4", "%G %V %u"), (datetime, "2024 8 Thu", "%Y %U %a"), (datetime, "2024 9 4", "%Y %W %w"),
    (datetime, "10:20 +0530", "%H:%M %z"), (datetime, "10:20 -03:30:15", "%H:%M %z"), (datetime, "10:20 +00:00:00.000007", "%H:%M %z"), (datetime, "10:20 Z", "%H:%M %z"), (datetime, "10:20 UTC", "%H:%M %Z"), (datetime, "10:20 GMT", "%H:%M %Z"), (datetime, "10:20 +2", "%H:%M %z"),
    (datetime, "Tue Nov  5 10:20:30 2024", "%c"), (datetime, "11/05/24", "%x"), (datetime, "10:20:30", "%X"), (datetime, "100%", "%j%%"), (datetime, "2024", "%Y%m"), (datetime, "20241231", "%Y%m%d"), (datetime, "2024-13-01", "%Y-%m-%d"), (datetime, "2023-02-29", "%Y-%m-%d"),
    (datetime, "a  b 2024", "a b %Y"), (datetime, "5", "%q"), (datetime, "5", "5%"), (datetime, "", "%Y"), (datetime, "2024x", "%Y"), (datetime, "24:00", "%H:%M"), (datetime, "23:60", "%H:%M"), (datetime, "23:59:61", "%H:%M:%S"), (datetime, "5.1234567", "%S.%f"), (datetime, "2024 54 1", "%G %V %u"),
    (datetime, "2024 1", "%G %V"), (datetime, "2024 1 1", "%Y %V %u"), (datetime, "2024-01-01T01:02:03", "%Y-%m-%dT%H:%M:%S"), (datetime, "2024-01-01 01:02", "%F %R"), (datetime, "01:02:03", "%T"), (datetime, "01/02/24", "%D"), (datetime, b"x", "%Y"), (datetime, "x", 5),
    (date, "2024-02-29", "%Y-%m-%d"), (date, "29 Feb 2024", "%d %b %Y"), (date, "2024-02-29 10", "%Y-%m-%d %H"), (date, "x", "%Y"), (date, "2024 10 1", "%G %V %u"), (date, "10", "%z"),
    (time, "10:20:30.5", "%H:%M:%S.%f"), (time, "10 PM", "%I %p"), (time, "10:20+01:00", "%H:%M%z"), (time, "2024", "%Y"), (time, "10:20 EST5", "%H:%M %Z"), (time, "", ""), (time, "25", "%H"),
]
for cls, text, form in CASES:
    try:
        found = cls.strptime(text, form)
        print(cls.__name__, repr(text), repr(form), "->", repr(found))
    except Exception as error:
        print(cls.__name__, repr(text), repr(form), "!!", type(error).__name__, error)
zone = timezone(timedelta(hours=-3, minutes=-30), "NST")
for moment in (datetime(2024, 2, 29, 13, 14, 15, 161718, zone), datetime(1, 1, 1, tzinfo=timezone.utc), datetime(9999, 12, 31, 23, 59, 59, 999999, zone)):
    for form in ("%Y-%m-%d %H:%M:%S.%f %z", "%G-W%V-%u %I %p %M %S.%f%z", "%A %d %B %Y %H%M%S %f %z", "%j %Y %X %z"):
        text = moment.strftime(form)
        print(text, datetime.strptime(text, form) == moment, datetime.strptime(text, form).isoformat())


class Mine(datetime):
    pass


print(repr(Mine.strptime("2024 +0100", "%Y %z")), type(Mine.strptime("2024", "%Y")).__name__)
