// Dunder methods and slots: one table says which dunder fills which slot, how Python calls the slot, and how the slot calls
// a dunder written in Python. Mirrors slotdefs in Objects/typeobject.c. See docs/core.md.
import { None } from "../types/none.ts";
import { True, False } from "../types/bool.ts";
import { NotImplemented } from "../types/singletons.ts";
import { newInt } from "../types/int/int-object.ts";
import { pythonGetBuffer, pythonReleaseBuffer, wrapGetBuffer, wrapReleaseBuffer } from "../types/buffer-python.ts";
import type { Vm } from "../vm/vm.ts";
import { call, callTypeMethod, lookupSpecial } from "./call.ts";
import { asIndex, asSsize } from "./convert.ts";
import { matches, dropError, newError, overflowError, typeError, valueError, stopIteration, throwRaised } from "./errors.ts";
import * as exc from "../types/exceptions.ts";
import { foldSafe, hashBigInt } from "./hash.ts";
import { type PyStr, TPFLAGS_METHOD_DESCRIPTOR, type TypeRec, type Value } from "./object.ts";
import { isBigOrInt, intValue } from "../types/int/int-object.ts";
import { drop, hold, noteOwned } from "../memory/ref.ts";
import { isFunction } from "../types/function.ts";
import { isSubtype, lookup, typeName, typeOf } from "./type.ts";
import { lengthValue, MAX_LENGTH, truth } from "./number.ts";
import { guarded, quietRepr } from "./unraisable.ts";
import { nextRaising, setStopValue, takeStopValue } from "./stop-iteration.ts";
import { isExactTrueOrFalse } from "../types/bool.ts";
import { genericGetAttr, genericLookupAttr } from "./attribute.ts";
import { isStr } from "../types/str/str-object.ts";

type Args = readonly Value[];
type Kw = readonly PyStr[] | null;

export interface SlotDef {
  /** The dunder. */
  readonly name: string;
  /** Field of TypeRec. */
  readonly slot: string;
  /** Python calls the slot: `self.name(*args)`. */
  readonly wrap: (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef) => Value;
  /** What the slot is set to when a class defines the dunder in Python. */
  readonly generic: any;
  readonly signature: string | null;
  readonly doc: string;
}

function arity(vm: Vm, args: Args, kw: Kw, count: number, def: SlotDef, named = false): void {
  if (kw !== null && kw.length > 0) throw typeError(vm, `wrapper ${def.name}() takes no keyword arguments`);
  if (args.length !== count) throw typeError(vm, `${count > 1 || named ? `${def.name} ` : ""}expected ${count} argument${count === 1 ? "" : "s"}, got ${args.length}`);
}

// ---- wrappers: from a Python call to the slot

