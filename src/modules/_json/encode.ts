// The one-shot encoder of JSON: make_encoder. Mirrors the encoding half of Modules/_json.c. See docs/modules.md.
import type { Text } from "../../base/text.ts";
import {
  addressOf, asSsize, call, callMethod, closeScope, Container, contains, defineType, dictDelete, dictEntries, dictGet, dictLength, dictSet, DictType, drop, enterNative, exc, False, FloatType,
  floatValue, fullTypeName, hold, intern, IntType, isBigOrInt, isDict, isFloat, isList, isStr, isTuple, leaveNative, collectItems, newError, newInt, listOfOwned, newList, newRef, newText, newTuple,
  None, note, NULL, openScope, type PyStr, reprText, strText, track, True, truth, typeError, typeName, type TypeRec, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { addNote } from "../../types/exception-notes.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { quoted, quotedAscii } from "./quote.ts";
import { TextWriter } from "../../base/text-writer.ts";

const D = documented("_json", docs);

/** How strings are quoted: by one of our own functions, or by one in Python. */
export type Quote = "ascii" | "plain" | "call";

interface Encoder {
  markers: Value;
  default: Value;
  encoder: Value;
  quote: Quote;
  indent: Value;
  keySeparator: Value;
  itemSeparator: Value;
  readonly sortKeys: boolean;
  readonly skipKeys: boolean;
  readonly allowNan: boolean;
}

interface Run {
  readonly vm: Vm;
  readonly encoder: Encoder;
  readonly out: TextWriter;
  /** What stands between the items of one level, and the line breaks of the levels. */
  readonly lineBreak: (level: number) => Text;
  readonly indented: boolean;
  readonly keySeparator: Text;
  readonly itemSeparator: Text;
  /** What is being encoded, outermost first, and how much of it stands in the markers. */
  readonly path: Value[];
  marked: number;
  /** The markers had entries before. */
  readonly foreign: boolean;
}

/** Notes that `o` is being encoded. The markers hear of it only when they can be seen, before Python code runs. */
function enter(run: Run, o: Value): void {
  const { vm, path } = run;
  const { markers } = run.encoder;
  if (markers === None) return;
  if (path.includes(o)) throw valueError(vm, "Circular reference detected");
  if (run.marked > 0 || run.foreign) {
    if (contains(vm, markers, newInt(addressOf(vm, o)))) throw valueError(vm, "Circular reference detected");
  }
  path.push(o);
}

function leave(run: Run): void {
  const { vm, path } = run;
  const { markers } = run.encoder;
  if (markers === None) return;
  const o = path.pop()!;
  if (path.length >= run.marked) return;
  run.marked = path.length;
  const id = newInt(addressOf(vm, o));
  if (isDict(markers) && dictGet(vm, markers, id) !== undefined) dictDelete(vm, markers, id);
}

/** Writes what is being encoded into the markers. */
function showMarkers(run: Run): void {
  const { vm, path } = run;
  const { markers } = run.encoder;
  if (!isDict(markers)) return;
  for (; run.marked < path.length; run.marked++) dictSet(vm, markers, newInt(addressOf(vm, path[run.marked]!)), path[run.marked]!);
}

function noted(run: Run, what: () => string, body: () => void): void {
  try {
    body();
  } catch (error) {
    addNote(run.vm, error, () => `when serializing ${what()}`);
    throw error;
  }
}

function floatText(run: Run, v: Value): Text {
  const value = floatValue(v);
  if (Number.isFinite(value)) return strText(FloatType.tp_repr!(run.vm, v as never) as PyStr);
  if (!run.encoder.allowNan) throw valueError(run.vm, `Out of range float values are not JSON compliant: ${reprText(run.vm, v)}`);
  return value > 0 ? "Infinity" : value < 0 ? "-Infinity" : "NaN";
}

const intText = (run: Run, v: Value): Text => strText(IntType.tp_repr!(run.vm, v as never) as PyStr);

function quote(run: Run, v: Value): Text {
  const { vm, encoder } = run;
  if (encoder.quote === "ascii") return quotedAscii(strText(v as never));
  if (encoder.quote === "plain") return quoted(strText(v as never));
  const made = call(vm, encoder.encoder, [v]);
  if (!isStr(made)) throw typeError(vm, `encoder() must return a string, not ${typeName(made)}`);
  return strText(made);
}

/** Writes what has no parts, needs no Python code and cannot fail; false for other values. */
function encodeScalar(run: Run, v: Value): boolean {
  const { out } = run;
  if (typeof v === "number") out.write(String(v));
  else if (v === None) out.write("null");
  else if (v === True) out.write("true");
  else if (v === False) out.write("false");
  else if (isStr(v)) {
    if (run.encoder.quote === "call") return false;
    out.write(quote(run, v));
  } else if (isFloat(v) && Number.isFinite(floatValue(v))) out.write(floatText(run, v));
  else return false;
  return true;
}

function encodeValue(run: Run, v: Value, level: number): void {
  const { vm, out } = run;
  if (encodeScalar(run, v)) return;
  if (isStr(v)) return out.write(quote(run, v));
  if (isBigOrInt(v)) return out.write(intText(run, v));
  if (isFloat(v)) return out.write(floatText(run, v));
  enterNative(vm, " while encoding a JSON object");
  const mark = openScope(vm);
  try {
    if (isList(v) || isTuple(v)) encodeList(run, v, level);
    else if (isDict(v)) encodeDict(run, v, level);
    else encodeOther(run, v, level);
  } finally {
    leaveNative(vm);
  }
  closeScope(vm, mark);
}

function encodeOther(run: Run, v: Value, level: number): void {
  enter(run, v);
  showMarkers(run);
  const replacement = call(run.vm, run.encoder.default, [v]);
  noted(run, () => `${fullTypeName(v)} object`, () => encodeValue(run, replacement, level));
  leave(run);
}

function encodeList(run: Run, list: Value, level: number): void {
  const { vm, out } = run;
  // The list may change while it is encoded, as default() is Python code.
  if (((list as Container).data as Value[]).length === 0) return out.write("[]");
  enter(run, list);
  out.write("[");
  if (run.indented) out.write(run.lineBreak(level + 1));
  for (let i = 0; i < ((list as Container).data as Value[]).length; i++) {
    if (i > 0) separate(run, level + 1);
    const item = ((list as Container).data as Value[])[i]!;
    if (encodeScalar(run, item)) continue;
    const mark = openScope(vm);
    hold(vm, item);
    try {
      encodeValue(run, item, level + 1);
    } catch (error) {
      addNote(vm, error, `when serializing ${fullTypeName(list)} item ${i}`);
      throw error;
    }
    closeScope(vm, mark);
  }
  if (run.indented) out.write(run.lineBreak(level));
  out.write("]");
  leave(run);
}

function separate(run: Run, level: number): void {
  run.out.write(run.itemSeparator);
  if (run.indented) run.out.write(run.lineBreak(level));
}

/** The text of a key, or undefined when the item is to be skipped. */
function keyText(run: Run, key: Value): Text | undefined {
  let text: Text;
  if (key === True) text = "true";
  else if (key === False) text = "false";
  else if (key === None) text = "null";
  else if (isStr(key)) return quote(run, key);
  else if (isFloat(key)) text = floatText(run, key);
  else if (isBigOrInt(key)) text = intText(run, key);
  else if (run.encoder.skipKeys) return undefined;
  else throw typeError(run.vm, `keys must be str, int, float, bool or None, not ${typeName(key)}`);
  return quote(run, newText(text));
}

/** One item of a dict; false when it is skipped. */
function encodeItem(run: Run, dict: Value, key: Value, value: Value, level: number, first: boolean): boolean {
  const { vm, out } = run;
  const mark = openScope(vm);
  hold(vm, key);
  hold(vm, value);
  const text = keyText(run, key);
  if (text === undefined) {
    closeScope(vm, mark);
    return false;
  }
  if (!first) separate(run, level + 1);
  else if (run.indented) out.write(run.lineBreak(level + 1));
  out.write(text);
  out.write(run.keySeparator);
  try {
    encodeValue(run, value, level + 1);
  } catch (error) {
    addNote(vm, error, () => `when serializing ${fullTypeName(dict)} item ${reprText(vm, key)}`);
    throw error;
  }
  closeScope(vm, mark);
  return true;
}

/** The items of a dict as pairs, sorted if that is wanted. */
function itemPairs(run: Run, dict: Value): Value[] {
  const { vm } = run;
  const items = note(vm, listOfOwned(vm, collectItems(vm, callMethod(vm, dict, intern(vm, "items"), []))));
  for (const pair of items.data as Value[]) {
    if (!isTuple(pair) || (pair.data as Value[]).length !== 2) throw valueError(vm, "items must return 2-tuples");
  }
  if (run.encoder.sortKeys) callMethod(vm, items, intern(vm, "sort"), []);
  return (items.data as Value[]).slice();
}

function encodeDict(run: Run, dict: Value, level: number): void {
  const { vm, out } = run;
  if (dictLength(dict as never) === 0) return out.write("{}");
  enter(run, dict);
  out.write("{");
  let first = true;
  if ((dict as Container).type === DictType && !run.encoder.sortKeys) {
    for (let i = 0; ; i += 2) {
      const entries = dictEntries(dict as never);
      if (i >= entries.length) break;
      if (entries[i] !== NULL && encodeItem(run, dict, entries[i]!, entries[i + 1]!, level, first)) first = false;
    }
  } else {
    for (const pair of itemPairs(run, dict)) {
      const [key, value] = (hold(vm, pair) as Container).data as [Value, Value];
      if (encodeItem(run, dict, key, value, level, first)) first = false;
    }
  }
  if (run.indented && !first) out.write(run.lineBreak(level));
  out.write("}");
  leave(run);
}

const newArguments = constructorArguments("make_encoder", "(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)");
const callArguments = constructorArguments("_iterencode", "(obj, _current_indent_level)");
const parts = ["markers", "default", "encoder", "indent", "keySeparator", "itemSeparator"] as const;
const dataOf = (self: Value): Encoder => (self as Container).data as Encoder;

/** Which of our own quoting functions an encoder argument is; set by the module, which makes them. */
export interface Quotes {
  ascii: Value | undefined;
  plain: Value | undefined;
}

export const quotesOf = (vm: Vm): Quotes => vm.stateOf("_json.quotes", () => ({ ascii: undefined, plain: undefined }));

/** The line breaks of levels below the first one, made as they are needed. */
function lineBreaks(vm: Vm, indent: Value, first: number): (level: number) => Text {
  if (indent === None) return () => "";
  if (!isStr(indent)) throw newError(vm, exc.TypeErrorType, `'${typeName(indent)}' object can't be repeated`);
  const unit = strText(indent);
  const known = new Map<number, Text>();
  const make = (level: number): Text => {
    const writer = new TextWriter();
    writer.write("\n");
    for (let i = 0; i < Math.max(first, 0) + level; i++) writer.write(unit);
    return writer.finish();
  };
  return (level) => {
    let found = known.get(level);
    if (found === undefined) known.set(level, (found = make(level)));
    return found;
  };
}

export const EncoderType: TypeRec = defineType({
  name: "_json.Encoder",
  doc: D.doc("Encoder"),
  getset: {
    markers: D.member("Encoder.markers", (_vm, self) => dataOf(self).markers),
    default: D.member("Encoder.default", (_vm, self) => dataOf(self).default),
    encoder: D.member("Encoder.encoder", (_vm, self) => dataOf(self).encoder),
    indent: D.member("Encoder.indent", (_vm, self) => dataOf(self).indent),
    key_separator: D.member("Encoder.key_separator", (_vm, self) => dataOf(self).keySeparator),
    item_separator: D.member("Encoder.item_separator", (_vm, self) => dataOf(self).itemSeparator),
    sort_keys: D.member("Encoder.sort_keys", (_vm, self) => (dataOf(self).sortKeys ? True : False)),
    skipkeys: D.member("Encoder.skipkeys", (_vm, self) => (dataOf(self).skipKeys ? True : False)),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [markers, fallback, encoder, indent, keySeparator, itemSeparator, sort, skip, nan] = newArguments(vm, args, kwnames) as Value[] as [Value, Value, Value, Value, Value, Value, Value, Value, Value];
      for (const [position, v] of [[5, keySeparator], [6, itemSeparator]] as const) if (!isStr(v)) throw typeError(vm, `make_encoder() argument ${position} must be str, not ${typeName(v)}`);
      const [sortKeys, skipKeys, allowNan] = [truth(vm, sort), truth(vm, skip), truth(vm, nan)];
      if (markers !== None && !isDict(markers)) throw typeError(vm, `make_encoder() argument 1 must be dict or None, not ${typeName(markers)}`);
      const quotes = quotesOf(vm);
      const data: Encoder = {
        markers, default: fallback, encoder, indent, keySeparator, itemSeparator, sortKeys, skipKeys, allowNan,
        quote: encoder === quotes.ascii ? "ascii" : encoder === quotes.plain ? "plain" : "call",
      };
      for (const part of parts) newRef(data[part]);
      const made = new Container(type, data, null);
      track(vm, made);
      return note(vm, made);
    },
    tp_call: (vm, self, args, kwnames) => {
      const [object, level] = callArguments(vm, args, kwnames) as [Value, Value];
      const depth = asSsize(vm, level);
      const encoder = dataOf(self);
      const out = new TextWriter();
      encodeValue(
        {
          vm, encoder, out, path: [], marked: 0, foreign: isDict(encoder.markers) && dictLength(encoder.markers) > 0, indented: encoder.indent !== None, lineBreak: lineBreaks(vm, encoder.indent, depth), keySeparator: strText(encoder.keySeparator as never), itemSeparator: strText(encoder.itemSeparator as never),
        },
        object,
        0,
      );
      return newTuple(vm, [newText(out.finish())]);
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
