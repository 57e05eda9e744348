# The local zone, spelled out in TZ: timestamps, folds, gaps, astimezone, and the same through the time module.
import os
import time
from datetime import date, datetime, timedelta, timezone


def zone(text):
    os.environ["TZ"] = text
    time.tzset()
    print("===", text, time.tzname, time.timezone, time.altzone, time.daylight)


def attempt(label, function):
    try:
        print("  ", label, function())
    except Exception as error:
        print("  ", label, type(error).__name__, error)


for text in ["UTC0", "EST5EDT,M3.2.0,M11.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "AEST-10AEDT,M10.1.0,M4.1.0/3", "<+0545>-5:45", "LHST-10:30LHDT-11,M10.1.0,M4.1.0", "IRST-3:25:44"]:
    zone(text)
    for stamp in [0, 1, 86399.5, 1700000000, 1710054000, 1710053999.999999, 1711846800, 1711846799, 1730613600, 1730610000, 1729990800, 1729987200, 1729994400, 1712415600, 1712419200, -1, -86400.25, 2**31, 32503680000, -62135000000]:
        local = datetime.fromtimestamp(stamp)
        print("  ", stamp, repr(local), local.timestamp() == stamp, local.astimezone(), date.fromtimestamp(stamp), local.timetuple()[:6] == time.localtime(stamp)[:6])
    for y, m, d, h, mi in [(2024, 3, 10, 2, 30), (2024, 3, 31, 2, 30), (2024, 11, 3, 1, 30), (2024, 10, 27, 2, 30), (2024, 4, 7, 2, 30), (2024, 4, 7, 1, 45), (2024, 10, 6, 2, 15), (2024, 7, 1, 12, 0), (1850, 1, 1, 0, 0)]:
        for fold in (0, 1):
            moment = datetime(y, m, d, h, mi, fold=fold)
            print("  ", repr(moment), moment.timestamp(), moment.astimezone(timezone.utc), moment.astimezone().tzname(), repr(datetime.fromtimestamp(moment.timestamp())))
    aware = datetime(2024, 7, 4, 12, tzinfo=timezone(timedelta(hours=-7)))
    print("  ", aware.astimezone(), aware.astimezone().utcoffset(), repr(aware.astimezone().tzinfo), aware.astimezone(timezone.utc).astimezone().timestamp() == aware.timestamp())
    attempt("min", lambda: datetime.min.timestamp())
    attempt("max", lambda: datetime.max.timestamp())
    attempt("max zone", lambda: datetime.max.astimezone(timezone.utc))
    attempt("far", lambda: datetime.fromtimestamp(10**13))
    attempt("farther", lambda: datetime.fromtimestamp(10**18))
    attempt("date far", lambda: date.fromtimestamp(-10**13))
    attempt("nan", lambda: datetime.fromtimestamp(float("nan")))
    attempt("inf", lambda: date.fromtimestamp(float("inf")))
    attempt("text", lambda: datetime.fromtimestamp("0"))
    attempt("none", lambda: date.fromtimestamp(None))
for stamp in [0.5e-6, 1.5e-6, 2.5e-6, -0.5e-6, -1.5e-6, 0.9999995, 0.9999994, -0.9999996, 1e9 + 0.1234565, 253402300799.5]:
    print(stamp, datetime.fromtimestamp(stamp, timezone.utc).isoformat(), datetime.fromtimestamp(stamp, tz=timezone(timedelta(hours=1))))
now = datetime.now()
print(type(now), now.tzinfo, abs(datetime.now().timestamp() - time.time()) < 5, date.today() == datetime.today().date() or "midnight", datetime.now(timezone.utc).tzinfo)
