// Methods of str that search, split and join. Mirrors Objects/unicodeobject.c. See docs/types.md.
import { MAX_TEXT_LENGTH, textJoin, textLength, textSlice } from "../../base/text.ts";
import { textCount, textFind, textReplace, textRfind, textRsplit, textRsplitSpace, textSplit, textSplitlines, textSplitSpace, textTailMatch } from "../../base/text-search.ts";
import { LONG_NEEDLE } from "../../base/two-way.ts";
import { dropError, matches, typeError, valueError } from "../../core/errors.ts";
import { collect, getIter } from "../../core/iterate.ts";
import { truth } from "../../core/number.ts";
import type { PyList, PyStr, Value } from "../../core/object.ts";
import { typeName } from "../../core/type.ts";
import { checked } from "../../core/python-error.ts";
import { dropAll, noteOwned } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import { newBool } from "../bool.ts";
import * as exc from "../exceptions.ts";
import { ListType, newList } from "../list.ts";
import { notePreallocated, splitRoom } from "../list-capacity.ts";
import { None } from "../none.ts";
import { isTuple, newTuple, TupleType } from "../tuple.ts";
import { asCount, bounds, result, strArgument } from "./arguments.ts";
import { StrType } from "./str.ts";
import { isExactStr, isStr, newStr, newText, strText, type Text } from "./str-object.ts";

function findIn(vm: Vm, name: string, self: PyStr, sub: Value, start: Value | undefined, end: Value | undefined, reverse: boolean): number {
  if (start === undefined && typeof sub !== "number" && sub.type === StrType) {
    const text = self.data as Text;
    const needle = (sub as PyStr).data as Text;
    if (typeof text === "string" && typeof needle === "string" && needle.length < LONG_NEEDLE) return reverse ? text.lastIndexOf(needle) : text.indexOf(needle);
  }
  const needle = strText(strArgument(vm, sub, `${name}() argument 1`));
  const text = strText(self);
  const [i, j] = bounds(vm, start, end, textLength(text));
  if (j - i < textLength(needle)) return -1;
  return reverse ? textRfind(text, needle, i, j) : textFind(text, needle, i, j);
}

/** find, rfind. */
export function find(reverse: boolean) {
  const name = reverse ? "rfind" : "find";
  return (vm: Vm, self: PyStr, sub: Value, start?: Value, end?: Value): Value => findIn(vm, name, self, sub, start, end, reverse);
}

/** find: apart from rfind, so that V8 knows what it calls. */
export function str_find(vm: Vm, self: PyStr, sub: Value, start?: Value, end?: Value): Value {
  return findIn(vm, "find", self, sub, start, end, false);
}

/** index, rindex. */
export function index(reverse: boolean) {
  const name = reverse ? "rindex" : "index";
  return (vm: Vm, self: PyStr, sub: Value, start?: Value, end?: Value): Value => {
    const at = findIn(vm, name, self, sub, start, end, reverse);
    if (at < 0) throw valueError(vm, "substring not found");
    return at;
  };
}

export function str_count(vm: Vm, self: PyStr, sub: Value, start?: Value, end?: Value): Value {
  const needle = strText(strArgument(vm, sub, "count() argument 1"));
  const text = strText(self);
  const [i, j] = bounds(vm, start, end, textLength(text));
  return j - i < textLength(needle) ? 0 : textCount(text, needle, i, j);
}

export function str_replace(vm: Vm, self: PyStr, old: Value, replacement: Value, count?: Value): Value {
  const from = strText(strArgument(vm, old, "replace() argument 1"));
  const to = strText(strArgument(vm, replacement, "replace() argument 2"));
  const limit = count === undefined ? -1 : asCount(vm, count);
  return result(self, checked(vm, () => textReplace(strText(self), from, to, limit)));
}

/** The text is shorter than the separator: CPython answers a list of one. */
const NO_MATCH = -2;

/** split, rsplit. */
export function split(reverse: boolean) {
  return (vm: Vm, self: PyStr, sep?: Value, maxsplit?: Value): Value => {
    const limit = maxsplit === undefined ? -1 : asCount(vm, maxsplit);
    const text = strText(self);
    let parts: Text[];
    let most = limit;
    const length = textLength(text);
    if (sep === undefined || sep === None) parts = reverse ? textRsplitSpace(text, limit) : textSplitSpace(text, limit);
    else {
      if (!isStr(sep)) throw typeError(vm, `must be str or None, not ${typeName(sep)}`);
      const separator = strText(sep);
      if (textLength(separator) === 0) throw valueError(vm, "empty separator");
      parts = reverse ? textRsplit(text, separator, limit) : textSplit(text, separator, limit);
      if (limit < 0) most = Math.floor(length / textLength(separator)) + 1;
      if (length < textLength(separator)) most = NO_MATCH;
    }
    const list = newList(vm, results(self, parts));
    if (most !== NO_MATCH) notePreallocated(list, splitRoom(most >= 0 ? most : Math.trunc((length - 1) / 2) + 1));
    return list;
  };
}

