"""A stack language with definitions, conditions, loops and errors that name the word."""
import operator
import sys


class ForthError(Exception):
    pass


class Forth:
    binary = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.floordiv, "mod": operator.mod, "=": operator.eq, "<": operator.lt, ">": operator.gt, "and": operator.and_, "or": operator.or_, "max": max, "min": min}

    def __init__(self, out=print):
        self.stack, self.words, self.out, self.line, self.depth = [], {}, out, [], 0

    def __getattr__(self, name):
        if name.startswith("word_"):
            raise AttributeError(f"no word {name[5:]!r}")
        raise AttributeError(name)

    def pop(self, n=1):
        if len(self.stack) < n:
            raise ForthError("stack underflow")
        taken = self.stack[-n:]
        del self.stack[-n:]
        return taken[0] if n == 1 else taken

    def word_dup(self): self.stack.append(self.stack[-1])
    def word_drop(self): self.pop()
    def word_swap(self): self.stack[-2:] = self.stack[:-3:-1]
    def word_over(self): self.stack.append(self.stack[-2])
    def word_rot(self): a, b, c = self.pop(3); self.stack += b, c, a
    def word_dot(self): self.line.append(str(int(self.pop())))
    def word_cr(self): self.out(" ".join(self.line)); self.line.clear()
    def word_emit(self): self.line.append(chr(self.pop()))

    def run(self, tokens):
        it = iter(tokens)
        for token in it:
            if token == ":":
                name = next(it)
                body = []
                for t in it:
                    if t == ";":
                        break
                    body.append(t)
                else:
                    raise ForthError(f"{name} does not end")
                self.words[name] = body
            elif token == "if":
                yes, no = self.block(it)
                self.run(yes if self.pop() else no)
            elif token == "do":
                body = self.until(it, "loop")
                limit, start = self.pop(2)
                for i in range(start, limit):
                    self.run([str(i) if t == "i" else t for t in body])
            else:
                self.execute(token)

    def until(self, it, end):
        body = []
        for t in it:
            if t == end:
                return body
            body.append(t)
        raise ForthError(f"{end} is missing")

    def block(self, it):
        parts, level = [[], []], 0
        at = 0
        for t in it:
            if t == "then" and not level:
                return parts
            if t == "else" and not level:
                at = 1
                continue
            level += {"if": 1, "then": -1}.get(t, 0)
            parts[at].append(t)
        raise ForthError("then is missing")

    def execute(self, token):
        try:
            if token in self.words:
                self.depth += 1
                if self.depth > 60:
                    raise ForthError("too deep")
                self.run(self.words[token])
                self.depth -= 1
            elif token in self.binary:
                a, b = self.pop(2)
                self.stack.append(int(self.binary[token](a, b)))
            elif token.lstrip("-").isdigit():
                self.stack.append(int(token))
            else:
                getattr(self, "word_" + {".": "dot"}.get(token, token))()
        except ForthError as error:
            error.add_note(f"in {token}")
            raise
        except ArithmeticError as error:
            raise ForthError(f"cannot {token}") from error


PROGRAMS = [
    "2 3 + . cr",
    ": square dup * ; : cube dup square * ; 7 square . 3 cube . cr",
    ": sign dup 0 < if drop -1 else 0 > if 1 else 0 then then ; -5 sign . 0 sign . 9 sign . cr",
    "1 10 1 do i * loop . cr",
    ": fact dup 2 < if drop 1 else dup 1 - fact * then ; 20 fact . 30 fact . cr",
    "1 2 3 rot . . . 4 5 swap . . 6 7 over . . . cr",
    "72 emit 105 emit cr",
    "1 +", "5 0 /", "nope", ": bad 1 2", "1 if 2", ": loop2 loop2 ; loop2", "-7 2 mod . -7 2 / . 3 9 max . cr",
]
for source in PROGRAMS:
    forth = Forth()
    try:
        forth.run(source.split())
    except ForthError as error:
        notes = getattr(error, "__notes__", [])
        print("error:", error, notes[:3], len(notes), repr(error.__cause__))
    except (AttributeError, IndexError) as error:
        print(type(error).__name__, error)
    print(source[:30], "->", forth.stack)
print(sys.getrecursionlimit())
