import textwrap
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

s = "The quick brown fox, jumped over the lazy dog's back. It's a well-known-fact; really!"
for kw in ({"width": 20}, {"width": 10, "break_long_words": False}, {"width": 30, "initial_indent": "* ", "subsequent_indent": "  "}, {"width": 25, "max_lines": 2}, {"width": 15, "break_on_hyphens": False}, {"width": 12, "placeholder": "..", "max_lines": 1}):
    print(textwrap.fill(s, **kw))
    print("--")
print(textwrap.shorten("Hello  world of text", 12), textwrap.shorten("Hello", 3, placeholder="."))
print(ascii(textwrap.dedent("  a\n    b\n\n  c\n")), ascii(textwrap.indent("a\n\nb\n", "> ")), textwrap.indent("a\n\nb", "+", lambda l: True))
attempt(textwrap.wrap, "x", 0)
print(textwrap.wrap("a\tb c", 8, expand_tabs=False), textwrap.wrap("", 5))
