// Functions, special method loads, unary operators. See docs/interpreter.md.
import { builtinNamed } from "../../core/dir.ts";
import { fullTypeName } from "../../core/type-names.ts";
import { lookupSpecial } from "../../core/call.ts";
import { typeError } from "../../core/errors.ts";
import { unaryOp } from "../../core/number.ts";
import { type Container, type Leaf, NULL, type PyDict, type PyTuple, TPFLAGS_METHOD_DESCRIPTOR, type Value } from "../../core/object.ts";
import { lookup, typeOf } from "../../core/type.ts";
import { strFromJs, textOf } from "../../types/str/str-object.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { drop, newRef, own } from "../../memory/ref.ts";
import * as exc from "../../types/exceptions.ts";
import { type FunctionData, isFunction, newOwnedFunction } from "../../types/function.ts";
import { TupleType } from "../../types/tuple.ts";
import type { Vm } from "../../vm/vm.ts";
import type { Frame } from "../frame.ts";

export function unary(vm: Vm, sp: number, slot: "nb_negative" | "nb_invert"): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  S[sp - 1] = own(vm, vm.scopeCount, unaryOp(vm, v, slot));
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

export function makeFunction(vm: Vm, frame: Frame, sp: number): number {
  const S = vm.stack;
  const code = S[sp - 1] as Leaf;
  S[sp - 1] = newOwnedFunction(vm, code, frame.globals, frame.builtins);
  drop(vm, code);
  return sp;
}

/** The function that makes another's annotations is called after it. */
function nameAnnotate(vm: Vm, annotate: Value, f: FunctionData): void {
  if (!isFunction(annotate)) return;
  const data = annotate.data as FunctionData;
  const old = data.qualname;
  data.qualname = strFromJs(`${textOf(f.qualname)}.__annotate__`);
  data.qualname.rc++;
  drop(vm, old);
}

/** attribute, function; arg says which: 1 defaults, 2 kwdefaults, 4 annotations, 8 closure, 16 annotate. The count moves into the function. */
export function setFunctionAttribute(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const f = (S[sp - 1] as Container).data as FunctionData;
  const v = S[sp - 2]!;
  switch (arg) {
    case 1: f.defaults = v as PyTuple; break;
    case 2: f.kwdefaults = v as PyDict; break;
    case 4: f.annotations = v; break;
    case 8: f.closure = v as PyTuple; break;
    default:
      f.annotate = v;
      nameAnnotate(vm, v, f);
  }
  S[sp - 2] = S[sp - 1]!;
  return sp - 1;
}

/** AssertionError, NotImplementedError, tuple, all, any. */
/** `all` and `any` as they were at the start, whatever the module builtins says of them since. */
export function commonBuiltins(vm: Vm): readonly Value[] {
  return vm.stateOf("common.constants", () => ["all", "any"].map((name) => newRef(builtinNamed(vm, name))));
}

export function loadCommonConstant(vm: Vm, sp: number, arg: number): number {
  const v: Value = arg === 0 ? exc.AssertionErrorType.obj : arg === 1 ? exc.NotImplementedErrorType.obj : arg === 2 ? TupleType.obj : commonBuiltins(vm)[arg - 3]!;
  if (typeof v !== "number") v.rc++;
  vm.stack[sp] = v;
  return sp + 1;
}

const special = ["__enter__", "__exit__", "__aenter__", "__aexit__"];

/** object -> method, self or NULL. */
export function loadSpecial(vm: Vm, sp: number, arg: number): number {
  const S = vm.stack;
  const o = S[sp - 1]!;
  const name = special[arg]!;
  const found = lookup(typeOf(o), name);
  if (found === undefined) throw missingSpecial(vm, o, name, arg);
  if (typeof found !== "number" && (found.type.flags & TPFLAGS_METHOD_DESCRIPTOR) !== 0) {
    found.rc++;
    S[sp - 1] = found;
    S[sp] = o;
    return sp + 1;
  }
  const bound = own(vm, vm.scopeCount, lookupSpecial(vm, o, name)!);
  S[sp - 1] = bound;
  S[sp] = NULL;
  if (typeof o !== "number" && --o.rc === 0) dealloc(vm, o);
  return sp + 1;
}

function missingSpecial(vm: Vm, o: Value, name: string, arg: number): Error {
  const type = typeOf(o);
  const asynchronous = arg >= 2;
  const kind = asynchronous ? "asynchronous context manager" : "context manager";
  const other = lookup(type, asynchronous ? "__enter__" : "__aenter__") !== undefined && lookup(type, asynchronous ? "__exit__" : "__aexit__") !== undefined;
  const hint = other ? ` but it supports the ${asynchronous ? "context manager" : "asynchronous context manager"} protocol. Did you mean to use '${asynchronous ? "with" : "async with"}'?` : "";
  const missing = ` (missed ${name} method)`;
  throw typeError(vm, `'${fullTypeName(o)}' object does not support the ${kind} protocol${missing}${hint}`);
}

