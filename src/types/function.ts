// function: code with its globals, defaults and closure. Mirrors Objects/funcobject.c. See docs/types.md.
import { audit } from "../core/audit.ts";
import { setDict } from "./slot-member.ts";
import { call, isCallable } from "../core/call.ts";
import { argumentName, typeName } from "../core/type.ts";
import { warn } from "../core/warn.ts";
import { bindArguments, NativeDef } from "../core/signature.ts";
import { addressText } from "../core/identity.ts";
import { instanceDict } from "../core/attribute.ts";
import { defineType, getset, member } from "../core/define.ts";
import { typeError, valueError } from "../core/errors.ts";
import { Container, K_FUNCTION, type Leaf, type PyDict, type PyStr, type PyTuple, TPFLAGS_HAVE_VECTORCALL, TPFLAGS_METHOD_DESCRIPTOR, type TypeRec, type Value } from "../core/object.ts";
import { track } from "../memory/gc-list.ts";
import { drop, dropMaybe, incref, noteOwned } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { CellType } from "./cell.ts";
import { builtinsOf } from "./module.ts";
import { type CodeData, CodeType, codeOf } from "./code.ts";
import { newMethod } from "./method.ts";
import { None } from "./none.ts";
import { intern, isStr, strFromJs, textOf } from "./str/str-object.ts";
import { isTuple, newTuple } from "./tuple.ts";
import { dictGetStr, isDict, newTrackedDict } from "./dict/dict-object.ts";

/** Payload of a function; every field owns. */
export class FunctionData {
  code: Leaf;
  globals: PyDict;
  builtins: Value;
  name: PyStr;
  qualname: PyStr;
  defaults: PyTuple | null = null;
  kwdefaults: PyDict | null = null;
  closure: PyTuple | null = null;
  doc: Value;
  module: Value | null;
  annotations: Value | null = null;
  annotate: Value | null = null;
  typeParams: Value | null = null;
  /** Changes when what a call does changes; 0: none given out. */
  version = 0;
  /** The collector or the destructor has dropped the fields. */
  cleared = false;
  /** The code's payload, for the machine. */
  data: CodeData;
  constructor(code: Leaf, globals: PyDict, builtins: Value, doc: Value, module: Value | null) {
    this.code = code;
    this.data = codeOf(code);
    this.globals = globals;
    this.builtins = builtins;
    this.name = this.data.name;
    this.qualname = this.data.qualname;
    this.doc = doc;
    this.module = module;
    incref(code);
    incref(globals);
    incref(builtins);
    incref(this.name);
    incref(this.qualname);
    incref(doc);
    if (module !== null) incref(module);
  }
}

/** A function; the caller owns it. */
export function newOwnedFunction(vm: Vm, code: Leaf, globals: PyDict, builtins: Value): Container {
  const data = codeOf(code);
  const doc = (data.flags & 0x4000000) !== 0 && data.consts.length > 0 ? data.consts[0]! : None;
  const f = new Container(FunctionType, new FunctionData(code, globals, builtins, doc, dictGetStr(vm, globals, intern(vm, "__name__")) ?? null), null);
  track(vm, f);
  return f;
}

export function isFunction(v: Value): v is Container {
  return typeof v !== "number" && v.type.kind === K_FUNCTION;
}

const fn = (self: Container): FunctionData => self.data as FunctionData;

function changed(self: Container): void {
  fn(self).version = 0;
}

function setField(vm: Vm, self: Container, field: keyof FunctionData, value: Value | null): void {
  const record = self.data as any;
  if (value !== null) incref(value);
  const old = record[field] as Value | null;
  record[field] = value;
  changed(self);
  dropMaybe(vm, old);
}

/** CO_GENERATOR, CO_COROUTINE and CO_ASYNC_GENERATOR. */
const GENERATOR_FLAGS = 0x20 | 0x80 | 0x200;

const SIGNATURE = "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)";
const ARGUMENTS = new NativeDef("function", SIGNATURE, null, () => undefined, "function", true);

