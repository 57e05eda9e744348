// Template, Interpolation and TemplateIter of string.templatelib: what t-strings make (PEP 750).
// Mirrors Objects/templateobject.c and interpolationobject.c. See docs/types.md.
import { textConcat } from "../base/text.ts";
import { getAttrText } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { reprText } from "../core/convert.ts";
import { classMethod, defineType, getset, member, method } from "../core/define.ts";
import { builtinNamed } from "../core/dir.ts";
import { typeError, valueError } from "../core/errors.ts";
import { bindArguments, NativeDef } from "../core/signature.ts";
import { Container, type PyStr, type PyTuple, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec, type Value } from "../core/object.ts";
import { fullTypeName } from "../core/type-names.ts";
import { typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { dropAll, incref, note, ownAll } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { newGenericAlias } from "./generic-alias.ts";
import { None } from "./none.ts";
import { isStr, newStr, newText, strFromJs, strText } from "./str/str-object.ts";
import { newTuple } from "./tuple.ts";

/** data: [strings, interpolations]. */
const stringsOf = (self: Container): PyTuple => self.data[0];
const interpolationsOf = (self: Container): PyTuple => self.data[1];

/** A template of a tuple of strings and a tuple of interpolations, one shorter; in the current scope. */
export function newTemplate(vm: Vm, strings: Value, interpolations: Value): Container {
  const parts = [strings, interpolations];
  ownAll(parts);
  const t = new Container(TemplateType, parts, null);
  track(vm, t);
  return note(vm, t);
}

/** An interpolation; in the current scope. */
export function newInterpolation(vm: Vm, value: Value, text: Value, conversion: Value, spec: Value): Container {
  const parts = [value, text, conversion, spec];
  ownAll(parts);
  const i = new Container(InterpolationType, parts, null);
  track(vm, i);
  return note(vm, i);
}

const isTemplate = (v: Value): v is Container => typeof v !== "number" && v.type === TemplateType;
const isInterpolation = (v: Value): v is Container => typeof v !== "number" && v.type === InterpolationType;

function concatStr(a: Value, b: Value): Value {
  return newText(textConcat(strText(a as PyStr), strText(b as PyStr)));
}

function template_new(vm: Vm, _type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "Template.__new__ only accepts *args arguments");
  const strings: Value[] = [];
  const interpolations: Value[] = [];
  let lastWasStr = false;
  for (const item of args) {
    if (isStr(item)) {
      if (lastWasStr) strings.push(concatStr(strings.pop()!, item));
      else strings.push(item);
      lastWasStr = true;
    } else if (isInterpolation(item)) {
      if (!lastWasStr) strings.push(newStr(""));
      interpolations.push(item);
      lastWasStr = false;
    } else throw typeError(vm, `Template.__new__ *args need to be of type 'str' or 'Interpolation', got ${fullTypeName(item)}`);
  }
  if (!lastWasStr) strings.push(newStr(""));
  return newTemplate(vm, newTuple(vm, strings), newTuple(vm, interpolations));
}

function template_concat(vm: Vm, self: Container, other: Value): Value {
  if (!isTemplate(other)) {
    throw typeError(vm, `can only concatenate ${TemplateType.name} (not "${typeOf(other).name}") to ${TemplateType.name}`);
  }
  const left = stringsOf(self).data as Value[];
  const right = stringsOf(other).data as Value[];
  const strings = [...left.slice(0, -1), concatStr(left[left.length - 1]!, right[0]!), ...right.slice(1)];
  const interpolations = [...(interpolationsOf(self).data as Value[]), ...(interpolationsOf(other).data as Value[])];
  return newTemplate(vm, newTuple(vm, strings), newTuple(vm, interpolations));
}

const partSlots = {
  tp_traverse: (self: Container, visit: (v: Value) => void): void => (self.data as Value[]).forEach(visit),
  tp_clear: (vm: Vm, self: Container): void => {
    const parts = self.data as Value[];
    self.data = parts.map(() => None);
    dropAll(vm, parts);
  },
};

interface TemplateIter {
  /** The template; null once cleared. */
  template: Container | null;
  string: number;
  interpolation: number;
  fromStrings: boolean;
}

/** Strings and interpolations in turn; empty strings are left out. */
function templateiter_next(_vm: Vm, self: Container): Value | undefined {
  const state = self.data as TemplateIter;
  if (state.template === null) return undefined;
  const interpolations = interpolationsOf(state.template).data as Value[];
  if (state.fromStrings) {
    const item = (stringsOf(state.template).data as Value[])[state.string];
    if (item === undefined) return undefined;
    state.string++;
    state.fromStrings = false;
    if (strText(item as PyStr) !== "") return item;
  }
  state.fromStrings = true;
  const item = interpolations[state.interpolation];
  if (item !== undefined) state.interpolation++;
  return item;
}

