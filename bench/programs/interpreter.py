"""An interpreter in Python: tokens, a recursive-descent parser, a stack machine with match statements."""

SOURCE = """
i = 0; s = 0;
while i < 24000 { s = s + i * (i - 3) / 2; if s > 100000 { s = s - 99999; } i = i + 1; }
"""


def tokenize(text):
    out = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(text) and text[j].isdigit():
                j += 1
            out.append(("num", int(text[i:j])))
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            word = text[i:j]
            out.append((word if word in ("while", "if") else "name", word))
            i = j
        else:
            out.append((c, c))
            i += 1
    out.append(("end", None))
    return out


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0
        self.code = []

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def peek(self):
        return self.tokens[self.at][0]

    def block(self, stop):
        while self.peek() != stop:
            kind, value = self.next()
            if kind == "name":
                self.next()
                self.comparison()
                self.next()
                self.code.append(("store", value))
            else:
                start = len(self.code)
                self.comparison()
                jump = len(self.code)
                self.code.append(None)
                self.next()
                self.block("}")
                self.next()
                if kind == "while":
                    self.code.append(("jump", start))
                self.code[jump] = ("jump_if_not", len(self.code))

    def comparison(self):
        self.sum()
        while self.peek() in ("<", ">"):
            op = self.next()[0]
            self.sum()
            self.code.append(("op", op))

    def sum(self):
        self.product()
        while self.peek() in ("+", "-"):
            op = self.next()[0]
            self.product()
            self.code.append(("op", op))

    def product(self):
        self.atom()
        while self.peek() in ("*", "/"):
            op = self.next()[0]
            self.atom()
            self.code.append(("op", op))

    def atom(self):
        kind, value = self.next()
        if kind == "num":
            self.code.append(("push", value))
        elif kind == "name":
            self.code.append(("load", value))
        else:
            self.comparison()
            self.next()


def run(code):
    stack = []
    names = {}
    pc = 0
    while pc < len(code):
        match code[pc]:
            case ("push", value):
                stack.append(value)
            case ("load", name):
                stack.append(names[name])
            case ("store", name):
                names[name] = stack.pop()
            case ("op", op):
                b = stack.pop()
                a = stack.pop()
                match op:
                    case "+":
                        stack.append(a + b)
                    case "-":
                        stack.append(a - b)
                    case "*":
                        stack.append(a * b)
                    case "/":
                        stack.append(a // b)
                    case "<":
                        stack.append(a < b)
                    case ">":
                        stack.append(a > b)
            case ("jump", target):
                pc = target
                continue
            case ("jump_if_not", target):
                if not stack.pop():
                    pc = target
                    continue
        pc += 1
    return names


for _ in range(9):
    parser = Parser(tokenize(SOURCE))
    parser.block("end")
    result = run(parser.code)
print(len(parser.code), result)
