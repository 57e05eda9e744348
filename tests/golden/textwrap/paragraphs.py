# textwrap: every option of TextWrapper, dedent, indent, shorten.
import textwrap

text = "The  quick brown-fox jumps over the lazy dog, e.g. at 12 o'clock -- not\tbefore; em-dashes—and hyphen-ated words. Supercalifragilisticexpialidocious!  End."
for options in [
    {"width": 30}, {"width": 20, "initial_indent": "* ", "subsequent_indent": "  "}, {"width": 12, "break_long_words": False},
    {"width": 12, "break_on_hyphens": False}, {"width": 25, "fix_sentence_endings": True}, {"width": 30, "expand_tabs": False, "replace_whitespace": False},
    {"width": 25, "drop_whitespace": False}, {"width": 20, "max_lines": 3}, {"width": 20, "max_lines": 2, "placeholder": "~"}, {"width": 15, "tabsize": 4, "max_lines": 1},
]:
    print(options)
    for line in textwrap.wrap(text, **options):
        print("  |" + line + "|")
print(textwrap.fill("a b c d e f", 5))
for arguments in [dict(width=0), dict(width=-1), dict(width=4, max_lines=1, placeholder="......")]:
    try:
        print(textwrap.wrap("abc def", **arguments))
    except ValueError as error:
        print(error)
print(textwrap.shorten("Hello   world, how are you?", 12), textwrap.shorten("Hello world", 11), textwrap.shorten("Hello world", 10, placeholder=".."))
for sample in ["  a\n    b\n  c\n", "\ta\n\t  b\n", " \n  a\n\n   b", "a\n b", "", "  \n \n", "    x\n  \ty\n", "\r\n  x\r\n"]:
    print(repr(sample), "->", repr(textwrap.dedent(sample)))
print(repr(textwrap.indent("a\n\n b\nc", "> ")), repr(textwrap.indent("a\n\nb", "-", lambda line: True)))
wrapper = textwrap.TextWrapper(width=18)
wrapper.initial_indent = "1. "
print(wrapper.wrap("one two three four five"), wrapper.width, wrapper.fill(""))
print(textwrap.wrap("aaaa-bbbb--cccc -d e-", 5), textwrap.wrap("1-2-3 x-y", 3), textwrap.wrap("这是 一个 test", 4))
try:
    textwrap.dedent(b"x")
except TypeError as error:
    print(error)
try:
    textwrap.wrap(3)
except AttributeError as error:
    print(error)
