# zoneinfo.ZoneInfo: TZ strings and their faults, arguments, caches, errors.
import zoneinfo, io, struct
def tz(s, trans=(), types=((0,0,0),), chars=b"UTC\0"):
    def header(v, n): return b"TZif"+v+b"\0"*15+struct.pack(">6l",0,0,0,*n)
    b=header(b"3",(0,0,0))+header(b"3",(len(trans),len(types),len(chars)))
    b+=struct.pack(f">{len(trans)}q",*[t for t,_ in trans])+bytes(i for _,i in trans)+b"".join(struct.pack(">lbb",*t) for t in types)+chars+b"\n"+s+b"\n"
    return zoneinfo.ZoneInfo.from_file(io.BytesIO(b), key="X")
for s in """|PST8PDT,M3.2.0|PST8PDT|AAA|A3|AB3|,|AAA3,M3.2.0,M4.2.0|AAA3BBB,|AAA3BBB,M3.2.0,|AAA3BBB,M13.2.0,M4.1.0|AAA3BBB,M3.6.0,M4.1.0|AAA3BBB,M3.0.0,M4.1.0|AAA3BBB,M3.2.7,M4.1.0|AAA3BBB,M3.2,M4.1.0|AAA3BBB,M3.2.0/,M4.1.0|AAA3BBB,M3.2.0/168,M4.1.0|AAA3BBB,M3.2.0/167,M4.1.0|AAA3BBB,M3.2.0/-167:59:59,M4.1.0/3|AAA3BBB,M3.2.0/2:60,M4.1.0|AAA25|AAA24|AAA24:60|AAA3:1|AAA3:10:60|AAA+3|AAA-3:30|<A+B>3|<AB3|<>3|A1B3|AAA3BBB2,J1,J365|AAA3BBB,J0,J4|AAA3BBB,J366,J4|AAA3BBB,0,365|AAA3BBB,366,1|AAA3BBB,J,J4|AAA3BBB,J1x,J4|AAA3BBB,M3.2.0,M4.1.0x|AAA3BBB25,M3.2.0,M4.1.0|AAA3BBBx|AAA3BBB4x,M3.2.0,M4.1.0|AAA3 BBB,M3.2.0,M4.1.0|AAA3BBB,M03.02.0,M4.1.0|AAA3BBB,M3.2.00,M4.1.0|AAA003|AAA0003|AAA3BBB,J001,J0365|AAA3BBB,x,y|AAA3BBB,M3.2.0,M4.1.0,M5.1.0|\xc0A3|AAA3BBB,J\xb2,J4|AAA3BBB,M3.2.0|AAA3BB""".split("|"):
    try: z=tz(s.encode("utf-8")); import datetime as d; print(s, ascii([(z.utcoffset(d.datetime(y,m,15)),z.dst(d.datetime(y,m,15)),z.tzname(d.datetime(y,m,15))) for y,m in ((2000,1),(2001,7))]))
    except Exception as e: print(s, type(e).__name__, e, '|', repr(e.__cause__), repr(e.__context__))
z=tz(b"")
import datetime as d
for a in (None,3,d.date(2000,1,1)):
    for n in ("utcoffset","dst","tzname","fromutc"):
        try: print(n,a,getattr(z,n)(a))
        except Exception as e: print(n,a,type(e).__name__, e)
for f in (lambda: zoneinfo.ZoneInfo(), lambda: zoneinfo.ZoneInfo(3), lambda: zoneinfo.ZoneInfo("a","b"), lambda: zoneinfo.ZoneInfo(x=1), lambda: zoneinfo.ZoneInfo("nope/x"), lambda: zoneinfo.ZoneInfo(key="UTC"), lambda: zoneinfo.ZoneInfo.from_file(3), lambda: zoneinfo.ZoneInfo.from_file(io.BytesIO(b"x")), lambda:zoneinfo.ZoneInfo.from_file(io.BytesIO(b"TZif"),3,4), lambda:zoneinfo.ZoneInfo.no_cache(), lambda:zoneinfo.ZoneInfo.clear_cache(1), lambda:zoneinfo.ZoneInfo.clear_cache(only_keys=3), lambda: zoneinfo.ZoneInfo.clear_cache(only_keys=["UTC"]), lambda: zoneinfo.ZoneInfo("../x"), lambda: zoneinfo.ZoneInfo("/etc/localtime"), lambda: zoneinfo.ZoneInfo(""), lambda: zoneinfo.ZoneInfo(None), lambda: zoneinfo.ZoneInfo("\0"),lambda: zoneinfo.ZoneInfo("\ud800"), lambda: z.__reduce__(), lambda: zoneinfo.ZoneInfo("UTC").__reduce__()[1], lambda: zoneinfo.ZoneInfo.no_cache("UTC").__reduce__()[1], lambda: zoneinfo.ZoneInfo._unpickle("UTC",1), lambda:z.fromutc(d.datetime(2000,1,1)), lambda: repr(z), lambda: str(z), lambda: str(tz(b"").from_file(open("/usr/share/zoneinfo/UTC","rb")))[:40], lambda: zoneinfo.ZoneInfo("UTC") is zoneinfo.ZoneInfo("UTC"), lambda: setattr(z,"key",3), lambda: setattr(z,"foo",3), lambda: tz(b"",trans=(),types=()), lambda: tz(b"",trans=((5,0),),types=()), lambda: tz(b"AAA3",types=()), lambda: zoneinfo.ZoneInfo.from_file(io.BytesIO(b"TZif\0"+b"\0"*15+struct.pack(">6l",0,0,0,0,0,0)))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, repr(e.__cause__))
# Subclasses, caches, pickles.
import pickle, copy, gc, weakref
class Sub(zoneinfo.ZoneInfo):
    pass