const wrapUnary = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 0, def);
  return slot(vm, self);
};
const wrapBinaryLeft = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def);
  return slot(vm, self, args[0]!);
};
const wrapBinaryRight = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def);
  return slot(vm, args[0]!, self);
};
const wrapTernaryLeft = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  if (kw !== null && kw.length > 0) throw typeError(vm, `wrapper ${def.name}() takes no keyword arguments`);
  if (args.length < 1 || args.length > 2) throw typeError(vm, `expected 1 or 2 arguments, got ${args.length}`);
  return slot(vm, self, args[0]!, args[1] ?? None);
};
const wrapTernaryRight = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  if (kw !== null && kw.length > 0) throw typeError(vm, `wrapper ${def.name}() takes no keyword arguments`);
  if (args.length < 1 || args.length > 2) throw typeError(vm, `expected 1 or 2 arguments, got ${args.length}`);
  return slot(vm, args[0]!, self, args[1] ?? None);
};
const wrapBool = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 0, def);
  return slot(vm, self) ? True : False;
};
const wrapLength = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 0, def);
  return lengthValue(slot(vm, self));
};
const wrapHash = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 0, def);
  return newInt(slot(vm, self));
};
const wrapCall = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw): Value => slot(vm, self, args, kw);
const wrapInit = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw): Value => {
  slot(vm, self, args, kw);
  return None;
};
function wrapCompare(op: number) {
  return (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
    arity(vm, args, kw, 1, def);
    return slot(vm, self, args[0]!, op);
  };
}
const wrapNext = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 0, def);
  const item = nextRaising(vm, slot, self);
  if (item === undefined) throw stopIteration(vm, takeStopValue(vm));
  return item;
};
const wrapGet = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  if (kw !== null && kw.length > 0) throw typeError(vm, `wrapper ${def.name}() takes no keyword arguments`);
  if (args.length < 1 || args.length > 2) throw typeError(vm, `${def.name} expected ${args.length < 1 ? "at least 1 argument" : "at most 2 arguments"}, got ${args.length}`);
  const object = args[0] === None ? undefined : args[0];
  const owner = args[1] === None ? undefined : args[1];
  if (object === undefined && owner === undefined) throw typeError(vm, "__get__(None, None) is invalid");
  return slot(vm, self, object, owner);
};
const wrapSet = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 2, def);
  slot(vm, self, args[0]!, args[1]!);
  return None;
};
const wrapDelete = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def);
  slot(vm, self, args[0]!, undefined);
  return None;
};
/** Forbids object.__setattr__(some_type, ...): a static base's slot may not be called around a more derived one. */
function checkSetattr(vm: Vm, self: Value, slot: any, what: string): void {
  let type: TypeRec | null = typeOf(self);
  const own = type.tp_setattro;
  while (type !== null && (type.flags & (1 << 9)) !== 0) type = type.base;
  if (type !== null && own !== undefined && type.tp_setattro !== slot && type.tp_setattro !== undefined) {
    throw typeError(vm, `can't apply this ${what} to ${typeName(self)} object`);
  }
}
const wrapSetattr = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 2, def);
  checkSetattr(vm, self, slot, "__setattr__");
  slot(vm, self, attributeName(vm, args[0]!), args[1]!);
  return None;
};
const wrapDelattr = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def);
  checkSetattr(vm, self, slot, "__delattr__");
  slot(vm, self, attributeName(vm, args[0]!), undefined);
  return None;
};
const wrapGetattr = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def);
  return slot(vm, self, attributeName(vm, args[0]!));
};
function attributeName(vm: Vm, name: Value): PyStr {
  if (!isStr(name)) throw typeError(vm, `attribute name must be string, not '${typeName(name)}'`);
  return name;
}
const wrapIndexed = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def);
  return slot(vm, self, sequenceIndex(vm, self, args[0]!));
};
const wrapRepeat = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def);
  return slot(vm, self, asSsize(vm, args[0]!));
};
function sequenceIndex(vm: Vm, self: Value, index: Value): number {
  let i = asSsize(vm, index);
  const length = typeOf(self).sq_length;
  if (i < 0 && length !== undefined) i += length(vm, self);
  return i;
}
const wrapSetIndexed = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 2, def);
  slot(vm, self, sequenceIndex(vm, self, args[0]!), args[1]!);
  return None;
};
const wrapDelIndexed = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def);
  slot(vm, self, sequenceIndex(vm, self, args[0]!), undefined);
  return None;
};
const wrapContains = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def);
  return slot(vm, self, args[0]!) ? True : False;
};
const wrapFinalize = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 0, def);
  slot(vm, self);
  return None;
};

// ---- generic slots: from the slot to a dunder found on the type

const callUnary = (name: string) => (vm: Vm, self: Value): Value => callTypeMethod(vm, self, name, []);

/** A binary operator slot: dispatches to `__op__` of the left and `__rop__` of the right operand. */
function callBinary(slot: string, name: string, reflected: string) {
  const self_ = (vm: Vm, left: Value, right: Value): Value => {
    const lt = typeOf(left);
    const rt = typeOf(right);
    let doOther = lt !== rt && (rt as any)[slot] === self_;
    if ((lt as any)[slot] === self_) {
      if (doOther && isSubtype(rt, lt) && overrides(lt, rt, reflected)) {
        const answer = maybeCall(vm, right, reflected, left);
        if (answer !== NotImplemented) return answer;
        doOther = false;
      }
      const answer = maybeCall(vm, left, name, right);
      if (answer !== NotImplemented || lt === rt) return answer;
    }
    if (doOther) return maybeCall(vm, right, reflected, left);
    return NotImplemented;
  };
  return self_;
}