/** types.FunctionType(code, globals, ...). */
function function_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const [code, globals, name = None, defaults = None, closure = None, kwdefaults = None] = bindArguments(vm, ARGUMENTS, args, kwnames) as [Value, Value, ...(Value | undefined)[]];
  if (typeof code === "number" || code.type !== CodeType) throw typeError(vm, `function() argument 'code' must be code, not ${argumentName(code)}`);
  if (!isDict(globals)) throw typeError(vm, `function() argument 'globals' must be dict, not ${argumentName(globals)}`);
  if (name !== None && !isStr(name)) throw typeError(vm, "arg 3 (name) must be None or string");
  if (defaults !== None && !isTuple(defaults)) throw typeError(vm, "arg 4 (defaults) must be None or tuple");
  const data = codeOf(code);
  if (!isTuple(closure)) {
    if (data.nfreevars > 0 && closure === None) throw typeError(vm, "arg 5 (closure) must be tuple");
    if (closure !== None) throw typeError(vm, "arg 5 (closure) must be None or tuple");
  }
  if (kwdefaults !== None && !isDict(kwdefaults)) throw typeError(vm, "arg 6 (kwdefaults) must be None or dict");
  const cells = closure === None ? [] : ((closure as Container).data as Value[]);
  if (cells.length !== data.nfreevars) throw valueError(vm, `${textOf(data.name)} requires closure of length ${data.nfreevars}, not ${cells.length}`);
  for (const cell of cells) if (typeof cell === "number" || cell.type !== CellType) throw typeError(vm, `arg 5 (closure) expected cell, found ${typeName(cell)}`);
  void type;
  const f = noteOwned(vm, newOwnedFunction(vm, code as Leaf, globals, builtinsOf(vm, globals))) as Container;
  if (name !== None) setField(vm, f, "name", name);
  if (defaults !== None) setField(vm, f, "defaults", defaults);
  if (closure !== None) setField(vm, f, "closure", closure);
  if (kwdefaults !== None) setField(vm, f, "kwdefaults", kwdefaults);
  return f;
}

function readDefaults(vm: Vm, self: Container, name: "defaults" | "kwdefaults"): Value {
  audit(vm, "object.__getattr__", () => [self, strFromJs(`__${name}__`)]);
  return fn(self)[name] ?? None;
}

function auditDefaults(vm: Vm, self: Container, name: string, value: Value | undefined): void {
  if (value === undefined || value === None) audit(vm, "object.__delattr__", () => [self, strFromJs(name)]);
  else audit(vm, "object.__setattr__", () => [self, strFromJs(name), value]);
}

