import html, urllib.parse as p
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

print(html.escape("<a href='x'>&\""), html.escape("<\">", quote=False), ascii(html.unescape("&lt;&amp;&#65;&#x42;&eacute;&notit;&copy &unknown; &#0; &#128;")))
for u in ("http://user:pw@host:80/p/a;t?q=1&r=2#f", "//h/p", "mailto:x@y", "http://[::1]:80/", "a/b?c", "HTTP://H"):
    r = p.urlparse(u)
    print(r, r.hostname, r.port, r.username, r.geturl())
    print(p.urlsplit(u))
for r in ("g", "./g", "../g", "/g", "//g", "?y", "#s", "../../../g", "g;x=1/../y", ""):
    print(p.urljoin("http://a/b/c/d;p?q", r))
print(p.quote("a b/\u20ac?&"), p.quote("a/b", safe=""), p.quote_plus("a b+c"), p.unquote("%41%e2%82%ac%zz+"), p.unquote_plus("a+b%2B"), p.unquote_to_bytes("%ff"))
print(p.urlencode({"a": 1, "b": "x y"}), p.urlencode([("k", [1, 2])], doseq=True), p.parse_qs("a=1&a=2&b="), p.parse_qsl("a=1&b=&c", keep_blank_values=True))
attempt(p.urlparse("http://h:x").__getattribute__, "port")
attempt(p.urlsplit, "http://[::1")
