// The scanner of JSON documents: make_scanner and scanstring. Mirrors the decoding half of Modules/_json.c. See docs/modules.md.
import { type Text, textFromPoint, textSlice } from "../../base/text.ts";
import {
  asSsize, call, closeScope, closeScopeWith, Container, defineType, dictSet, drop, enterNative, False, FloatType, getAttrText, hold, importModule, IntType, isStr, leaveNative,
  newFloat, newList, newRef, newScopedDict, newStr, newText, newTuple, None, note, openScope, PyError, pushRef, stopIteration, strText, track, True,
  truth, typeError, typeName, type TypeRec, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { TextWriter } from "../../base/text-writer.ts";

const D = documented("_json", docs);
const QUOTE = 34;
const BACKSLASH = 92;

/** What a scanner was made with; the fields own their values. */
interface Scanner {
  strict: boolean;
  objectHook: Value;
  objectPairsHook: Value;
  parseFloat: Value;
  parseInt: Value;
  parseConstant: Value;
}

/** One run over a document. */
interface Scan {
  readonly vm: Vm;
  readonly scanner: Scanner;
  readonly source: Value;
  readonly text: Text;
  readonly length: number;
  /** Keys seen so far: equal ones are one object. */
  readonly keys: Map<string, Value>;
  /** Where the last value ended. */
  end: number;
}

function at(text: Text, i: number): number {
  return typeof text === "string" ? text.charCodeAt(i) : text.points[i]!;
}

function decodeError(vm: Vm, message: string, source: Value, position: number): unknown {
  const type = getAttrText(vm, importModule(vm, "json.decoder", None, newTuple(vm, [newStr("JSONDecodeError")]), 0), "JSONDecodeError");
  return new PyError(newRef(call(vm, type, [newStr(message), source, position]) as Container));
}

function hexDigits(text: Text, from: number): number {
  let value = 0;
  for (let i = from; i < from + 4; i++) {
    const c = at(text, i);
    const lower = c | 32;
    if (c >= 48 && c <= 57) value = value * 16 + c - 48;
    else if (lower >= 97 && lower <= 102) value = value * 16 + lower - 87;
    else return -1;
  }
  return value;
}

const escapes: Readonly<Record<number, string>> = { 34: '"', 92: "\\", 47: "/", 98: "\b", 102: "\f", 110: "\n", 114: "\r", 116: "\t" };

interface Scanned {
  text: Text;
  end: number;
}

// oxlint-disable-next-line no-control-regex -- what may stand unescaped
const strictRun = /[^"\\\u0000-\u001f]*/y;
const lenientRun = /[^"\\]*/y;

/** Where the run of ordinary characters from `from` on ends. */
function plainRun(text: Text, from: number, length: number, strict: boolean): number {
  if (typeof text === "string") {
    const run = strict ? strictRun : lenientRun;
    run.lastIndex = from;
    run.test(text);
    return run.lastIndex;
  }
  let i = from;
  for (; i < length; i++) {
    const c = text.points[i]!;
    if (c === QUOTE || c === BACKSLASH || (strict && c <= 0x1f)) break;
  }
  return i;
}

/** The string whose first character after the quote stands at `end`. */
function scanText(vm: Vm, source: Value, text: Text, length: number, start: number, strict: boolean): Scanned {
  const begin = start - 1;
  let end = start;
  let writer: TextWriter | undefined;
  for (;;) {
    let next = plainRun(text, end, length, strict);
    if (next >= length) throw decodeError(vm, "Unterminated string starting at", source, begin);
    let c = at(text, next);
    if (c !== QUOTE && c !== BACKSLASH) throw decodeError(vm, "Invalid control character at", source, next);
    if (c === QUOTE && writer === undefined) return { text: textSlice(text, end, next), end: next + 1 };
    writer ??= new TextWriter();
    if (next !== end) writer.write(textSlice(text, end, next));
    next++;
    if (c === QUOTE) return { text: writer.finish(), end: next };
    if (next === length) throw decodeError(vm, "Unterminated string starting at", source, begin);
    c = at(text, next);
    if (c !== 117) {
      const plain = escapes[c];
      end = next + 1;
      if (plain === undefined) throw decodeError(vm, "Invalid \\escape", source, end - 2);
      writer.write(plain);
      continue;
    }
    next++;
    end = next + 4;
    if (end > length) throw decodeError(vm, "Invalid \\uXXXX escape", source, next - 1);
    let code = hexDigits(text, next);
    if (code < 0) throw decodeError(vm, "Invalid \\uXXXX escape", source, end - 5);
    if (code >= 0xd800 && code < 0xdc00 && end + 6 < length && at(text, end) === BACKSLASH && at(text, end + 1) === 117) {
      const low = hexDigits(text, end + 2);
      if (low < 0) throw decodeError(vm, "Invalid \\uXXXX escape", source, end + 1);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        end += 6;
      }
    }
    writer.write(textFromPoint(code));
  }
}

function skipSpace(s: Scan, from: number): number {
  let i = from;
  if (i < s.length && at(s.text, i) > 32) return i;
  for (; i < s.length; i++) {
    const c = at(s.text, i);
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9) break;
  }
  return i;
}

function startsWith(s: Scan, from: number, word: string): boolean {
  if (from + word.length > s.length) return false;
  for (let i = 0; i < word.length; i++) if (at(s.text, from + i) !== word.charCodeAt(i)) return false;
  return true;
}

function constant(s: Scan, from: number, word: string): Value {
  const made = call(s.vm, s.scanner.parseConstant, [newStr(word)]);
  s.end = from + word.length;
  return made;
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

function scanNumber(s: Scan, from: number): Value {
  const { vm, text, length } = s;
  // Most numbers are short ints.
  const { parseInt: toInt } = s.scanner;
  if (toInt === IntType.obj) {
    let n = 0;
    let j = from;
    for (; j < from + 15 && j < length; j++) {
      const c = at(text, j);
      if (!isDigit(c)) break;
      n = n * 10 + c - 48;
    }
    const after = j < length ? at(text, j) : 0;
    if (j > from && (j === from + 1 || at(text, from) !== 48) && !isDigit(after) && after !== 46 && (after | 32) !== 101) {
      s.end = j;
      return n;
    }
  }
  let i = from;
  if (at(text, i) === 45) i++;
  if (i >= length) throw stopIteration(vm, from);
  const first = at(text, i);
  if (first === 48) i++;
  else if (isDigit(first)) while (i < length && isDigit(at(text, i))) i++;
  else throw stopIteration(vm, from);
  let isFloat = false;
  if (i < length - 1 && at(text, i) === 46 && isDigit(at(text, i + 1))) {
    isFloat = true;
    i += 2;
    while (i < length && isDigit(at(text, i))) i++;
  }
  if (i < length - 1 && (at(text, i) | 32) === 101) {
    const e = i++;
    const sign = at(text, i);
    if (i < length - 1 && (sign === 43 || sign === 45)) i++;
    while (i < length && isDigit(at(text, i))) i++;
    if (isDigit(at(text, i - 1))) isFloat = true;
    else i = e;
  }
  s.end = i;
  const digits = textSlice(text, from, i) as string;
  const parse = isFloat ? s.scanner.parseFloat : s.scanner.parseInt;
  if (isFloat && parse === FloatType.obj) return newFloat(Number(digits));
  // -0 is no int.
  if (!isFloat && parse === IntType.obj && digits.length < 16) return Number(digits) + 0;
  return call(vm, parse, [newText(digits)]);
}

function scanArray(s: Scan, from: number): Value {
  const { vm } = s;
  const list = newList(vm, []);
  const items = list.data as Value[];
  let i = skipSpace(s, from);
  if (i < s.length && at(s.text, i) === 93) {
    s.end = i + 1;
    return list;
  }
  for (;;) {
    const c0 = i < s.length ? at(s.text, i) : 0;
    if (c0 === QUOTE || isDigit(c0)) pushRef(items, scanValue(s, i));
    else {
      const mark = openScope(vm);
      pushRef(items, scanValue(s, i));
      closeScope(vm, mark);
    }
    i = skipSpace(s, s.end);
    const c = i < s.length ? at(s.text, i) : 0;
    if (c === 93) break;
    if (c !== 44) throw decodeError(vm, "Expecting ',' delimiter", s.source, i);
    const comma = i;
    i = skipSpace(s, i + 1);
    if (i < s.length && at(s.text, i) === 93) throw decodeError(vm, "Illegal trailing comma before end of array", s.source, comma);
  }
  s.end = i + 1;
  return list;
}

function scanKey(s: Scan, from: number): Value {
  if (from >= s.length || at(s.text, from) !== QUOTE) throw decodeError(s.vm, "Expecting property name enclosed in double quotes", s.source, from);
  const scanned = scanText(s.vm, s.source, s.text, s.length, from + 1, s.scanner.strict);
  s.end = scanned.end;
  if (typeof scanned.text !== "string") return newText(scanned.text);
  let key = s.keys.get(scanned.text);
  if (key === undefined) s.keys.set(scanned.text, (key = newStr(scanned.text)));
  return key;
}

function scanObject(s: Scan, from: number): Value {
  const { vm, scanner } = s;
  const wantsPairs = scanner.objectPairsHook !== None;
  const dict = wantsPairs ? undefined : newScopedDict(vm);
  const pairs = wantsPairs ? newList(vm, []) : undefined;
  let i = skipSpace(s, from);
  if (i >= s.length || at(s.text, i) !== 125) {
    for (;;) {
      const mark = openScope(vm);
      const key = scanKey(s, i);
      i = skipSpace(s, s.end);
      if (i >= s.length || at(s.text, i) !== 58) throw decodeError(vm, "Expecting ':' delimiter", s.source, i);
      const value = scanValue(s, skipSpace(s, i + 1));
      if (dict !== undefined) dictSet(vm, dict, key, value);
      else pushRef(pairs!.data as Value[], newTuple(vm, [key, value]));
      closeScope(vm, mark);
      i = skipSpace(s, s.end);
      const c = i < s.length ? at(s.text, i) : 0;
      if (c === 125) break;
      if (c !== 44) throw decodeError(vm, "Expecting ',' delimiter", s.source, i);
      const comma = i;
      i = skipSpace(s, i + 1);
      if (i < s.length && at(s.text, i) === 125) throw decodeError(vm, "Illegal trailing comma before end of object", s.source, comma);
    }
  }
  const end = i + 1;
  let made: Value = (dict ?? pairs)!;
  if (wantsPairs) made = call(vm, scanner.objectPairsHook, [made]);
  else if (scanner.objectHook !== None) made = call(vm, scanner.objectHook, [made]);
  s.end = end;
  return made;
}

/** A container, whose parts nest. */
function nested(s: Scan, from: number, where: string, scan: (s: Scan, from: number) => Value): Value {
  enterNative(s.vm, where);
  const mark = openScope(s.vm);
  try {
    return closeScopeWith(s.vm, mark, scan(s, from + 1));
  } finally {
    leaveNative(s.vm);
  }
}

/** The value at `from`; s.end is where it ends. */
function scanValue(s: Scan, from: number): Value {
  if (from >= s.length) throw stopIteration(s.vm, from);
  switch (at(s.text, from)) {
    case QUOTE: {
      const scanned = scanText(s.vm, s.source, s.text, s.length, from + 1, s.scanner.strict);
      s.end = scanned.end;
      return newText(scanned.text);
    }
    case 123:
      return nested(s, from, " while decoding a JSON object from a unicode string", scanObject);
    case 91:
      return nested(s, from, " while decoding a JSON array from a unicode string", scanArray);
    case 110:
      if (!startsWith(s, from, "null")) break;
      s.end = from + 4;
      return None;
    case 116:
      if (!startsWith(s, from, "true")) break;
      s.end = from + 4;
      return True;
    case 102:
      if (!startsWith(s, from, "false")) break;
      s.end = from + 5;
      return False;
    case 78:
      if (startsWith(s, from, "NaN")) return constant(s, from, "NaN");
      break;
    case 73:
      if (startsWith(s, from, "Infinity")) return constant(s, from, "Infinity");
      break;
    case 45:
      if (startsWith(s, from, "-Infinity")) return constant(s, from, "-Infinity");
      break;
    default:
  }
  return scanNumber(s, from);
}

const lengthOf = (text: Text): number => (typeof text === "string" ? text.length : text.points.length);

const newArguments = constructorArguments("make_scanner", "(context)");
const callArguments = constructorArguments("scan_once", "(string, idx)");
const parts = ["objectHook", "objectPairsHook", "parseFloat", "parseInt", "parseConstant"] as const;
const dataOf = (self: Value): Scanner => (self as Container).data as Scanner;

export const ScannerType: TypeRec = defineType({
  name: "_json.Scanner",
  doc: D.doc("Scanner"),
  getset: {
    strict: D.member("Scanner.strict", (_vm, self) => (dataOf(self).strict ? True : False)),
    object_hook: D.member("Scanner.object_hook", (_vm, self) => dataOf(self).objectHook),
    object_pairs_hook: D.member("Scanner.object_pairs_hook", (_vm, self) => dataOf(self).objectPairsHook),
    parse_float: D.member("Scanner.parse_float", (_vm, self) => dataOf(self).parseFloat),
    parse_int: D.member("Scanner.parse_int", (_vm, self) => dataOf(self).parseInt),
    parse_constant: D.member("Scanner.parse_constant", (_vm, self) => dataOf(self).parseConstant),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [context] = newArguments(vm, args, kwnames) as [Value];
      const strict = truth(vm, getAttrText(vm, context, "strict"));
      const [objectHook, objectPairsHook, parseFloat, parseInt, parseConstant] = ["object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"].map((name) =>
        hold(vm, getAttrText(vm, context, name)),
      ) as [Value, Value, Value, Value, Value];
      const data: Scanner = { strict, objectHook, objectPairsHook, parseFloat, parseInt, parseConstant };
      for (const part of parts) newRef(data[part]);
      const made = new Container(type, data, null);
      track(vm, made);
      return note(vm, made);
    },
    tp_call: (vm, self, args, kwnames) => {
      const [string, index] = callArguments(vm, args, kwnames) as [Value, Value];
      const from = asSsize(vm, index);
      if (!isStr(string)) throw typeError(vm, `first argument must be a string, not ${typeName(string)}`);
      if (from < 0) throw valueError(vm, "idx cannot be negative");
      const text = strText(string);
      const s: Scan = { vm, scanner: dataOf(self), source: string, text, length: lengthOf(text), keys: new Map(), end: 0 };
      const value = scanValue(s, from);
      return newTuple(vm, [value, s.end]);
    },
    tp_traverse: (self: Container, visit) => {
      const data = dataOf(self);
      for (const part of parts) visit(data[part]);
    },
    tp_clear: (vm, self: Container) => {
      const data = dataOf(self);
      for (const part of parts) {
        const old = data[part];
        data[part] = None;
        drop(vm, old);
      }
    },
  },
});

/** scanstring(string, end, strict=True) -> (string, end). */
export function scanstring(vm: Vm, string: Value, end: Value, strict?: Value): Value {
  const from = asSsize(vm, end);
  const isStrict = strict === undefined || truth(vm, strict);
  if (!isStr(string)) throw typeError(vm, `first argument must be a string, not ${typeName(string)}`);
  const text = strText(string);
  const length = lengthOf(text);
  if (from < 0 || from > length) throw valueError(vm, "end is out of bounds");
  const scanned = scanText(vm, string, text, length, from, isStrict);
  return newTuple(vm, [newText(scanned.text), scanned.end]);
}
