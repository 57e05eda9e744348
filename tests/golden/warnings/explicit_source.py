import _warnings, warnings, linecache, sys, types, traceback
from importlib.machinery import ModuleSpec
class L:
    def __init__(s, src='spam\neggs\n', err=None): s.src=src; s.err=err
    def get_source(s, name):
        print('  get_source', name)
        if s.err: raise s.err
        return s.src
class NoSrc: pass
def show(msg): print('  show', msg.filename, 0 if msg.filename[0:1] == '<' else msg.lineno, repr(msg.line), msg.message)
warnings.simplefilter('always')
old=warnings._showwarnmsg
def t(label, g, lineno=1, fn='nonexistent', cached=False):
    print(label); 
    if not cached: linecache.clearcache()
    try: _warnings.warn_explicit('eggs', UserWarning, fn, lineno, module_globals=g)
    except BaseException as e: print('  ', type(e).__name__, e)
    print('   cache', {k:(len(v), v[2] if len(v)>2 else None) for k,v in linecache.cache.items() if 'nonex' in k or 'bar' in k})
for n in range(1):
    if n==0: warnings._showwarnmsg=show
    else:
        warnings._showwarnmsg=old
        sys.stderr=sys.stdout
    l=L()
    t('ok', {'__loader__':l,'__spec__':ModuleSpec('foo',l),'__name__':'foo'})
    t('ok2', {'__loader__':l,'__spec__':ModuleSpec('foo',l),'__name__':'foo'},2)
    t('othername', {'__loader__':l,'__spec__':ModuleSpec('foo',l),'__name__':'__main__'},2)
    t('range', {'__loader__':l,'__spec__':ModuleSpec('foo',l),'__name__':'foo'},99)
    t('neg', {'__loader__':l,'__spec__':ModuleSpec('foo',l),'__name__':'foo'},0)
    t('noname', {'__loader__':l,'__spec__':ModuleSpec('foo',l)})
    t('badname', {'__loader__':l,'__spec__':ModuleSpec('foo',l),'__name__':5})
    t('nospec', {'__loader__':l,'__name__':'foo'})
    t('specnone', {'__loader__':l,'__name__':'foo','__spec__':None})
    t('noloader', {'__name__':'foo','__spec__':None})
    t('loadernone', {'__name__':'foo','__loader__':None,'__spec__':None})
    t('nothing', {'__name__':'foo'})
    t('main specnone', {'__name__':'__main__','__spec__':None})
    t('main', {'__name__':'__main__','__spec__':None,'__loader__':l})
    t('none', {'__name__':'foo','__loader__':None})
    t('nosrc', {'__name__':'foo','__loader__':NoSrc(),'__spec__':None})
    n1=NoSrc(); t('nosrc2', {'__name__':'foo','__loader__':n1,'__spec__':ModuleSpec('foo',n1)})
    for e in (ImportError('x'),ValueError('v'),OSError('o'),SyntaxError('s')):
        l2=L(err=e); t('err', {'__loader__':l2,'__spec__':ModuleSpec('foo',l2),'__name__':'foo'})
    for s in (None, 5, b'spam\nx', '', ['a']):
        l2=L(s); t('src %r'%(s,), {'__loader__':l2,'__spec__':ModuleSpec('foo',l2),'__name__':'foo'})
    t('deprec nospecl', {'__name__':'bar','__loader__':l,'__spec__':types.SimpleNamespace()})
    t('disagree', {'__name__':'bar','__loader__':l,'__spec__':types.SimpleNamespace(loader=3)})
    t('nospecl', {'__name__':'bar','__spec__':types.SimpleNamespace()})
    t('specl', {'__name__':'bar','__spec__':types.SimpleNamespace(loader=l)})
    t('notdict', 5); t('None', None)
    print('cached'); linecache.clearcache()
    for i in range(2): t('c', {'__loader__':l,'__spec__':ModuleSpec('foo',l),'__name__':'foo'}, 1, cached=True)
    t('empty fn', {'__loader__':l,'__spec__':ModuleSpec('foo',l),'__name__':'foo'}, 1, '')
    t('<fn>', {'__loader__':l,'__spec__':ModuleSpec('foo',l),'__name__':'foo'}, 1, '<x>')
