# cmd, shlex, optparse and getopt: an interactive shell fed from a script.
import cmd
import getopt
import io
import optparse
import os
import shlex
import sys

os.environ["COLUMNS"] = "70"


class Shell(cmd.Cmd):
    intro = "Welcome."
    prompt = "(sh) "
    doc_header = "Commands"

    def __init__(self, script):
        super().__init__(stdin=io.StringIO(script), stdout=sys.stdout)
        self.use_rawinput = False
        self.stack = []

    def preloop(self):
        print("[begin]")

    def postcmd(self, stop, line):
        print(f"[{line!r} -> {stop}]")
        return stop

    def do_push(self, arg):
        """push N...: put numbers on the stack"""
        self.stack.extend(map(float, shlex.split(arg)))

    def do_add(self, arg):
        "add: add the two on top"
        try:
            self.stack.append(self.stack.pop() + self.stack.pop())
        except IndexError:
            print("stack too small")

    def do_show(self, arg):
        print(self.stack, repr(arg))

    def help_topic(self):
        print("a topic of its own")

    def do_EOF(self, arg):
        return True

    do_quit = do_EOF

    def default(self, line):
        print("unknown:", line)

    def emptyline(self):
        print("(nothing)")

    def complete_push(self, text, line, begin, end):
        return [x for x in ("1", "10", "20") if x.startswith(text)]


shell = Shell("help\nhelp push\nhelp topic\nhelp nothing\n? add\npush 1 2.5 'x y'\npush 1 2.5\nadd\nadd\n\nshow it now\n!ls\n  push   4\nfly away\nshow\nquit\nnever\n") if False else Shell("help\nhelp push\nhelp topic\nhelp nothing\n? add\npush 1 2.5\nadd\nadd\n\nshow it now\n!ls\n  push   4\nfly away\nquit\nnever\n")
shell.cmdloop()
print(shell.parseline("push 1 2"), shell.parseline("? x"), shell.parseline("!x"), shell.parseline(""), shell.completenames("a"), shell.get_names()[:0], shell.onecmd("show x"), shell.complete_push("1", "", 0, 0))
shell.columnize([f"item{i}" for i in range(17)], displaywidth=50)
shell.columnize([])

print("== shlex")
for text in ["a 'b c' \"d e\" f\\ g", "x#y z # comment", "''", "a'b'c", '"\\"q\\" \\n"', "a=1;b|c>d", "café ünï"]:
    print(repr(text), shlex.split(text), shlex.split(text, comments=True), shlex.split(text, posix=False), list(shlex.shlex(text, punctuation_chars=True)))
for bad in ["'open", '"open', "end\\"]:
    try:
        print(shlex.split(bad))
    except ValueError as error:
        print(error)
lexer = shlex.shlex("one, two\n(three) 'fo ur'", infile="file")
lexer.wordchars += ","
print([(token, lexer.lineno) for token in lexer], lexer.error_leader(), shlex.quote("it's"), shlex.quote(""), shlex.quote("safe-1"), shlex.join(["a b", "c", "$d"]))
try:
    shlex.split(None)
except ValueError as error:
    print(error)

print("== getopt")
for args, short, long in [(["-a", "-bval", "--long", "--opt=x", "rest", "-c"], "ab:c", ["long", "opt="]), (["x", "-a"], "a", []), (["--lo"], "", ["long", "loud"]), (["--op", "v"], "", ["opt="]), (["-z"], "a", []), (["-b"], "b:", []), (["--opt"], "", ["opt="]), (["--long=3"], "", ["long"]), (["-a", "--", "-b"], "ab", []), (["-o", "-ox"], "o::", [])]:
    for parse in (getopt.getopt, getopt.gnu_getopt):
        try:
            print(parse.__name__, args, parse(args, short, long))
        except getopt.GetoptError as error:
            print(parse.__name__, args, "error:", error, repr(error.opt))

print("== optparse")


def callback(option, opt, value, parser, *args):
    parser.values.called = (opt, value, args)


def make():
    parser = optparse.OptionParser(usage="%prog [options] FILE", version="%prog 1.0", description="A description that is long enough to be wrapped over two lines.", epilog="The end.", prog="tool")
    parser.add_option("-q", "--quiet", action="store_false", dest="verbose", default=True, help="be quiet [default: %default]")
    parser.add_option("-n", "--number", type="int", metavar="N", help="a number", default=3)
    parser.add_option("-f", "--float", type="float", nargs=2)
    parser.add_option("-c", "--choice", type="choice", choices=["a", "b"])
    parser.add_option("-l", "--list", action="append")
    parser.add_option("-v", action="count", dest="level")
    parser.add_option("--call", action="callback", callback=callback, type="string", callback_args=(1, 2))
    group = optparse.OptionGroup(parser, "Group", "Special ones.")
    group.add_option("--const", action="store_const", const=42, help="constant")
    parser.add_option_group(group)
    return parser


for line in ["", "-h", "--version", "-q -n 5 file -l a -l b -vv", "-n x", "-n 0x10", "-f 1 2.5", "-f 1", "-c z", "--ca=x y", "--c=1", "--nope", "-z", "--quiet=3", "-n", "--const -- -n"]:
    try:
        values, rest = make().parse_args(line.split())
        print(line, "=>", sorted(vars(values).items()), rest)
    except SystemExit as stop:
        print(line, "=> exit", stop.code)
for bad in [lambda p: p.add_option("x"), lambda p: p.add_option("-n"), lambda p: p.add_option("-x", type="odd"), lambda p: p.add_option("-x", action="odd"), lambda p: p.add_option("-x", choices=["a"]), lambda p: p.add_option("-x", nargs=2, action="store_true"), lambda p: p.get_option("--nope").dest]:
    try:
        print(bad(make()))
    except Exception as error:
        print(type(error).__name__, error)
sys.stderr = sys.stdout
make().print_usage()
