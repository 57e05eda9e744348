// Struct sequences: tuples with named items and, behind them, items that only have names. The visible items are the tuple's payload,
// the hidden ones stand in Ext.slots. Mirrors Objects/structseq.c. See docs/types.md.
import { reprText } from "../core/convert.ts";
import { defineType, member, method } from "../core/define.ts";
import { listOf } from "../core/dir.ts";
import { typeError } from "../core/errors.ts";
import { Container, Ext, K_TUPLE, type PyStr, TPFLAGS_DISALLOW_INSTANTIATION, TPFLAGS_TUPLE_SUBCLASS, type TypeRec, type Value } from "../core/object.ts";
import { bindArguments, type KeywordArgs, NativeDef } from "../core/signature.ts";
import { incref, note } from "../memory/ref.ts";
import { track } from "../memory/gc-list.ts";
import type { Vm } from "../vm/vm.ts";
import { dictGetText, dictLength, dictSetText, isDict, newScopedDict } from "./dict/dict-object.ts";
import { None } from "./none.ts";
import { newStr, strFromJs, textOf } from "./str/str-object.ts";
import { newTuple, staticTuple, TupleType } from "./tuple.ts";

export interface StructSequenceSpec {
  /** tp_name with the module: "os.stat_result". */
  name: string;
  doc: string | null;
  /** Names with docs; an empty name is a visible item without one. */
  fields: readonly (readonly [name: string, doc: string | null])[];
  /** How many of the fields are items of the tuple. */
  visible: number;
  /** Hidden fields that follow a visible one when they are not given: hidden index -> visible index. */
  fallback?: Readonly<Record<number, number>>;
  /** Python code cannot make instances. */
  noNew?: boolean;
  /** The constructor takes the items themselves, by this signature, and not a sequence of them; the name that messages have. */
  items?: readonly [name: string, signature: string];
}

const specs = new WeakMap<TypeRec, StructSequenceSpec>();

/** The names in order, nameless items left out. */
function memberNames(spec: StructSequenceSpec): string[] {
  return spec.fields.map(([name]) => name).filter((name) => name !== "");
}

/** An instance of borrowed values for all fields (hidden ones last); in the current scope. */
export function newStructSequence(vm: Vm, type: TypeRec, values: readonly Value[]): Container {
  const { visible } = specs.get(type)!;
  for (const v of values) incref(v);
  const self = new Container(type, values.slice(0, visible), null);
  if (values.length > visible) {
    const ext = new Ext();
    ext.slots = values.slice(visible);
    self.aux = ext;
  }
  track(vm, self);
  return note(vm, self);
}

function fieldValue(self: Container, visible: number, index: number): Value {
  return (index < visible ? (self.data as Value[])[index] : (self.aux as Ext | null)?.slots?.[index - visible]) ?? None;
}

function sequence_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const spec = specs.get(type)!;
  const def = new NativeDef("structseq", "(sequence, dict={})", null, () => None, "function", true);
  const [sequence, dict] = bindArguments(vm, def, args, kwnames) as (Value | undefined)[];
  const name = spec.name;
  const { visible, fields } = spec;
  if (typeof sequence === "number" || (sequence!.type.tp_iter === undefined && sequence!.type.sq_item === undefined)) throw typeError(vm, "constructor requires a sequence");
  if (dict !== undefined && !isDict(dict)) throw typeError(vm, `${name}() takes a dict as second arg, if any`);
  const values = listOf(vm, sequence!);
  const max = fields.length;
  if (visible !== max) {
    if (values.length < visible) throw typeError(vm, `${name}() takes an at least ${visible}-sequence (${values.length}-sequence given)`);
    if (values.length > max) throw typeError(vm, `${name}() takes an at most ${max}-sequence (${values.length}-sequence given)`);
  } else if (values.length !== visible) throw typeError(vm, `${name}() takes a ${visible}-sequence (${values.length}-sequence given)`);
  let used = 0;
  for (let i = values.length; i < max; i++) {
    const given = dict !== undefined && fields[i]![0] !== "" ? dictGetText(dict, fields[i]![0]) : undefined;
    if (given !== undefined) used++;
    const back = spec.fallback?.[i];
    values.push(given ?? (back === undefined ? None : values[back]!));
  }
  if (dict !== undefined && used < dictLength(dict)) {
    throw typeError(vm, `${name}() got duplicate or unexpected field name(s)`);
  }
  return newStructSequence(vm, type, values);
}

