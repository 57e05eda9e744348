// unicodedata: the Unicode Character Database, today's and Unicode 3.2's (ucd_3_2_0). Mirrors Modules/unicodedata.c over base/ucd.ts,
// base/normalize.ts and syntax/character-names.ts. See docs/modules.md.
import { hangulLetters, type NormalForm, normalizeText } from "../../base/normalize.ts";
import { textAt, textEquals, textLength } from "../../base/text.ts";
import { decompositionOf, ucdCategory, ucdNumber, ucdRow } from "../../base/ucd.ts";
import { UNIDATA_VERSION } from "../../base/ucd-tables.generated.ts";
import {
  asBytesLike, Container, defineModule, defineType, exc, False, isExactStr, isStr, type ModuleSpec, newCapsule, newError, newFloat, newStr, newText, None, note, type PyStr, strFromCodePoints, strFromJs,
  strText, TPFLAGS_DISALLOW_INSTANTIATION, True, track, typeError, typeName, type TypeRec, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { characterName } from "../../syntax/character-names.ts";
import { documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { lookupNamed } from "./names.ts";

const D = documented("unicodedata", docs);

/** CPython's limit for the names that it looks up. */
const NAME_MAXLEN = 256;

/** How messages about arguments name a type. */
const argumentType = (v: Value): string => (v === None ? "None" : typeName(v));

/** The code point of a one-character argument; `which` is "argument" or "argument 1", as messages name it. */
function character(vm: Vm, name: string, which: string, v: Value): number {
  if (!isStr(v)) throw typeError(vm, `${name}() ${which} must be a unicode character, not ${argumentType(v)}`);
  const text = strText(v);
  const length = textLength(text);
  if (length !== 1) throw typeError(vm, `${name}(): ${which} must be a unicode character, not a string of length ${length}`);
  return textAt(text, 0);
}

/** `self` of the functions is the module; of the methods, an UCD of Unicode 3.2. */
const isOld = (self: Value | undefined): boolean => typeof self === "object" && self.type === UcdType;

type Answer = (vm: Vm, old: boolean, ...args: any[]) => Value;

const one =
  (name: string, answer: (c: number, old: boolean) => Value): Answer =>
  (vm, old, chr: Value) =>
    answer(character(vm, name, "argument", chr), old);

/** A number of a character, or the default, or ValueError. */
const numeric =
  (name: string, message: string, kind: number, make: (value: number) => Value): Answer =>
  (vm, old, chr: Value, fallback?: Value) => {
    // Digits were never told apart by version.
    const found = ucdNumber(character(vm, name, "argument 1", chr), old && kind !== 1);
    if (found !== undefined && found.kind >= kind) return make(found.value);
    if (fallback !== undefined) return fallback;
    throw valueError(vm, message);
  };

function lookup(vm: Vm, old: boolean, name: Value): Value {
  const text = isStr(name) ? strText(name) : String.fromCharCode(...asBytesLike(vm, name));
  const given = typeof text === "string" ? text : strFromText(text);
  if (given.length > NAME_MAXLEN) throw newError(vm, exc.KeyErrorType, "name too long");
  const found = lookupNamed(given, !old);
  if (found !== undefined) return strFromCodePoints(found);
  const end = given.indexOf("\0");
  throw newError(vm, exc.KeyErrorType, `undefined character name '${end < 0 ? given : given.slice(0, end)}'`);
}

const strFromText = (text: Parameters<typeof textAt>[0]): string => Array.from({ length: textLength(text) }, (_, i) => String.fromCodePoint(textAt(text, i))).join("");

function name(vm: Vm, old: boolean, chr: Value, fallback?: Value): Value {
  const c = character(vm, "name", "argument 1", chr);
  const found = old && ucdCategory(c, true) === "Cn" ? undefined : characterName(c);
  if (found !== undefined) return newStr(found);
  if (fallback !== undefined) return fallback;
  throw valueError(vm, "no such name");
}

/** The text argument of the normal forms, and the text in that form. */
function normalized(vm: Vm, method: string, old: boolean, form: Value, unistr: Value): PyStr {
  if (!isStr(form)) throw typeError(vm, `${method}() argument 1 must be str, not ${argumentType(form)}`);
  if (!isStr(unistr)) throw typeError(vm, `${method}() argument 2 must be str, not ${argumentType(unistr)}`);
  const text = strText(unistr);
  const same = isExactStr(unistr) ? unistr : newText(text);
  if (textLength(text) === 0) return same;
  const wanted = strText(form);
  if (wanted !== "NFC" && wanted !== "NFD" && wanted !== "NFKC" && wanted !== "NFKD") throw valueError(vm, "invalid normalization form");
  const made = normalizeText(wanted as NormalForm, text, old);
  return made === text ? same : newText(made);
}

function decomposition(c: number, old: boolean): Value {
  const letters = hangulLetters(c);
  const found = letters === undefined ? decompositionOf(c, old) : { tag: "", points: letters };
  if (found === undefined) return newStr("");
  const points = found.points.map((p) => p.toString(16).toUpperCase().padStart(4, "0")).join(" ");
  return newStr(found.tag === "" ? points : `<${found.tag}> ${points}`);
}

const answers: Record<string, Answer> = {
  bidirectional: one("bidirectional", (c, old) => newStr(ucdRow(c, old).bidirectional)),
  category: one("category", (c, old) => newStr(ucdCategory(c, old))),
  combining: one("combining", (c, old) => ucdRow(c, old).combining),
  decimal: numeric("decimal", "not a decimal", 2, (value) => value),
  decomposition: one("decomposition", decomposition),
  digit: numeric("digit", "not a digit", 1, (value) => value),
  east_asian_width: one("east_asian_width", (c, old) => newStr(ucdRow(c, old).eastAsianWidth)),
  is_normalized: (vm, old, form: Value, unistr: Value) => {
    const made = normalized(vm, "is_normalized", old, form, unistr);
    return textEquals(strText(made), strText(unistr as PyStr)) ? True : False;
  },
  lookup,
  mirrored: one("mirrored", (c, old) => ucdRow(c, old).mirrored),
  name,
  normalize: (vm, old, form: Value, unistr: Value) => normalized(vm, "normalize", old, form, unistr),
  numeric: numeric("numeric", "not a numeric character", 0, newFloat),
};

const UcdType: TypeRec = defineType({
  name: "unicodedata.UCD",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, D.method(`UCD.${key}`, (vm: Vm, self: Value, ...args: Value[]) => answer(vm, isOld(self), ...args))])),
  getset: { unidata_version: D.member("UCD.unidata_version", () => newStr("3.2.0")) },
  slots: { tp_traverse: () => {}, tp_clear: () => {} },
});

export const unicodedataModule: ModuleSpec = defineModule({
  name: "unicodedata",
  doc: D.doc(""),
  functions: Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, D.func(key, (vm: Vm, ...args: Value[]) => answer(vm, false, ...args))])),
  types: { UCD: UcdType },
  attributes: {
    unidata_version: () => strFromJs(UNIDATA_VERSION),
    ucd_3_2_0: (vm) => {
      const old = new Container(UcdType, null, null);
      track(vm, old);
      return note(vm, old);
    },
    _ucnhash_CAPI: (vm) => newCapsule(vm, "unicodedata._ucnhash_CAPI"),
  },
});