/** Does the right type's reflected method differ from the left type's? */
function overrides(left: TypeRec, right: TypeRec, name: string): boolean {
  const b = lookup(right, name);
  if (b === undefined) return false;
  return lookup(left, name) !== b;
}

function maybeCall(vm: Vm, self: Value, name: string, ...args: Value[]): Value {
  const found = lookup(typeOf(self), name);
  if (found === undefined) return NotImplemented;
  return callTypeMethod(vm, self, name, args);
}

const callPower = (() => {
  const binary = callBinary("nb_power", "__pow__", "__rpow__");
  const self_ = (vm: Vm, left: Value, right: Value, modulus: Value): Value => {
    if (modulus === None) return powerBinary(vm, left, right);
    if (typeOf(left).nb_power === self_) return maybeCall(vm, left, "__pow__", right, modulus);
    if (typeOf(right).nb_power === self_) return maybeCall(vm, right, "__rpow__", left, modulus);
    return NotImplemented;
  };
  function powerBinary(vm: Vm, left: Value, right: Value): Value {
    const lt = typeOf(left);
    const rt = typeOf(right);
    let doOther = lt !== rt && rt.nb_power === self_;
    if (lt.nb_power === self_) {
      if (doOther && isSubtype(rt, lt) && overrides(lt, rt, "__rpow__")) {
        const answer = maybeCall(vm, right, "__rpow__", left);
        if (answer !== NotImplemented) return answer;
        doOther = false;
      }
      const answer = maybeCall(vm, left, "__pow__", right);
      if (answer !== NotImplemented || lt === rt) return answer;
    }
    return doOther ? maybeCall(vm, right, "__rpow__", left) : NotImplemented;
  }
  void binary;
  return self_;
})();

const callInplace = (name: string) => (vm: Vm, self: Value, other: Value): Value => callTypeMethod(vm, self, name, [other]);

const callBool = (vm: Vm, self: Value): boolean => {
  const type = typeOf(self);
  let found = lookup(type, "__bool__");
  let usesLength = false;
  if (found === undefined) {
    found = lookup(type, "__len__");
    if (found === undefined) return true;
    usesLength = true;
  }
  if (found === None && !usesLength) throw typeError(vm, `'${typeName(self)}' cannot be interpreted as a boolean`);
  const answer = callTypeMethod(vm, self, usesLength ? "__len__" : "__bool__", []);
  if (usesLength) return checkLength(vm, answer) !== 0;
  if (!isExactTrueOrFalse(answer)) throw typeError(vm, `__bool__ should return bool, returned ${typeName(answer)}`);
  return answer === True;
};

/** What `__len__` answered, as a length. */
export function checkLength(vm: Vm, answer: Value): number {
  const index = asIndex(vm, answer);
  if (index < 0) throw valueError(vm, "__len__() should return >= 0");
  if (typeof index === "number") return index;
  if (index > MAX_LENGTH) throw overflowError(vm, `cannot fit '${typeName(answer)}' into an index-sized integer`);
  return Number(index);
}

const callLength = (vm: Vm, self: Value): number => checkLength(vm, callTypeMethod(vm, self, "__len__", []));

const callHash = (vm: Vm, self: Value): number | bigint => {
  const found = lookup(typeOf(self), "__hash__");
  if (found === undefined || found === None) throw typeError(vm, `unhashable type: '${typeName(self)}'`);
  const answer = callTypeMethod(vm, self, "__hash__", []);
  if (!isBigOrInt(answer)) throw typeError(vm, "__hash__ method should return an integer");
  const n = intValue(answer);
  if (typeof n === "number") return n === -1 ? -2 : n;
  if (n >= -(1n << 63n) && n < 1n << 63n) return foldSafe(n);
  return hashBigInt(n);
};

const callCall = (vm: Vm, self: Value, args: Args, kw: Kw): Value => {
  if (lookup(typeOf(self), "__call__") === undefined) throw typeError(vm, `'${typeName(self)}' object is not callable`);
  return callTypeMethod(vm, self, "__call__", args, kw);
};

const callInit = (vm: Vm, self: Value, args: Args, kw: Kw): void => {
  const answer = callTypeMethod(vm, self, "__init__", args, kw);
  if (answer !== None) throw typeError(vm, `__init__() should return None, not '${typeName(answer)}'`);
};

