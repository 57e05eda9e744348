# format_exception of chains, groups with notes, limits of groups.
import traceback


def raising(error, cause=None):
    try:
        if cause is None:
            raise error
        raise error from cause
    except BaseException as e:
        return e


def text(error, **options):
    print("".join(traceback.format_exception(error, **options)))
    print("-----")


inner = raising(KeyError("inner"))
inner.add_note("a note\nof two lines")
text(raising(ValueError("outer"), inner))
text(raising(ValueError("outer"), inner), chain=False)
group = raising(ExceptionGroup("top", [raising(ValueError(1)), ExceptionGroup("nested", [raising(TypeError("t")), KeyError("no traceback")]), OSError(2, "msg")]))
group.add_note("group note")
text(group)
text(ExceptionGroup("many", [ValueError(i) for i in range(20)]))
deep = ValueError("leaf")
for i in range(13):
    deep = ExceptionGroup(f"level {i}", [deep])
text(deep)
te = traceback.TracebackException.from_exception(ExceptionGroup("w", [ValueError(i) for i in range(5)]), max_group_width=2, max_group_depth=1)
print("".join(te.format()))
for flag in (False, True):
    print("".join(traceback.format_exception_only(group, show_group=flag)))
cycle = ValueError("cycle")
cycle.__context__ = TypeError("second")
cycle.__context__.__context__ = cycle
text(cycle)
