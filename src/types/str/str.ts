// str: slots; the methods are in methods.ts. Mirrors Objects/unicodeobject.c. See docs/types.md.
import { nearestName } from "../../base/suggest.ts";
import { None } from "../none.ts";
import { IndexErrorType } from "../exceptions.ts";
import { decode } from "../../core/codec-hooks.ts";
import { textRepr } from "../../base/text-repr.ts";
import { strRepr } from "../../base/repr.ts";
import { MAX_TEXT_LENGTH, type Text, textAt, textCompare, textConcat, textEquals, textFromPoint, textIsAscii, textLength, textPointsView, textRepeat, textSlice, textSliceStep } from "../../base/text.ts";
import { textFind } from "../../base/text-search.ts";
import { asSsize, str } from "../../core/convert.ts";
import { defineType } from "../../core/define.ts";
import { indexError, overflowError, typeError } from "../../core/errors.ts";
import { checkItems } from "../../core/limits.ts";
import { K_STR, type PyStr, TPFLAGS_BASETYPE, TPFLAGS_MATCH_SELF, TPFLAGS_UNICODE_SUBCLASS, type TypeRec, type Value } from "../../core/object.ts";
import { typeName, typeOf } from "../../core/type.ts";
import type { Vm } from "../../vm/vm.ts";
import { False, True } from "../bool.ts";
import { newIndexIterator } from "../iterators.ts";
import { newInstanceOfBuiltin } from "../object-type.ts";
import { NotImplemented } from "../singletons.ts";
import { isSlice, sliceBounds } from "../slice.ts";
import { hashOfStr } from "./hash.ts";
import { isStr, newChar, newStr, newText, strFromJs, strText, textOf } from "./str-object.ts";
import { StrAsciiIteratorType, StrIteratorType } from "./iterator.ts";
import { strMethods } from "./methods.ts";
import { strModulo } from "./modulo.ts";

function str_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const names = ["object", "encoding", "errors"];
  const bound: (Value | undefined)[] = [undefined, undefined, undefined];
  const npos = args.length - (kwnames?.length ?? 0);
  if (args.length > 3) throw typeError(vm, kwnames === null || kwnames.length === 0 ? `str expected at most 3 arguments, got ${args.length}` : `str() takes at most 3 arguments (${args.length} given)`);
  for (let i = 0; i < npos; i++) bound[i] = args[i];
  for (let k = 0; k < (kwnames?.length ?? 0); k++) {
    const name = textOf(kwnames![k]!);
    const at = names.indexOf(name);
    if (at < 0) {
      const near = nearestName(names, name);
      throw typeError(vm, `str() got an unexpected keyword argument '${name}'${near === undefined ? "" : `. Did you mean '${near}'?`}`);
    }
    if (bound[at] !== undefined) throw typeError(vm, `argument for str() given by name ('${name}') and position (${at + 1})`);
    bound[at] = args[npos + k];
  }
  const [object, encoding, errors] = bound;
  let result: PyStr;
  if (object === undefined) result = newStr("");
  else if (encoding === undefined && errors === undefined) result = str(vm, object);
  else {
    for (const [name, v] of [["encoding", encoding], ["errors", errors]] as const) {
      if (v !== undefined && !isStr(v)) throw typeError(vm, `str() argument '${name}' must be str, not ${(v as Value) === None ? "None" : typeName(v)}`);
    }
    result = decode(vm, object, encoding, errors);
  }
  if (type === StrType) return result;
  return newInstanceOfBuiltin(vm, type, strText(result));
}

/** The payload as an exact str: itself, or a copy for subclasses. */
function exact(self: PyStr): PyStr {
  return self.type === StrType ? self : newText(strText(self));
}

function str_item(vm: Vm, self: PyStr, index: number): Value {
  const text = strText(self);
  if (typeof text === "string") {
    if (index < 0 || index >= text.length) throw indexError(vm, "string index out of range");
    return newChar(text.charCodeAt(index));
  }
  if (index < 0 || index >= textLength(text)) throw indexError(vm, "string index out of range");
  return newText(textFromPoint(textAt(text, index)));
}

/** The characters from start to before end, both within the str. */
export function strSlice(self: PyStr, start: number, end: number): Value {
  const text = strText(self);
  if (end <= start) return newStr("");
  return end - start === textLength(text) ? exact(self) : newText(textSlice(text, start, end));
}

