// Methods of str that make a changed copy or test all characters, and translation tables. Mirrors Objects/unicodeobject.c. See docs/types.md.
import { MAX_TEXT_LENGTH, type Text, textAt, textLength, textPoints } from "../../base/text.ts";
import { textLower, textUpper } from "../../base/text-case.ts";
import { isWhiteSpace } from "../../base/text-properties.ts";
import { STRIP_BOTH, textExpandtabs, textStrip, textTranslate, textZfill } from "../../base/text-search.ts";
import { encode } from "../../core/codec-hooks.ts";
import { asCInt } from "../../core/convert.ts";
import { dropError, matches, typeError, valueError } from "../../core/errors.ts";
import { getItem } from "../../core/number.ts";
import type { PyDict, PyStr, Value } from "../../core/object.ts";
import { typeName } from "../../core/type.ts";
import { checked } from "../../core/python-error.ts";
import { closeScope } from "../../memory/ref.ts";
import { sizeOf } from "../../memory/sizes.ts";
import type { Vm } from "../../vm/vm.ts";
import { newBool } from "../bool.ts";
import { dictGet, dictItems, dictSet, isExactDict, newScopedDict } from "../dict/dict-object.ts";
import * as exc from "../exceptions.ts";
import { intValue, isBigOrInt } from "../int/int-object.ts";
import { None } from "../none.ts";
import { newTuple } from "../tuple.ts";
import { asCount, result, strArgument } from "./arguments.ts";
import { StrType } from "./str.ts";
import { isStr, newStr, newText, strText, textOf } from "./str-object.ts";

/** lower, title, ...: a mapping of all characters. */
export function mapped(algorithm: (t: Text) => Text) {
  return (vm: Vm, self: PyStr): Value => newText(checked(vm, () => algorithm(strText(self))));
}

/** lower and upper: apart from the others, so that V8 knows what it calls. */
export function str_lower(vm: Vm, self: PyStr): Value {
  return newText(textLower(strText(self)));
}

export function str_upper(vm: Vm, self: PyStr): Value {
  const text = strText(self);
  // A letter may become three.
  if (textLength(text) > MAX_TEXT_LENGTH / 3) return newText(checked(vm, () => textUpper(text)));
  return newText(textUpper(text));
}

/** strip() by white space of an exact str. */
export function str_strip(vm: Vm, self: PyStr, chars?: Value): Value {
  const text = strText(self);
  if (chars !== undefined || typeof text !== "string" || self.type !== StrType) return strip("strip", STRIP_BOTH)(vm, self, chars);
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return end - start === text.length ? self : newStr(text.slice(start, end));
}

/** isalpha and its like. */
export function predicate(algorithm: (t: Text) => boolean) {
  return (_vm: Vm, self: PyStr): Value => newBool(algorithm(strText(self)));
}

/** center, ljust, rjust. */
export function justify(algorithm: (t: Text, width: number, fill: number) => Text) {
  return (vm: Vm, self: PyStr, width: Value, fillchar?: Value): Value => {
    const columns = asCount(vm, width);
    let fill = 32;
    if (fillchar !== undefined) {
      if (!isStr(fillchar)) throw typeError(vm, `The fill character must be a unicode character, not ${typeName(fillchar)}`);
      if (textLength(strText(fillchar)) !== 1) throw typeError(vm, "The fill character must be exactly one character long");
      fill = textAt(strText(fillchar), 0);
    }
    const text = strText(self);
    return result(self, columns <= textLength(text) ? text : checked(vm, () => algorithm(text, columns, fill)));
  };
}

export function str_zfill(vm: Vm, self: PyStr, width: Value): Value {
  const columns = asCount(vm, width);
  const text = strText(self);
  return result(self, columns <= textLength(text) ? text : checked(vm, () => textZfill(text, columns)));
}

export function str_expandtabs(vm: Vm, self: PyStr, tabsize?: Value): Value {
  const size = tabsize === undefined ? 8 : asCInt(vm, tabsize);
  return result(self, checked(vm, () => textExpandtabs(strText(self), size)));
}

/** strip, lstrip, rstrip. */
export function strip(name: string, sides: number) {
  return (vm: Vm, self: PyStr, chars?: Value): Value => {
    if (chars !== undefined && chars !== None && !isStr(chars)) throw typeError(vm, `${name} arg must be None or str`);
    return result(self, textStrip(strText(self), sides, chars === undefined || chars === None ? undefined : strText(chars as PyStr)));
  };
}