/** A constructor of the items. */
function itemsNew(spec: StructSequenceSpec, [name, signature]: readonly [string, string]) {
  return (vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value => {
    const def = new NativeDef(name, signature, null, () => None, "function", true);
    return newStructSequence(vm, type, bindArguments(vm, def, args, kwnames).slice(0, spec.visible) as Value[]);
  };
}

function itemsReduce(vm: Vm, self: Container): Value {
  return newTuple(vm, [self.type.obj, newTuple(vm, (self.data as Value[]).slice())]);
}

function sequence_repr(vm: Vm, self: Container): Value {
  const spec = specs.get(self.type)!;
  const names = memberNames(spec);
  const parts: string[] = [];
  for (let i = 0; i < spec.visible; i++) parts.push(`${names[i]}=${reprText(vm, (self.data as Value[])[i]!)}`);
  return strFromJs(`${spec.name}(${parts.join(", ")})`);
}

function sequence_reduce(vm: Vm, self: Container): Value {
  const spec = specs.get(self.type)!;
  const dict = newScopedDict(vm);
  for (let i = spec.visible; i < spec.fields.length; i++) if (spec.fields[i]![0] !== "") dictSetText(vm, dict, spec.fields[i]![0], fieldValue(self, spec.visible, i));
  return newTuple(vm, [self.type.obj, newTuple(vm, [newTuple(vm, (self.data as Value[]).slice()), dict])]);
}

function sequence_replace(vm: Vm, self: Container, args: readonly Value[], changes?: KeywordArgs): Value {
  const spec = specs.get(self.type)!;
  if (args.length > 0) throw typeError(vm, "__replace__() takes no positional arguments");
  if (spec.fields.some(([name]) => name === "")) throw typeError(vm, `__replace__() is not supported for ${spec.name} because it has unnamed field(s)`);
  const values = spec.fields.map((_, i) => fieldValue(self, spec.visible, i));
  const unknown: string[] = [];
  changes?.names.forEach((key, i) => {
    const at = spec.fields.findIndex(([name]) => name === textOf(key));
    if (at < 0) unknown.push(textOf(key));
    else values[at] = changes.values[i]!;
  });
  if (unknown.length > 0) throw typeError(vm, `Got unexpected field name(s): [${unknown.map((n) => `'${n}'`).join(", ")}]`);
  return newStructSequence(vm, self.type, values);
}

/** Declares a struct sequence type. */
export function defineStructSequence(spec: StructSequenceSpec): TypeRec {
  const names = memberNames(spec);
  const unnamed = spec.fields.length - names.length;
  const getset: Record<string, ReturnType<typeof member>> = {};
  spec.fields.forEach(([name, doc], i) => {
    if (name !== "") getset[name] = member((_vm, self) => fieldValue(self, spec.visible, i), undefined, doc);
  });
  const type = defineType({
    name: spec.name,
    doc: spec.doc,
    base: () => TupleType,
    kind: K_TUPLE,
    flags: TPFLAGS_TUPLE_SUBCLASS | (spec.noNew === true ? TPFLAGS_DISALLOW_INSTANTIATION : 0),
    methods: {
      __reduce__: method("($self, /)", null, spec.items === undefined ? sequence_reduce : itemsReduce),
      __replace__: (name) => new NativeDef(name, "($self, /, *args, **changes)", "Return a copy of the structure with new values for the specified fields.", sequence_replace, "method", false, "($self, /, **changes)"),
    },
    getset,
    attributes: {
      n_sequence_fields: () => spec.visible,
      n_fields: () => spec.fields.length,
      n_unnamed_fields: () => unnamed,
      __match_args__: () => staticTuple(names.slice(0, spec.visible - unnamed).map((n) => newStr(n))),
    },
    slots: {
      ...(spec.noNew === true ? {} : { tp_new: spec.items === undefined ? sequence_new : itemsNew(spec, spec.items) }),
      tp_repr: sequence_repr,
    },
  });
  specs.set(type, spec);
  return type;
}

