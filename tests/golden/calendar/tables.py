import calendar, datetime
print(calendar.month(2024, 2), end="")
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 10, 3, 1), end="")
print(calendar.TextCalendar().formatyear(2025, 2, 1, 4, 4)[:700])
print(calendar.monthrange(2024, 2), calendar.monthrange(1900, 2), calendar.isleap(2000), calendar.leapdays(1896, 2024), calendar.weekday(2024, 2, 29))
print(calendar.monthcalendar(2021, 2), list(calendar.Calendar(3).iterweekdays()), calendar.firstweekday())
c = calendar.Calendar(6)
print(list(c.itermonthdays2(2024, 6))[:9], list(c.itermonthdays4(2024, 6))[-2:], [d.isoformat() for d in c.itermonthdates(2024, 12)][-3:])
print(list(calendar.day_name), calendar.month_abbr[:4], calendar.month_name[13 - 1], len(calendar.month_name))
for bad in ((2024, 13), (2024, 0), (2024, "x")):
    try:
        print(calendar.monthrange(*bad))
    except Exception as e:
        print(type(e).__name__, e, isinstance(e, ValueError), isinstance(e, IndexError))
try:
    calendar.setfirstweekday(7)
except Exception as e:
    print(type(e).__name__, e)
print(calendar.timegm((2024, 2, 29, 12, 30, 15)), calendar.THURSDAY, repr(calendar.Month.MAY), calendar.JANUARY + 1)
print(calendar.HTMLCalendar().formatmonth(2024, 2)[:330])
d = datetime.date(2024, 2, 29)
print(d.replace(year=2023, day=28), d + datetime.timedelta(366), tuple(d.isocalendar()), f"{d:%U %W %G-%V-%u}", (d - datetime.date(2000, 1, 1)).days)
