// The grammar of str.format: literals, replacement fields, field names, automatic numbering; as data, so that the caller looks
// the values up. Mirrors Objects/stringlib/unicode_format.h; see docs/base.md.
import { PythonError } from "./python-error.ts";
import { decimalValue } from "./text-properties.ts";
import { textAt, textLength, textSlice } from "./text.ts";
import type { Text } from "./text.ts";

/** Literal text and the replacement field after it, if there is one. */
export interface Markup {
  literal: Text;
  /** undefined: no field follows. */
  fieldName: Text | undefined;
  spec: Text;
  /** The spec holds replacement fields itself. */
  specHasFields: boolean;
  /** Code point after `!`, or 0. */
  conversion: number;
  /** Where to read on. */
  next: number;
}

const OPEN = 123;
const CLOSE = 125;
const COLON = 58;
const BANG = 33;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const DOT = 46;

function valueError(message: string): PythonError {
  return new PythonError("ValueError", message);
}

/** The piece that starts at `pos`, or undefined at the end. Raises ValueError. */
export function nextMarkup(format: Text, pos: number): Markup | undefined {
  const end = textLength(format);
  if (pos >= end) return undefined;
  const start = pos;
  let c = 0;
  while (pos < end) {
    c = textAt(format, pos++);
    if (c === OPEN || c === CLOSE) break;
  }
  const brace = c === OPEN || c === CLOSE;
  const atEnd = pos >= end;
  if (c === CLOSE && (atEnd || textAt(format, pos) !== CLOSE)) throw valueError("Single '}' encountered in format string");
  if (c === OPEN && atEnd) throw valueError("Single '{' encountered in format string");
  const out: Markup = { literal: "", fieldName: undefined, spec: "", specHasFields: false, conversion: 0, next: pos };
  if (!brace) {
    out.literal = textSlice(format, start, pos);
    return out;
  }
  if (textAt(format, pos) === c) {
    out.literal = textSlice(format, start, pos);
    out.next = pos + 1;
    return out;
  }
  out.literal = textSlice(format, start, pos - 1);
  readField(format, pos, end, out);
  return out;
}

function readField(format: Text, pos: number, end: number, out: Markup): void {
  const start = pos;
  let c = 0;
  scan: while (pos < end) {
    c = textAt(format, pos++);
    switch (c) {
      case OPEN:
        throw valueError("unexpected '{' in field name");
      case OPEN_BRACKET:
        while (pos < end && textAt(format, pos) !== CLOSE_BRACKET) pos++;
        continue;
      case CLOSE:
      case COLON:
      case BANG:
        break scan;
      default:
    }
  }
  if (c !== CLOSE && c !== COLON && c !== BANG) throw valueError("expected '}' before end of string");
  out.fieldName = textSlice(format, start, pos - 1);
  out.next = pos;
  if (c === CLOSE) return;
  if (c === BANG) {
    if (pos >= end) throw valueError("end of string while looking for conversion specifier");
    out.conversion = textAt(format, pos++);
    if (pos < end) {
      c = textAt(format, pos++);
      if (c === CLOSE) {
        out.next = pos;
        return;
      }
      if (c !== COLON) throw valueError("expected ':' after conversion specifier");
    }
  }
  const specStart = pos;
  let depth = 1;
  while (pos < end) {
    c = textAt(format, pos++);
    if (c === OPEN) {
      out.specHasFields = true;
      depth++;
    } else if (c === CLOSE && --depth === 0) {
      out.spec = textSlice(format, specStart, pos - 1);
      out.next = pos;
      return;
    }
  }
  throw valueError("unmatched '{' in format spec");
}

/** Whether a format numbers its fields itself; one record for a whole str.format call, nested specs included. */
export interface AutoNumber {
  state: "init" | "auto" | "manual";
  next: number;
}

export function newAutoNumber(): AutoNumber {
  return { state: "init", next: 0 };
}

/** The value of a text of decimal digits only, -1 when it is none. Raises ValueError past a C ssize_t. */
function fieldInteger(t: Text): number {
  const n = textLength(t);
  let value = 0;
  for (let i = 0; i < n; i++) {
    const digit = decimalValue(textAt(t, i));
    if (digit < 0) return -1;
    value = value * 10 + digit;
    if (value >= 9223372036854775808) throw valueError("Too many decimal digits in format string");
  }
  return n === 0 ? -1 : value;
}

/** The first part of a field name: index >= 0 for a positional field, else the name. `rest` starts at '.' or '['. */
export interface FieldHead {
  index: number;
  name: Text;
  rest: Text;
}

/** Splits a field name; with `auto`, empty names are numbered. Raises ValueError. */
export function splitFieldName(fieldName: Text, auto?: AutoNumber): FieldHead {
  const n = textLength(fieldName);
  let i = 0;
  while (i < n) {
    const c = textAt(fieldName, i);
    if (c === OPEN_BRACKET || c === DOT) break;
    i++;
  }
  const name = textSlice(fieldName, 0, i);
  let index = fieldInteger(name);
  const empty = i === 0;
  if (auto !== undefined) {
    if (empty || index !== -1) {
      if (auto.state === "init") auto.state = empty ? "auto" : "manual";
      if (auto.state === "manual" && empty)
        throw valueError("cannot switch from manual field specification to automatic field numbering");
      if (auto.state === "auto" && !empty)
        throw valueError("cannot switch from automatic field numbering to manual field specification");
    }
    if (empty) index = auto.next++;
  }
  return { index, name, rest: textSlice(fieldName, i, n) };
}

/** One step of a field name: an attribute, or an item by integer (index >= 0) or by text. */
export interface FieldStep {
  isAttribute: boolean;
  index: number;
  name: Text;
  next: number;
}

/** The step at `pos` of FieldHead.rest, undefined at the end. Raises ValueError. */
export function nextFieldStep(rest: Text, pos: number): FieldStep | undefined {
  const n = textLength(rest);
  if (pos >= n) return undefined;
  const c = textAt(rest, pos++);
  const start = pos;
  let step: FieldStep;
  if (c === DOT) {
    while (pos < n && textAt(rest, pos) !== DOT && textAt(rest, pos) !== OPEN_BRACKET) pos++;
    step = { isAttribute: true, index: -1, name: textSlice(rest, start, pos), next: pos };
  } else if (c === OPEN_BRACKET) {
    while (pos < n && textAt(rest, pos) !== CLOSE_BRACKET) pos++;
    if (pos >= n) throw valueError("Missing ']' in format string");
    const name = textSlice(rest, start, pos);
    step = { isAttribute: false, index: fieldInteger(name), name, next: pos + 1 };
  } else throw valueError("Only '.' or '[' may follow ']' in format field specifier");
  if (textLength(step.name) === 0) throw valueError("Empty attribute in format string");
  return step;
}