export function str_encode(vm: Vm, self: PyStr, encoding?: Value, errors?: Value): Value {
  if (encoding !== undefined) encodingName(vm, encoding, "encoding");
  if (errors !== undefined) encodingName(vm, errors, "errors");
  return encode(vm, self, encoding, errors);
}

function encodingName(vm: Vm, v: Value, name: string): void {
  const text = textOf(strArgument(vm, v, `encode() argument '${name}'`));
  checkName(vm, v, text);
}

/** Names of codecs and handlers go to C: they have no null characters, and are UTF-8. */
export function checkName(vm: Vm, v: Value, text: string): void {
  if (!/[\0\ud800-\udfff]/.test(text)) return;
  if (text.includes("\0")) throw valueError(vm, "embedded null character");
  encode(vm, v as PyStr, undefined, undefined);
}

export function str_translate(vm: Vm, self: PyStr, table: Value): Value {
  const known = new Map<number, number | Text | null | undefined>();
  const lookup = (point: number): number | Text | null | undefined => {
    if (known.has(point)) return known.get(point);
    const mark = vm.scopeCount;
    const answer = translation(vm, table, point);
    closeScope(vm, mark);
    // CPython asks once for each ASCII character, and again for every other one.
    if (point < 128 && typeof answer !== "object") known.set(point, answer);
    return answer;
  };
  return result(self, checked(vm, () => textTranslate(strText(self), lookup)));
}

function itemFor(vm: Vm, table: Value, point: number): Value | undefined {
  // No KeyError is made where nobody would see it.
  if (isExactDict(table)) return dictGet(vm, table, point);
  try {
    return getItem(vm, table, point);
  } catch (error) {
    if (!matches(error, exc.LookupErrorType)) throw error;
    dropError(vm, error);
    return undefined;
  }
}

function translation(vm: Vm, table: Value, point: number): number | Text | null | undefined {
  const answer = itemFor(vm, table, point);
  if (answer === undefined) return undefined;
  if (answer === None) return null;
  if (isStr(answer)) return strText(answer);
  if (!isBigOrInt(answer)) throw typeError(vm, "character mapping must return integer, None or str");
  const n = intValue(answer);
  if (n < 0 || n > 0x10ffff) throw valueError(vm, "character mapping must be in range(0x110000)");
  return n as number;
}

export function str_maketrans(vm: Vm, x: Value, y?: Value, z?: Value): Value {
  if (y !== undefined && !isStr(y)) throw typeError(vm, `maketrans() argument 2 must be str, not ${(y as Value) === None ? "None" : typeName(y)}`);
  if (z !== undefined && !isStr(z)) throw typeError(vm, `maketrans() argument 3 must be str, not ${(z as Value) === None ? "None" : typeName(z)}`);
  const table = newScopedDict(vm);
  if (y === undefined) {
    if (!isExactDict(x)) throw typeError(vm, "if you give only one argument to maketrans it must be a dict");
    for (const [key, value] of Array.from(dictItems(x))) {
      if (isStr(key)) {
        if (textLength(strText(key)) !== 1) throw valueError(vm, "string keys in translatetable must be of length 1");
        dictSet(vm, table, textAt(strText(key), 0), value);
      } else if (isBigOrInt(key)) dictSet(vm, table, key, value);
      else throw typeError(vm, "keys in translate table mustbe strings or integers");
    }
    return table;
  }
  if (!isStr(x)) throw typeError(vm, "first maketrans argument must be a string if there is a second argument");
  const from = textPoints(strText(x));
  const to = textPoints(strText(y));
  if (from.length !== to.length) throw valueError(vm, "the first two maketrans arguments must have equal length");
  for (let i = 0; i < from.length; i++) dictSet(vm, table as PyDict, from[i]!, to[i]!);
  if (z !== undefined) for (const point of textPoints(strText(z))) dictSet(vm, table, point, None);
  return table;
}

/** The size of CPython's compact representation. */
export function str_sizeof(vm: Vm, self: PyStr): Value {
  return sizeOf(vm, self);
}

export function str_getnewargs(vm: Vm, self: PyStr): Value {
  const text = strText(self);
  return newTuple(vm, [typeof text === "string" ? newStr(text) : newText(text)]);
}