function str_subscript(vm: Vm, self: PyStr, key: Value): Value {
  if (typeof key === "number" || typeOf(key).nb_index !== undefined) {
    let i = asSsize(vm, key, IndexErrorType);
    if (i < 0) i += textLength(strText(self));
    return str_item(vm, self, i);
  }
  if (isSlice(key)) {
    const text = strText(self);
    const { start, step, count } = sliceBounds(vm, key, textLength(text));
    if (step === 1) return strSlice(self, start, start + count);
    if (count <= 0) return newStr("");
    return newText(textSliceStep(text, start, step, count));
  }
  throw typeError(vm, `string indices must be integers, not '${typeName(key)}'`);
}

function str_concat(vm: Vm, self: PyStr, other: Value): Value {
  if (!isStr(other)) throw typeError(vm, `can only concatenate str (not "${typeName(other)}") to str`);
  const a = strText(self);
  const b = strText(other);
  if (a === "") return exact(other);
  if (b === "") return exact(self);
  return newText(concatenate(vm, self, a, b));
}

/** What is appended to a str that nobody else keeps costs its own length only: JavaScript's strings share the rest. */
function concatenate(vm: Vm, left: PyStr, a: Text, b: Text): Text {
  const added = textLength(b);
  const total = textLength(a) + added;
  if (left.rc > 2 || total > MAX_TEXT_LENGTH || typeof a !== "string") checkItems(vm, total, 1);
  else if (added > 256) checkItems(vm, added, 1);
  return textConcat(a, b);
}

/** a + b of exact strs. */
export function strConcat(vm: Vm, left: PyStr, right: PyStr): Value {
  const a = left.data as Text;
  const b = right.data as Text;
  if (a === "") return right;
  if (b === "") return left;
  return newText(concatenate(vm, left, a, b));
}

function compareTexts(a: Text, b: Text, op: number): boolean {
  if (op === 2) return textEquals(a, b);
  if (op === 3) return !textEquals(a, b);
  const c = typeof a === "string" && typeof b === "string" ? (a < b ? -1 : a > b ? 1 : 0) : textCompare(a, b);
  return op === 0 ? c < 0 : op === 1 ? c <= 0 : op === 4 ? c > 0 : c >= 0;
}

export const StrType: TypeRec = defineType({
  name: "str",
  doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\nthat will be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\nor repr(object).\nencoding defaults to 'utf-8'.\nerrors defaults to 'strict'.",
  kind: K_STR,
  leaf: true,
  flags: TPFLAGS_BASETYPE | TPFLAGS_UNICODE_SUBCLASS | TPFLAGS_MATCH_SELF,
  methods: strMethods,
  slots: {
    tp_new: str_new,
    tp_repr: (_vm, self) => {
      const text = strText(self);
      return typeof text === "string" ? newStr(textRepr(text)) : strFromJs(strRepr({ codePoints: Array.from(textPointsView(text)) }));
    },
    tp_str: (_vm, self) => exact(self),
    tp_hash: (vm, self) => hashOfStr(vm, self),
    tp_richcompare: (_vm, left, right, op) => {
      if (!isStr(left) || !isStr(right)) return NotImplemented;
      return compareTexts(strText(left), strText(right), op) ? True : False;
    },
    tp_iter: (vm, self) => newIndexIterator(vm, textIsAscii(strText(self)) ? StrAsciiIteratorType : StrIteratorType, self),
    nb_remainder: (vm, left, right) => (isStr(left) ? strModulo(vm, left, right) : NotImplemented),
    sq_length: (_vm, self) => textLength(strText(self)),
    sq_concat: str_concat,
    sq_repeat: (vm, self, count) => {
      const text = strText(self);
      if (count <= 0) return newStr("");
      if (count === 1) return exact(self);
      if (textLength(text) * count >= 2 ** 63) throw overflowError(vm, "repeated string is too long");
      checkItems(vm, textLength(text) * count, 1);
      return newText(textRepeat(text, count));
    },
    sq_item: str_item,
    sq_contains: (vm, self, item) => {
      if (!isStr(item)) throw typeError(vm, `'in <string>' requires string as left operand, not ${typeName(item)}`);
      return textFind(strText(self), strText(item)) >= 0;
    },
    mp_length: (_vm, self) => textLength(strText(self)),
    mp_subscript: str_subscript,
  },
});
