import builtins
for name in sorted(dir(builtins)):
    v = getattr(builtins, name)
    if type(v).__name__ == 'builtin_function_or_method':
        doc = v.__doc__
        print(name, v.__name__, v.__qualname__, v.__module__, v.__text_signature__, len(doc), doc[:50])
