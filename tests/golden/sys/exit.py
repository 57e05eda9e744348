import sys
for args in ((), (None,), (0,), (3,), ('text',), ((1, 2),), (1, 2), (SystemExit,)):
    try:
        sys.exit(*args)
    except SystemExit as e:
        print('exit', repr(e.code), e.args)
    except TypeError as e:
        print(e)
