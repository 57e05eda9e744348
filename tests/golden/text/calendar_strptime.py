import calendar, time, datetime
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

print(calendar.month(2024, 2), calendar.TextCalendar(6).formatmonth(2023, 1), calendar.isleap(1900), calendar.leapdays(1900, 2001), calendar.monthrange(2024, 2), calendar.monthcalendar(2021, 2))
print(calendar.HTMLCalendar().formatmonth(2024, 3)[:200], calendar.timegm((1970, 1, 2, 0, 0, 0)))
for f, s in (("%Y-%m-%d", "2024-02-29"), ("%d %b %y", "1 Mar 99"), ("%H:%M:%S.%f", "12:34:56.789"), ("%A %j %Y", "Monday 100 2024"), ("%I %p", "11 PM"), ("%G-W%V-%u", "2024-W10-3"), ("%Y %z", "2024 +0530")):
    print(datetime.datetime.strptime(s, f))
for f, s in (("%Y", "x"), ("%Y-%m-%d", "2023-02-29"), ("%Q", "1"), ("%", "1"), ("%Y", "2024 x")):
    attempt(datetime.datetime.strptime, s, f)
d = datetime.datetime(2024, 2, 29, 13, 5, 9, 12)
print(d.strftime("%a %A %b %B %d %H %I %j %m %M %p %S %U %w %W %y %Y %% %f %G %V %u %e"), d.isoformat(), tuple(d.isocalendar()), d.timetuple())
