# A template engine: a lexer, blocks compiled to Python source, filters, inheritance, automatic escaping, errors with lines.
import html
import re

TOKEN = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)


class TemplateError(SyntaxError):
    pass


class Code:
    def __init__(self, indent=0):
        self.lines, self.level = [], indent

    def add(self, line):
        self.lines.append("    " * self.level + line)

    def indent(self):
        self.level += 1

    def dedent(self):
        self.level -= 1

    def __str__(self):
        return "\n".join(self.lines) + "\n"


FILTERS = {"upper": str.upper, "title": str.title, "length": len, "join": lambda v, sep=", ": sep.join(map(str, v)), "default": lambda v, d="": v or d, "round": round, "safe": lambda v: Safe(v)}


class Safe(str):
    def __html__(self):
        return self


def show(value):
    if hasattr(value, "__html__"):
        return value.__html__()
    return html.escape(str(value))


class Template:
    cache = {}

    def __init__(self, name, source):
        self.name = name
        self.blocks = {}
        self.parent = None
        self.source = source
        self.compile()
        self.cache[name] = self

    def expression(self, text, line):
        head, *filters = [part.strip() for part in re.split(r"\|(?![^(]*\))", text)]
        names = re.fullmatch(r"[\w.\[\]'\"+*/%<>=! ()-]+", head)
        if not names:
            raise TemplateError(f"bad expression {head!r}", (self.name, line, 1, text))
        code = head
        for item in filters:
            match = re.fullmatch(r"(\w+)(?:\((.*)\))?", item)
            if not match or match[1] not in FILTERS:
                raise TemplateError(f"no filter {item!r}", (self.name, line, 1, text))
            code = f"F[{match[1]!r}]({code}{', ' + match[2] if match[2] else ''})"
        return code

    def compile(self):
        code = Code()
        code.add("def render(out, ctx, F, show, block):")
        code.indent()
        code.add("pass")
        stack = []
        line = 1
        for token in TOKEN.split(self.source):
            if token.startswith("{{"):
                code.add(f"out.append(show({self.scoped(self.expression(token[2:-2].strip(), line))}))")
            elif token.startswith("{%"):
                words = token[2:-2].split()
                match words:
                    case ["if", *rest]:
                        code.add(f"if {self.scoped(' '.join(rest))}:")
                        code.indent()
                        code.add("pass")
                        stack.append(("if", line))
                    case ["elif", *rest]:
                        code.dedent()
                        code.add(f"elif {self.scoped(' '.join(rest))}:")
                        code.indent()
                        code.add("pass")
                    case ["else"]:
                        code.dedent()
                        code.add("else:")
                        code.indent()
                        code.add("pass")
                    case ["for", name, "in", *rest]:
                        code.add(f"for ctx[{name!r}] in {self.scoped(self.expression(' '.join(rest), line))}:")
                        code.indent()
                        code.add("pass")
                        stack.append(("for", line))
                    case ["block", name]:
                        code.add(f"block({name!r}, out, ctx)")
                        stack.append(("block", line))
                        self.blocks[name] = code = Code()
                        code.outer = self.blocks, name
                        code.previous = previous if False else None
                        code.add("def render(out, ctx, F, show, block):")
                        code.indent()
                        code.add("pass")
                        self.outer = getattr(self, "outer", [])
                        self.outer.append(main := getattr(self, "main", None) or code)
                    case ["extends", name]:
                        self.parent = name.strip("\"'")
                    case ["set", name, "=", *rest]:
                        code.add(f"ctx[{name!r}] = {self.scoped(' '.join(rest))}")
                    case [end] if end.startswith("end"):
                        if not stack:
                            raise TemplateError(f"{end} without beginning", (self.name, line, 1, token))
                        what, where = stack.pop()
                        if end != "end" + what:
                            raise TemplateError(f"{end} closes {what} of line {where}", (self.name, line, 1, token))
                        if what == "block":
                            code = self.root
                        else:
                            code.dedent()
                    case _:
                        raise TemplateError(f"unknown tag {' '.join(words)!r}", (self.name, line, 1, token))
            elif token and not token.startswith("{#"):
                code.add(f"out.append({token!r})")
            if not hasattr(self, "root"):
                self.root = code
            line += token.count("\n")
        if stack:
            what, where = stack[-1]
            raise TemplateError(f"{what} is never closed", (self.name, where, 1, None))
        self.main = self.build(self.root)
        self.blocks = {name: self.build(block) for name, block in self.blocks.items()}

    def scoped(self, text):
        return re.sub(r"(?<![\w.'\"\[])(?!F\[|True|False|None|and\b|or\b|not\b|in\b|is\b)([A-Za-z_]\w*)(?![\w'\"]*['\"\]])(?!\()", r"ctx['\1']", text)

    def build(self, code):
        space = {}
        exec(compile(str(code), f"<template {self.name}>", "exec"), space)
        return space["render"]

    def render(self, **ctx):
        chain = [self]
        while chain[-1].parent:
            chain.append(self.cache[chain[-1].parent])

        def block(name, out, ctx):
            for template in chain:
                if name in template.blocks:
                    return template.blocks[name](out, ctx, FILTERS, show, block)
        out = []
        chain[-1].main(out, dict(ctx), FILTERS, show, block)
        return "".join(out)


Template("base", "<h1>{% block title %}untitled{% endblock %}</h1>\n{% block body %}empty{% endblock %}\n{# never shown #}-- {{ year }}\n")
Template("list", """{% extends "base" %}{% block title %}{{ name | title }}{% endblock %}{% block body %}{% for item in items %}{% if item.price > 10 %}{{ item.name | upper }} is dear
{% elif item.price %}{{ item.name }}: {{ item.price | round(1) }}
{% else %}{{ item.name }} is free
{% endif %}{% endfor %}{% set total = 3 + 4 %}{{ total }} {{ tags | join(" & ") }} {{ tags | join(" & ") | safe }} {{ missing | default("none") }}{% endblock %}""")


class Item:
    def __init__(self, name, price):
        self.name, self.price = name, price


print(Template.cache["list"].render(name="the <list>", items=[Item("tea", 3.14159), Item("<b>gold</b>", 99), Item("air", 0)], tags=["a", "<b>"], missing="", year=2024))
print(Template.cache["base"].render(year="&"))
for source in ["{% if x %}", "{% endfor %}", "{% for x in y %}\n\n{% endif %}", "{{ x | nothing }}", "{% what %}", "line\n{{ a; b }}", "{{ a + }}"]:
    try:
        Template("bad", source)
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno)
for source, ctx in [("{{ x.y }}", {"x": 1}), ("{{ z }}", {}), ("{{ n / 0 }}", {"n": 1}), ("{% for a in b %}{% endfor %}", {"b": 3})]:
    try:
        print(Template("run", source).render(**ctx))
    except Exception as error:
        tb = error.__traceback__
        while tb.tb_next:
            tb = tb.tb_next
        print(type(error).__name__, error, tb.tb_frame.f_code.co_filename, tb.tb_lineno)
