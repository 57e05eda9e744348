import builtins
print(builtins.__name__, builtins.__doc__[:60], builtins.__debug__, __debug__)
skip = ('quit', 'exit', 'copyright', 'credits', 'license', 'help', '_')
names = [n for n in dir(builtins) if n not in skip]
print(names)
for n in names:
    v = getattr(builtins, n)
    if isinstance(v, type):
        print(n, v.__name__, v.__module__, [b.__name__ for b in v.__bases__])
print(EnvironmentError is OSError, IOError is OSError, Ellipsis is ..., NotImplemented)
