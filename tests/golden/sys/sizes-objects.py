import sys
g = sys.getsizeof
def p(name, *v): print(name, *v)
import collections, array, itertools, functools, types, weakref, datetime, decimal, fractions, re, io, contextlib, operator, enum, dataclasses, random, struct, threading, string, pathlib, contextvars, abc, typing, string
class A: pass
class A1:
    def __init__(self): self.x=1
class A5:
    def __init__(self): self.a=self.b=self.c=self.d=self.e=1
class B: __slots__=('x','y')
class B0: __slots__=()
class BD: __slots__=('x','__dict__')
class BW: __slots__=('x','__weakref__')
class BDW: __slots__=('__dict__','__weakref__')
class AB(B): pass
class AB2(B): __slots__=('z',)
class AA(A): __slots__=('q',)
p('inst', [g(c()) for c in (A,A1,A5,B,B0,BD,BW,BDW,AB,AB2,AA)])
p('classes', [g(c) for c in (A,A1,A5,B,B0,BD,BW,BDW,AB,AB2,AA)])
a=A(); p('d', g(a.__dict__)); a.x=1; p(g(a), g(a.__dict__)); a.y=1; p(g(a.__dict__)); 
for i in range(40): setattr(a,'k%d'%i,i); 
p(g(a.__dict__), g(a))
p("A1", g(A1().__dict__), g(vars(A5())), g(vars(A5())))
x=A5(); p(g(x.__dict__)); del x.a; p(g(x.__dict__)); x.f=1; p(g(x.__dict__)); x.__dict__[1]=2; p(g(x.__dict__))
b=[A() for i in range(3)]
for i in range(10):
    setattr(b[0],'n%d'%i,1); p('grow', i, g(b[0].__dict__), g(b[1].__dict__))
def f(a,b=1,*c,d,**e): x=1; return a
def gen(): x=1; yield x
async def co(): pass
async def ag(): yield 1
def clo():
    n=1; m=2
    def inner(): return n,m
    return inner
p('func', g(f), g(f.__code__), g(gen.__code__), g(co.__code__), g(clo), g(clo()), g(clo().__code__), g(clo.__code__), g(lambda:0), g((lambda:0).__code__))
c=co(); p('gens', g(gen()), g(c), g(ag()), g(x for x in ()), g(gen().gi_code)); c.close()
def manylocals():
    a=b=c=d=e=f=g=h=1
    yield a,b,c,d,e,f,g,h
p(g(manylocals()), g(manylocals.__code__))
fr=sys._getframe(); p('frame', g(fr))
def ff(a,b): return g(sys._getframe())
p(ff(1,2))
def deep(): 
    return [g(sys._getframe()), g(sys._getframe(1))]
try: 1/0
except Exception as e: tb=e.__traceback__; p('tb', g(tb), g(tb.tb_frame), g(e))
p('methods', g(A.__init__), g(a.__init__), g([].append), g(len), g(str.join), g('x'.join), g(A1().__init__), g(int.__add__), g((1).__add__), g(int.real), g(int.__dict__['real']), g(dict.fromkeys), g(dict.__dict__['fromkeys']), g(f.__code__.co_positions()), g(f.__code__.co_lines()), g(type.__dict__['__dict__']), g(BD.x), g(types.FunctionType.__dict__['__code__']))
p('builtins', [g(t) for t in (int,str,list,dict,type,object,Exception,collections.deque,datetime.datetime,types.FunctionType)])
p('modules', g(sys), g(types), g(collections), g(types.ModuleType('x')))
p('iter', [g(i) for i in (iter([]),iter(()),iter({}),iter(set()),iter(''),iter(b''),iter(bytearray()),iter(range(3)),iter(range(2**70)),reversed([]),reversed(()),reversed({}),iter({}.items()),iter({}.values()),reversed(range(4)),iter(int,1),iter('\u0394'),iter(memoryview(b'abc')),enumerate([]),zip(),zip([]),zip([],[]),map(len,[]),filter(None,[]),iter(collections.deque()),reversed(collections.deque()))])
p('dictviews', g({}.keys()), g({}.values()), g({}.items()), g(types.MappingProxyType({})), g(A.__dict__))
p('range', g(range(3)), g(range(2**70)), g(slice(1)), g(slice(1,2,3)), g(...), g(None), g(NotImplemented), g(True))
p('exc', [g(e) for e in (Exception(),ValueError('x'),KeyError(1),OSError(),OSError(1,'x'),FileNotFoundError(),StopIteration(1),SystemExit(1),UnicodeDecodeError('a',b'b',0,1,'r'),UnicodeEncodeError('a','b',0,1,'r'),SyntaxError(),ImportError(),AttributeError(),NameError(),ExceptionGroup('a',[ValueError()]),BaseException(),KeyboardInterrupt(),Warning(),RecursionError(),GeneratorExit())])
for n in (0,1,5,63,64,65,66,128,129,200,1000): p('deque', n, g(collections.deque(range(n))), g(collections.deque(range(n),maxlen=10)))
d=collections.deque()
o=[]
for i in range(200): d.appendleft(i); o.append(g(d))
p('dq', o[::11])
for i in range(150): d.pop(); o.append(g(d))
p(o[200::11]); d.clear(); p(g(d)); d.rotate(3)
for n in (0,1,5,6,10,50): p('od', n, g(collections.OrderedDict.fromkeys(range(n))), g(collections.defaultdict(int,{i:i for i in range(n)})), g(collections.Counter(range(n))), g(collections.ChainMap({})), g(collections.UserDict()), g(collections.UserList()))
od=collections.OrderedDict(a=1); p(g(od)); od.move_to_end('a'); del od['a']; p(g(od), g(od.items()), g(od.keys()))
for t in 'bBhHiIlLqQfdw':
    p('array', t, [g(array.array(t,['a']*n if t in 'uw' else [1]*n)) for n in (0,1,5,20)])
