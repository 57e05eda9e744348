import time
def t(f,*a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
for y in (-1,-1000,1,0,9999,10000,2**31-1,-2**31,2**31+1899,2**31+1900,-2**31+1900,-2**31+1899): 
    t(lambda: time.asctime((y,1,1,0,0,0,0,1,-1)))
    t(lambda: time.strftime('%Y',(y,1,1,0,0,0,0,1,-1)))
    t(lambda: time.mktime((y,1,1,0,0,0,0,1,-1)))
for v in ((1970,)*9, (2000,0,0,0,0,0,0,0,0),(2000,13,1,0,0,0,0,1,0),(2000,1,32,0,0,0,0,1,0),(2000,1,1,24,0,0,0,1,0),(2000,1,1,0,60,0,0,1,0),(2000,1,1,0,0,62,0,1,0),(2000,1,1,0,0,0,-2,1,0),(2000,1,1,0,0,0,7,1,0),(2000,1,1,0,0,0,0,367,0),(2000,1,1,0,0,-1,0,1,0), (2000,1,1), [1]*9, 5):
    t(time.asctime, v); t(lambda: time.strftime('%a', v))
for s in ('\U0001f40d','%\U0001f40d','\ud800','a\0b','%Y\0%m','é%Y', '%'):
    t(lambda: ascii(time.strftime(s,(2000,1,2,3,4,5,6,7,0))))
import os
os.environ['TZ']='UTC+0'; time.tzset(); print(time.tzname,time.timezone,time.daylight)
os.environ['TZ']='EST+05EDT,M4.1.0,M10.5.0'; time.tzset(); x=1025222400.0; print(time.localtime(x), time.tzname, time.daylight,time.timezone,time.altzone, time.gmtime(x)==time.localtime(x)); print(time.localtime(1040774400.0))
os.environ['TZ']='AEST-10AEDT-11,M10.5.0,M3.5.0'; time.tzset(); print(time.localtime(1040774400.0), time.tzname, time.daylight,time.timezone,time.altzone)
os.environ['TZ']='XYZ3'; time.tzset(); print(time.localtime(0), time.tzname, time.timezone)
os.environ['TZ']='<+03>-3'; time.tzset(); print(time.localtime(0), time.tzname, time.timezone)
os.environ['TZ']='CET-1CEST,M3.5.0,M10.5.0/3'; time.tzset(); print(time.localtime(1e9), time.tzname, time.timezone)
os.environ['TZ']='Europe/Berlin'; time.tzset(); print(time.localtime(1e9), time.tzname, time.timezone)
os.environ['TZ']='Nonsense/Zone'; time.tzset(); print(time.localtime(1e9), time.tzname, time.timezone)
os.environ['TZ']=''; time.tzset(); print(time.localtime(1e9), time.tzname, time.timezone)
