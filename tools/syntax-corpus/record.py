"""Records what CPython says of wrong sources. Run by tools/syntax-corpus.ts with the Python to be asked.

  record.py collect OUT MODULE...   runs test modules of this Python; writes the sources in them that do not compile
  record.py ask IN OUT              IN: JSON lines [source, mode, flags]; writes the answers

Answers are JSON lines [source, mode, flags, stage, type, message, lineno, offset, end_lineno, end_offset, text]; stage is "parse"
when ast.parse refuses the source, "compile" when only the compiler does, "ok" when nothing does.
"""
import ast
import builtins
import io
import json
import sys
import unittest
import warnings

real_compile = builtins.compile
FLAGS = ast.PyCF_TYPE_COMMENTS | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT | 0x200 | 0x4000  # dont-imply-dedent, incomplete input


def error_of(call):
    try:
        call()
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
    except (ValueError, OverflowError, MemoryError, RecursionError) as e:
        return [type(e).__name__, str(e), None, None, None, None, None]
    return None


def answer(source, mode, flags):
    only_ast = flags | ast.PyCF_ONLY_AST
    error = error_of(lambda: real_compile(source, "<corpus>", mode, only_ast, dont_inherit=True))
    if error is not None:
        # Future statements are checked here too; such errors have no text, for there is no file of that name.
        return ["compile" if error[1] and error[2] and error[6] is None else "parse", *error]
    if mode == "func_type":
        return ["ok"]
    error = error_of(lambda: real_compile(source, "<corpus>", mode, flags, dont_inherit=True))
    return ["ok"] if error is None else ["compile", *error]


def writable(source):
    """compile() itself refuses what cannot be UTF-8 and NUL characters, before the parser sees them."""
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in source and len(source) < 20000


def collect(out, modules):
    seen = {}

    def see(source, mode, flags):
        if isinstance(source, str) and type(source) is str and writable(source):
            seen.setdefault((source, mode, flags & FLAGS))

    def compile(source, filename, mode, flags=0, *args, **kwargs):
        see(source, mode, flags)
        return real_compile(source, filename, mode, flags, *args, **kwargs)

    real_exec, real_eval = builtins.exec, builtins.eval

    def exec(source, /, *args, **kwargs):
        see(source, "exec", 0)
        frame = sys._getframe(1)
        if not args and "globals" not in kwargs:
            args = (frame.f_globals, frame.f_locals)
        return real_exec(source, *args, **kwargs)

    def eval(source, /, *args, **kwargs):
        see(source.lstrip(" \t") if isinstance(source, str) else source, "eval", 0)
        frame = sys._getframe(1)
        if not args and "globals" not in kwargs:
            args = (frame.f_globals, frame.f_locals)
        return real_eval(source, *args, **kwargs)

    loader = unittest.TestLoader()
    for name in modules:
        try:
            module = __import__(name, fromlist=["*"])
        except BaseException as e:
            print(f"{name}: {e!r}", file=sys.stderr)
            continue
        suite = loader.loadTestsFromModule(module)
        before = len(seen)
        builtins.compile, builtins.exec, builtins.eval = compile, exec, eval
        try:
            unittest.TextTestRunner(stream=io.StringIO(), verbosity=0).run(suite)
        except BaseException as e:
            print(f"{name}: {e!r}", file=sys.stderr)
        finally:
            builtins.compile, builtins.exec, builtins.eval = real_compile, real_exec, real_eval
        print(f"{name}: {len(seen) - before} sources", file=sys.stderr)
    with open(out, "w", encoding="utf-8") as file:
        for source, mode, flags in seen:
            if mode not in ("exec", "eval", "single", "func_type"):
                continue
            result = answer(source, mode, flags)
            if result[0] != "ok":
                file.write(json.dumps([source, mode, flags, *result]) + "\n")


def ask(path, out):
    with open(path, encoding="utf-8") as questions, open(out, "w", encoding="utf-8") as file:
        for line in questions:
            source, mode, flags = json.loads(line)
            file.write(json.dumps([source, mode, flags, *answer(source, mode, flags)]) + "\n")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    if sys.argv[1] == "collect":
        collect(sys.argv[2], sys.argv[3:])
    else:
        ask(sys.argv[2], sys.argv[3])
