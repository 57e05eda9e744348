# _lzma: constructor arguments, filter chains, properties, errors, states of decompressors.
import _lzma, lzma
from lzma import *
print({k:v for k,v in vars(_lzma).items() if isinstance(v,int)})
print(_lzma.LZMAError, LZMAError.__mro__, LZMAError.__doc__, LZMAError.__module__)
def show(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
L=LZMACompressor; D=LZMADecompressor
for kw in [dict(format=9),dict(check=2),dict(check=99),dict(format=FORMAT_ALONE,check=CHECK_CRC32),dict(format=FORMAT_RAW),dict(preset=10),dict(preset=-1),dict(preset=1<<40),dict(preset="a"),dict(preset=1,filters=[]),dict(filters=[]),dict(filters=3),dict(filters=[3]),dict(filters=[{}]),dict(filters=[{"id":99}]),dict(filters=[{"id":"a"}]),dict(filters=[{"id":FILTER_LZMA2,"foo":3}]),dict(filters=[{"id":FILTER_LZMA2,"preset":3,"dict_size":"a"}]),dict(filters=[{"id":FILTER_LZMA2,"preset":99}]),dict(filters=[{"id":FILTER_DELTA}]),dict(filters=[{"id":FILTER_DELTA,"dist":1}]),dict(filters=[{"id":FILTER_DELTA,"x":1},{"id":FILTER_LZMA2}]),dict(filters=[{"id":FILTER_DELTA,"dist":0},{"id":FILTER_LZMA2}]),dict(filters=[{"id":FILTER_DELTA,"dist":257},{"id":FILTER_LZMA2}]),dict(filters=[{"id":FILTER_DELTA,"dist":-1},{"id":FILTER_LZMA2}]),dict(filters=[{"id":FILTER_X86,"start_offset":1,"y":3},{"id":FILTER_LZMA2}]),dict(filters=[{"id":FILTER_ARM,"start_offset":1},{"id":FILTER_LZMA2}]),dict(filters=[{"id":FILTER_LZMA2}]*5),dict(filters=[{"id":FILTER_LZMA2}]*2),dict(filters=[{"id":FILTER_LZMA2,"lc":9}]),dict(filters=[{"id":FILTER_LZMA2,"lc":4,"lp":1}]),dict(filters=[{"id":FILTER_LZMA2,"dict_size":100}]),dict(filters=[{"id":FILTER_LZMA2,"dict_size":1<<40}]),dict(filters=[{"id":FILTER_LZMA2,"mode":9}]),dict(filters=[{"id":FILTER_LZMA2,"nice_len":999}]),dict(filters=[{"id":FILTER_LZMA2,"mf":99}]),dict(filters=[{"id":FILTER_LZMA1}]),dict(format=FORMAT_ALONE,filters=[{"id":FILTER_LZMA2}]),dict(format=FORMAT_RAW,filters=[{"id":FILTER_LZMA1}],check=0),dict(format=FORMAT_RAW,filters=[{"id":FILTER_LZMA1}],check=1),dict(format="a"),dict(filters={"id":3}),dict(format=FORMAT_AUTO),dict(preset=None,filters=None),dict(preset=9|PRESET_EXTREME),dict(preset=16), dict(filters=[{"id":FILTER_LZMA2,"depth":-1}])]:
    print(kw, end=' '); show(lambda: type(L(**kw)).__name__)
for kw in [dict(format=9),dict(memlimit=-1),dict(memlimit="a"),dict(format=FORMAT_RAW),dict(format=FORMAT_RAW,filters=[]),dict(format=FORMAT_XZ,filters=[{"id":FILTER_LZMA2}]),dict(format=FORMAT_RAW,memlimit=3,filters=[{"id":FILTER_LZMA2}]),dict(format=FORMAT_RAW,filters=[{"id":FILTER_LZMA2}]),dict(filters=[]),dict(memlimit=1<<70), dict(format=FORMAT_AUTO,memlimit=None)]:
    print(kw, end=' '); show(lambda: (lambda d:(d.check,d.eof,d.needs_input,d.unused_data))(D(**kw)))
c=L(); show(lambda:len(c.compress(b"a")+c.flush())); show(c.flush); show(lambda:c.compress(b""))
show(lambda:L().compress("a")); show(lambda:L(1,2,3,4,5)); show(lambda: D(1,2,3,4))
show(lambda:lzma.compress(b""))
for f in (1,2): show(lambda:lzma.compress(b"",format=f))
for fs in ([{"id":FILTER_LZMA2}],[{"id":FILTER_LZMA1}],[{"id":FILTER_DELTA},{"id":FILTER_LZMA2}]): show(lambda:lzma.compress(b"",format=FORMAT_RAW,filters=fs))
d=D(); data=lzma.compress(b"hello"*100)
show(lambda:(d.decompress(data[:20]),d.check,d.needs_input)); show(lambda:(d.decompress(data[20:]+b"rest",7),d.check,d.needs_input,d.eof)); show(lambda:d.decompress(b"",100));show(lambda:(len(d.decompress(b"")),d.needs_input,d.eof,d.unused_data)); show(lambda:d.decompress(b""))
for bad in (b"x"*30, data[:30]+b"x"+data[31:], data[:7]+b"\x09"+data[8:], b"\xfd7zXZ\0", b"\xfd7zXZx", b"", b"\x5d\0\0\x80\0"+b"\xff"*8+b"\1", data[:-1]+b"x", b"\x5d\0\0\x80\0"+b"\xff"*8+b"\0\1\2\3\4\5\6"*9):
    d=D(); show(lambda: d.decompress(bad)); print(d.eof,d.needs_input,d.check); show(lambda: d.decompress(b"")); show(lambda: lzma.decompress(bad))
d=D(memlimit=1000); show(lambda:d.decompress(data))
d=D(memlimit=1000); show(lambda:d.decompress(lzma.compress(b"a",format=FORMAT_ALONE)))
for f in [{"id":FILTER_LZMA1},{"id":FILTER_LZMA2},{"id":FILTER_LZMA2,"preset":9},{"id":FILTER_LZMA1,"lc":1,"lp":2,"pb":4,"dict_size":5000},{"id":FILTER_DELTA},{"id":FILTER_DELTA,"dist":200},{"id":FILTER_X86},{"id":FILTER_X86,"start_offset":0},{"id":FILTER_ARM,"start_offset":8},{"id":FILTER_LZMA2,"dict_size":5000},{"id":FILTER_ARM,"start_offset":3},{"id":FILTER_DELTA,"dist":0},{"id":99},3,{}, {"id":FILTER_LZMA1,"lc":9}]:
    print(f,end=' '); show(lambda: _lzma._encode_filter_properties(f))
for i,p in [(FILTER_LZMA1,b"]\0\0\x80\0"),(FILTER_LZMA2,b"\x16"),(FILTER_LZMA2,b""),(FILTER_LZMA2,b"\x29"),(FILTER_LZMA2,b"\x28"),(FILTER_DELTA,b"\x05"),(FILTER_DELTA,b""),(FILTER_X86,b""),(FILTER_X86,b"\1\0\0\0"),(FILTER_ARM,b"\1\0\0\0"),(99,b""),(FILTER_LZMA1,b"\xff\0\0\x80\0"),("a",b""),(1,"a"),(FILTER_X86,b"\0\0\0\0")]:
    print(i,p,end=' '); show(lambda: _lzma._decode_filter_properties(i,p))
for i in (0,1,2,4,10,15,16,-1,"a",1<<40): show(lambda: is_check_supported(i))
show(lambda: setattr(d,'eof',1)); show(lambda: __import__('pickle').dumps(d)); show(lambda: __import__('copy').copy(c)); show(lambda: __import__('pickle').dumps(c))
class M:
    def __getitem__(self,k):
        if k=="id": return FILTER_LZMA2
        raise KeyError(k)
    def __len__(self): return 1
show(lambda:L(filters=[M()])); show(lambda: L(filters=iter([])))
show(lambda: lzma.decompress(lzma.compress(b"abc",check=CHECK_SHA256)+lzma.compress(b"def",check=CHECK_NONE,format=FORMAT_XZ)))
show(lambda: (lzma.decompress(lzma.compress(b"abc",format=FORMAT_ALONE)+b"\0\0\0\0")))
show(lambda: len(lzma.decompress(lzma.compress(bytes(1000000),preset=0)))); show(lambda: D(0,None).decompress(b"\xfd7",-1))
show(lambda:D().decompress(b"a",1<<80)); show(lambda:D().decompress())
