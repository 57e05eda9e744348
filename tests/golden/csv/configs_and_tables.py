import configparser, csv, io, sys
c = configparser.ConfigParser(); c.read_string('''[DEFAULT]
base = /x
[a]
path = %(base)s/y
n = 5
b = yes
multi = 1
   2
[b:c]
k: v ; no
# c
empty =
''')
print(c.sections(), dict(c['a']), c.getint('a','n'), c['a'].getboolean('b'), c.get('a','zz',fallback='F'), c.has_option('b:c','k'), c['b:c']['k'], repr(c['b:c']['empty']))
for f in (lambda: c.get('a','zz'), lambda: c.get('q','z'), lambda: c.getint('a','b'), lambda: c.add_section('a'), lambda: c.read_string('[a]\n[a]'), lambda: c.read_string('x=1'), lambda: c.read_string('[x]\nfoo'), lambda: c.read_string('[x]\na=1\na=2'), lambda: c.set('a','n',5), lambda: c['a'].__getitem__('nope'), lambda: c.read_dict({'a':{'p':'%(nope)s'}}) or c.get('a','p')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
s=io.StringIO(); c.write(s); print(s.getvalue()); c.remove_section('b:c'); print(list(c.items()))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True, delimiters=('=',), inline_comment_prefixes=('#',), strict=False); e.optionxform=str
e.read_string('[S]\nKey\nA=1 # c\n[T]\nB=${S:A}-${A}\nA=2\n'); print(dict(e['T']), e['S']['Key'], list(e['S']))
r=configparser.RawConfigParser(converters={'list': lambda v: v.split(',')}); r.read_string('[x]\nl=a,b\np=%(z)s'); print(r['x'].getlist('l'), r.getlist('x','l'), r['x']['p'])
rows=[['a','b c','d"e'],[1,2.5,None],['x,y','line\nbreak','']]
for d in csv.list_dialects()+[None]:
    o=io.StringIO(); w=csv.writer(o, d) if d else csv.writer(o, delimiter=';', quoting=csv.QUOTE_NONNUMERIC, quotechar="'", lineterminator='\n'); w.writerows(rows); print(d, repr(o.getvalue())); print(list(csv.reader(io.StringIO(o.getvalue(), newline=''), d) if d else csv.reader(io.StringIO(o.getvalue()), delimiter=';', quotechar="'")))
o=io.StringIO(); w=csv.DictWriter(o,['a','b'],extrasaction='ignore',restval='-'); w.writeheader(); w.writerow({'a':1,'z':2}); print(o.getvalue())
try: csv.DictWriter(o,['a']).writerow({'q':1})
except ValueError as e: print(e)
print(list(csv.DictReader(io.StringIO('a,b\n1,2,3\n4\n'),restkey='R',restval='V')))
for f in (lambda: csv.reader([],delimiter='ab'), lambda: list(csv.reader(['a"b"c','"x'],strict=True)), lambda: csv.writer(io.StringIO(),quoting=csv.QUOTE_NONE).writerow(['a,b']), lambda: csv.writer(3), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.reader(['a\0b']).__next__(), lambda: csv.get_dialect('z'), lambda: csv.field_size_limit('x')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(csv.Sniffer().sniff('a;b;c\n1;2;3\n4;5;6\n').delimiter, csv.Sniffer().has_header('name,age\nbob,3\nal,4\n'))
class My(csv.excel): delimiter='|'; quoting=csv.QUOTE_ALL
csv.register_dialect('my',My); o=io.StringIO(); csv.writer(o,'my').writerow([1,'x']); print(o.getvalue(), csv.get_dialect('my').quoting)
for q in (csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL): o=io.StringIO(); csv.writer(o,quoting=q).writerow([1,'x',None,'']); print(o.getvalue(), list(csv.reader(io.StringIO('1,"x",,""'),quoting=q)))