export const compareNames = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"];
const callCompare = (vm: Vm, left: Value, right: Value, op: number): Value => {
  const name = compareNames[op]!;
  const found = lookup(typeOf(left), name);
  if (found === undefined) return NotImplemented;
  if (isFunction(found) || typeof found === "number" || found.type.tp_descr_get === undefined || (found.type.flags & TPFLAGS_METHOD_DESCRIPTOR) !== 0) return callTypeMethod(vm, left, name, [right]);
  let bound: Value;
  try {
    bound = lookupSpecial(vm, left, name)!;
  } catch (error) {
    // An AttributeError of binding counts as a method that is not there.
    if (!matches(error, exc.AttributeErrorType)) throw error;
    dropError(vm, error);
    return NotImplemented;
  }
  return call(vm, bound, [right]);
};

const callNext = (vm: Vm, self: Value): Value | undefined => {
  const found = lookup(typeOf(self), "__next__");
  if (found !== undefined && isFunction(found)) {
    const item = vm.tryPython(found, [self]);
    if (item !== undefined) return noteOwned(vm, item);
    const raised = vm.raised!;
    if (!isSubtype(raised.type, exc.StopIterationType)) throwRaised(vm);
    vm.raised = null;
    setStopValue(vm, raised);
    drop(vm, raised);
    return undefined;
  }
  try {
    return callTypeMethod(vm, self, "__next__", []);
  } catch (error) {
    if (!matches(error, exc.StopIterationType)) throw error;
    setStopValue(vm, error.exc);
    dropError(vm, error);
    return undefined;
  }
};

const callIter = (vm: Vm, self: Value): Value => {
  const found = lookup(typeOf(self), "__iter__");
  if (found === None) throw typeError(vm, `'${typeName(self)}' object is not iterable`);
  return callTypeMethod(vm, self, "__iter__", []);
};

const callGet = (vm: Vm, self: Value, object: Value | undefined, owner: Value | undefined): Value => {
  // Not bound: __get__ itself gets the descriptor.
  const get = lookup(typeOf(self), "__get__");
  return get === undefined ? self : call(vm, hold(vm, get), [self, object ?? None, owner ?? None]);
};

const callSet = (vm: Vm, self: Value, object: Value, value: Value | undefined): void => {
  if (value === undefined) {
    if (lookup(typeOf(self), "__delete__") === undefined) throw newError(vm, exc.AttributeErrorType, "__delete__");
    callTypeMethod(vm, self, "__delete__", [object]);
  } else {
    if (lookup(typeOf(self), "__set__") === undefined) throw newError(vm, exc.AttributeErrorType, "__set__");
    callTypeMethod(vm, self, "__set__", [object, value]);
  }
};

const callSetattr = (vm: Vm, self: Value, name: PyStr, value: Value | undefined): void => {
  if (value === undefined) callTypeMethod(vm, self, "__delattr__", [name]);
  else callTypeMethod(vm, self, "__setattr__", [name, value]);
};

/** Is the class's `__getattribute__` object's? */
export function hasPlainGetattribute(type: TypeRec): boolean {
  return (lookup(type, "__getattribute__") as any)?.data?.slotFn === genericGetAttr;
}

const callGetattr = (vm: Vm, self: Value, name: PyStr): Value => {
  const type = typeOf(self);
  const getattr = lookup(type, "__getattr__");
  const getattribute = lookup(type, "__getattribute__");
  // __getattribute__ may delete it.
  if (getattr !== undefined) hold(vm, getattr);
  if (getattr === undefined) return callTypeMethod(vm, self, "__getattribute__", [name]);
  try {
    if (getattribute !== undefined && !hasPlainGetattribute(type)) return callTypeMethod(vm, self, "__getattribute__", [name]);
    const found = genericLookupAttr(vm, self, name);
    if (found !== undefined) return found;
  } catch (error) {
    if (!matches(error, exc.AttributeErrorType)) throw error;
    dropError(vm, error);
  }
  const get = typeOf(getattr).tp_descr_get;
  return isFunction(getattr) || get === undefined ? call(vm, getattr, get === undefined ? [name] : [self, name]) : call(vm, get(vm, getattr, self, type.obj), [name]);
};

