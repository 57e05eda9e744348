# Functions of sys: arguments, answers, messages.
import sys


def attempt(text):
    try:
        print(text, "->", eval(text))
    except BaseException as e:
        print(text, "!!", type(e).__name__, e)


for text in (
    "sys.setswitchinterval(0)", "sys.setswitchinterval('a')", "sys.getswitchinterval()", "sys.setrecursionlimit(0)", "sys.setrecursionlimit('a')", "sys.setrecursionlimit(10**20)", "sys.getrecursionlimit()",
    "sys.intern('ab' + 'cd')", "sys.intern(1)", "sys.intern()", "sys.getsizeof(1)", "sys.getsizeof()", "sys.getsizeof([])", "sys.getsizeof(b'abc')", "sys.getsizeof(5, default=1)",
    "sys.set_int_max_str_digits(100)", "sys.set_int_max_str_digits('a')", "sys.get_int_max_str_digits()", "sys.activate_stack_trampoline('x')", "sys.activate_stack_trampoline(1)",
    "sys._getframe(10**6)", "sys._getframe('a')", "sys._getframe(0).f_code.co_name", "sys._getframe(1).f_code.co_name", "sys._getframemodulename()", "sys._getframemodulename(10**6)",
    "sys.exit()", "sys.exit(3)", "sys.exit('text')", "sys.exit((1, 2))", "sys.exit(1, 2)", "sys.settrace()", "sys.gettrace()", "sys.getprofile()", "sys.call_tracing(len)", "sys.call_tracing(len, [])",
    "sys.getrefcount()", "sys.get_asyncgen_hooks()", "sys.get_coroutine_origin_tracking_depth()", "sys.displayhook()", "sys.displayhook(None)", "sys.displayhook(5)", "sys.excepthook()", "sys.unraisablehook(1)",
    "sys.exc_info()", "sys.exception()", "sys._is_interned('sys')", "sys._is_interned(1)", "sys._is_gil_enabled()", "sys.getdefaultencoding()", "sys.getfilesystemencoding()", "sys.getfilesystemencodeerrors()",
    "sys.is_finalizing()", "sys.version_info[:3]", "sys.version_info.releaselevel", "sys.version_info > (3, 13)", "sys.hexversion", "sys.api_version", "sys.maxsize", "sys.maxunicode", "sys.byteorder", "sys.float_repr_style",
    "sys.hash_info", "sys.int_info", "sys.float_info", "sys.implementation.name", "sys.implementation.cache_tag", "sys.flags.optimize", "sys.flags.nope", "type(sys.flags)()", "type(sys.version_info)()", "type(sys.float_info)(range(3))",
    "len(type(sys.float_info)(range(11)))", "sys.float_info.max == max(sys.float_info)", "repr(sys.version_info)", "sys.platform", "sys.copyright.split()[0]", "sys.builtin_module_names[:1]", "'sys' in sys.stdlib_module_names",
    "sys.monitoring.__name__", "sys.pycache_prefix", "sys.warnoptions", "sys.dont_write_bytecode in (True, False)", "sys.ps1", "sys.last_exc", "sys.tracebacklimit", "sys.nothing",
):
    attempt(text)
try:
    raise ValueError("handled")
except ValueError:
    print(sys.exc_info()[:2], repr(sys.exception()))
    try:
        raise KeyError("inner")
    except KeyError:
        print(repr(sys.exception()), repr(sys.exception().__context__))
    print(repr(sys.exception()))
print(sys.exception())
print(_ if "_" in dir(__builtins__) else "no _")
