from decimal import Decimal as D
import warnings
def t(f,*a):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: print(repr(f(*a)), end=' ')
        except Exception as e: print(type(e).__name__,e, end=' ')
        print([str(x.message) for x in w])
d=D('1234567.891')
for a in [('n',),('N',),('010.3N',),('g',[],9),('g',9),('g',None),(),([],),('g',{'decimal_point':'x'}),('.2f',{'decimal_point':'xxxxx'}),('.2f',{'thousands_sep':'_','grouping':'\x03\x02'}),(',',{'decimal_point':','}),(',',{'decimal_point':',','thousands_sep':'.'}),('n',{'decimal_point':1}),('n',{'decimal_point':''}),('n',{'grouping':'\xff'}),('n',{'thousands_sep':'yyyyy'}),('nn',{}),('020n',{'thousands_sep':'´','grouping':'\x03\x03\x00','decimal_point':'¿'}),('e',{'decimal_point':','}),('010,.3e',),('%',{'grouping':'\x01\x7f','thousands_sep':'ab'}),('>Nf',),('_',),(',_',),('z.1f',),('n>',),('<020',),('0<20',),('=020',),('^20,',),('20_.3_f',),('.3,f',),('20.10,f',), ('\u00e9^20',),('99999999999999999999',),('.99999999999999999999',)]:
    print(a, end=' '); t(d.__format__,*a)
for x in '0','1E+5','-0','NaN','sNaN12','-Infinity','1e-10','123.456','0E-3','0e10':
    for s in '','n','N','e','.0e','.2g','010','+,','%','.1%','z','#','#.0f','<10','=10','020,.2f':
        print(x,s, end=' '); t(format,D(x),s)