export const FunctionType: TypeRec = defineType({
  name: "function",
  doc: "Create a function object.\n\n  code\n    a code object\n  globals\n    the globals dictionary\n  name\n    a string that overrides the name from the code object\n  argdefs\n    a tuple that specifies the default argument values\n  closure\n    a tuple that supplies the bindings for free variables\n  kwdefaults\n    a dictionary that specifies the default keyword argument values",
  signature: SIGNATURE,
  kind: K_FUNCTION,
  flags: TPFLAGS_HAVE_VECTORCALL | TPFLAGS_METHOD_DESCRIPTOR,
  hasDict: true,
  hasWeakrefs: true,
  getset: {
    __code__: getset(
      (vm, self) => {
        audit(vm, "object.__getattr__", () => [self, strFromJs("__code__")]);
        return fn(self).code;
      },
      (vm, self, value) => {
        if (value === undefined || typeof value === "number" || value.type !== CodeType) throw typeError(vm, "__code__ must be set to a code object");
        audit(vm, "object.__setattr__", () => [self, strFromJs("__code__"), value]);
        const free = codeOf(value).nfreevars;
        const closure = fn(self).closure === null ? 0 : (fn(self).closure!.data as Value[]).length;
        if (free !== closure) throw valueError(vm, `${textOf(fn(self).name)}() requires a code object with ${closure} free vars, not ${free}`);
        if (((fn(self).data.flags ^ codeOf(value).flags) & GENERATOR_FLAGS) !== 0) {
          warn(vm, "DeprecationWarning", "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)");
        }
        setField(vm, self, "code", value);
        fn(self).data = codeOf(value);
      },
    ),
    __globals__: member((_vm, self) => fn(self).globals),
    __builtins__: member((_vm, self) => fn(self).builtins),
    __closure__: member((_vm, self) => fn(self).closure ?? None),
    __doc__: getset((_vm, self) => fn(self).doc, (vm, self, value) => setField(vm, self, "doc", value ?? None)),
    __module__: getset((_vm, self) => fn(self).module ?? None, (vm, self, value) => setField(vm, self, "module", value ?? None)),
    __name__: getset((_vm, self) => fn(self).name, (vm, self, value) => {
      if (value === undefined || !isStr(value)) throw typeError(vm, "__name__ must be set to a string object");
      setField(vm, self, "name", value);
    }),
    __qualname__: getset((_vm, self) => fn(self).qualname, (vm, self, value) => {
      if (value === undefined || !isStr(value)) throw typeError(vm, "__qualname__ must be set to a string object");
      setField(vm, self, "qualname", value);
    }),
    __defaults__: getset((vm, self) => readDefaults(vm, self, "defaults"), (vm, self, value) => {
      if (value !== undefined && value !== None && !isTuple(value)) throw typeError(vm, "__defaults__ must be set to a tuple object");
      auditDefaults(vm, self, "__defaults__", value);
      setField(vm, self, "defaults", value === undefined || value === None ? null : value);
    }),
    __kwdefaults__: getset((vm, self) => readDefaults(vm, self, "kwdefaults"), (vm, self, value) => {
      if (value !== undefined && value !== None && !isDict(value)) throw typeError(vm, "__kwdefaults__ must be set to a dict object");
      auditDefaults(vm, self, "__kwdefaults__", value);
      setField(vm, self, "kwdefaults", value === undefined || value === None ? null : value);
    }),
    __annotations__: getset((vm, self) => {
      const f = fn(self);
      if (f.annotations === null) {
        if (f.annotate !== null && f.annotate !== None) {
          const made = call(vm, f.annotate, [1]);
          if (!isDict(made)) throw typeError(vm, `__annotate__ returned non-dict of type '${typeName(made)}'`);
          setField(vm, self, "annotations", made);
        } else f.annotations = newTrackedDict(vm);
      }
      return fn(self).annotations!;
    }, (vm, self, value) => {
      if (value !== undefined && value !== None && !isDict(value)) throw typeError(vm, "__annotations__ must be set to a dict object");
      setField(vm, self, "annotations", value === undefined || value === None ? null : value);
      setField(vm, self, "annotate", null);
    }, "Dict of annotations in a function object."),
    __annotate__: getset((_vm, self) => fn(self).annotate ?? None, (vm, self, value) => {
      if (value === undefined) throw typeError(vm, "__annotate__ cannot be deleted");
      if (value !== None && !isCallable(value)) throw typeError(vm, "__annotate__ must be callable or None");
      if (value !== None) setField(vm, self, "annotations", null);
      setField(vm, self, "annotate", value);
    }, "Get the code object for a function."),
    __type_params__: getset((vm, self) => fn(self).typeParams ?? newTuple(vm, []), (vm, self, value) => {
      if (value === undefined || !isTuple(value)) throw typeError(vm, "__type_params__ must be set to a tuple");
      setField(vm, self, "typeParams", value);
    }, "Get the declared type parameters for a function."),
    __dict__: getset((vm, self) => instanceDict(vm, self), (vm, self, value) => {
      if (value === undefined) throw typeError(vm, "cannot delete __dict__");
      setDict(vm, self, value);
    }),
  },
  slots: {
    tp_new: function_new,
    tp_repr: (vm, self) => strFromJs(`<function ${textOf(fn(self).qualname)} at ${addressText(vm, self)}>`),
    tp_call: (vm, self, args, kwnames) => noteOwned(vm, vm.callPython(self, args, kwnames)),
    tp_descr_get: (vm, self, object) => (object === undefined || object === None ? self : newMethod(vm, self, object)),
    tp_traverse: (self: Container, visit) => {
      const f = fn(self);
      if (f.cleared) return;
      for (const v of [f.code, f.globals, f.builtins, f.module, f.defaults, f.kwdefaults, f.doc, f.name, f.closure, f.annotations, f.annotate, f.typeParams, f.qualname]) if (v !== null) visit(v);
    },
    tp_clear: (vm, self: Container) => {
      const f = fn(self);
      if (f.cleared) return;
      f.cleared = true;
      const fields = [f.annotate, f.annotations, f.code, f.globals, f.builtins, f.module, f.name, f.qualname, f.defaults, f.kwdefaults, f.doc, f.closure, f.typeParams];
      f.annotate = f.annotations = f.module = f.defaults = f.kwdefaults = f.closure = f.typeParams = null;
      f.doc = None;
      for (const v of fields) if (v !== null) drop(vm, v);
    },
  },
});
