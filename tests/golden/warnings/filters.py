import sys
import warnings


class Shown:
    """Output with the name of this file in place of its path."""

    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        return self.stream.write(text.replace(__file__, "program.py"))

    def flush(self):
        self.stream.flush()


sys.stdout = Shown(sys.stdout)


def noisy(category=UserWarning, message="careful"):
    warnings.warn(message, category, stacklevel=2)


for action in ("error", "ignore", "always", "default", "module", "once"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.simplefilter(action)
        try:
            for _ in range(2):
                noisy()
            noisy(DeprecationWarning)
        except Warning as e:
            print(action, "raised", repr(e))
        print(action, [(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="care.*", category=UserWarning)
    noisy()
    noisy(message="other")
    noisy(RuntimeWarning, "careful")
    print([str(w.message) for w in caught])
    w = caught[0]
    print(w.category, w.lineno > 0, w.line, w.source, type(w).__name__)
for bad in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("nothing"), lambda: warnings.filterwarnings("error", 5), lambda: warnings.filterwarnings("error", category=int), lambda: warnings.simplefilter("error", lineno=-1), lambda: warnings.warn(), lambda: warnings.warn("x", stacklevel="y"), lambda: warnings.warn_explicit("x")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(warnings.formatwarning("msg", UserWarning, "file.py", 3, "the line"), end="")


@warnings.deprecated("use g")
def f():
    return 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    f()
    print(caught[0].message, caught[0].category.__name__, f.__deprecated__)
sys.stderr = sys.stdout
warnings.showwarning("shown", UserWarning, "no-file.py", 7)
with warnings.catch_warnings():
    warnings.simplefilter("error", ResourceWarning)
    warnings.warn("plain", FutureWarning)
print([f[0] for f in warnings.filters][:2])
