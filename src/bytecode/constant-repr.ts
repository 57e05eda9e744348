// repr() of everything that co_consts can hold. See docs/bytecode.md.
import { ComplexConst, EllipsisConst, FloatConst, FrozenSetConst, SliceConst, SurrogateText, TupleConst } from "../base/constant.ts";
import { intToText } from "../base/int-text.ts";
import { PythonError } from "../base/python-error.ts";
import { bytesRepr, complexRepr, floatRepr, strRepr } from "../base/repr.ts";
import type { CodeConst, CodeUnit } from "./code-unit.ts";
import { isCodeUnit } from "./code-unit.ts";
import { hasReplacedName } from "./marshal-identity.ts";
import { DictValue, ListValue, STOP_ITERATION, SetValue } from "./marshal-values.ts";
import type { MarshalValue } from "./marshal-values.ts";
import { setOrder } from "./set-order.ts";

/** "source": a compilation that has just made the constants; "marshal": a .pyc that was read. */
export type SetOrigin = "source" | "marshal";

/** How a constant's repr is written: what a code object's address is, and where a frozenset comes from. */
export interface ReprContext {
  /** The text after " at ", such as 0x7f0000000100. */
  addressOf(code: CodeUnit): string;
  /** Where frozensets come from, which decides on the order of their items. */
  setsFrom: SetOrigin;
}

/** repr(value). A container that contains itself shows as "...". Raises RecursionError for what nests too deep. */
export function constantRepr(value: MarshalValue, context: ReprContext): string {
  return repr(value, context, []);
}

const MAX_DEPTH = 1000;

function repr(value: MarshalValue, context: ReprContext, open: object[]): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string" || value instanceof SurrogateText) return strRepr(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "bigint") return intToText(value);
  if (value instanceof FloatConst) return floatRepr(value.value);
  if (value instanceof ComplexConst) return complexRepr(value);
  if (value instanceof Uint8Array) return bytesRepr(value);
  if (value instanceof EllipsisConst) return "Ellipsis";
  if (value === STOP_ITERATION) return "<class 'StopIteration'>";
  if (isCodeUnit(value)) return codeRepr(value, context);
  if (open.includes(value)) return value instanceof TupleConst ? "(...)" : value instanceof ListValue ? "[...]" : "{...}";
  if (open.length >= MAX_DEPTH) throw new PythonError("RecursionError", "maximum recursion depth exceeded while getting the repr of an object");
  open.push(value);
  const text = reprOfContainer(value, context, open);
  open.pop();
  return text;
}

function reprOfContainer(value: MarshalValue, context: ReprContext, open: object[]): string {
  // A loop and not a callback, because containers may nest deep.
  const list = (items: readonly unknown[]): string => {
    let text = "";
    for (let i = 0; i < items.length; i++) text += (i > 0 ? ", " : "") + repr(items[i] as MarshalValue, context, open);
    return text;
  };
  if (value instanceof TupleConst) return value.items.length === 1 ? `(${list(value.items)},)` : `(${list(value.items)})`;
  if (value instanceof SliceConst) return `slice(${list([value.start, value.stop, value.step])})`;
  if (value instanceof ListValue) return `[${list(value.items)}]`;
  if (value instanceof SetValue) return value.items.length === 0 ? "set()" : `{${list(value.items)}}`;
  if (value instanceof DictValue) {
    return `{${value.entries.map(([key, item]) => `${list([key])}: ${list([item])}`).join(", ")}}`;
  }
  if (!(value instanceof FrozenSetConst)) return "";
  if (value.items.length === 0) return "frozenset()";
  let items = setOrder(value.items as CodeConst[]);
  // Interning the strs in a new constant makes a second set of the items of the first.
  if (context.setsFrom === "source" && hasReplacedName(value.items as MarshalValue[])) items = setOrder(items);
  return `frozenset({${list(items)}})`;
}

function codeRepr(code: CodeUnit, context: ReprContext): string {
  const line = code.firstlineno === 0 ? -1 : code.firstlineno;
  return `<code object ${code.name} at ${context.addressOf(code)}, file "${code.filename}", line ${line}>`;
}
