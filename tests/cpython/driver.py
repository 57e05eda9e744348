"""Runs one of CPython's own test modules on the interpreter that runs this file.

usage: driver.py LIB MODULE RESULTS [--hide-support]

LIB is the folder that holds the package `test`. One line "status<TAB>id<TAB>reason" is appended to RESULTS per test as it ends (a test
that began and has no line took the interpreter down), "module<TAB>status<TAB>reason" at the end. --hide-support makes the C test
modules impossible to import, as on an interpreter that has none.
"""
import sys

SUPPORT = """_testcapi _testinternalcapi _testlimitedcapi _testclinic _testclinic_limited _testbuffer _testimportmultiple _testmultiphase
_testsinglephase _ctypes_test _xxtestfuzz _interpchannels _interpqueues _interpreters xxsubtype xxlimited xxlimited_35""".split()


class Hidden:
    """A finder in front of all others: the hidden names do not exist."""

    def find_spec(self, name, path=None, target=None):
        if name in SUPPORT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def main(lib, module, results, hide=False):
    if lib not in sys.path:
        sys.path.append(lib)
    if hide:
        sys.meta_path.insert(0, Hidden())
    import unittest
    stream = open(results, "a", encoding="utf-8", errors="backslashreplace")

    def line(*parts):
        stream.write("\t".join(" ".join(str(part).split())[:300] for part in parts) + "\n")
        stream.flush()

    class Result(unittest.TestResult):
        def startTest(self, test):
            super().startTest(test)
            self.found = []
            line("start", test.id())

        def note(self, status, test, reason=""):
            if hasattr(self, "found"):
                self.found.append((status, reason))
            else:
                line(status, test.id(), reason)

        def stopTest(self, test):
            order = ["error", "fail", "ok", "xfail", "skip"]
            self.found.sort(key=lambda item: order.index(item[0]))
            line(self.found[0][0] if self.found else "error", test.id(), self.found[0][1] if self.found else "no outcome")
            del self.found
            super().stopTest(test)

        def addSuccess(self, test):
            self.note("ok", test)

        def addError(self, test, err):
            self.note("error", test, f"{err[0].__name__}: {err[1]}")

        def addFailure(self, test, err):
            self.note("fail", test, f"{err[0].__name__}: {err[1]}")

        def addSkip(self, test, reason):
            self.note("skip", test, reason)

        def addExpectedFailure(self, test, err):
            self.note("xfail", test)

        def addUnexpectedSuccess(self, test):
            self.note("fail", test, "unexpected success")

        def addSubTest(self, test, subtest, err):
            if err is not None:
                status = "fail" if issubclass(err[0], test.failureException) else "error"
                self.note(status, test, f"{err[0].__name__}: {err[1]} {subtest._subDescription()}")

    try:
        from test import support
        support.use_resources = []
    except Exception:
        pass
    try:
        tests = unittest.defaultTestLoader.loadTestsFromName("test." + module)
    except unittest.SkipTest as skipped:
        line("module", "skip", skipped)
        return
    except BaseException as error:
        line("module", "import", f"{type(error).__name__}: {error}")
        return
    tests.run(Result())
    line("module", "done")


if __name__ == "__main__":
    main(*sys.argv[1:4], hide=sys.argv[4:] == ["--hide-support"])
