# configparser: dialects, interpolation, converters, writing, and the messages of every error.
import configparser
import io

SAMPLE = """
# comment
[DEFAULT]
home = /srv
port = 80

[web]
root = %(home)s/web
Port : 8080
flag = yes
empty =
percent = 100%%
multi = one
  two

  three
[db]
url = db://%(host)s:%(port)s
host = there
timeout = 2.5
broken = %(nothing)s
loop = %(loop)s
"""
parser = configparser.ConfigParser()
print(parser.read_string(SAMPLE), parser.sections(), parser.defaults())
for section in parser:
    print(section, list(parser[section]))
web = parser["web"]
print(web["root"], web.getint("port"), web.getboolean("flag"), repr(web["empty"]), web["percent"], repr(web["multi"]))
print(parser.get("db", "url"), parser.getfloat("db", "timeout"), parser.get("db", "url", raw=True), parser.get("db", "url", vars={"host": "h"}))
print(parser.get("db", "none", fallback="fb"), parser["db"].get("none"), parser["db"].get("none", "default"), parser.has_option("db", "PORT"))
print(web, parser["web"].name, web.parser is parser, parser.options("db"))


def attempt(label, function):
    try:
        print(label, "->", function())
    except Exception as error:
        print(label, type(error).__name__, str(error).replace("\n", " / "))


attempt("missing section", lambda: parser["none"])
attempt("missing section 2", lambda: parser.get("none", "x"))
attempt("missing option", lambda: parser.get("web", "x"))
attempt("missing option 2", lambda: parser["web"]["x"])
attempt("interpolation", lambda: parser.get("db", "broken"))
attempt("loop", lambda: parser.get("db", "loop"))
attempt("bool", lambda: parser.getboolean("web", "root"))
attempt("int", lambda: parser.getint("web", "root"))
attempt("set", lambda: parser.set("web", "x", 3))
attempt("set bad", lambda: parser.set("web", "x", "50%"))
attempt("add", lambda: parser.add_section("web"))
attempt("add default", lambda: parser.add_section("DEFAULT"))
attempt("duplicate section", lambda: configparser.ConfigParser().read_string("[a]\n[a]\n", source="<one>"))
attempt("duplicate option", lambda: configparser.ConfigParser().read_string("[a]\nx=1\nx=2\n"))
attempt("no header", lambda: configparser.ConfigParser().read_string("x=1\n"))
attempt("parsing", lambda: configparser.ConfigParser().read_string("[a]\nnonsense\n= 3\nmore"))
attempt("no value", lambda: configparser.ConfigParser(allow_no_value=True).read_string("[a]\nkey\n"))
attempt("dict", lambda: configparser.ConfigParser().read_dict({"a": {"x": 1}, 2: {"X": None}}))
attempt("dup dict", lambda: configparser.ConfigParser().read_dict({"a": {"x": 1, "X": 2}}))
attempt("read", lambda: configparser.ConfigParser().read(["/nonexistent.ini"]))
attempt("write bad", lambda: configparser.ConfigParser().write(None))

extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
extended.read_string("""
[paths]
base = /opt
lib = ${base}/lib
[app]
main = ${paths:lib}/app
money = $$5
bad = ${paths:none}
worse = ${a:b:c}
open = ${paths
""")
for key in ("main", "money", "bad", "worse", "open"):
    attempt(key, lambda: extended["app"][key])
raw = configparser.RawConfigParser(delimiters=("=>",), comment_prefixes=("//",), inline_comment_prefixes=(";",), strict=False, allow_no_value=True, empty_lines_in_values=False, default_section="base")
raw.optionxform = str
raw.read_string("[base]\nA => 1\n[s]\n// no\nKey => v ; tail\nKey => w\nBare\n")
print({s: dict(raw[s]) for s in raw})
out = io.StringIO()
raw.write(out)
print(repr(out.getvalue()))
conv = configparser.ConfigParser(converters={"list": lambda v: v.split(",")}, interpolation=None)
conv["x"] = {"items": "a,b,c", "p": "%(x)s"}
print(conv.getlist("x", "items"), conv["x"].getlist("items"), conv["x"].getlist("none", fallback=[1]), conv["x"]["p"])
attempt("no converter", lambda: conv["x"].getnone("items"))
out = io.StringIO()
parser.remove_option("db", "loop")
parser.remove_section("nothing")
parser.write(out, space_around_delimiters=False)
print(out.getvalue())
del parser["db"]["broken"]
print(parser.items("db"), parser.popitem(), len(parser), "db" in parser)
attempt("del default", lambda: parser.__delitem__("DEFAULT"))
attempt("unnamed", lambda: configparser.ConfigParser(allow_unnamed_section=True).read_string("a = 1\n[b]\nc = 2"))
un = configparser.ConfigParser(allow_unnamed_section=True)
un.read_string("a = 1\n[b]\nc = 2")
print(un.get(configparser.UNNAMED_SECTION, "a"), un.sections())
