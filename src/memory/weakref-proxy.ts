// Weak proxies: every slot of theirs runs the operation on the referent. Mirrors the proxies of Objects/weakrefobject.c. See docs/memory.md.
import { getAttr, setAttr } from "../core/attribute.ts";
import { call, callMethod } from "../core/call.ts";
import { richCompare } from "../core/compare.ts";
import { indexOf, str } from "../core/convert.ts";
import { defineType, method, type Slots, type TypeSpec } from "../core/define.ts";
import { newError, typeError } from "../core/errors.ts";
import { addressText } from "../core/identity.ts";
import { contains, getIter } from "../core/iterate.ts";
import { binaryOp, binaryOp1, getItem, length, power, setItem, truth, unaryOp } from "../core/number.ts";
import { type Container, type PyStr, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec, type Value } from "../core/object.ts";
import { fullName, typeName, typeOf } from "../core/type.ts";
import { fullTypeNameOf } from "../core/type-names.ts";
import * as exc from "../types/exceptions.ts";
import { floatFrom, newFloat } from "../types/float.ts";
import { intFrom } from "../types/int/int.ts";
import { NotImplemented } from "../types/singletons.ts";
import { intern, strFromJs } from "../types/str/str-object.ts";
import type { Vm } from "../vm/vm.ts";
import { clearWeakref, isProxy, newWeakref, referent, traverseWeakref } from "./weakref.ts";

/** A proxy of the fitting type, in the current scope. */
export function newProxy(vm: Vm, object: Value, callback: Value | undefined): Container {
  return newWeakref(vm, typeOf(object).tp_call === undefined ? ProxyType : CallableProxyType, object, callback);
}

/** What a value stands for: the referent of a proxy, held by the current scope, else the value. Raises ReferenceError. */
export function unwrapProxy(vm: Vm, v: Value): Value {
  if (!isProxy(v)) return v;
  const object = referent(vm, v);
  if (object === undefined) throw newError(vm, exc.ReferenceErrorType, "weakly-referenced object no longer exists");
  return object;
}

/** Slots by the argument of BINARY_OP; in-place ones follow 13 further on. */
const binarySlots = "add and floor_divide lshift matrix_multiply multiply remainder or power rshift subtract true_divide xor".split(" ");
const POWER = 8;

function numberSlots(): Slots {
  const slots: Record<string, unknown> = {};
  for (let code = 0; code < 2 * binarySlots.length; code++) {
    const plain = code % binarySlots.length;
    const slot = `nb_${code === plain ? "" : "inplace_"}${binarySlots[plain]}`;
    if (plain === POWER) {
      slots[slot] = (vm: Vm, a: Value, b: Value, c: Value): Value => {
        const base = unwrapProxy(vm, a);
        const exponent = unwrapProxy(vm, b);
        return code === POWER ? power(vm, base, exponent, unwrapProxy(vm, c)) : binaryOp(vm, base, exponent, code);
      };
    } else slots[slot] = (vm: Vm, a: Value, b: Value): Value => binaryOp(vm, unwrapProxy(vm, a), unwrapProxy(vm, b), code);
  }
  for (const slot of ["nb_negative", "nb_positive", "nb_invert", "nb_absolute"] as const) {
    slots[slot] = (vm: Vm, a: Value): Value => unaryOp(vm, unwrapProxy(vm, a), slot);
  }
  return slots as Slots;
}

function proxyDivmod(vm: Vm, a: Value, b: Value): Value {
  const x = unwrapProxy(vm, a);
  const y = unwrapProxy(vm, b);
  const answer = binaryOp1(vm, x, y, "nb_divmod");
  if (answer === NotImplemented) throw typeError(vm, `unsupported operand type(s) for divmod(): '${typeName(x)}' and '${typeName(y)}'`);
  return answer;
}

const specialMethod = (name: string) => method("($self, /)", null, (vm: Vm, self: Value) => callMethod(vm, unwrapProxy(vm, self), intern(vm, name), []));

function proxySpec(name: string, extra: Slots): TypeSpec {
  return {
    name,
    layoutChange: true,
    flags: TPFLAGS_DISALLOW_INSTANTIATION,
    methods: { __bytes__: specialMethod("__bytes__"), __reversed__: specialMethod("__reversed__") },
    slots: {
      tp_traverse: traverseWeakref,
      tp_clear: clearWeakref,
      ...numberSlots(),
      ...extra,
      nb_divmod: proxyDivmod,
      nb_bool: (vm, self) => truth(vm, unwrapProxy(vm, self)),
      nb_int: (vm, self) => intFrom(vm, unwrapProxy(vm, self), undefined),
      nb_float: (vm, self) => newFloat(floatFrom(vm, unwrapProxy(vm, self))),
      nb_index: (vm, self) => indexOf(vm, unwrapProxy(vm, self)),
      sq_contains: (vm, self, item) => contains(vm, unwrapProxy(vm, self), unwrapProxy(vm, item)),
      mp_length: (vm, self) => length(vm, unwrapProxy(vm, self)),
      mp_subscript: (vm, self, key) => getItem(vm, unwrapProxy(vm, self), unwrapProxy(vm, key)),
      mp_ass_subscript: (vm, self, key, value) => setItem(vm, unwrapProxy(vm, self), key, value),
      tp_hash: null,
      tp_repr: (vm, self: Container) => {
        const object = referent(vm, self);
        const at = addressText(vm, self);
        return strFromJs(object === undefined ? `<weakproxy at ${at}; dead>` : `<weakproxy at ${at}; to '${fullTypeNameOf(object.type)}' at ${addressText(vm, object)}>`);
      },
      tp_str: (vm, self) => str(vm, unwrapProxy(vm, self)),
      tp_getattro: (vm, self, name) => getAttr(vm, unwrapProxy(vm, self), name),
      tp_setattro: (vm, self, name: PyStr, value) => setAttr(vm, unwrapProxy(vm, self), name, value),
      tp_richcompare: (vm, left, right, op) => richCompare(vm, unwrapProxy(vm, left), unwrapProxy(vm, right), op),
      tp_iter: (vm, self) => getIter(vm, unwrapProxy(vm, self)),
      tp_iternext: (vm, self) => {
        const object = unwrapProxy(vm, self);
        const next = typeOf(object).tp_iternext;
        if (next === undefined) throw typeError(vm, `Weakref proxy referenced a non-iterator '${fullName(typeOf(object))}' object`);
        return next(vm, object);
      },
    },
  };
}

export const ProxyType: TypeRec = defineType(proxySpec("weakref.ProxyType", {}));

export const CallableProxyType: TypeRec = defineType(
  proxySpec("weakref.CallableProxyType", { tp_call: (vm, self, args, kwnames) => call(vm, unwrapProxy(vm, self), args, kwnames) }),
);
