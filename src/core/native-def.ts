// Declarations of native functions and their signatures: what the tables of types and modules are made of. Depends on nothing, so that
// define.ts is ready before any type is defined; arguments are bound in signature.ts. See docs/core.md.

export interface Parameter {
  readonly name: string;
  readonly positionalOnly: boolean;
  readonly keywordOnly: boolean;
  readonly optional: boolean;
}

/** How CPython's function of the same signature parses: it decides the error messages. */
export type CallStyle = "noargs" | "one" | "positional" | "keywords" | "star";

export interface Signature {
  readonly parameters: readonly Parameter[];
  /** Positional parameters, `*args` not counted. */
  readonly maxPositional: number;
  readonly minPositional: number;
  readonly star: string | null;
  readonly starStar: string | null;
  readonly style: CallStyle;
  /** First parameter was `$self`, `$module` or `$type`. */
  readonly bound: boolean;
}

/** Parses "($self, a, b=1, /, c, *, d=2)". Throws a host Error on a malformed string: those are ours. */
export function parseSignature(text: string): Signature {
  const inner = optionalGroups(text.slice(1, -1));
  const parameters: Parameter[] = [];
  let star: string | null = null;
  let starStar: string | null = null;
  let keywordOnly = false;
  let bound = false;
  for (const raw of splitParameters(inner)) {
    const part = raw.trim();
    if (part === "") continue;
    if (part.startsWith("$")) bound = true;
    else if (part === "/") for (let i = 0; i < parameters.length; i++) parameters[i] = { ...parameters[i]!, positionalOnly: true };
    else if (part === "*") keywordOnly = true;
    else if (part.startsWith("**")) starStar = part.slice(2);
    else if (part.startsWith("*")) {
      star = part.slice(1);
      keywordOnly = true;
    } else {
      const equals = part.indexOf("=");
      const name = equals < 0 ? part : part.slice(0, equals);
      parameters.push({ name, positionalOnly: false, keywordOnly, optional: equals >= 0 });
    }
  }
  const positional = parameters.filter((p) => !p.keywordOnly);
  const maxPositional = positional.length;
  const minPositional = positional.filter((p) => !p.optional).length;
  const onlyPositional = parameters.every((p) => p.positionalOnly);
  let style: CallStyle;
  if (star !== null || starStar !== null) style = "star";
  else if (parameters.length === 0) style = "noargs";
  else if (!onlyPositional) style = "keywords";
  else if (maxPositional === 1 && minPositional === 1) style = "one";
  else style = "positional";
  return { parameters, maxPositional, minPositional, star, starStar, style, bound };
}

/** "sub[, start[, end]]" as "sub, start=..., end=...". */
function optionalGroups(text: string): string {
  return text.includes("[, ") ? text.replace(/\[, (\w+)/g, ", $1=...").replace(/\]+(?=,|$)/g, "") : text;
}

/** Splits at commas outside brackets and quotes. */
function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quote !== "") {
      if (c === "\\") i++;
      else if (c === quote) quote = "";
    } else if (c === "'" || c === '"') quote = c;
    else if (c === "(" || c === "[" || c === "{") depth++;
    else if (c === ")" || c === "]" || c === "}") depth--;
    else if (c === "," && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** What CPython shows of functions without arguments or with one when their docs have no signature. */
function genericSignature(kind: NativeDef["kind"], style: CallStyle): string | null {
  const self = kind === "function" ? "$module" : kind === "method" ? "$self" : "$type";
  return style === "noargs" ? `(${self}, /)` : style === "one" ? `(${self}, object, /)` : null;
}

export const QUICK_LEN = 1;
export const QUICK_NEXT = 2;
/** send of generators and coroutines. */
export const QUICK_SEND = 3;

/** A native function: declared once by method(), function_() and their like in define.ts. */
export class NativeDef {
  readonly name: string;
  /** Null where CPython's function has no __text_signature__. */
  readonly textSignature: string | null;
  readonly doc: string | null;
  readonly fn: (...args: any[]) => any;
  readonly kind: "function" | "method" | "classmethod" | "staticmethod";
  readonly signature: Signature;
  /** Positional-only bounds without `*`/`**`: arguments may be passed straight through; -1 for others. */
  readonly direct: number;
  /** The only parameters are `*args`, and perhaps `**kwargs`: positional arguments go to the function as one array. */
  readonly rest: boolean;
  /** What CPython's _PyObject_FunctionStr says: "list.append", or the bare name. */
  qualname: string;
  /** Does the native's work up to Python code that it runs last, and enters that code's frame (interpreter/continuation.ts); null: not this time. */
  enter: ((vm: any, args: readonly any[], kwnames: readonly any[] | null) => any) | null = null;
  /** For the few whose Python code a CALL enters at once (interpreter/ops/special.ts): QUICK_LEN and its like. */
  quick = 0;
  constructor(name: string, signature: string, doc: string | null, fn: (...args: any[]) => any, kind: NativeDef["kind"], hideSignature: boolean, shown = signature) {
    this.name = name;
    this.qualname = name;
    // "!" in front: one that CPython gives its arguments as a tuple, of which it shows nothing.
    const varargs = signature.startsWith("!");
    this.signature = parseSignature(varargs ? signature.slice(1) : signature);
    this.textSignature = varargs ? null : hideSignature ? genericSignature(kind, this.signature.style) : shown;
    this.doc = doc;
    this.fn = fn;
    this.kind = kind;
    this.rest = this.signature.star !== null && this.signature.parameters.length === 0;
    this.direct = this.signature.style === "star" ? -1 : this.signature.parameters.some((p) => p.keywordOnly && !p.optional) ? -1 : this.signature.maxPositional;
  }
}
