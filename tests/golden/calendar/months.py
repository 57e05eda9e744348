# calendar and time: text and HTML calendars, iteration, leap years, strftime and strptime, struct_time.
import calendar
import os
import time

os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
time.tzset()
print(calendar.month(2024, 2))
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 10, w=4, l=2))
print(calendar.calendar(2024, w=2, l=1, c=3, m=4)[:700])
cal = calendar.Calendar(firstweekday=2)
print(list(cal.iterweekdays()), cal.monthdayscalendar(2024, 2), list(cal.itermonthdays2(2024, 9))[:9], [str(d) for d in cal.itermonthdates(2024, 12)][-3:], cal.monthdays2calendar(2023, 2)[0], list(cal.itermonthdays4(2024, 1))[:2])
print(calendar.HTMLCalendar().formatmonth(2024, 2)[:400])
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(1896, 2001), calendar.weekday(2024, 2, 29), calendar.timegm((2024, 2, 29, 12, 0, 0)), list(calendar.day_name), calendar.month_abbr[12], calendar.monthcalendar(2021, 2), calendar.FRIDAY, calendar.Month.MAY, calendar.weekheader(3))
for bad in [lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(7), lambda: calendar.month(2024, 0), lambda: calendar.weekday(2024, 2, 30), lambda: calendar.Month(13)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
t = time.gmtime(1709210096)
print(t, t.tm_yday, t[:3], time.asctime(t), time.strftime("%Y-%m-%d %H:%M:%S %j %a %b %U %W %w %p %I %y %Z %z %% %e %G-W%V-%u %s", t)[:70])
print(time.localtime(1709210096)[:], time.localtime(1719210096).tm_zone, time.mktime(time.localtime(1719210096)), time.ctime(0), time.tzname, time.timezone, time.altzone, time.daylight, time.localtime(0).tm_gmtoff)
for text, spec in [("2024-02-29 23:59", "%Y-%m-%d %H:%M"), ("29 Feb 24", "%d %b %y"), ("Thu 11 PM", "%a %I %p"), ("060 2024", "%j %Y"), ("%", "%%"), ("12 CET", "%H %Z")]:
    print(time.strptime(text, spec))
for text, spec in [("x", "%d"), ("2024-02-30", "%Y-%m-%d"), ("1 2", "%d"), ("1", "%K")]:
    try:
        print(time.strptime(text, spec))
    except ValueError as error:
        print(error)
for bad in [lambda: time.strftime("%Y", (1, 2)), lambda: time.mktime((1,) * 8), lambda: time.sleep(-1), lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.gmtime("x"), lambda: time.gmtime(1e30), lambda: time.struct_time([1]), lambda: time.asctime((2024, 1, 1, 25, 0, 0, 0, 1, 0))]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
s = time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0))
print(repr(s), s.tm_zone, s == (2024, 1, 2, 3, 4, 5, 1, 2, 0), time.struct_time(range(11)).tm_gmtoff, s.n_fields, s.n_sequence_fields, s.n_unnamed_fields, s.__reduce__())
print(time.get_clock_info("monotonic").monotonic, time.monotonic() <= time.monotonic(), time.perf_counter_ns() > 0, isinstance(time.time_ns(), int), time.thread_time() >= 0)
