import dataclasses as dc, enum, typing as t, functools as f, contextlib as c, inspect, abc, collections as co, types
@dc.dataclass(order=True, slots=True, kw_only=False)
class P:
    x: int
    y: list = dc.field(default_factory=list, compare=False, metadata={'m':1})
    z: t.ClassVar[int]=3
    w: dc.InitVar[int]=0
    _: dc.KW_ONLY
    k: str='k'
    def __post_init__(self, w): self.y.append(w)
print(P(1,w=5), P(1)<P(2), dc.asdict(P(1)), dc.replace(P(1,w=0),x=9,w=1), [f.name for f in dc.fields(P)], inspect.signature(P), P.__match_args__, P.__slots__)
for b in (lambda: P(), lambda: P(1,2,3,4), lambda: P(1,kk=1), lambda: P(1)<3, lambda: dc.make_dataclass('Q',[('a',int,3),'b']), lambda: dc.dataclass(frozen=True)(type('F',(),{'__annotations__':{'a':int}}))(1).__setattr__('a',2), lambda: dc.fields(3), lambda: dc.dataclass(type('G',(),{'__annotations__':{'a':list},'a':[]}))):
    try: print(b())
    except Exception as e: print(type(e).__name__, e)
class Color(enum.Enum):
    RED=1; GREEN=enum.auto(); ALIAS=1
    @property
    def h(self): return self.name.lower()
    @classmethod
    def _missing_(cls,v): return cls.RED if v=='r' else None
class Perm(enum.Flag): R=4; W=2; X=1; RW=R|W
class I(enum.IntEnum): A=1; B=2
class S(enum.StrEnum): A=enum.auto(); B='b'
print(list(Color), Color('r'), Color.RED.h, Color.__members__, Perm.R|Perm.X, ~Perm.R, Perm(7), Perm.RW in Perm.RW, list(Perm.RW), I.A+1, f'{I.A} {S.A} {Color.RED!r}', S.A=='a', Perm(0), Color['GREEN'], repr(I.B), str(Perm.RW))
for b in (lambda: Color(9), lambda: Color['X'], lambda: Perm(99), lambda: setattr(Color,'RED',3), lambda: type('E',(Color,),{}), lambda: Color.RED<Color.GREEN, lambda: enum.unique(Color), lambda: Color.NOPE):
    try: print(b())
    except Exception as e: print(type(e).__name__, e)
@f.singledispatch
def sd(x): return 'obj'
@sd.register
def _(x: int|str): return 'intstr'
@sd.register(list)
def _(x): return 'list'
print(sd(1),sd(''),sd([]),sd(1.0),sd.registry.keys(), sd.dispatch(bool).__name__)
class SM:
    @f.singledispatchmethod
    def m(self,a): return 'd'
    @m.register
    def _(self,a:int): return 'i'
    @f.cached_property
    def cp(self): print('calc'); return 3
print(SM().m(1),SM().m('')); s=SM(); s.cp; s.cp
@f.lru_cache(maxsize=2)
def lc(a,b=1): return a
[lc(i) for i in (1,2,1,3,2)]; print(lc.cache_info(), lc.cache_parameters()); print(f.reduce(lambda a,b:a*b,[1,2,3],10), f.partial(int,base=2)('101'), repr(f.partial(print,1,a=2)), f.partial(pow,f.Placeholder,2)(5), sorted([3,1],key=f.cmp_to_key(lambda a,b:b-a)))
@f.total_ordering
class TO:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(TO(1)>=TO(0), TO(1)<=TO(0)); 
with c.ExitStack() as st:
    st.callback(print,'cb1'); st.enter_context(c.closing(type('C',(),{'close':lambda s:print('closed')})())); st.push(lambda *a: print('exit',a[0]) or True); raise KeyError('sup')
@c.contextmanager
def cm():
    print('in')
    try: yield 5
    except ValueError as e: print('caught',e)
    finally: print('out')
with cm() as v: raise ValueError('q')
@cm()
def deco(): print('body')
deco()
with c.suppress(KeyError): {}['a']
try:
    with cm(): raise KeyError('thru')
except KeyError as e: print(e, e.__context__)
@c.contextmanager
def noy():
    if 0: yield
try:
    with noy(): pass
except RuntimeError as e: print(e)
T=t.TypeVar('T',bound=int)
class G(t.Generic[T]): pass
class Pr(t.Protocol):
    def meth(self)->int: ...
class TD(t.TypedDict,total=False): a:t.Required[int]; b:str
NT=t.NamedTuple('NT',[('a',int),('b',str)])
class N2(t.NamedTuple):
    a:int
    b:str='d'
print(G[int], t.Optional[int], t.Union[int,str]|None, t.get_args(dict[str,int]), t.get_origin(t.List[int]), N2(1), N2(1)._asdict(), NT(1,'x')._replace(a=3), TD.__required_keys__, TD(a=1), t.Literal['a',1], t.Callable[[int],str], t.Annotated[int,'m'], t.cast(int,'x'), t.Any, t.TypeAlias, list[T][int], t.ParamSpec('PP'), t.Self)
for b in (lambda: N2(), lambda: G[int,str], lambda: t.Union[()], lambda: isinstance(1,list[int]), lambda: isinstance(1,Pr), lambda: t.Literal, lambda: N2(1)._replace(z=1), lambda: t.NamedTuple('x',[('_a',int)]), lambda: t.Optional[1,2], lambda: TD().a, lambda: t.assert_never(3), lambda: t.get_type_hints(3)):
    try: print(b())
    except Exception as e: print(type(e).__name__, e)
class AB(abc.ABC):
    @abc.abstractmethod
    def a(self): ...
    @property
    @abc.abstractmethod
    def b(self): ...
try: AB()
except TypeError as e: print(e)
AB.register(int); print(isinstance(1,AB), AB.__abstractmethods__==frozenset({'a','b'}))
Pt=co.namedtuple('Pt','x y',defaults=[0]); print(Pt(1), Pt._fields, Pt._field_defaults, Pt(1).__replace__(x=2), Pt.__doc__, Pt._make([1,2]))
for b in (lambda: Pt(), lambda: co.namedtuple('A','a a'), lambda: co.namedtuple('A','def'), lambda: Pt(1)._replace(q=1), lambda: Pt._make([1,2,3])):
    try: print(b())
    except Exception as e: print(type(e).__name__, e)
cn=co.Counter('abracadabra'); print(cn.most_common(2), cn-co.Counter('aaa'), +cn, cn['zz'], cn.total(), co.ChainMap({'a':1},{'b':2}), co.OrderedDict(a=1,b=2), co.defaultdict(list,{1:[2]}), co.deque([1,2,3],2), cn & co.Counter('ab'))
d=co.deque(range(5)); d.rotate(2); print(d, d.index(0)); od=co.OrderedDict.fromkeys('abc'); od.move_to_end('a'); print(od, od.popitem(last=False), list(reversed(od)))
