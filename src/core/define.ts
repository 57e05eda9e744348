// How builtin types and native modules are declared: plain functions plus one table. See docs/core.md and CONTRIBUTING.md.
import { type TypeRec as TypeRecord, TypeRec, type Value } from "./object.ts";
import type { Vm } from "../vm/vm.ts";
import { NativeDef } from "./native-def.ts";

type Fn = (...args: any[]) => any;

/** Says that CPython's function has no __text_signature__ although ours needs one to bind arguments. */
export const NO_TEXT = "no text signature";

// A signature with "!" in front binds arguments, and stands for a function of which CPython shows nothing even with one argument.

/** A method: `fn(vm, self, ...parameters)`. An answer of undefined means None. */
export function method(signature: string, doc: string | null, fn: Fn, hide?: typeof NO_TEXT): (name: string) => NativeDef {
  return (name) => new NativeDef(name, signature, doc, fn, "method", hide !== undefined);
}

/** A class method: `fn(vm, type: TypeRec, ...parameters)`. */
export function classMethod(signature: string, doc: string | null, fn: Fn, hide?: typeof NO_TEXT): (name: string) => NativeDef {
  return (name) => new NativeDef(name, signature, doc, fn, "classmethod", hide !== undefined);
}

/** A static method: `fn(vm, ...parameters)`. */
export function staticMethod(signature: string, doc: string | null, fn: Fn, hide?: typeof NO_TEXT): (name: string) => NativeDef {
  // Its function object is bound to the type, which the implementation does not see.
  return (name) => new NativeDef(name, signature, doc, (vm, _type, ...args) => fn(vm, ...args), "staticmethod", hide !== undefined);
}

/** A module's function: `fn(vm, ...parameters)`. */
export function func(signature: string, doc: string | null, fn: Fn, hide?: typeof NO_TEXT): (name: string) => NativeDef {
  return (name) => new NativeDef(name, signature, doc, fn, "function", hide !== undefined);
}

/** A function whose Python code a CALL may enter at once. */
export function quickly(which: number, declared: (name: string) => NativeDef): (name: string) => NativeDef {
  return (name) => {
    const def = declared(name);
    def.quick = which;
    return def;
  };
}

/** A computed attribute. `set` gets undefined for deletion. */
export interface GetSet {
  readonly kind: "getset" | "member";
  readonly doc: string | null;
  /** Members of `__slots__`: index in Ext.slots. */
  readonly offset?: number;
  readonly get: (vm: Vm, self: any) => Value;
  readonly set: ((vm: Vm, self: any, value: Value | undefined) => void) | undefined;
}

export function getset(get: GetSet["get"], set?: GetSet["set"], doc: string | null = null): GetSet {
  return { kind: "getset", doc, get, set };
}

/** Like getset, for what CPython declares as a member (another descriptor type). */
export function member(get: GetSet["get"], set?: GetSet["set"], doc: string | null = null): GetSet {
  return { kind: "member", doc, get, set };
}

type SlotNames = Extract<keyof TypeRecord, `tp_${string}` | `nb_${string}` | `sq_${string}` | `mp_${string}` | `am_${string}` | `bf_${string}`>;

/** Slots of a type: those of TypeRec, all optional. */
export type Slots = { [S in SlotNames]?: TypeRecord[S] };

export interface TypeSpec {
  /** tp_name: with the module in front unless it lives in builtins. */
  name: string;
  doc?: string | null;
  /** `__text_signature__` of the constructor, without the name; undefined for none. */
  signature?: string;
  base?: () => TypeRec;
  metatype?: () => TypeRec;
  kind?: number;
  /** tp_flags beyond those derived. */
  flags?: number;
  /** Instances have a payload of their own although the kind is K_OTHER: no second such base in one class. */
  layoutChange?: boolean;
  /** Instances are Leaf or PyFloat. */
  leaf?: boolean;
  /** Instances of the type itself (not only of subclasses) have a `__dict__`. */
  hasDict?: boolean;
  hasWeakrefs?: boolean;
  methods?: Record<string, (name: string) => NativeDef>;
  getset?: Record<string, GetSet>;
  /** Class attributes; made when the type is readied. */
  attributes?: Record<string, (vm: Vm) => Value>;
  slots?: Slots;
}

/** Every static type, in order of definition; bootstrap readies them. */
const staticTypes: TypeRec[] = [];

/** Declares a builtin type. The record is usable at once for `new Container(ListType, ...)`; ready() in type.ts fills in the rest. */
export function defineType(spec: TypeSpec): TypeRec {
  const type = new TypeRec(spec.name);
  type.spec = spec;
  type.doc = spec.doc ?? null;
  if (spec.kind !== undefined) type.kind = spec.kind;
  type.leaf = spec.leaf === true;
  type.flags = spec.flags ?? 0;
  if (spec.slots !== undefined) Object.assign(type, spec.slots);
  staticTypes.push(type);
  return type;
}

export function allStaticTypes(): readonly TypeRec[] {
  return staticTypes;
}

export interface ModuleSpec {
  name: string;
  doc?: string | null;
  functions?: Record<string, (name: string) => NativeDef>;
  /** Types and constants, made when the module is imported. */
  attributes?: Record<string, (vm: Vm) => Value>;
  types?: Record<string, TypeRec>;
  /** Runs last, with the module's dictionary filled. */
  exec?: (vm: Vm, dict: any) => void;
}

export function defineModule(spec: ModuleSpec): ModuleSpec {
  return spec;
}
