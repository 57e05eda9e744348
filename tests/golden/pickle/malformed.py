import _pickle


def t(data, **k):
    try:
        r = _pickle.loads(data, **k)
    except BaseException as e:
        print(data, type(e).__name__, e)
    else:
        print(data, '->', repr(r)[:60])


for d in [b'I1',b'I\n',b'Iabc\n.',b'I010\n.',b'I0x10\n.',b'I 5\n.',b'I01\n.',b'I00\n.',b'I02\n.',b'L5L\n.',b'L010L\n.',b'L0x10\n.',b'L\n.',b'LxL\n.',b'Fx\n.',b'F\n.',b'F1.5\n.',b'F1e999\n.',b'Fnan\n.',b'F 1\n.',b'g1\n.',b'gx\n.',b'h\1.',b'j\1\0\0\0.',b'Np-1\n.',b'',b'.',b'N',b'(.',b'((.',b'(N0.',b'(0.',b'N0N.',b'0.',b'NR.',b'NNR.',b'N)R.',b'cos\ngetcwd\nNR.',b'NN\x81.',b'cbuiltins\nint\nN\x81.',b'cbuiltins\nint\n)N\x92.',b'N))\x92.',b'Nb.',b'NNb.',b'N}b.',b'NK\1b.',b']Na.',b'Na.',b'NNa.',b'](Ne.',b'N(Ne.',b'(Ne.',b'}(Nu.',b'}(NNu.',b'N(NNu.',b'(Nd.',b'(t',b't.',b'(NNd.',b'Ns.',b'}NNs.',b'}Ns.',b'\x8f(N\x90.',b'N(N\x90.',b'o.',b'(o.',b'(No.',b'(cbuiltins\nint\no.',b'(ibuiltins\nint\n.',b'(ibuiltins\n.',b'c\n\n.',b'cos\n\xff\n.',b'cnosuch\nx\n.',b'cos\nnosuch\n.',b'\x80\x06.',b'\x80\x04\x8c\2os\x8c\3a.b\x93.',b'NN\x93.',b'\x82\0.',b'\x82\1.',b'\x83\1\0.',b'\x84\xff\xff\xff\xff.',b'Pabc\n.',b'P\xff\n.',b'NQ.',b'\x97.',b'N\x98.',b'\xff.',b'\0.',b"'.",b'z.',b'Sabc\n.',b"S'abc'\n.",b"S'\\x'\n.",b"S'\xff'\n.",b'U\1\xff.',b'T\xff\xff\xff\xff.',b'\x8b\xff\xff\xff\xff.',b'B\xff\xff\xff\xff.',b'\x8e'+b'\xff'*8+b'.',b'\x8d'+b'\xff'*8+b'.',b'\x96'+b'\xff'*8,b'\x95'+b'\xff'*8,b'X\xff\xff\xff\x7fa',b'\x8c\1\xff.',b'V\\u12\n.',b'Vabc\\u0041\n.',b'\x85.',b'\x86.',b'(N\x86.',b'N2.',b'2.',b'(2.',b'\x94.',b'q\0.',b'Np\n.',b'(N\x91.',b'\x91.',b'(]\x91.',b'J\1\0\0',b'G\0',b'K',b'(l.',b'l.',b'}]Ns.',b'P\n.', b'M\1',b'\x8a\5\1',b'C\5ab',b'\x8a\2\xff\x7f.',b'\x8a\0.',b'N1.',b'(N1N.', b'p5\n.',b'N.N',b'cbuiltins\nint.x\n.']:
    t(d)
F = b'\x80\x04\x95\x04\0\0\0\0\0\0\0'
for d in (F + b'N.', F + b'NNNN.', F + b'NNK1.', F + b'\x95\x01\0\0\0\0\0\0\0N.', F + b'NN0.', F + b'C\5abcde.', F + b'Vhello\n.'):
    t(d)
t(b'U\1\xff.', encoding='bytes')
t(b'U\1\xff.', encoding='latin1')
t(b'U\1\xff.', errors='replace')
t(b'N.', buffers=3)
t(b'\x97.', buffers=[])
t(b'\x97.', buffers=[5])
t('abc')
t(b'N.', encoding=3)