ar=array.array('i'); o=[]
for i in range(60): ar.append(i); o.append(g(ar))
p('ag', o)
for i in range(50): ar.pop(); o.append(g(ar))
p(o[60:]); ar.extend(range(10)); p(g(ar), g(iter(ar)), g(ar[:5]), g(ar*3)); ar.frombytes(b'abcd'*7); p(g(ar))
p('mv', g(memoryview(b'abc')), g(memoryview(bytearray(5))[1:3]), g(memoryview(bytearray(8)).cast('B',(2,4))), g(memoryview(ar)))
ba=bytearray(); o=[]
for i in range(100): ba.append(1); o.append(g(ba))
p('ba', o)
o=[]
for i in range(90): ba.pop(); o.append(g(ba))
p(o); ba.extend(b'x'*50); p(g(ba)); ba+=b'y'*10; p(g(ba)); del ba[:20]; p(g(ba)); ba.clear(); p(g(ba)); p(g(bytearray(b'abc')*3), g(bytearray(b'abc')+b'd'), g(bytearray('abc','ascii')), g(bytearray([1,2,3])), g(bytearray(b'abc').upper()))
p('it', [g(i) for i in (itertools.count(),itertools.cycle([1,2]),itertools.repeat(1),itertools.chain([1]),itertools.islice([1],1),itertools.tee([1])[0],itertools.product([1],[2]),itertools.permutations([1,2,3]),itertools.combinations([1,2,3],2),itertools.combinations_with_replacement([1,2],2),itertools.groupby([1]),itertools.accumulate([1]),itertools.starmap(f,[]),itertools.takewhile(f,[]),itertools.dropwhile(f,[]),itertools.zip_longest([],[]),itertools.compress([],[]),itertools.filterfalse(None,[]),itertools.pairwise([]),itertools.batched([1],2))])
p('func2', g(functools.partial(f)), g(functools.partial(f,1,x=2)), g(functools.lru_cache(f)), g(functools.cmp_to_key(f)), g(functools.cached_property(f)), g(functools.singledispatch(f)), g(operator.itemgetter(1)), g(operator.itemgetter(1,2)), g(operator.attrgetter('a')), g(operator.methodcaller('a')), g(property()), g(classmethod(f)), g(staticmethod(f)), g(super(AB,AB())), g(functools.wraps(f)), g(types.MethodType(f,1)))
p('types2', g(types.SimpleNamespace()), g(types.SimpleNamespace(a=1)), g(list[int]), g(int|str), g(typing.List[int]), g(types.CellType(1)), g(weakref.ref(A)), g(weakref.proxy(A)), g(weakref.WeakValueDictionary()), g(weakref.WeakSet()), g(typing.Any), g(typing.TypeVar('T')))
p('dt', g(datetime.date(2020,1,1)), g(datetime.datetime(2020,1,1)), g(datetime.datetime(2020,1,1,tzinfo=datetime.timezone.utc)), g(datetime.time()), g(datetime.time(tzinfo=datetime.timezone.utc)), g(datetime.timedelta(1)), g(datetime.timezone.utc), g(datetime.timezone(datetime.timedelta(1)-datetime.timedelta(1))))
p('dec', g(decimal.Decimal(1)), g(decimal.Decimal('1.5')), g(decimal.Decimal(10)**50), g(decimal.Decimal('1'*200)), g(decimal.getcontext()), g(fractions.Fraction(1,2)))
p('re', g(re.compile('a')), g(re.compile('a(b)c')), g(re.compile('[a-z]+\\d*(x|y)')), g(re.match('a(b)','ab')), g(re.match('a','a')), g(re.finditer('a','a')), g(re.compile('a').scanner('a')))
Pt=collections.namedtuple('Pt','x y'); p('nt', g(Pt(1,2)), g(Pt), g(sys.version_info), g(sys.flags), g(__import__('os').stat('/')), g(__import__('time').localtime()))
class E(enum.Enum): A=1; B=2
class F(enum.IntFlag): A=1; B=2
class IE(enum.IntEnum): A=1
class SE(enum.StrEnum): A='abc'
@dataclasses.dataclass
class DC: x:int=1; y:int=2
@dataclasses.dataclass(slots=True)
class DS: x:int=1; y:int=2
p('enum', g(E.A), g(F.A), g(IE.A), g(SE.A), g(DC()), g(DS()), g(E), g(DC), g(DS))
p('misc', g(random.Random()), g(struct.Struct('ii')), g(struct.Struct('3s')), g(struct.iter_unpack('i',b'')), g(threading.Lock()), g(threading.RLock()), g(threading.local()), g(contextvars.ContextVar('x')), g(contextvars.copy_context()), g(contextvars.ContextVar('y').set(1)), g(complex(1)), g(1.5), g(object()), g(string.Template('a')), g(pathlib.PurePath('a')))
class M(type): pass
class MM(metaclass=M): pass
class Abs(abc.ABC): pass
class Ge[T]: pass
type Al = int
p('meta', g(M), g(MM), g(Abs), g(MM()), g(Abs()), g(Ge), g(Ge[int]), g(Al))
class Meth:
    def m(self): pass
    @property
    def q(self): return 1
    @classmethod
    def c(cls): pass
p('m', g(Meth().m), g(Meth.m), g(Meth.c), g(Meth.q), g(Meth), g(Meth.__dict__['c']))
class NoInit:
    x=1; y=2
    def setx(self): self.z=1; self.w=2
p('ni', g(NoInit), g(NoInit()), g(vars(NoInit())))
class SlotStr(str): __slots__=('a',)