export const TemplateIterType: TypeRec = defineType({
  name: "string.templatelib.TemplateIter",
  doc: "Template iterator object",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: templateiter_next,
    tp_traverse: (self: Container, visit) => {
      const { template } = self.data as TemplateIter;
      if (template !== null) visit(template);
    },
    tp_clear: (vm, self: Container) => {
      const state = self.data as TemplateIter;
      const template = state.template;
      state.template = null;
      if (template !== null) dropAll(vm, [template]);
    },
  },
});

export const TemplateType: TypeRec = defineType({
  name: "string.templatelib.Template",
  doc: "Template object",
  methods: {
    __reduce__: method("($self, /)", null, (vm: Vm, self: Container) => {
      const module = call(vm, getAttrText(vm, call(vm, builtinNamed(vm, "__import__"), [newStr("importlib")]), "import_module"), [newStr("string.templatelib")]);
      return newTuple(vm, [getAttrText(vm, module, "_template_unpickle"), newTuple(vm, [stringsOf(self), interpolationsOf(self)])]);
    }),
    __class_getitem__: classMethod("($type, object, /)", "Template supports [] for generic usage", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  getset: {
    strings: member((_vm, self) => stringsOf(self), undefined, "Strings"),
    interpolations: member((_vm, self) => interpolationsOf(self), undefined, "Interpolations"),
    values: getset((vm, self) => newTuple(vm, (interpolationsOf(self).data as Container[]).map((i) => i.data[0] as Value)), undefined, "Values of interpolations"),
  },
  slots: {
    tp_new: template_new,
    tp_repr: (vm, self) => strFromJs(`Template(strings=${reprText(vm, stringsOf(self))}, interpolations=${reprText(vm, interpolationsOf(self))})`),
    tp_iter: (vm, self) => {
      incref(self);
      const it = new Container(TemplateIterType, { template: self, string: 0, interpolation: 0, fromStrings: true } satisfies TemplateIter, null);
      track(vm, it);
      return note(vm, it);
    },
    sq_concat: template_concat,
    ...partSlots,
  },
});

let parameters: NativeDef | undefined;
/** How the constructor binds its arguments. */
function interpolationArguments(): NativeDef {
  return (parameters ??= new NativeDef("Interpolation", "(value, expression='', conversion=None, format_spec='')", null, () => undefined, "function", true));
}

function strArgument(vm: Vm, v: Value, name: string): void {
  if (!isStr(v)) throw typeError(vm, `Interpolation() argument '${name}' must be str, not ${typeOf(v).name}`);
}

export const InterpolationType: TypeRec = defineType({
  name: "string.templatelib.Interpolation",
  doc: "Interpolation object",
  methods: {
    __reduce__: method("($self, /)", "__reduce__() -> (cls, state)", (vm: Vm, self: Container) => newTuple(vm, [self.type.obj, newTuple(vm, (self.data as Value[]).slice())])),
    __class_getitem__: classMethod("($type, object, /)", "Interpolations are generic over the types of their values", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  getset: {
    value: member((_vm, self) => self.data[0], undefined, "Value"),
    expression: member((_vm, self) => self.data[1], undefined, "Expression"),
    conversion: member((_vm, self) => self.data[2], undefined, "Conversion"),
    format_spec: member((_vm, self) => self.data[3], undefined, "Format specifier"),
  },
  attributes: {
    __match_args__: (vm) => newTuple(vm, ["value", "expression", "conversion", "format_spec"].map((name) => newStr(name))),
  },
  slots: {
    tp_new: (vm, _type, args, kwnames) => {
      const [value, expression = newStr(""), conversion = None, spec = newStr("")] = bindArguments(vm, interpolationArguments(), args, kwnames) as [Value, Value?, Value?, Value?];
      strArgument(vm, expression, "expression");
      if (conversion !== None) {
        if (!isStr(conversion)) throw typeError(vm, `Interpolation() argument 'conversion' must be str, not ${fullTypeName(conversion)}`);
        const text = strText(conversion);
        if (text !== "a" && text !== "r" && text !== "s") throw valueError(vm, "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
      }
      strArgument(vm, spec, "format_spec");
      return newInterpolation(vm, value, expression, conversion, spec);
    },
    tp_repr: (vm, self) => strFromJs(`Interpolation(${(self.data as Value[]).map((v) => reprText(vm, v)).join(", ")})`),
    ...partSlots,
  },
});
