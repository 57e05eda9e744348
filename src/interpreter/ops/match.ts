// Pattern matching. Mirrors match_keys and match_class in Python/ceval.c. See docs/interpreter.md.
import { getAttr, lookupAttr, lookupAttrText } from "../../core/attribute.ts";
import { call } from "../../core/call.ts";
import { reprText } from "../../core/convert.ts";
import { typeError, valueError } from "../../core/errors.ts";
import { isInstance } from "../../core/instance-check.ts";
import { length } from "../../core/number.ts";
import { type Container, type PyStr, TPFLAGS_MAPPING, TPFLAGS_MATCH_SELF, TPFLAGS_SEQUENCE, type Value } from "../../core/object.ts";
import { isType, recOf, shortName, typeName, typeOf } from "../../core/type.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { own } from "../../memory/ref.ts";
import { False, True } from "../../types/bool.ts";
import { dictGet, isExactDict } from "../../types/dict/dict-object.ts";
import { None } from "../../types/none.ts";
import { intern, isStr, textOf } from "../../types/str/str-object.ts";
import { isTuple, newTuple } from "../../types/tuple.ts";
import { Instance } from "../../core/object.ts";
import { newInstance } from "../../types/object-type.ts";
import { ObjectType } from "../../types/object-type.ts";
import { setContains, newOwnedSet, setAddItem } from "../../types/set/set-object.ts";
import type { Vm } from "../../vm/vm.ts";

export function getLen(vm: Vm, sp: number): number {
  vm.stack[sp] = length(vm, vm.stack[sp - 1]!);
  return sp + 1;
}

export function matchMapping(vm: Vm, sp: number): number {
  vm.stack[sp] = (typeOf(vm.stack[sp - 1]!).flags & TPFLAGS_MAPPING) !== 0 ? True : False;
  return sp + 1;
}

export function matchSequence(vm: Vm, sp: number): number {
  vm.stack[sp] = (typeOf(vm.stack[sp - 1]!).flags & TPFLAGS_SEQUENCE) !== 0 ? True : False;
  return sp + 1;
}

/** subject, keys -> subject, keys, values or None. */
export function matchKeys(vm: Vm, sp: number): number {
  const S = vm.stack;
  const subject = S[sp - 2]!;
  const keys = (S[sp - 1] as Container).data as Value[];
  const mark = vm.scopeCount;
  const seen = newOwnedSet(vm);
  let result: Value;
  try {
    result = lookupKeys(vm, subject, keys, seen);
  } finally {
    if (--seen.rc === 0) dealloc(vm, seen);
  }
  S[sp] = own(vm, mark, result);
  return sp + 1;
}

function lookupKeys(vm: Vm, subject: Value, keys: readonly Value[], seen: Container): Value {
  const values: Value[] = [];
  let get: Value | undefined;
  let missing: Instance | undefined;
  for (const key of keys) {
    if (setContains(vm, seen, key)) throw valueError(vm, `mapping pattern checks duplicate key (${reprText(vm, key)})`);
    setAddItem(vm, seen, key);
    let v: Value | undefined;
    if (isExactDict(subject)) v = dictGet(vm, subject, key);
    else {
      get ??= getAttr(vm, subject, intern(vm, "get"));
      missing ??= newInstance(vm, ObjectType);
      v = call(vm, get, [key, missing]);
      if (v === missing) v = undefined;
    }
    if (v === undefined) return None;
    values.push(v);
  }
  return newTuple(vm, values);
}

/** subject, class, keyword names -> tuple of attributes or None. */
export function matchClass(vm: Vm, sp: number, count: number): number {
  const S = vm.stack;
  const [subject, cls, names] = [S[sp - 3]!, S[sp - 2]!, S[sp - 1]!];
  const mark = vm.scopeCount;
  const result = own(vm, mark, attributesOf(vm, subject, cls, count, (names as Container).data as PyStr[]));
  for (const v of [subject, cls, names]) if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  S[sp - 3] = result;
  return sp - 2;
}

function attributesOf(vm: Vm, subject: Value, cls: Value, count: number, names: readonly PyStr[]): Value {
  if (!isType(cls)) throw typeError(vm, "called match pattern must be a class");
  if (!isInstance(vm, subject, cls)) return None;
  const seen = new Set<string>();
  const attributes: Value[] = [];
  const className = shortName(recOf(cls));
  const take = (name: PyStr): boolean => {
    const text = textOf(name);
    if (seen.has(text)) throw typeError(vm, `${className}() got multiple sub-patterns for attribute ${reprText(vm, name)}`);
    seen.add(text);
    const v = lookupAttr(vm, subject, name);
    if (v === undefined) return false;
    attributes.push(v);
    return true;
  };
  if (count > 0) {
    const declared = lookupAttrText(vm, cls, "__match_args__");
    let allowed = 0;
    let self = false;
    let args: readonly Value[] = [];
    if (declared !== undefined) {
      if (!isTuple(declared)) throw typeError(vm, `${className}.__match_args__ must be a tuple (got ${typeName(declared)})`);
      args = declared.data as Value[];
      allowed = args.length;
    } else if ((recOf(cls).flags & TPFLAGS_MATCH_SELF) !== 0) {
      self = true;
      allowed = 1;
    }
    if (allowed < count) {
      throw typeError(vm, `${className}() accepts ${allowed} positional sub-pattern${allowed === 1 ? "" : "s"} (${count} given)`);
    }
    if (self) attributes.push(subject);
    else {
      for (let i = 0; i < count; i++) {
        const name = args[i]!;
        if (!isStr(name)) throw typeError(vm, `__match_args__ elements must be strings (got ${typeName(name)})`);
        if (!take(name)) return None;
      }
    }
  }
  for (const name of names) if (!take(name)) return None;
  return newTuple(vm, attributes);
}
