# zoneinfo: gaps, folds, rules in the far future, keys, caches, pickles.
import datetime
import io
import pickle
import zoneinfo
from datetime import datetime as D, timedelta, timezone
from zoneinfo import ZoneInfo

berlin = ZoneInfo("Europe/Berlin")
print(berlin, repr(berlin), berlin.key, berlin is ZoneInfo("Europe/Berlin"), ZoneInfo.no_cache("UTC") is ZoneInfo("UTC"))
for name in ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Europe/Dublin", "America/Sao_Paulo", "Asia/Tehran", "Etc/GMT+5"]:
    zone = ZoneInfo(name)
    print(name)
    for year in (1900, 1945, 1985, 2011, 2024, 2050):
        for month in (1, 7):
            when = D(year, month, 15, 12, tzinfo=zone)
            print("  ", when, when.tzname(), when.dst(), when.astimezone(timezone.utc))
print("gap and fold")
for fold in 0, 1:
    for when in (D(2024, 3, 31, 2, 30), D(2024, 10, 27, 2, 30), D(2040, 3, 25, 2, 30), D(2040, 10, 28, 2, 30)):
        local = when.replace(tzinfo=berlin, fold=fold)
        print(fold, local, local.tzname(), local.astimezone(timezone.utc), local.astimezone(timezone.utc).astimezone(berlin))
start = D(2024, 10, 27, 0, tzinfo=timezone.utc)
for minutes in range(0, 181, 30):
    local = (start + timedelta(minutes=minutes)).astimezone(berlin)
    print(local, local.fold, end="; ")
print()
print(D(2024, 3, 31, 1, tzinfo=berlin) + timedelta(hours=2), D(2024, 3, 31, 4, tzinfo=berlin) - D(2024, 3, 31, 1, tzinfo=berlin))
print(D(2024, 7, 1, tzinfo=berlin) == D(2024, 6, 30, 18, tzinfo=ZoneInfo("America/New_York")))
for key in ["Not/AZone", "../etc/passwd", "/etc/localtime", "", "Europe"]:
    try:
        print(repr(ZoneInfo(key)))
    except Exception as error:
        print(repr(key), type(error).__name__, error)
again = pickle.loads(pickle.dumps(berlin))
print(again is berlin, pickle.loads(pickle.dumps(D(2024, 7, 1, tzinfo=berlin))))
with open("/usr/share/zoneinfo/Asia/Tokyo", "rb") as file:
    data = file.read()
tokyo = ZoneInfo.from_file(io.BytesIO(data), key="My/Tokyo")
print(tokyo, D(2024, 1, 1, tzinfo=tokyo).utcoffset(), str(ZoneInfo.from_file(io.BytesIO(data)))[:45])
try:
    pickle.dumps(tokyo)
except pickle.PicklingError as error:
    print(error)
try:
    ZoneInfo.from_file(io.BytesIO(b"nothing"))
except ValueError as error:
    print(error)
zones = zoneinfo.available_timezones()
print("Europe/Paris" in zones, "posix/UTC" in zones, len(zones) > 300)
ZoneInfo.clear_cache(only_keys=["Europe/Berlin"])
print(ZoneInfo("Europe/Berlin") is berlin)


class Sub(ZoneInfo):
    pass


print(repr(Sub("UTC")), Sub("UTC") is ZoneInfo("UTC"), berlin.utcoffset(None), ZoneInfo("UTC").utcoffset(None), datetime.time(1, tzinfo=ZoneInfo("UTC")), issubclass(zoneinfo.ZoneInfoNotFoundError, KeyError))
