# A small calendar: recurring events, working days, time sheets, ages and reports over dates and times.
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from itertools import count, islice, takewhile

HOLIDAYS = {date(2024, 1, 1), date(2024, 3, 29), date(2024, 4, 1), date(2024, 5, 1), date(2024, 12, 25), date(2024, 12, 26)}


def working_days(start, end):
    day = start
    while day <= end:
        if day.weekday() < 5 and day not in HOLIDAYS:
            yield day
        day += timedelta(days=1)


def add_months(day, months):
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return day.replace(year=year, month=month + 1, day=min(day.day, last))
        except ValueError:
            continue


@dataclass(order=True)
class Event:
    start: datetime
    length: timedelta = field(compare=False)
    title: str = field(compare=False)
    every: timedelta | None = field(default=None, compare=False)

    @property
    def end(self):
        return self.start + self.length

    def occurrences(self):
        if self.every is None:
            return [self.start]
        return (self.start + i * self.every for i in count())


zone = timezone(timedelta(hours=2), "CEST")
events = [
    Event(datetime(2024, 5, 6, 9, tzinfo=zone), timedelta(minutes=15), "standup", timedelta(days=1)),
    Event(datetime(2024, 5, 7, 14, 30, tzinfo=zone), timedelta(hours=1, minutes=30), "review", timedelta(weeks=1)),
    Event(datetime(2024, 5, 8, 18, tzinfo=timezone.utc), timedelta(hours=3), "release"),
    Event(datetime(2024, 5, 6, 12, tzinfo=timezone(timedelta(hours=-4))), timedelta(minutes=45), "call", timedelta(days=2, hours=1)),
]
horizon = datetime(2024, 5, 21, tzinfo=timezone.utc)
agenda = sorted((when.astimezone(timezone.utc), event.title, event.length) for event in events for when in takewhile(lambda w: w < horizon, event.occurrences()))
for when, title, length in agenda:
    print(f"{when:%a %d %b %H:%M} - {when + length:%H:%M} {title:8} ({length})")
print(Counter(title for _, title, _ in agenda).most_common(), sum((length for *_, length in agenda), timedelta()))
clashes = [(a[1], b[1], a[0].isoformat()) for a, b in zip(agenda, agenda[1:]) if a[0] + a[2] > b[0]]
print(clashes, min(events).title, max(events).title, [e.title for e in sorted(events, reverse=True)])

by_month = defaultdict(int)
for day in working_days(date(2024, 1, 1), date(2024, 12, 31)):
    by_month[day.strftime("%Y-%m")] += 1
print(dict(by_month), sum(by_month.values()))
print([str(add_months(date(2024, 1, 31), n)) for n in range(-3, 14)])

sheet = {date(2024, 5, d): [(time(8, 30), time(12, 15)), (time(13), time(17, 5 * (d % 7)))] for d in range(6, 11)}
worked = {day: sum((datetime.combine(day, b) - datetime.combine(day, a) for a, b in spans), timedelta()) for day, spans in sheet.items()}
for day, total in worked.items():
    print(day.isoformat(), day.isocalendar().week, total, total - timedelta(hours=8), round(total / timedelta(hours=1), 3), divmod(total, timedelta(minutes=25)))
week = sum(worked.values(), timedelta())
print(week, week.total_seconds() / 3600, week // len(worked), str(week / 7))


def age(born, on):
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


for born in (date(2000, 2, 29), date(1999, 12, 31), date(2024, 5, 6)):
    print(born, age(born, date(2024, 2, 28)), age(born, date(2024, 2, 29)), age(born, date(2024, 12, 31)), (date(2024, 5, 6) - born).days)


def encode(value):
    if isinstance(value, datetime | date | time):
        return {"$" + type(value).__name__: value.isoformat()}
    if isinstance(value, timedelta):
        return {"$seconds": value.total_seconds()}
    raise TypeError(type(value))


document = json.dumps({"events": [vars(e) for e in events], "days": list(islice(working_days(date(2024, 3, 27), date(2024, 4, 5)), 4)), "at": time(9, 30, tzinfo=zone)}, default=encode, sort_keys=True)
print(document)
read = {"$datetime": datetime.fromisoformat, "$date": date.fromisoformat, "$time": time.fromisoformat, "$seconds": lambda s: timedelta(seconds=s)}
back = json.loads(document, object_hook=lambda d: read[next(iter(d))](*d.values()) if len(d) == 1 and next(iter(d)) in read else d)
print(back["days"], back["at"], [Event(**e) == o and Event(**e).every == o.every for e, o in zip(back["events"], events)])
