# A build tool's command line: subcommands, groups, types, defaults, help texts and every kind of error exit.
import argparse
import contextlib
import io
import os
import sys

os.environ["COLUMNS"] = "80"


def level(text):
    value = int(text)
    if not 0 <= value <= 9:
        raise argparse.ArgumentTypeError(f"level {value} is not between 0 and 9")
    return value


def pair(text):
    key, sep, value = text.partition("=")
    if not sep:
        raise ValueError(text)
    return key, value


class Once(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        if getattr(namespace, self.dest, None) is not None:
            parser.error(f"{option_string} given twice")
        setattr(namespace, self.dest, values)


def make_parser():
    parser = argparse.ArgumentParser(
        prog="forge",
        description="Builds things out of other things, with some care for the order in which that is done.",
        epilog="See the manual for the rest.",
        color=False,
    )
    parser.add_argument("--version", action="version", version="%(prog)s 1.4")
    parser.add_argument("-v", "--verbose", action="count", default=0, help="tell more (repeat for even more)")
    parser.add_argument("-C", "--directory", metavar="DIR", default=".", help="where to work (default: %(default)s)")
    sub = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)

    build = sub.add_parser("build", aliases=["b"], help="build targets", description="Builds targets.", color=False)
    build.add_argument("targets", nargs="+", metavar="TARGET")
    build.add_argument("-j", "--jobs", type=int, default=1)
    build.add_argument("-O", dest="optimize", type=level, default=2, help="level of optimization, 0..9")
    build.add_argument("-D", dest="defines", type=pair, action="append", metavar="KEY=VALUE", default=[])
    build.add_argument("--mode", choices=["debug", "release", "profile"], default="debug")
    build.add_argument("--keep-going", action=argparse.BooleanOptionalAction, default=True)
    build.add_argument("--log", action=Once)

    clean = sub.add_parser("clean", help="remove what was built", color=False)
    which = clean.add_mutually_exclusive_group(required=True)
    which.add_argument("--all", action="store_true", help="everything")
    which.add_argument("--only", nargs="*", help="these only")
    clean.add_argument("--dry-run", "-n", action="store_const", const="dry", dest="how", default="wet")

    graph = sub.add_parser("graph", help=argparse.SUPPRESS, color=False)
    graph.add_argument("root", nargs="?", default="main")
    graph.add_argument("rest", nargs=argparse.REMAINDER)
    return parser


def run(line):
    out, err = io.StringIO(), io.StringIO()
    print("$ forge", line)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            args = make_parser().parse_args(line.split())
    except SystemExit as stop:
        print("exit", stop.code)
    else:
        print(sorted(vars(args).items()))
    for name, stream in (("out", out), ("err", err)):
        for text in stream.getvalue().splitlines():
            # Between patch releases of the library the choices are quoted or not.
            print(f"  {name}| {text.replace(chr(39), '')}")


for line in [
    "",
    "-h",
    "--version",
    "build",
    "build -h",
    "build a b c -j4 -O 7 -D x=1 -Dy=2 --mode release --no-keep-going",
    "b a --jobs=3 -vv",
    "-vvv b a",
    "build a -j many",
    "build a -O 11",
    "build a -O x",
    "build a -D nothing",
    "build a --mode fast",
    "build a --mo release",
    "build a --log x --log y",
    "build a --log",
    "build a -- -j -k",
    "clean",
    "clean -h",
    "clean --all --only x",
    "clean --only",
    "clean --only x y -n",
    "clean --all=3",
    "graph",
    "graph top --what -x 1",
    "destroy",
    "--unknown build a",
    "build a --unknown -z",
    "-C build",
]:
    run(line)

parser = make_parser()
print(parser.parse_known_args(["build", "a", "--odd", "1"]))
print(parser)
print(parser.format_usage())
print(argparse.Namespace(b=2, a="x", **{"not an id": 1}))
print(argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
for bad in [
    lambda p: p.add_argument("-x", "--version"),
    lambda p: p.add_argument("-x", "-C"),
    lambda p: p.add_argument("-x", action="nothing"),
    lambda p: p.add_argument("x", dest="y"),
    lambda p: p.add_argument("-x", type="int"),
    lambda p: p.add_argument("--x", nargs=0),
    lambda p: p.add_argument("--x", action="store_true", nargs=2),
    lambda p: p.add_argument("x", required=False),
    lambda p: p.add_argument("-"),
    lambda p: p.add_argument("x", nargs="z"),
    lambda p: p.add_argument("--x", action="store_const"),
]:
    try:
        bad(parser)
        print("fine")
    except Exception as error:
        print(type(error).__name__, error)
sys.exit(3)