const callItem = (vm: Vm, self: Value, index: number): Value => callTypeMethod(vm, self, "__getitem__", [index]);
const callSetItem = (vm: Vm, self: Value, key: Value, value: Value | undefined): void => {
  if (value === undefined) callTypeMethod(vm, self, "__delitem__", [key]);
  else callTypeMethod(vm, self, "__setitem__", [key, value]);
};
const callContains = (vm: Vm, self: Value, item: Value): boolean => {
  const found = lookup(typeOf(self), "__contains__");
  if (found === None) throw typeError(vm, `'${typeName(self)}' object is not a container`);
  return truth(vm, callTypeMethod(vm, self, "__contains__", [item]));
};

const callFinalize = (vm: Vm, self: Value): void => {
  let del: Value | undefined;
  guarded(
    vm,
    null,
    () => {
      del = lookup(typeOf(self), "__del__");
      if (del !== undefined) callTypeMethod(vm, self, "__del__", []);
    },
    () => `Exception ignored while calling deallocator ${quietRepr(vm, del ?? None)}`,
  );
};

const callSubscript = (vm: Vm, self: Value, key: Value): Value => callTypeMethod(vm, self, "__getitem__", [key]);

const wrapBuffer = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def, true);
  return wrapGetBuffer(vm, slot, self, args[0]!);
};
const wrapBufferRelease = (vm: Vm, slot: any, self: Value, args: Args, kw: Kw, def: SlotDef): Value => {
  arity(vm, args, kw, 1, def, true);
  return wrapReleaseBuffer(vm, slot, self, args[0]!);
};

function unary(name: string, slot: string, doc: string): SlotDef {
  return { name, slot, wrap: wrapUnary, generic: callUnary(name), signature: "($self, /)", doc };
}

function binary(slot: string, name: string, symbol: string): SlotDef[] {
  const reflected = "__r" + name.slice(2);
  const generic = callBinary(slot, name, reflected);
  return [
    { name, slot, wrap: wrapBinaryLeft, generic, signature: "($self, value, /)", doc: `Return self${symbol}value.` },
    { name: reflected, slot, wrap: wrapBinaryRight, generic, signature: "($self, value, /)", doc: `Return value${symbol}self.` },
  ];
}

function inplace(slot: string, name: string, symbol: string): SlotDef {
  return { name, slot, wrap: wrapBinaryLeft, generic: callInplace(name), signature: "($self, value, /)", doc: `Return self${symbol}value.` };
}

