// The str object: a JavaScript string in which every unit is one code point, or a record of code points for text with
// astral characters. See docs/types.md.
import { type Text, textFromHost, textFromPoints, textToHost } from "../../base/text.ts";
import type { Vm } from "../../vm/vm.ts";
import { IMMORTAL, Leaf, type PyStr, type TypeRec, TPFLAGS_UNICODE_SUBCLASS, type Value } from "../../core/object.ts";
import { typeError } from "../../core/errors.ts";
import { typeName } from "../../core/type.ts";
import { StrType } from "./str.ts";

export type { Text };

const latin1: Leaf[] = [];
let empty: Leaf | undefined;

/** A str of text in which every UTF-16 unit is meant as one code point. One-character Latin-1 strings and "" are shared. */
export function newStr(text: string): Leaf {
  if (text.length <= 1) {
    if (text === "") return (empty ??= immortalStr(""));
    const c = text.charCodeAt(0);
    if (c < 256) return (latin1[c] ??= immortalStr(text));
  }
  const s = new Leaf(StrType, text, -1);
  if (StrType.onBirth !== null) StrType.onBirth(s);
  return s;
}

/** The str of one UTF-16 unit that is a code point. */
export function newChar(unit: number): Leaf {
  if (unit < 256) return (latin1[unit] ??= immortalStr(String.fromCharCode(unit)));
  const s = new Leaf(StrType, String.fromCharCode(unit), -1);
  if (StrType.onBirth !== null) StrType.onBirth(s);
  return s;
}

export function emptyString(): Leaf {
  return newStr("");
}

function immortalStr(text: string): Leaf {
  const s = new Leaf(StrType, text, -1);
  s.rc = IMMORTAL;
  return s;
}

/** A str of JavaScript text, where a surrogate pair is one character. */
export function strFromJs(text: string): Leaf {
  return newText(textFromHost(text));
}

/** A str of code points. */
export function strFromCodePoints(points: ArrayLike<number>): Leaf {
  return newText(textFromPoints(points));
}

/** A str with this payload. */
export function newText(text: Text): Leaf {
  if (typeof text === "string") return newStr(text);
  const s = new Leaf(StrType, text, -1);
  if (StrType.onBirth !== null) StrType.onBirth(s);
  return s;
}

export function isStr(v: Value): v is PyStr {
  return typeof v !== "number" && (v.type.flags & TPFLAGS_UNICODE_SUBCLASS) !== 0;
}

export function isExactStr(v: Value): v is Leaf {
  return typeof v !== "number" && v.type === StrType;
}

/** The payload as a JavaScript string, for hosts, names and messages. */
export function textOf(s: PyStr): string {
  const data = s.data as Text;
  return typeof data === "string" ? data : textToHost(data);
}

/** The payload. */
export function strText(s: PyStr): Text {
  return s.data as Text;
}

/** The text of a str argument; raises TypeError ("{what} must be str, not {type}") for others. */
export function asText(vm: Vm, v: Value, what: string): string {
  if (isStr(v)) return textOf(v);
  throw typeError(vm, `${what} must be str, not ${typeName(v)}`);
}

/** 30-bit hash for tables; cached in the object. Not Python's hash(). */
export function strTableHash(s: PyStr): number {
  if (s.type === StrType) {
    const known = s.aux as number;
    if (known !== -1) return known;
    return (s.aux = hashText(s.data as Text));
  }
  return hashText(s.data as Text);
}

function hashText(text: Text): number {
  if (text === "") return 0;
  let h = 0x1505;
  if (typeof text === "string") for (let i = 0; i < text.length; i++) h = (Math.imul(h, 33) ^ text.charCodeAt(i)) | 0;
  else for (const c of text.points) h = (Math.imul(h, 33) ^ c) | 0;
  return mixed(h);
}

/** The table hash of the str that has these characters. */
export function bytesTableHash(bytes: Uint8Array): number {
  if (bytes.length === 0) return 0;
  let h = 0x1505;
  for (let i = 0; i < bytes.length; i++) h = (Math.imul(h, 33) ^ bytes[i]!) | 0;
  return mixed(h);
}

function mixed(sum: number): number {
  let h = sum;
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 13;
  return h & 0x3fffffff;
}

// Identifiers that the implementation itself uses; made while modules load, the same objects in every Vm.
const staticNames = new Map<string, Leaf>();

/** An interned, immortal str for a name that our own code uses. Only at module level. */
export function staticName(text: string): Leaf {
  let s = staticNames.get(text);
  if (s === undefined) {
    s = new Leaf(StrType as TypeRec, text, -1);
    s.rc = IMMORTAL;
    staticNames.set(text, s);
  }
  return s;
}

/** The object that staticName() gives for a text, if it was asked for. */
export function sharedName(text: string): Leaf | undefined {
  return staticNames.get(text);
}

/** The interned str of this text; immortal, as interned names are in CPython 3.14. */
export function intern(vm: Vm, text: string): Leaf {
  let s = vm.interned.get(text) as Leaf | undefined;
  if (s === undefined) {
    s = staticNames.get(text) ?? strFromJs(text);
    if (s.rc < IMMORTAL) s.rc += IMMORTAL;
    vm.interned.set(text, s);
  }
  return s;
}

/** Interns an exact str: the object that stands for its text from now on. */
export function internStr(vm: Vm, s: Leaf): Leaf {
  const text = s.data as Text;
  if (typeof text !== "string") {
    // Names with astral characters are kept under their JavaScript text.
    const key = textToHost(text);
    const same = vm.interned.get(key) as Leaf | undefined;
    if (same !== undefined && typeof same.data !== "string") return same;
    if (same === undefined) vm.interned.set(key, s);
    if (s.rc < IMMORTAL) s.rc += IMMORTAL;
    return s;
  }
  const known = (vm.interned.get(text) as Leaf | undefined) ?? staticNames.get(text);
  if (known !== undefined) return known;
  vm.interned.set(text, s);
  if (s.rc < IMMORTAL) s.rc += IMMORTAL;
  return s;
}

