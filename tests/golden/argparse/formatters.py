# Help formatters, prefixes, files with arguments, parents, conflicts, intermixed arguments.
import argparse
import os
import sys
import tempfile

os.environ["COLUMNS"] = "60"


def parser_with(formatter):
    p = argparse.ArgumentParser(prog="p", formatter_class=formatter, description="First line.\n  Second   line, which is longer than the others and has to be wrapped.\n\nThird.", epilog="end\n  of it", color=False)
    p.add_argument("source", help="where from")
    p.add_argument("dest", nargs="?", default="out", help="where to, which may be a folder or a file or nothing at all")
    p.add_argument("--number", type=float, default=1.5, metavar="N", help="a number")
    p.add_argument("--point", nargs=2, type=int, metavar=("X", "Y"), help="a point")
    p.add_argument("--many", nargs="*", help="many")
    p.add_argument("--a-very-long-option-name-that-leaves-no-room", "-l", action="store_true", help="flag with 100%% of nothing")
    group = p.add_argument_group("special", "things that are special")
    group.add_argument("--special", choices=range(3), type=int, help="one of %(choices)s, default %(default)s, dest %(dest)s")
    return p


for name in ["HelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "ArgumentDefaultsHelpFormatter", "MetavarTypeHelpFormatter"]:
    print("==", name)
    try:
        print(parser_with(getattr(argparse, name)).format_help())
    except AttributeError as error:
        print("AttributeError", error)
print(parser_with(lambda prog: argparse.HelpFormatter(prog, max_help_position=8, width=40)).format_help())

print("== files")
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "args.txt")
    with open(path, "w") as file:
        file.write("--number\n7\n")
    p = argparse.ArgumentParser(prog="p", fromfile_prefix_chars="@", color=False)
    p.add_argument("source")
    p.add_argument("--number")
    print(p.parse_args(["src dir", "@" + path]))

    class Words(argparse.ArgumentParser):
        def convert_arg_line_to_args(self, line):
            return line.split()

    p = Words(prog="p", fromfile_prefix_chars="@")
    p.add_argument("words", nargs="*")
    p.add_argument("--number")
    print(p.parse_args(["@" + path, "a", "b"]))

print("== parents and conflicts")
base = argparse.ArgumentParser(add_help=False)
base.add_argument("--user", default="me")
base.set_defaults(kind="base", user="you")
child = argparse.ArgumentParser(prog="child", parents=[base], conflict_handler="resolve", argument_default=argparse.SUPPRESS, color=False)
child.add_argument("--user", "-u", default="she")
child.add_argument("--other")
print(child.parse_args([]), child.parse_args(["--other", "3"]), child.get_default("user"))
child.print_usage(sys.stdout)
try:
    argparse.ArgumentParser(parents=[base]).add_argument("--user")
except argparse.ArgumentError as error:
    print(error, "|", error.argument_name, "|", error.message)

print("== prefixes")
p = argparse.ArgumentParser(prog="p", prefix_chars="+/", color=False, allow_abbrev=False)
p.add_argument("+f", "++foo")
p.add_argument("/b", action="store_true")
print(p.parse_args("+f 1 /b".split()))
p.print_help()
p = argparse.ArgumentParser(prog="p", exit_on_error=False, color=False)
p.add_argument("--alpha", type=int)
p.add_argument("--alps")
p.add_argument("-1", dest="one", action="store_true")
for args in (["--al", "3"], ["--alph=4"], ["--alpha", "x"], ["-1"], ["--alpha", "-5"], ["--alpha=-5"], ["extra"]):
    try:
        print(args, p.parse_args(args))
    except argparse.ArgumentError as error:
        print(args, "error:", error)
    except SystemExit as stop:
        print(args, "exit:", stop.code)

print("== intermixed, extend, custom")
p = argparse.ArgumentParser(prog="p", color=False)
p.add_argument("--foo")
p.add_argument("cmd")
p.add_argument("rest", nargs="*", type=int)
print(p.parse_intermixed_args("doit 1 --foo bar 2 3".split()))
print(p.parse_known_intermixed_args("doit 1 --foo bar 2 --x".split()))
p = argparse.ArgumentParser(prog="p", suggest_on_error=True, color=False)
p.add_argument("--colour", choices=["red", "green", "blue"])
p.add_argument("--more", action="extend", nargs="+", default=["zero"])
p.add_argument("--append", action="append_const", const=len)
print(p.parse_args("--more 1 2 --more 3 --append --append".split()).more)
for words in (["--more"],):
    try:
        p.parse_args(words)
    except SystemExit as stop:
        print("exit", stop)
print(p.exit.__doc__, p.error.__doc__)