/** The pieces of a str as objects, in their own array. */
function results(self: PyStr, parts: Text[]): Value[] {
  const items = parts as unknown as Value[];
  const n = parts.length;
  if (n === 1) items[0] = result(self, parts[0]!);
  else for (let i = 0; i < n; i++) items[i] = newText(parts[i]!);
  return items;
}

export function str_splitlines(vm: Vm, self: PyStr, keepends?: Value): Value {
  const keep = keepends !== undefined && truth(vm, keepends);
  return newList(vm, results(self, textSplitlines(strText(self), keep)));
}

/** partition, rpartition. */
export function partition(algorithm: (t: Text, separator: Text) => [Text, Text, Text]) {
  return (vm: Vm, self: PyStr, sep: Value): Value => {
    if (!isStr(sep)) throw typeError(vm, `must be str, not ${typeName(sep)}`);
    if (textLength(strText(sep)) === 0) throw valueError(vm, "empty separator");
    return newTuple(vm, algorithm(strText(self), strText(sep)).map((part) => (part === strText(sep) && sep.type === StrType ? sep : result(self, part))));
  };
}

/** startswith, endswith. */
export function tailMatch(name: string, atEnd: boolean) {
  return (vm: Vm, self: PyStr, part: Value, start?: Value, end?: Value): Value => {
    if (start === undefined && typeof part !== "number" && part.type === StrType) {
      const t = self.data as Text;
      const p = (part as PyStr).data as Text;
      if (typeof t === "string" && typeof p === "string") return newBool(atEnd ? t.endsWith(p) : t.startsWith(p));
    }
    const text = strText(self);
    const [i, j] = bounds(vm, start, end, textLength(text));
    const fits = (v: PyStr): boolean => i <= j && textTailMatch(text, strText(v), i, Math.max(i, j), atEnd);
    if (isTuple(part)) {
      for (const v of part.data as Value[]) {
        if (!isStr(v)) throw typeError(vm, `tuple for ${name} must only contain str, not ${typeName(v)}`);
        if (fits(v)) return newBool(true);
      }
      return newBool(false);
    }
    if (!isStr(part)) throw typeError(vm, `${name} first arg must be str or a tuple of str, not ${typeName(part)}`);
    return newBool(fits(part));
  };
}

export function str_removeprefix(vm: Vm, self: PyStr, prefix: Value): Value {
  const part = strText(strArgument(vm, prefix, "removeprefix() argument"));
  const text = strText(self);
  const length = textLength(text);
  if (!textTailMatch(text, part, 0, length, false)) return result(self, text);
  return newText(textSlice(text, textLength(part), length));
}

export function str_removesuffix(vm: Vm, self: PyStr, suffix: Value): Value {
  const part = strText(strArgument(vm, suffix, "removesuffix() argument"));
  const text = strText(self);
  const length = textLength(text);
  if (!textTailMatch(text, part, 0, length, true)) return result(self, text);
  return newText(textSlice(text, 0, length - textLength(part)));
}

/** join of a list or tuple of exact strs; undefined for all others. */
function joinStrs(vm: Vm, self: PyStr, items: readonly Value[]): Value | undefined {
  const n = items.length;
  const separator = strText(self);
  if (n === 0 || typeof separator !== "string") return undefined;
  // oxlint-disable-next-line unicorn/no-new-array -- of known length
  const texts = new Array<string>(n);
  let total = separator.length * (n - 1);
  for (let i = 0; i < n; i++) {
    const item = items[i]!;
    if (typeof item === "number" || item.type !== StrType || typeof (item as PyStr).data !== "string") return undefined;
    const text = (item as PyStr).data as string;
    texts[i] = text;
    total += text.length;
  }
  if (total > MAX_TEXT_LENGTH) return undefined;
  if (n === 1) return items[0]!;
  // Starting the host's join costs more than adding up a few.
  return newStr(n === 2 ? texts[0]! + separator + texts[1]! : n === 3 ? texts[0]! + separator + texts[1]! + separator + texts[2]! : texts.join(separator));
}

export function str_join(vm: Vm, self: PyStr, iterable: Value): Value {
  if (typeof iterable !== "number" && (iterable.type === ListType || iterable.type === TupleType)) {
    const joined = joinStrs(vm, self, (iterable as PyList).data as Value[]);
    if (joined !== undefined) return joined;
  }
  const items = collectForJoin(vm, iterable);
  if (items.length === 1 && isExactStr(items[0]!)) return noteOwned(vm, items[0]!);
  const texts: Text[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (!isStr(item)) {
      const error = typeError(vm, `sequence item ${i}: expected str instance, ${typeName(item)} found`);
      dropAll(vm, items);
      throw error;
    }
    texts.push(strText(item));
  }
  try {
    return newText(checked(vm, () => textJoin(strText(self), texts)));
  } finally {
    dropAll(vm, items);
  }
}

/** The items as an owned array; an iter() that raises TypeError becomes join's own message. */
function collectForJoin(vm: Vm, iterable: Value): Value[] {
  if (typeof iterable !== "number" && (iterable.type === ListType || iterable.type === TupleType)) return collect(vm, iterable);
  let iterator: Value;
  try {
    iterator = getIter(vm, iterable);
  } catch (error) {
    if (!matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    throw typeError(vm, "can only join an iterable");
  }
  return collect(vm, iterator);
}
