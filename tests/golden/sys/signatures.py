import sys
skip = ('_baserepl', '_stats_on', '_stats_off')
for name in sorted(vars(sys)):
    v = getattr(sys, name)
    if type(v).__name__ == 'builtin_function_or_method' and name not in skip:
        print(name, v.__name__, v.__module__, v.__text_signature__, len(v.__doc__), repr(v.__doc__[:40]))
