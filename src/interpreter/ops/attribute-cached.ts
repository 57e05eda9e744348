// LOAD_ATTR in the specialised forms that are not among the most frequent, apart from the evaluation loop for the reason given in operators.ts.
// Mirrors LOAD_ATTR_SLOT, LOAD_ATTR_MODULE, LOAD_ATTR_CLASS and their like in Python/bytecodes.c. See docs/interpreter.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { type Container, type Instance, K_FUNCTION, K_TYPE, NULL, type Value } from "../../core/object.ts";
import { typeOf } from "../../core/type.ts";
import { drop, incref } from "../../memory/ref.ts";
import { tableOf } from "../../types/dict/dict-object.ts";
import type { FunctionData } from "../../types/function.ts";
import { ModuleType } from "../../types/module.ts";
import type { PropertyData } from "../../types/property.ts";
import type { Vm } from "../../vm/vm.ts";
import type { Frame } from "../frame.ts";
import { type ClassMethodCache, instanceLacks, type MethodCache } from "./attribute.ts";
import { enterGetter } from "./call.ts";

/** What a cached load answers where its cache does not fit. */
export const MISS = -1;

/** The word w at pc, one of the forms below: the stack pointer with the attribute loaded, or MISS. */
export function loadCached(vm: Vm, frame: Frame, S: Value[], sp: number, pc: number, w: number): number {
  const o = S[sp - 1]!;
  const W = frame.code.words;
  const cached = frame.code.caches[pc];
  let v: Value | undefined;
  switch (w & 255) {
    case Op.LOAD_ATTR_SLOT: {
      if (typeof o === "number" || o.type !== cached || o.type.version !== W[pc + 2]) return MISS;
      const ext = (o as Instance).ext;
      v = ext === null || ext.slots === null ? undefined : ext.slots[W[pc + 4]!];
      if (v === undefined) return MISS;
      break;
    }
    case Op.LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES: {
      const { type, value, slot } = cached as MethodCache;
      if (typeOf(o) !== type || type.version !== W[pc + 2] || (slot >= 0 && !instanceLacks(o as Instance, slot))) return MISS;
      v = value;
      break;
    }
    case Op.LOAD_ATTR_MODULE: {
      if (typeof o === "number" || o.type !== ModuleType) return MISS;
      const table = tableOf((o as Container).data.dict);
      if (table.keysVersion !== W[pc + 2]) return MISS;
      v = table.entries[W[pc + 4]!]!;
      break;
    }
    case Op.LOAD_ATTR_CLASS: {
      const { type, value } = cached as MethodCache;
      if (typeof o === "number" || o.type.kind !== K_TYPE || (o as Container).data !== type || type.version !== W[pc + 2] || o.type.version !== W[pc + 4]) return MISS;
      v = value;
      break;
    }
    case Op.LOAD_ATTR_METHOD_LAZY_DICT: {
      // A class method, by an instance.
      const { type, descriptor, owner, slot } = cached as ClassMethodCache;
      if (typeof o === "number" || o.type !== type || type.version !== W[pc + 2] || (slot >= 0 && !instanceLacks(o as Instance, slot))) return MISS;
      const f = descriptor.data as Container;
      f.rc++;
      owner.rc++;
      S[sp - 1] = f;
      S[sp] = owner;
      drop(vm, o);
      return sp + 1;
    }
    default: {
      // LOAD_ATTR_CLASS_WITH_METACLASS_CHECK: a class method, by its class.
      const { type, descriptor, owner } = cached as ClassMethodCache;
      if (o !== owner || type.version !== W[pc + 2] || owner.type.version !== W[pc + 4]) return MISS;
      const f = descriptor.data as Container;
      f.rc++;
      S[sp - 1] = f;
      S[sp] = o;
      return sp + 1;
    }
  }
  incref(v);
  S[sp - 1] = v;
  if ((w & 256) !== 0) S[sp++] = NULL;
  drop(vm, o);
  return sp;
}

/** LOAD_ATTR_PROPERTY: enters the getter, where the cache fits. */
export function enterProperty(vm: Vm, frame: Frame, S: Value[], sp: number, pc: number): boolean {
  const o = S[sp - 1]!;
  const { type, value } = frame.code.caches[pc] as MethodCache;
  if (typeof o === "number" || o.type !== type || type.version !== frame.code.words[pc + 2]) return false;
  const get = ((value as Container).data as PropertyData).get as Container | null;
  return get !== null && get.type.kind === K_FUNCTION && (get.data as FunctionData).data.exact === 1 && enterGetter(vm, frame, get, sp);
}
