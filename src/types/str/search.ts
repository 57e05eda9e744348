// Methods of str that search, split and join. Mirrors Objects/unicodeobject.c. See docs/types.md.
import { textJoin, textLength, textSlice } from "../../base/text.ts";
import { textCount, textFind, textReplace, textRfind, textRsplit, textRsplitSpace, textSplit, textSplitlines, textSplitSpace, textTailMatch } from "../../base/text-search.ts";
import { dropError, matches, typeError, valueError } from "../../core/errors.ts";
import { collect, getIter } from "../../core/iterate.ts";
import { truth } from "../../core/number.ts";
import type { PyStr, Value } from "../../core/object.ts";
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
import { isExactStr, isStr, newText, strText, type Text } from "./str-object.ts";

function findIn(vm: Vm, name: string, self: PyStr, sub: Value, start: Value | undefined, end: Value | undefined, reverse: boolean): number {
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
    const list = newList(vm, parts.map((part) => result(self, part)));
    if (most !== NO_MATCH) notePreallocated(list, splitRoom(most >= 0 ? most : Math.trunc((length - 1) / 2) + 1));
    return list;
  };
}

export function str_splitlines(vm: Vm, self: PyStr, keepends?: Value): Value {
  const keep = keepends !== undefined && truth(vm, keepends);
  return newList(vm, textSplitlines(strText(self), keep).map((part) => result(self, part)));
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

export function str_join(vm: Vm, self: PyStr, iterable: Value): Value {
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