print(Sub("UTC"), repr(Sub("UTC")), Sub("UTC") is Sub("UTC"), Sub("UTC") is zoneinfo.ZoneInfo("UTC"), Sub.no_cache("UTC") is Sub("UTC"), Sub._weak_cache is not None)
a = zoneinfo.ZoneInfo("Europe/Paris")
print(pickle.loads(pickle.dumps(a)) is a, copy.copy(a) is a, copy.deepcopy(a) is a, pickle.loads(pickle.dumps(zoneinfo.ZoneInfo.no_cache("Europe/Paris"))) is a)
zoneinfo.ZoneInfo.clear_cache(only_keys=["Europe/Paris"])
print(zoneinfo.ZoneInfo("Europe/Paris") is a, hash(a) == hash(a), a == zoneinfo.ZoneInfo("Europe/Paris"))
w = weakref.ref(zoneinfo.ZoneInfo.no_cache("Asia/Tokyo"))
gc.collect()
print(w())
class Cache:
    def get(self, key, default=None): return 1337
Sub._weak_cache = Cache()
try: Sub("UTC")
except RuntimeError as e: print(e)
del Sub._weak_cache
try: print(Sub("UTC"))
except AttributeError as e: print(e)
# Day rules over leap years, and negative summer time.
for rule in "AAA0BBB,J58,J61", "AAA0BBB,J59,J60", "AAA0BBB,58,61", "AAA0BBB,0/0,J365/25", "AAA-1BBB0,M10.5.0,M3.5.0/1", "AAA3BBB,M2.5.1,M2.1.6", "AAA3BBB,M11.1.0,M2.3.0/-2", "AAA1BBB,M9.4.4/24,M3.4.4/50":
    z = tz(rule.encode())
    for year in 1999, 2000, 2023:
        moment = d.datetime(year, 1, 1, tzinfo=d.timezone.utc)
        changes, last = [], None
        for hour in range(0, 24 * 366, 1):
            there = (moment + d.timedelta(hours=hour)).astimezone(z)
            now = (there.tzname(), there.fold)
            if now != last:
                changes.append(f"{there:%m-%d %H} {now}")
            last = now
        print(rule, year, changes)
for key in "Europe/Berlin", "America/New_York", "Europe/Dublin", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca", "America/Sao_Paulo":
    z = zoneinfo.ZoneInfo(key)
    for moment in d.datetime(1850, 1, 1), d.datetime(1945, 5, 24, 2, 30), d.datetime(1970, 1, 1), d.datetime(2011, 12, 30, 5), d.datetime(2024, 3, 31, 2, 30), d.datetime(2024, 10, 27, 2, 30), d.datetime(2050, 7, 1), d.datetime(9999, 12, 31):
        for fold in 0, 1:
            m = moment.replace(tzinfo=z, fold=fold)
            print(key, m, m.dst(), m.tzname(), m.utcoffset() + d.timedelta(seconds=1), end=" ")
        try: print(moment.replace(tzinfo=d.timezone.utc).astimezone(z))
        except OverflowError as e: print(e)
print(zoneinfo.ZoneInfo.__doc__, zoneinfo.ZoneInfo.utcoffset.__doc__, zoneinfo.ZoneInfo.__module__, zoneinfo.ZoneInfo.__mro__)
class Moment(d.datetime):
    pass
print(type(Moment(2024, 10, 27, 1, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin")).astimezone(zoneinfo.ZoneInfo("UTC"))).__name__, zoneinfo.ZoneInfo("Europe/Berlin").fromutc(Moment(2024, 10, 27, 1, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))).fold)