/** Order as in CPython: where two dunders fill one slot, and two slots one dunder, the first of a type wins. */
export const slotDefs: readonly SlotDef[] = [
  { name: "__getattribute__", slot: "tp_getattro", wrap: wrapGetattr, generic: callGetattr, signature: "($self, name, /)", doc: "Return getattr(self, name)." },
  { name: "__getattr__", slot: "tp_getattro", wrap: wrapGetattr, generic: callGetattr, signature: null, doc: "" },
  { name: "__setattr__", slot: "tp_setattro", wrap: wrapSetattr, generic: callSetattr, signature: "($self, name, value, /)", doc: "Implement setattr(self, name, value)." },
  { name: "__delattr__", slot: "tp_setattro", wrap: wrapDelattr, generic: callSetattr, signature: "($self, name, /)", doc: "Implement delattr(self, name)." },
  unary("__repr__", "tp_repr", "Return repr(self)."),
  { name: "__hash__", slot: "tp_hash", wrap: wrapHash, generic: callHash, signature: "($self, /)", doc: "Return hash(self)." },
  { name: "__call__", slot: "tp_call", wrap: wrapCall, generic: callCall, signature: "($self, /, *args, **kwargs)", doc: "Call self as a function." },
  unary("__str__", "tp_str", "Return str(self)."),
  ...["lt <", "le <=", "eq ==", "ne !=", "gt >", "ge >="].map((pair, op): SlotDef => {
    const [name, symbol] = pair.split(" ") as [string, string];
    return { name: `__${name}__`, slot: "tp_richcompare", wrap: wrapCompare(op), generic: callCompare, signature: "($self, value, /)", doc: `Return self${symbol}value.` };
  }),
  { name: "__iter__", slot: "tp_iter", wrap: wrapUnary, generic: callIter, signature: "($self, /)", doc: "Implement iter(self)." },
  { name: "__next__", slot: "tp_iternext", wrap: wrapNext, generic: callNext, signature: "($self, /)", doc: "Implement next(self)." },
  { name: "__get__", slot: "tp_descr_get", wrap: wrapGet, generic: callGet, signature: "($self, instance, owner=None, /)", doc: "Return an attribute of instance, which is of type owner." },
  { name: "__set__", slot: "tp_descr_set", wrap: wrapSet, generic: callSet, signature: "($self, instance, value, /)", doc: "Set an attribute of instance to value." },
  { name: "__delete__", slot: "tp_descr_set", wrap: wrapDelete, generic: callSet, signature: "($self, instance, /)", doc: "Delete an attribute of instance." },
  { name: "__init__", slot: "tp_init", wrap: wrapInit, generic: callInit, signature: "($self, /, *args, **kwargs)", doc: "Initialize self.  See help(type(self)) for accurate signature." },
  { name: "__del__", slot: "tp_finalize", wrap: wrapFinalize, generic: callFinalize, signature: "($self, /)", doc: "Called when the instance is about to be destroyed." },
  { name: "__await__", slot: "am_await", wrap: wrapUnary, generic: callUnary("__await__"), signature: "($self, /)", doc: "Return an iterator to be used in await expression." },
  { name: "__aiter__", slot: "am_aiter", wrap: wrapUnary, generic: callUnary("__aiter__"), signature: "($self, /)", doc: "Return an awaitable, that resolves in asynchronous iterator." },
  { name: "__anext__", slot: "am_anext", wrap: wrapUnary, generic: callUnary("__anext__"), signature: "($self, /)", doc: "Return a value or raise StopAsyncIteration." },
  { name: "__buffer__", slot: "bf_getbuffer", wrap: wrapBuffer, generic: pythonGetBuffer, signature: "($self, flags, /)", doc: "Return a buffer object that exposes the underlying memory of the object." },
  { name: "__release_buffer__", slot: "bf_releasebuffer", wrap: wrapBufferRelease, generic: pythonReleaseBuffer, signature: "($self, buffer, /)", doc: "Release the buffer object that exposes the underlying memory of the object." },
  ...binary("nb_add", "__add__", "+"),
  ...binary("nb_subtract", "__sub__", "-"),
  ...binary("nb_multiply", "__mul__", "*"),
  ...binary("nb_remainder", "__mod__", "%"),
  ...binary("nb_divmod", "__divmod__", "divmod").map((d) => ({ ...d, doc: d.name === "__divmod__" ? "Return divmod(self, value)." : "Return divmod(value, self)." })),
  { name: "__pow__", slot: "nb_power", wrap: wrapTernaryLeft, generic: callPower, signature: "($self, value, mod=None, /)", doc: "Return pow(self, value, mod)." },
  { name: "__rpow__", slot: "nb_power", wrap: wrapTernaryRight, generic: callPower, signature: "($self, value, mod=None, /)", doc: "Return pow(value, self, mod)." },
  unary("__neg__", "nb_negative", "-self"),
  unary("__pos__", "nb_positive", "+self"),
  unary("__abs__", "nb_absolute", "abs(self)"),
  { name: "__bool__", slot: "nb_bool", wrap: wrapBool, generic: callBool, signature: "($self, /)", doc: "True if self else False" },
  unary("__invert__", "nb_invert", "~self"),
  ...binary("nb_lshift", "__lshift__", "<<"),
  ...binary("nb_rshift", "__rshift__", ">>"),
  ...binary("nb_and", "__and__", "&"),
  ...binary("nb_xor", "__xor__", "^"),
  ...binary("nb_or", "__or__", "|"),
  unary("__int__", "nb_int", "int(self)"),
  unary("__float__", "nb_float", "float(self)"),
  inplace("nb_inplace_add", "__iadd__", "+="),
  inplace("nb_inplace_subtract", "__isub__", "-="),
  inplace("nb_inplace_multiply", "__imul__", "*="),
  inplace("nb_inplace_remainder", "__imod__", "%="),
  inplace("nb_inplace_power", "__ipow__", "**="),
  inplace("nb_inplace_lshift", "__ilshift__", "<<="),
  inplace("nb_inplace_rshift", "__irshift__", ">>="),
  inplace("nb_inplace_and", "__iand__", "&="),
  inplace("nb_inplace_xor", "__ixor__", "^="),
  inplace("nb_inplace_or", "__ior__", "|="),
  ...binary("nb_floor_divide", "__floordiv__", "//"),
  ...binary("nb_true_divide", "__truediv__", "/"),
  inplace("nb_inplace_floor_divide", "__ifloordiv__", "//="),
  inplace("nb_inplace_true_divide", "__itruediv__", "/="),
  { name: "__index__", slot: "nb_index", wrap: wrapUnary, generic: callUnary("__index__"), signature: "($self, /)", doc: "Return self converted to an integer, if self is suitable for use as an index into a list." },
  ...binary("nb_matrix_multiply", "__matmul__", "@"),
  inplace("nb_inplace_matrix_multiply", "__imatmul__", "@="),
  { name: "__len__", slot: "mp_length", wrap: wrapLength, generic: callLength, signature: "($self, /)", doc: "Return len(self)." },
  { name: "__getitem__", slot: "mp_subscript", wrap: wrapBinaryLeft, generic: callSubscript, signature: "($self, key, /)", doc: "Return self[key]." },
  { name: "__setitem__", slot: "mp_ass_subscript", wrap: wrapSet, generic: callSetItem, signature: "($self, key, value, /)", doc: "Set self[key] to value." },
  { name: "__delitem__", slot: "mp_ass_subscript", wrap: wrapDelete, generic: callSetItem, signature: "($self, key, /)", doc: "Delete self[key]." },
  { name: "__len__", slot: "sq_length", wrap: wrapLength, generic: callLength, signature: "($self, /)", doc: "Return len(self)." },
  { name: "__add__", slot: "sq_concat", wrap: wrapBinaryLeft, generic: undefined, signature: "($self, value, /)", doc: "Return self+value." },
  { name: "__mul__", slot: "sq_repeat", wrap: wrapRepeat, generic: undefined, signature: "($self, value, /)", doc: "Return self*value." },
  { name: "__rmul__", slot: "sq_repeat", wrap: wrapRepeat, generic: undefined, signature: "($self, value, /)", doc: "Return value*self." },
  { name: "__getitem__", slot: "sq_item", wrap: wrapIndexed, generic: callItem, signature: "($self, key, /)", doc: "Return self[key]." },
  { name: "__setitem__", slot: "sq_ass_item", wrap: wrapSetIndexed, generic: callSetItem, signature: "($self, key, value, /)", doc: "Set self[key] to value." },
  { name: "__delitem__", slot: "sq_ass_item", wrap: wrapDelIndexed, generic: callSetItem, signature: "($self, key, /)", doc: "Delete self[key]." },
  { name: "__contains__", slot: "sq_contains", wrap: wrapContains, generic: callContains, signature: "($self, key, /)", doc: "Return bool(key in self)." },
  { name: "__iadd__", slot: "sq_inplace_concat", wrap: wrapBinaryLeft, generic: undefined, signature: "($self, value, /)", doc: "Implement self+=value." },
  { name: "__imul__", slot: "sq_inplace_repeat", wrap: wrapRepeat, generic: undefined, signature: "($self, value, /)", doc: "Implement self*=value." },
];

/** Every slot field of TypeRec that types inherit. */
export const slotFieldNames: readonly string[] = [
  ...new Set([...slotDefs.map((d) => d.slot), "tp_traverse", "tp_clear", "tp_lookupattro", "bf_getbuffer", "bf_releasebuffer", "tp_new"]),
];

export const slotDefsByName: ReadonlyMap<string, readonly SlotDef[]> = (() => {
  const map = new Map<string, SlotDef[]>();
  for (const def of slotDefs) {
    const list = map.get(def.name);
    if (list === undefined) map.set(def.name, [def]);
    else list.push(def);
  }
  return map;
})();

export const slotDefsBySlot: ReadonlyMap<string, readonly SlotDef[]> = (() => {
  const map = new Map<string, SlotDef[]>();
  for (const def of slotDefs) {
    const list = map.get(def.slot);
    if (list === undefined) map.set(def.slot, [def]);
    else list.push(def);
  }
  return map;
})();

