import sys
def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)
T = type(sys.thread_info)
show(T, (1, 2, 3))
show(T, (1, 2))
show(T, 3)
show(T)
show(T, (1, 2, 3), {'a': 1})
show(T, (1, 2, 3), 3)
show(type(sys.flags))
show(type(sys.version_info), (1, 2, 3, 4, 5))
i = sys.int_info
print(i.__match_args__, i.n_fields, i.n_sequence_fields, i.n_unnamed_fields)
print(i.__reduce__())
print(i.__replace__(sizeof_digit=8))
show(i.__replace__, nope=1)
show(i.__replace__, 1)
print(i == (30, 4, 4300, 640), hash(i) == hash((30, 4, 4300, 640)), i[0], list(i), i + (1,), len(i))
show(setattr, i, 'sizeof_digit', 1)
show(getattr, i, 'nope')
print(isinstance(i, tuple), type(i).__mro__, type(i).__name__, type(i).__module__)
match sys.version_info:
    case (major, minor, *_): print(major, minor)
def sub():
    class S(T): pass
show(sub)
