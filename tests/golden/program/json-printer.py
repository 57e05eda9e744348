# A JSON writer and reader of our own, checked against the module.
import json, re
def dump(v, indent=0, level=0):
    nl, pad, end = ("\n", " " * indent * (level + 1), " " * indent * level) if indent else ("", "", "")
    match v:
        case None: return "null"
        case True: return "true"
        case False: return "false"
        case int() | float(): return repr(v)
        case str(): return '"' + "".join({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(c) or (c if " " <= c < "\x7f" else f"\\u{ord(c):04x}") for c in v) + '"'
        case [] | (): return "[]"
        case [*items]: return "[" + nl + ("," + (nl or " ")).join(pad + dump(x, indent, level + 1) for x in items) + nl + end + "]"
        case {**d} if not d: return "{}"
        case {**d}: return "{" + nl + ("," + (nl or " ")).join(f"{pad}{dump(str(k))}: {dump(x, indent, level + 1)}" for k, x in d.items()) + nl + end + "}"
        case _: raise TypeError(f"cannot write {type(v).__name__}")
def load(s):
    toks = re.findall(r'"(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|[\[\]{},:]|\S', s); i = 0
    def peek(): return toks[i] if i < len(toks) else "end"
    def take(want=None):
        nonlocal i
        t = peek()
        if want and t != want: raise ValueError(f"wanted {want!r}, got {t!r} (token {i})")
        i += 1; return t
    def value():
        match take():
            case "null": return None
            case "true": return True
            case "false": return False
            case "[":
                out = []
                while peek() != "]":
                    out.append(value())
                    if peek() != "]": take(",")
                take("]"); return out
            case "{":
                out = {}
                while peek() != "}":
                    k = value(); take(":"); out[k] = value()
                    if peek() != "}": take(",")
                take("}"); return out
            case str() as t if t[0] == '"': return re.sub(r"\\(u[0-9a-f]{4}|.)", lambda m: chr(int(m[1][1:], 16)) if m[1][0] == "u" else {"n": "\n", "t": "\t"}.get(m[1], m[1]), t[1:-1])
            case t if re.fullmatch(r"-?\d+", t): return int(t)
            case t if re.match(r"-?\d", t): return float(t)
            case t: raise ValueError(f"unexpected {t!r}")
    v = value()
    if peek() != "end": raise ValueError(f"extra {peek()!r}")
    return v
data = {"a": [1, -2.5, 1e+20, True, None, []], "b": {"nested": {"deep": ["x\n\"q\"\\", "é\t"]}, "empty": {}}, "": 0}
for n in (0, 2): print(dump(data, n), dump(data, n) == json.dumps(data, indent=n or None)); print(load(dump(data, n)) == data == json.loads(dump(data, n)))
for bad in ("[1, 2", "{1 2}", "nul", "[1] 2", "", '{"a"}', "[,]"):
    for f in (load, json.loads):
        try: print(f(bad))
        except Exception as e: print(repr(bad), type(e).__name__, e)
for bad in ({1}, object, [b"x"], {"k": 1j}):
    for f in (dump, json.dumps):
        try: print(f(bad))
        except Exception as e: print(type(e).__name__, e, getattr(e, "__notes__", ""))
