# urllib.parse, html, mimetypes, http.cookies and a router built on them.
import html
import html.parser
import http
import http.cookies
import mimetypes
import re
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit

for url in ["http://user:pw@host.example:8080/a/b;p?q=1&r=#frag", "//host/path", "mailto:a@b", "/rel?x", "HTTP://EXAMPLE.com", "http://[::1]:80/", "file:///etc/x", "", "http://h:/", "a:b:c", "http://x\t/y\n"]:
    parts = urlsplit(url)
    try:
        print(repr(url), tuple(parts), parts.hostname, parts.username, parts.port, parts.geturl())
    except ValueError as error:
        print(url, error)
print(urlparse("http://h/p;x=1?q#f"), urlunparse(("s", "n", "/p", "pa", "q", "f")), urlunsplit(("", "", "a", "b", "")), urldefrag("http://h/p#x"))
for bad in ["http://[::1", "http://h:99999/", "http://h:x/", "http://[v1.x]:1/", "http://[zz]/"]:
    try:
        print(urlsplit(bad).port)
    except ValueError as error:
        print(bad, error)
base = "http://a/b/c/d;p?q"
print([urljoin(base, r) for r in ["g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "", ".", "..", "../..", "../../../g", "g;x=1/../y", "http:g", "g:h"]])
print(parse_qs("a=1&a=2&b=&c&d=%20+x"), parse_qs("a=&b", keep_blank_values=True), parse_qsl("x=1;y=2", separator=";"), parse_qs("%E4=1", encoding="latin-1"))
for action in [lambda: parse_qs("a", strict_parsing=True), lambda: parse_qs("a=1&b=2", max_num_fields=1), lambda: quote(3), lambda: urlencode(3), lambda: urljoin("a", b"b")]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(urlencode({"a": 1, "b": ["x", "y z"], "ü": "é&"}), urlencode([("k", (1, 2))], doseq=True), urlencode({"a b": "c/d"}, quote_via=quote, safe="/"))
print(quote("/a b/ü~-._"), quote("a/b", safe=""), quote_plus("a b+c"), quote(b"\xff\x00"), unquote("%C3%BC%zz%2"), unquote_plus("a+b%2B"), unquote("%ff", errors="strict") if False else unquote("%ff"), unquote_to_bytes("a%20\u00fc"))
print(html.escape("<a href='x'>\"&"), html.escape("'\"", quote=False), html.unescape("&lt;&#65;&#x42;&eacute;&notit;&amp;amp;&#0;&#128;&bogus;&copy"))


class Outline(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_startendtag(self, tag, attrs):
        print("empty", tag, attrs)

    def handle_data(self, data):
        if data.strip():
            print("data", repr(data))

    def handle_comment(self, data):
        print("comment", data)

    def handle_decl(self, decl):
        print("decl", decl)


Outline().feed("<!DOCTYPE html><p class=x id='y' disabled>Text &amp; <br/><!-- c --><A HREF=\"a&amp;b\">link</a>\n<script>if (a < b) {}</script></p>")
print([mimetypes.guess_type(n) for n in ("a.html", "b.tar.gz", "c.unknown", "d.PNG", "e.json", "data:text/x,abc")], mimetypes.guess_extension("text/plain"), mimetypes.guess_all_extensions("image/jpeg")[:2])
cookie = http.cookies.SimpleCookie("a=1; b=\"two words\"; c=x%20y")
cookie["a"]["path"] = "/"
cookie["a"]["max-age"] = 60
cookie["a"]["httponly"] = True
cookie["new"] = "v;w"
print(cookie.output(), cookie["b"].value, sorted(cookie), repr(cookie["c"]))
try:
    cookie["bad key"] = 1
except http.cookies.CookieError as error:
    print(error)
print(http.HTTPStatus(404), http.HTTPStatus.NOT_FOUND.phrase, http.HTTPStatus(200).description, http.HTTPMethod.GET, http.HTTPStatus.OK.is_success)


class Router:
    def __init__(self):
        self.routes = []

    def route(self, pattern, methods=("GET",)):
        regex = re.compile("^" + re.sub(r"<(?:(int|path):)?(\w+)>", lambda m: f"(?P<{m[2]}>{ {'int': '[0-9]+', 'path': '.+'}.get(m[1], '[^/]+')})", pattern) + "$")

        def register(function):
            self.routes.append((regex, methods, function))
            return function
        return register

    def __call__(self, method, url):
        parts = urlsplit(url)
        allowed = set()
        for regex, methods, function in self.routes:
            if match := regex.match(unquote(parts.path)):
                if method in methods:
                    return http.HTTPStatus.OK, function(**match.groupdict(), **{k: v[-1] for k, v in parse_qs(parts.query).items()})
                allowed.update(methods)
        return (http.HTTPStatus.METHOD_NOT_ALLOWED, sorted(allowed)) if allowed else (http.HTTPStatus.NOT_FOUND, None)


app = Router()


@app.route("/")
def index():
    return "index"


@app.route("/user/<int:id>", ("GET", "POST"))
def user(id, verbose="no"):
    return f"user {int(id):03} {verbose}"


@app.route("/files/<path:name>")
def files(name):
    return f"file {name!r}"


for method, url in [("GET", "/"), ("GET", "/user/7?verbose=yes"), ("PUT", "/user/7"), ("GET", "/user/x"), ("GET", "/files/a/b%20c.txt"), ("GET", "/none")]:
    print(method, url, app(method, url))
