"""_elementtree: messages, sizes, copies, parsers with targets and events."""
import _elementtree as e, sys, warnings
def t(f,*a,**k):
    try: print(repr(f(*a,**k)).split(' at 0x')[0])
    except BaseException as x: print(type(x).__name__, x)
E=e.Element
t(E); t(E,1,2); t(E,1,{},3); t(E,'a',attrib=3); t(e.SubElement); t(e.SubElement,1,2); t(e.SubElement,E('a')); t(e.SubElement,E('a'),'b',1); t(e.SubElement,E('a'),'b',{},1)
x=E('a'); t(x.append,1); t(x.insert,0,1); t(x.remove,1); t(x.remove,x); t(x.extend,1); t(x.extend,[1]); t(x.makeelement,'a',1); t(x.makeelement,'a'); t(x.__deepcopy__,1)
t(x.__setstate__,{'bad':1}); t(x.__setstate__,1); t(x.__setstate__,{'tag':'q','_children':3}); t(x.__setstate__,{}); t(lambda: x[5]); t(lambda: x['a']); t(x.__setitem__,0,1); t(x.__delitem__,0); t(x.__setitem__,slice(0,1),1); t(x.__setitem__,'a',1)
t(delattr,x,'tag'); t(setattr,x,'attrib',1); t(x.__setstate__,{'tag':'z'}); t(lambda: x)
print(sys.getsizeof(E('a')), x.__sizeof__(), E('a',b='c').__sizeof__())
y=E('a')
for i in range(12): y.append(E('b')); print(y.__sizeof__(),end=' ')
print()
t(e.TreeBuilder,1,2); t(e.TreeBuilder,foo=1); t(e.XMLParser,1); t(e.XMLParser,encoding=1); t(e.XMLParser,foo=1)
p=e.XMLParser(); t(lambda: p.target); print(p.entity)
t(p.feed,1); t(p._setevents,1); t(p._setevents,[],1); t(p._setevents,[],[1]); t(p._setevents,[],['zz'])
t(e.XMLParser.__new__(e.XMLParser).feed,'a')
b=e.TreeBuilder(); t(b.end,'a'); t(b.close); t(b.start,'a',1); t(b.start,'a',{}); b.end('a'); t(b.start,'b',{}); t(b.data,'x'); t(b.comment,'x'); t(b.pi,'x')
t(e._set_factories,1,None); t(e._set_factories,None,1); print(e._set_factories(None,None)); 
b=e.TreeBuilder(); t(b.comment,'x'); t(b.pi,'x');t(b.pi,'x','y')
print(type(x.iter()), type(x.iter()).__flags__, type(x.iter()).__basicsize__, list(type(x.iter()).__dict__)); t(type(x.iter()))
t(p.close); t(p.flush); q=e.XMLParser(); t(q.feed,'<a>'); t(q.feed, '\ud800'); t(q.feed,'</b>'); t(q._parse_whole,1)
for n in ('Element','TreeBuilder','XMLParser','ParseError'): c=getattr(e,n); print(n,c.__flags__,c.__basicsize__,c.__itemsize__,c.__dictoffset__,c.__weakrefoffset__,' '.join(c.__dict__))
with warnings.catch_warnings():
    warnings.simplefilter('error'); t(bool,x)
import xml.etree.ElementTree as ET, copy, pickle
r=ET.fromstring('<r xmlns:q="u" z="1">t<a>x</a>tail<q:b q:c="d"/>&amp;<!-- c --><?pi x?>end</r>')
def dump(n,d=0):
    print(' '*d,n.tag,n.attrib,repr(n.text),repr(n.tail))
    for c in n: dump(c,d+1)
dump(r); dump(copy.copy(r)); dump(copy.deepcopy(r)); dump(pickle.loads(pickle.dumps(r)))
print(list(r.itertext()), [k.tag for k in r.iter()], [k.tag for k in r.iter('a')], r.find('a').text, r.findtext('a'), len(r.findall('{u}b')), r.findall('.//a')[0].tag, list(r.iterfind('*'))[1].tag)
print(ET.tostring(r)); r[0:1]=[]; del r[-1:]; print(len(r), r.items(), r.keys(), r.get('z'), r.get('y',3))
p=ET.XMLPullParser(['start','end','comment','pi','start-ns','end-ns']); p.feed('<a xmlns="x"><!--c--><?p q?><b/></a>'); print([(k,getattr(getattr(v,'tag',v),'__name__',getattr(v,'tag',v))) for k,v in p.read_events()])
for ev,el in ET.iterparse(__import__('io').BytesIO(b'<a><b/>t</a>'),('start','end')): print(ev,el.tag)
class T:
    def start(self,*a): print('start',a)
    def end(self,*a): print('end',a)
    def data(self,*a): print('data',a)
    def doctype(self,*a): print('doctype',a)
    def start_ns(self,*a): print('sns',a)
    def end_ns(self,*a): print('ens',a)
    def close(self): return 'closed'
p=ET.XMLParser(target=T()); p.feed('<!DOCTYPE a SYSTEM "s"><a xmlns:w="v">x<b/></a>'); print(p.close())
p=ET.XMLParser(); p.entity['foo']='FOO'
try:
    ET.fromstring('<!DOCTYPE a SYSTEM "s"><a>&foo;y&bar;</a>')
except ET.ParseError as x: print(x, x.code, x.position)
p.feed('<!DOCTYPE a SYSTEM "s"><a>&foo;y</a>'); print(p.close().text)
