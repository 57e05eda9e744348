// str.format, str.format_map and str.__format__. Mirrors Objects/stringlib/unicode_format.h; the grammar is in base/format-markup.ts. See docs/types.md.
import { formatText } from "../../base/format-spec.ts";
import { type AutoNumber, newAutoNumber, nextFieldStep, nextMarkup, splitFieldName } from "../../base/format-markup.ts";
import { textJoin, textLength, textToHost } from "../../base/text.ts";
import { getAttr } from "../../core/attribute.ts";
import { asciiText, repr, str } from "../../core/convert.ts";
import { indexError, keyError, typeError, valueError } from "../../core/errors.ts";
import { format } from "../../core/format.ts";
import { getItem } from "../../core/number.ts";
import type { PyStr, Value } from "../../core/object.ts";
import { checked } from "../../core/python-error.ts";
import type { KeywordArgs } from "../../core/signature.ts";
import { typeName } from "../../core/type.ts";
import { closeScope, hold } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import { newInt } from "../int/int-object.ts";
import { None } from "../none.ts";
import { isExactStr, isStr, newStr, newText, strText, type Text, textOf } from "./str-object.ts";
import { StrType } from "./str.ts";

/** Where replacement fields get their values. */
interface Fields {
  /** Null for format_map. */
  readonly positional: readonly Value[] | null;
  named(name: Text): Value;
  /** A positional argument that became a piece of the text unchanged. */
  only?: PyStr;
}

export function str_format(vm: Vm, self: PyStr, args: readonly Value[], kwargs: KeywordArgs | undefined): Value {
  const named = (name: Text): Value => {
    const wanted = textToHost(name);
    const at = kwargs === undefined ? -1 : kwargs.names.findIndex((n) => textOf(n) === wanted);
    if (at < 0) throw keyError(vm, newText(name));
    return kwargs!.values[at]!;
  };
  const fields: Fields = { positional: args, named };
  const text = build(vm, strText(self), fields, newAutoNumber(), 2);
  // Text that is nothing but one argument, or the format itself, is that object.
  const same = fields.only ?? self;
  return same.type === StrType && strText(same) === text ? same : newText(text);
}

export function str_format_map(vm: Vm, self: PyStr, mapping: Value): Value {
  const named = (name: Text): Value => getItem(vm, mapping, newText(name));
  return newText(build(vm, strText(self), { positional: null, named }, newAutoNumber(), 2));
}

function build(vm: Vm, source: Text, fields: Fields, auto: AutoNumber, depth: number): Text {
  if (depth === 0) throw valueError(vm, "Max string recursion exceeded");
  const parts: Text[] = [];
  for (let pos = 0; ; ) {
    const piece = checked(vm, () => nextMarkup(source, pos));
    if (piece === undefined) break;
    if (textLength(piece.literal) > 0) parts.push(piece.literal);
    if (piece.fieldName !== undefined) {
      const mark = vm.scopeCount;
      let value = fieldValue(vm, piece.fieldName, fields, auto);
      if (piece.conversion !== 0) value = convert(vm, hold(vm, value), piece.conversion);
      const spec = piece.specHasFields ? build(vm, piece.spec, fields, auto, depth - 1) : piece.spec;
      const made = format(vm, value, newText(spec));
      parts.push(strText(made));
      if (isExactStr(value) && strText(made) === strText(value) && fields.positional?.includes(value)) fields.only = value;
      closeScope(vm, mark);
    }
    pos = piece.next;
  }
  return checked(vm, () => textJoin("", parts));
}

/** The object that a field name stands for. */
function fieldValue(vm: Vm, fieldName: Text, fields: Fields, auto: AutoNumber): Value {
  const head = checked(vm, () => splitFieldName(fieldName, auto));
  let value: Value;
  if (head.index < 0) value = fields.named(head.name);
  else {
    if (fields.positional === null) throw valueError(vm, "Format string contains positional fields");
    if (head.index >= fields.positional.length) throw indexError(vm, `Replacement index ${head.index} out of range for positional args tuple`);
    value = fields.positional[head.index]!;
  }
  for (let pos = 0; ; ) {
    const step = checked(vm, () => nextFieldStep(head.rest, pos));
    if (step === undefined) return value;
    hold(vm, value);
    if (step.isAttribute) value = getAttr(vm, value, newText(step.name));
    else value = getItem(vm, value, step.index >= 0 ? newInt(step.index) : newText(step.name));
    pos = step.next;
  }
}

function convert(vm: Vm, value: Value, conversion: number): Value {
  switch (conversion) {
    case 114: return repr(vm, value);
    case 115: return str(vm, value);
    case 97: return newStr(asciiText(vm, value));
    default:
      throw valueError(vm, conversion > 32 && conversion < 127 ? `Unknown conversion specifier ${String.fromCharCode(conversion)}` : `Unknown conversion specifier \\x${conversion.toString(16)}`);
  }
}

export function str___format__(vm: Vm, self: PyStr, spec: Value): Value {
  if (!isStr(spec)) throw typeError(vm, `__format__() argument must be str, not ${(spec as Value) === None ? "None" : typeName(spec)}`);
  if (textLength(strText(spec)) === 0) return self.type === StrType ? self : str(vm, self);
  return newText(checked(vm, () => formatText(strText(self), strText(spec), typeName(self))));
}

