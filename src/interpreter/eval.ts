// The evaluation loop: fetch, decode, dispatch. Hot cases are inline and short; all others call a function of ops/, which takes
// and answers the stack pointer and throws PyError. Mirrors Python/ceval.c and bytecodes.c. See docs/interpreter.md.
import * as Op from "../bytecode/opcode-ids.generated.ts";
import { genericGetAttr, getInline } from "../core/attribute.ts";
import { compareNumbers } from "../core/compare.ts";
import { systemError, takeFailure, zeroDivisionError } from "../core/errors.ts";
import { binaryOp } from "../core/number.ts";
import { type Container, type Instance, K_FUNCTION, Leaf, NULL, type PyDict, type PyError, PyFloat, type PyObject, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "../core/object.ts";
import { typeOf } from "../core/type.ts";
import { dealloc } from "../memory/dealloc.ts";
import { closeScope, drop } from "../memory/ref.ts";
import { False, True } from "../types/bool.ts";
import type { CodeData } from "../types/code.ts";
import { tableOf } from "../types/dict/dict-object.ts";
import { FloatType } from "../types/float.ts";
import type { FunctionData } from "../types/function.ts";
import { GeneratorType } from "../types/generator.ts";
import { ListType } from "../types/list.ts";
import { None } from "../types/none.ts";
import { TupleType } from "../types/tuple.ts";
import { TypeType } from "../types/type-type.ts";
import { RangeIteratorType, type RangeIterator } from "../types/range.ts";
import { type IndexIterator, ListIteratorType, TupleIteratorType } from "../types/iterators.ts";
import type { Vm } from "../vm/vm.ts";
import { handleBreaker } from "./breaker.ts";
import { lineOf } from "../types/frame.ts";
import { continueWith } from "./continuation.ts";
import { type Frame, INIT, RESUMED } from "./frame.ts";
import { rare } from "./rare.ts";
import { asPyError, leaveFrame, unwind } from "./unwind.ts";
import { call, callExact, FAILED, callFunctionEx, callInit, callKw, endInit } from "./ops/call.ts";
import * as arithmetic from "./ops/arithmetic.ts";
import * as attr from "./ops/attribute.ts";
import * as attributes from "./ops/attribute-cached.ts";
import * as build from "./ops/build.ts";
import * as exception from "./ops/exception.ts";
import * as gen from "./ops/generator.ts";
import * as imports from "./ops/import.ts";
import * as name from "./ops/name.ts";
import * as operators from "./ops/operators.ts";
import * as special from "./ops/special.ts";
import * as subscript from "./ops/subscript.ts";
import { getIterOp, nextItem, unpackSequence } from "./ops/iterate.ts";
import { instrumented } from "./ops/instrumented.ts";

const MAX_SAFE = 9007199254740991;

/**
 * Runs vm.frame, which is marked as entry, until it returns. The result carries one reference; undefined when an exception
 * (vm.raised) left the frame. What natives throw is caught here, apart from the loop: an exception edge at each of its calls would make
 * V8's work on it, and the code, much larger. So an instruction that may throw stores pc and sp in its frame first.
 */
export function run(vm: Vm): Value | undefined {
  const mark = vm.scopeCount;
  const nativeDepth = vm.nativeDepth;
  for (;;) {
    try {
      const result = execute(vm, mark);
      if (result !== AGAIN) return result;
    } catch (thrown) {
      const error: PyError = asPyError(vm, thrown);
      vm.nativeDepth = nativeDepth;
      if (!handle(vm, mark, vm.frame!, error)) return undefined;
    }
  }
}

/**
 * What `execute` answers after the breaker's work: enter it again. V8 compiles a function that is entered better than one that it had to
 * replace in the middle of its loop, where all variables are of unknown types.
 */
const AGAIN = new Leaf(NULL.type, null, null);

/** Takes an exception to its handler; false when it left the entry frame. */
function handle(vm: Vm, mark: number, frame: Frame, error: PyError): boolean {
  // Raised by a native just now, which may have said the context: `raise` sets it itself.
  if (error.exc.data.traceback === null && error.exc.data.context === null) exception.setContext(vm, error.exc);
  closeScope(vm, mark);
  return unwind(vm, frame, error.exc);
}

function execute(vm: Vm, mark: number): Value | undefined {
  const S = vm.stack;
  let frame = vm.frame as Frame;
  let code: CodeData = frame.code;
  let W = code.stream;
  let pc = frame.pc | 0;
  let sp = frame.sp | 0;
  let fp = frame.base | 0;
  let w = W[pc]!;
  let told = -1;
  // The outer loop turns where another frame is the running one: `break fetch` goes on in it.
  for (;;) {
    fetch: for (; ; w = W[pc]!) {
      // Two ints that are not on the stack, for the BINARY_OP or COMPARE_OP at pc, whose word is w.
      let left = 0;
      let right = 0;
      binary: {
        compare: {
          switch (w & 255) {
            case Op.LOAD_FAST:
            case Op.LOAD_FAST_BORROW: {
              const v = S[fp + (w >>> 8)]!;
              pc++;
              const next = W[pc]!;
              if (typeof v === "number") {
                const a = S[sp - 1]!;
                if (typeof a === "number" && (next & 255) === Op.BINARY_OP) {
                  left = a;
                  right = v;
                  w = next;
                  sp--;
                  break binary;
                }
              } else {
                if ((next & 255) === Op.LOAD_ATTR_INSTANCE_VALUE && v.type === code.caches[pc] && v.type.version === W[pc + 2]) {
                  const r = getInline(v as Instance, W[pc + 4]!);
                  if (r !== undefined) {
                    if (typeof r !== "number") r.rc++;
                    S[sp++] = r;
                    if ((next & 256) !== 0) S[sp++] = NULL;
                    pc += 10;
                    continue;
                  }
                }
                v.rc++;
              }
              S[sp++] = v;
              continue;
            }
            case Op.LOAD_FAST_LOAD_FAST:
            case Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW: {
              const a = S[fp + (w >>> 12)]!;
              const b = S[fp + ((w >>> 8) & 15)]!;
              pc++;
              const next = W[pc]!;
              if (typeof a === "number") {
                if (typeof b === "number") {
                  const op = next & 255;
                  if (op === Op.BINARY_OP || op === Op.COMPARE_OP) {
                    left = a;
                    right = b;
                    w = next;
                    if (op === Op.BINARY_OP) break binary;
                    break compare;
                  }
                } else b.rc++;
              } else {
                if ((next & 255) === Op.BINARY_OP) {
                  const r = operators.attempt(a, b, next >>> 8);
                  if (r !== undefined) {
                    S[sp++] = r;
                    pc += 6;
                    continue;
                  }
                }
                a.rc++;
                if (typeof b !== "number") b.rc++;
              }
              S[sp] = a;
              S[sp + 1] = b;
              sp += 2;
              continue;
            }
            case Op.LOAD_CONST:
            case Op.LOAD_CONST_MORTAL:
            case Op.LOAD_CONST_IMMORTAL: {
              const v = code.consts[w >>> 8]!;
              if (typeof v !== "number") v.rc++;
              S[sp++] = v;
              pc++;
              continue;
            }
            case Op.LOAD_SMALL_INT: {
              const a = S[sp - 1]!;
              pc++;
              if (typeof a === "number") {
                const next = W[pc]!;
                const op = next & 255;
                if (op === Op.BINARY_OP || op === Op.COMPARE_OP) {
                  left = a;
                  right = w >>> 8;
                  w = next;
                  sp--;
                  if (op === Op.BINARY_OP) break binary;
                  break compare;
                }
              }
              S[sp++] = w >>> 8;
              continue;
            }
            case Op.STORE_FAST: {
              const at = fp + (w >>> 8);
              const old = S[at]!;
              S[at] = S[--sp]!;
              pc++;
              if (typeof old !== "number" && --old.rc === 0) {
                frame.pc = pc - 1;
                dealloc(vm, old);
              }
              continue;
            }
            case Op.STORE_FAST_LOAD_FAST: {
              const at = fp + (w >>> 12);
              const old = S[at]!;
              S[at] = S[sp - 1]!;
              const v = S[fp + ((w >>> 8) & 15)]!;
              if (typeof v !== "number") v.rc++;
              S[sp - 1] = v;
              pc++;
              if (typeof old !== "number" && --old.rc === 0) {
                frame.pc = pc - 1;
                dealloc(vm, old);
              }
              continue;
            }
            case Op.STORE_FAST_STORE_FAST: {
              const first = fp + (w >>> 12);
              const second = fp + ((w >>> 8) & 15);
              const a = S[first]!;
              S[first] = S[sp - 1]!;
              const b = S[second]!;
              S[second] = S[sp - 2]!;
              sp -= 2;
              pc++;
              frame.pc = pc - 1;
              if (typeof a !== "number" && --a.rc === 0) dealloc(vm, a);
              if (typeof b !== "number" && --b.rc === 0) dealloc(vm, b);
              continue;
            }
            case Op.POP_TOP:
            case Op.POP_ITER:
            case Op.END_FOR: {
              const v = S[--sp]!;
              pc++;
              if (typeof v !== "number" && --v.rc === 0) {
                frame.pc = pc - 1;
                dealloc(vm, v);
              }
              continue;
            }
            case Op.PUSH_NULL:
              S[sp++] = NULL;
              pc++;
              continue;
            case Op.COPY: {
              const v = S[sp - (w >>> 8)]!;
              if (typeof v !== "number") v.rc++;
              S[sp++] = v;
              pc++;
              continue;
            }
            case Op.SWAP: {
              const at = sp - (w >>> 8);
              const v = S[at]!;
              S[at] = S[sp - 1]!;
              S[sp - 1] = v;
              pc++;
              continue;
            }
            case Op.NOP:
            case Op.NOT_TAKEN:
            case Op.EXTENDED_ARG:
            case Op.CACHE:
              pc++;
              continue;

            case Op.BINARY_OP: {
              const a = S[sp - 2]!;
              const b = S[sp - 1]!;
              if (typeof a === "number" && typeof b === "number") {
                left = a;
                right = b;
                sp -= 2;
                break binary;
              }
              if (typeof a !== "number" && typeof b !== "number" && a.type === FloatType && b.type === FloatType && operators.twoFloats(S, sp, a as PyFloat, b as PyFloat, w >>> 8)) {
                sp--;
                pc += 6;
                continue;
              }
              frame.pc = pc;
              frame.sp = sp;
              sp = operators.binary(vm, mark, frame, S, sp, w >>> 8) | 0;
              if (sp < 0) {
                if (sp === FAILED && !handle(vm, mark, frame, takeFailure(vm))) return undefined;
                break fetch;
              }
              pc += 6;
              continue;
            }
            case Op.COMPARE_OP: {
              const a = S[sp - 2]!;
              const b = S[sp - 1]!;
              if (typeof a === "number" && typeof b === "number") {
                left = a;
                right = b;
                sp -= 2;
                break compare;
              }
              frame.pc = pc;
              frame.sp = sp;
              sp = operators.compare(vm, mark, frame, S, sp, w >>> 8) | 0;
              if (sp < 0) break fetch;
              const next = W[pc + 2]!;
              if ((next & 255) === Op.POP_JUMP_IF_FALSE) {
                if (S[--sp] === False) pc += 4 + (next >>> 8);
                else pc += (W[pc + 4]! & 255) === Op.NOT_TAKEN ? 5 : 4;
                continue;
              }
              pc += 2;
              continue;
            }
            case Op.TO_BOOL: {
              const v = S[sp - 1]!;
              let t = v === True;
              if (!t && v !== False) {
                if (typeof v === "number") t = v !== 0;
                else if (v !== None) {
                  frame.pc = pc;
                  frame.sp = sp;
                  sp = operators.toBool(vm, mark, frame, S, sp) | 0;
                  if (sp < 0) break fetch;
                  t = S[sp - 1] === True;
                } else None.rc--;
              }
              const next = W[pc + 4]!;
              if ((next & 255) === Op.POP_JUMP_IF_FALSE) {
                sp--;
                if (!t) pc += 6 + (next >>> 8);
                else pc += (W[pc + 6]! & 255) === Op.NOT_TAKEN ? 7 : 6;
                continue;
              }
              S[sp - 1] = t ? True : False;
              pc += 4;
              continue;
            }
            case Op.UNARY_NOT:
              S[sp - 1] = S[sp - 1] === True ? False : True;
              pc++;
              continue;
            case Op.IS_OP: {
              const a = S[sp - 2]!;
              const b = S[sp - 1]!;
              const t = (a === b) === (w >>> 8 === 0);
              frame.pc = pc;
              const next = W[pc + 1]!;
              if ((next & 255) === Op.POP_JUMP_IF_FALSE) {
                sp -= 2;
                if (!t) pc += 3 + (next >>> 8);
                else pc += (W[pc + 3]! & 255) === Op.NOT_TAKEN ? 4 : 3;
              } else {
                S[--sp - 1] = t ? True : False;
                pc++;
              }
              if (typeof a !== "number" && --a.rc === 0) dealloc(vm, a);
              if (typeof b !== "number" && --b.rc === 0) dealloc(vm, b);
              continue;
            }
            case Op.POP_JUMP_IF_FALSE:
              if (S[--sp] === False) pc += 2 + (w >>> 8);
              else pc += (W[pc + 2]! & 255) === Op.NOT_TAKEN ? 3 : 2;
              continue;
            case Op.POP_JUMP_IF_TRUE:
              if (S[--sp] === True) pc += 2 + (w >>> 8);
              else pc += (W[pc + 2]! & 255) === Op.NOT_TAKEN ? 3 : 2;
              continue;
            case Op.POP_JUMP_IF_NONE: {
              const v = S[--sp]!;
              pc += 2;
              if (v === None) pc += w >>> 8;
              else {
                if ((W[pc]! & 255) === Op.NOT_TAKEN) pc++;
                drop(vm, v);
              }
              continue;
            }
            case Op.POP_JUMP_IF_NOT_NONE: {
              const v = S[--sp]!;
              pc += 2;
              if (v !== None) {
                pc += w >>> 8;
                drop(vm, v);
              } else if ((W[pc]! & 255) === Op.NOT_TAKEN) pc++;
              continue;
            }
            case Op.JUMP_FORWARD:
              pc += 1 + (w >>> 8);
              continue;
            case Op.JUMP_BACKWARD:
            case Op.JUMP_BACKWARD_NO_JIT: {
              const distance = w >>> 8;
              if ((vm.breaker -= distance) < 0 || vm.pending !== 0) {
                frame.pc = pc;
                frame.sp = sp;
                handleBreaker(vm, frame);
                frame.pc = pc + 2 - distance;
                return AGAIN;
              }
              pc += 2 - distance;
              continue;
            }
            case Op.JUMP_BACKWARD_NO_INTERRUPT:
              pc += 1 - (w >>> 8);
              continue;
            case Op.RESUME:
            case Op.RESUME_CHECK:
              if ((vm.breaker -= 10) < 0 || vm.pending !== 0) {
                frame.pc = pc;
                frame.sp = sp;
                handleBreaker(vm, frame);
                frame.pc++;
                return AGAIN;
              }
              pc++;
              continue;

            case Op.FOR_ITER: {
              const it = S[sp - 1] as Container;
              const type: TypeRec = it.type;
              if (type === RangeIteratorType) {
                const r = it.data as RangeIterator;
                if (r.remaining > 0) {
                  r.remaining--;
                  const next = W[pc + 2]!;
                  if ((next & 255) === Op.STORE_FAST) {
                    const at = fp + (next >>> 8);
                    const old = S[at]!;
                    S[at] = r.next;
                    r.next += r.step;
                    pc += 3;
                    if (typeof old !== "number" && --old.rc === 0) {
                      frame.pc = pc - 1;
                      dealloc(vm, old);
                    }
                    continue;
                  }
                  S[sp++] = r.next;
                  r.next += r.step;
                  pc += 2;
                  continue;
                }
              } else if (type === ListIteratorType || type === TupleIteratorType) {
                const state = it.data as IndexIterator;
                const source = state.source as Container | null;
                if (source !== null) {
                  const items = source.data as Value[];
                  if (state.index < items.length) {
                    const v = items[state.index++]!;
                    if (typeof v !== "number") v.rc++;
                    const next = W[pc + 2]!;
                    if ((next & 255) === Op.STORE_FAST) {
                      const at = fp + (next >>> 8);
                      const old = S[at]!;
                      S[at] = v;
                      pc += 3;
                      if (typeof old !== "number" && --old.rc === 0) {
                        frame.pc = pc - 1;
                        dealloc(vm, old);
                      }
                      continue;
                    }
                    S[sp++] = v;
                    pc += 2;
                    continue;
                  }
                }
              }
              frame.pc = pc;
              frame.sp = sp;
              if (type === GeneratorType && gen.enterForIter(vm, frame, it, sp)) {
                break fetch;
              }
              if (typeof (it as Value) !== "number" && (type.flags & TPFLAGS_HEAPTYPE) !== 0 && special.enterNext(vm, frame, sp, it)) break fetch;
              const at = nextItem(vm, mark, S, sp, it) | 0;
              // At the end the END_FOR and POP_ITER behind the loop are skipped with their work done.
              pc += at < sp ? 4 + (w >>> 8) : 2;
              sp = at;
              continue;
            }

            case Op.LOAD_GLOBAL: {
              frame.pc = pc;
              frame.sp = sp;
              sp = name.loadGlobal(vm, frame, pc, sp, w >>> 8) | 0;
              pc += 5;
              continue;
            }
            case Op.LOAD_GLOBAL_MODULE: {
              const table = tableOf(frame.globals);
              if (table.keysVersion !== W[pc + 2]) {
                W[pc] = (w & ~255) | Op.LOAD_GLOBAL;
                continue;
              }
              const v = table.entries[W[pc + 1]!]!;
              if (typeof v !== "number") v.rc++;
              S[sp++] = v;
              if ((w & 256) !== 0) S[sp++] = NULL;
              pc += 5;
              continue;
            }
            case Op.LOAD_GLOBAL_BUILTIN: {
              const table = tableOf(frame.builtins as PyDict);
              if (table.keysVersion !== W[pc + 3] || tableOf(frame.globals).keysVersion !== W[pc + 2]) {
                W[pc] = (w & ~255) | Op.LOAD_GLOBAL;
                continue;
              }
              const v = table.entries[W[pc + 1]!]!;
              if (typeof v !== "number") v.rc++;
              S[sp++] = v;
              if ((w & 256) !== 0) S[sp++] = NULL;
              pc += 5;
              continue;
            }
            case Op.LOAD_ATTR_INSTANCE_VALUE: {
              const o = S[sp - 1] as Instance;
              if (typeof o !== "number" && o.type === code.caches[pc] && o.type.version === W[pc + 2]) {
                const v = getInline(o, W[pc + 4]!);
                if (v !== undefined) {
                  if (typeof v !== "number") v.rc++;
                  S[sp - 1] = v;
                  if ((w & 256) !== 0) S[sp++] = NULL;
                  pc += 10;
                  if (--o.rc === 0) dealloc(vm, o);
                  continue;
                }
              }
              W[pc] = (w & ~255) | Op.LOAD_ATTR;
              continue;
            }
            case Op.LOAD_ATTR_METHOD_WITH_VALUES:
            case Op.LOAD_ATTR_METHOD_NO_DICT: {
              const o = S[sp - 1]!;
              const cached = code.caches[pc] as attr.MethodCache;
              const type = typeOf(o);
              if (type === cached.type && type.version === W[pc + 2] && (cached.slot < 0 || attr.instanceLacks(o as Instance, cached.slot))) {
                const f = cached.value;
                if (typeof f !== "number") f.rc++;
                S[sp - 1] = f;
                S[sp++] = o;
                pc += 10;
                continue;
              }
              W[pc] = (w & ~255) | Op.LOAD_ATTR;
              continue;
            }
            case Op.LOAD_ATTR_METHOD_LAZY_DICT:
            case Op.LOAD_ATTR_CLASS_WITH_METACLASS_CHECK:
            case Op.LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES:
            case Op.LOAD_ATTR_SLOT:
            case Op.LOAD_ATTR_MODULE:
            case Op.LOAD_ATTR_CLASS: {
              frame.pc = pc;
              frame.sp = sp;
              const at = attributes.loadCached(vm, frame, S, sp, pc, w) | 0;
              if (at < 0) {
                W[pc] = (w & ~255) | Op.LOAD_ATTR;
                continue;
              }
              sp = at;
              pc += 10;
              continue;
            }
            case Op.LOAD_ATTR_PROPERTY: {
              frame.pc = pc;
              frame.sp = sp;
              if (attributes.enterProperty(vm, frame, S, sp, pc)) break fetch;
              W[pc] = (w & ~255) | Op.LOAD_ATTR;
              continue;
            }
            case Op.STORE_ATTR_SLOT: {
              const o = S[sp - 1] as Instance;
              if (typeof o !== "number" && o.type === code.caches[pc] && o.type.version === W[pc + 2] && attr.storeSlot(vm, o, W[pc + 4]!, S[sp - 2]!)) {
                sp -= 2;
                pc += 5;
                if (--o.rc === 0) dealloc(vm, o);
                continue;
              }
              W[pc] = (w & ~255) | Op.STORE_ATTR;
              continue;
            }
            case Op.LOAD_ATTR: {
              frame.pc = pc;
              frame.sp = sp;
              const o = S[sp - 1]!;
              if (typeof o !== "number" && o.type.tp_getattro !== genericGetAttr && (o.type.flags & TPFLAGS_HEAPTYPE) !== 0) {
                const at = special.loadHooked(vm, frame, sp, o, w >>> 8);
                if (at === special.ENTERED) break fetch;
                if (at !== special.GENERAL) {
                  sp = at | 0;
                  pc += 10;
                  continue;
                }
              }
              sp = attr.loadAttr(vm, frame, pc, sp, w >>> 8) | 0;
              if (sp < 0) {
                if (!handle(vm, mark, frame, takeFailure(vm))) return undefined;
                break fetch;
              }
              if (vm.scopeCount > mark) closeScope(vm, mark);
              pc += 10;
              continue;
            }
            case Op.STORE_ATTR_INSTANCE_VALUE: {
              const o = S[sp - 1] as Instance;
              if (typeof o !== "number" && o.type === code.caches[pc] && o.type.version === W[pc + 2] && attr.storeInline(vm, o, W[pc + 4]!, S[sp - 2]!)) {
                sp -= 2;
                pc += 5;
                if (--o.rc === 0) dealloc(vm, o);
                continue;
              }
              W[pc] = (w & ~255) | Op.STORE_ATTR;
              continue;
            }
            case Op.STORE_ATTR: {
              frame.pc = pc;
              frame.sp = sp;
              const o = S[sp - 1]!;
              if (typeof o !== "number" && (o.type.flags & TPFLAGS_HEAPTYPE) !== 0 && special.enterStoreAttr(vm, frame, sp, o, code.names[w >>> 8]!, S[sp - 2]!)) break fetch;
              sp = attr.storeAttr(vm, frame, pc, sp, w >>> 8) | 0;
              if (vm.scopeCount > mark) closeScope(vm, mark);
              pc += 5;
              continue;
            }

            case Op.CALL: {
              const n = w >>> 8;
              const callable = S[sp - n - 2]!;
              frame.pc = pc;
              frame.sp = sp;
              if (typeof callable !== "number" && callable.type.kind === K_FUNCTION) {
                const f = (callable as Container).data as FunctionData;
                if (callExact(vm, frame, f, callable as Container, sp, n)) {
                  frame = vm.frame!;
                  code = frame.code;
                  W = code.stream;
                  pc = 0;
                  sp = frame.sp | 0;
                  fp = frame.base | 0;
                  continue;
                }
              } else if (typeof callable !== "number" && callable.type === TypeType && callInit(vm, frame, callable as Container, sp, n)) break fetch;
              sp = call(vm, frame, sp, n, null) | 0;
              if (sp < 0) {
                if (sp === FAILED && !handle(vm, mark, frame, takeFailure(vm))) return undefined;
                break fetch;
              }
              if (vm.scopeCount > mark) closeScope(vm, mark);
              pc += 4;
              continue;
            }
            case Op.IMPORT_NAME:
              frame.pc = pc;
              frame.sp = sp;
              sp = imports.importName(vm, frame, sp, w >>> 8) | 0;
              if (sp < 0) {
                break fetch;
              }
              if (vm.scopeCount > mark) closeScope(vm, mark);
              pc++;
              continue;
            case Op.CALL_KW:
            case Op.CALL_FUNCTION_EX: {
              frame.pc = pc;
              frame.sp = sp;
              sp = ((w & 255) === Op.CALL_KW ? callKw(vm, frame, sp, w >>> 8) : callFunctionEx(vm, frame, sp)) | 0;
              if (sp < 0) {
                if (sp === FAILED && !handle(vm, mark, frame, takeFailure(vm))) return undefined;
                break fetch;
              }
              if (vm.scopeCount > mark) closeScope(vm, mark);
              pc += (w & 255) === Op.CALL_KW ? 4 : 1;
              continue;
            }
            case Op.RETURN_VALUE: {
              let result = S[sp - 1]!;
              frame.pc = pc;
              frame.sp = sp;
              const entry = frame.entry;
              const ret = frame.ret;
              const rest = frame.rest;
              const cont = frame.cont;
              leaveFrame(vm, frame, sp - 1);
              if (entry && cont === null) return result;
              frame = vm.frame!;
              if (cont !== null) {
                frame.sp = ret;
                const r = continueWith(vm, cont, result, ret);
                if (r === undefined) break fetch;
                result = r;
              }
              if (rest !== 0 && rest !== INIT) {
                if (rest === RESUMED) {
                  if (!handle(vm, mark, frame, special.stopWith(vm, result))) return undefined;
                } else {
                  frame.sp = special.endSpecial(vm, frame, rest, result, ret);
                  if (vm.scopeCount > mark) closeScope(vm, mark);
                }
                break fetch;
              }
              code = frame.code;
              W = code.stream;
              fp = frame.base | 0;
              if (rest === INIT) {
                if (result !== None) endInit(vm, result);
                None.rc--;
                pc = (frame.pc + 4) | 0;
                sp = (ret + 1) | 0;
                continue;
              }
              const at = code.words[frame.pc]!;
              if ((at & 255) === Op.FOR_ITER) {
                // A generator ran to its end: the loop is left, its iterator dropped, the END_FOR and POP_ITER skipped.
                const it = S[ret - 1]!;
                sp = (ret - 1) | 0;
                pc = (frame.pc + 4 + (at >>> 8)) | 0;
                drop(vm, result);
                drop(vm, it);
                continue;
              }
              S[ret] = result;
              pc = (frame.pc + gen.resumeOffset(at)) | 0;
              sp = (ret + 1) | 0;
              continue;
            }
            case Op.SEND: {
              frame.pc = pc;
              frame.sp = sp;
              const r = gen.send(vm, frame, sp);
              if (r === gen.ENTERED) {
                break fetch;
              }
              if (vm.scopeCount > mark) closeScope(vm, mark);
              pc += r === gen.YIELDED ? 2 : 2 + (w >>> 8);
              continue;
            }
            case Op.YIELD_VALUE: {
              const result = S[sp - 1]!;
              frame.pc = pc;
              frame.sp = sp;
              const left = gen.suspend(vm, frame, sp - 1);
              if (left.entry) {
                vm.yielded = true;
                return result;
              }
              const ret = left.ret;
              const rest = left.rest;
              S[ret] = result;
              frame = vm.frame!;
              if (rest !== 0) {
                frame.sp = special.endSpecial(vm, frame, rest, result, ret);
                break fetch;
              }
              code = frame.code;
              W = code.stream;
              pc = (frame.pc + gen.yieldOffset(code.words[frame.pc]!)) | 0;
              sp = (ret + 1) | 0;
              fp = frame.base | 0;
              continue;
            }
            case Op.RETURN_GENERATOR: {
              frame.pc = pc;
              frame.sp = sp;
              const entry = frame.entry;
              const ret = frame.ret;
              const result = gen.makeGenerator(vm, frame, sp);
              if (entry) return result;
              S[ret] = result;
              frame = vm.frame!;
              code = frame.code;
              W = code.stream;
              pc = (frame.pc + gen.resumeOffset(code.words[frame.pc]!)) | 0;
              sp = (ret + 1) | 0;
              fp = frame.base | 0;
              continue;
            }
            case Op.INSTRUMENTED_LINE:
              frame.pc = pc;
              frame.sp = sp;
              told = instrumented(vm, frame) | 0;
              if (vm.scopeCount > mark) closeScope(vm, mark);
              break fetch;
            case Op.LOAD_DEREF: {
              const v = (S[fp + (w >>> 8)] as Container).data as Value | undefined;
              if (v === undefined) {
                frame.pc = pc;
                frame.sp = sp;
                name.loadDeref(vm, frame, fp, sp, w >>> 8);
              } else if (typeof v !== "number") v.rc++;
              S[sp++] = v!;
              pc++;
              continue;
            }
            case Op.STORE_SUBSCR:
              frame.pc = pc;
              frame.sp = sp;
              sp = operators.storeItem(vm, mark, frame, S, sp) | 0;
              if (sp < 0) break fetch;
              pc += 2;
              continue;
            case Op.CONTAINS_OP:
              frame.pc = pc;
              frame.sp = sp;
              sp = operators.containsOp(vm, mark, frame, S, sp, w >>> 8) | 0;
              if (sp < 0) break fetch;
              pc += 2;
              continue;
            case Op.GET_ITER: {
              frame.pc = pc;
              frame.sp = sp;
              const v = S[sp - 1]!;
              if (typeof v !== "number" && (v.type.flags & TPFLAGS_HEAPTYPE) !== 0 && special.enterIter(vm, frame, sp, v)) break fetch;
              sp = getIterOp(vm, sp) | 0;
              if (vm.scopeCount > mark) closeScope(vm, mark);
              pc++;
              continue;
            }
            case Op.UNPACK_SEQUENCE: {
              const v = S[sp - 1]!;
              frame.pc = pc;
              frame.sp = sp;
              if (typeof v !== "number" && (v.type === TupleType || v.type === ListType)) {
                const items = (v as Container).data as Value[];
                let i = w >>> 8;
                if (items.length === i) {
                  sp--;
                  while (--i >= 0) {
                    const item = items[i]!;
                    if (typeof item !== "number") item.rc++;
                    S[sp++] = item;
                  }
                  pc += 2;
                  if (--v.rc === 0) dealloc(vm, v);
                  continue;
                }
              }
              sp = unpackSequence(vm, sp, w >>> 8) | 0;
              if (vm.scopeCount > mark) closeScope(vm, mark);
              pc += 2;
              continue;
            }
            case Op.BUILD_TUPLE:
              frame.pc = pc;
              frame.sp = sp - (w >>> 8);
              sp = build.buildTuple(vm, sp, w >>> 8) | 0;
              pc++;
              continue;
            case Op.BUILD_LIST:
              frame.pc = pc;
              frame.sp = sp - (w >>> 8);
              sp = build.buildList(vm, sp, w >>> 8) | 0;
              pc++;
              continue;
            case Op.LIST_APPEND:
              ((S[sp - 1 - (w >>> 8)] as Container).data as Value[]).push(S[sp - 1]!);
              sp--;
              pc++;
              continue;
            case Op.RAISE_VARARGS:
            case Op.RERAISE: {
              frame.pc = pc;
              frame.sp = sp;
              const error = (w & 255) === Op.RERAISE ? exception.reraise(vm, frame, sp, w >>> 8) : exception.raiseVarargs(vm, sp, w >>> 8);
              if (!handle(vm, mark, frame, error)) return undefined;
              break fetch;
            }
            // All are named, so that the cases are dense enough for a jump table: V8 compiles sparser ones to chains of comparisons.
            case Op.LOAD_FAST_CHECK:
            case Op.LOAD_FAST_AND_CLEAR:
            case Op.DELETE_FAST:
            case Op.MAKE_CELL:
            case Op.COPY_FREE_VARS:
            case Op.STORE_DEREF:
            case Op.DELETE_DEREF:
            case Op.LOAD_FROM_DICT_OR_DEREF:
            case Op.LOAD_FROM_DICT_OR_GLOBALS:
            case Op.LOAD_NAME:
            case Op.STORE_NAME:
            case Op.DELETE_NAME:
            case Op.STORE_GLOBAL:
            case Op.DELETE_GLOBAL:
            case Op.LOAD_LOCALS:
            case Op.DELETE_ATTR:
            case Op.LOAD_SUPER_ATTR:
            case Op.BINARY_SLICE:
            case Op.STORE_SLICE:
            case Op.DELETE_SUBSCR:
            case Op.UNARY_NEGATIVE:
            case Op.UNARY_INVERT:
            case Op.GET_YIELD_FROM_ITER:
            case Op.UNPACK_EX:
            case Op.BUILD_SET:
            case Op.BUILD_MAP:
            case Op.BUILD_SLICE:
            case Op.BUILD_STRING:
            case Op.BUILD_TEMPLATE:
            case Op.BUILD_INTERPOLATION:
            case Op.LIST_EXTEND:
            case Op.SET_ADD:
            case Op.SET_UPDATE:
            case Op.MAP_ADD:
            case Op.DICT_UPDATE:
            case Op.DICT_MERGE:
            case Op.FORMAT_SIMPLE:
            case Op.FORMAT_WITH_SPEC:
            case Op.CONVERT_VALUE:
            case Op.CALL_INTRINSIC_1:
            case Op.CALL_INTRINSIC_2:
            case Op.MAKE_FUNCTION:
            case Op.SET_FUNCTION_ATTRIBUTE:
            case Op.LOAD_BUILD_CLASS:
            case Op.LOAD_COMMON_CONSTANT:
            case Op.LOAD_SPECIAL:
            case Op.IMPORT_FROM:
            case Op.PUSH_EXC_INFO:
            case Op.POP_EXCEPT:
            case Op.CHECK_EXC_MATCH:
            case Op.CHECK_EG_MATCH:
            case Op.WITH_EXCEPT_START:
            case Op.SETUP_ANNOTATIONS:
            case Op.GET_LEN:
            case Op.MATCH_MAPPING:
            case Op.MATCH_SEQUENCE:
            case Op.MATCH_KEYS:
            case Op.MATCH_CLASS:
            case Op.END_SEND:
            case Op.CLEANUP_THROW:
            case Op.GET_AWAITABLE:
            case Op.GET_AITER:
            case Op.GET_ANEXT:
            case Op.END_ASYNC_FOR:
              frame.pc = pc;
              frame.sp = sp;
              sp = rare(vm, frame, S, fp, sp, w & 255, w >>> 8) | 0;
              if (vm.scopeCount > mark) closeScope(vm, mark);
              pc = frame.pc | 0;
              continue;
            default:
              frame.pc = pc;
              frame.sp = sp;
              throw systemError(vm, `${code.unit.filename}:${lineOf(code, pc) ?? 0}: unknown opcode ${w & 255}`);
          }
        }
        // The jump that usually follows a comparison is taken at once.
        const t = compareNumbers(left, right, w >>> 13);
        const next = W[pc + 2]!;
        if ((next & 255) === Op.POP_JUMP_IF_FALSE) {
          if (!t) pc += 4 + (next >>> 8);
          else pc += (W[pc + 4]! & 255) === Op.NOT_TAKEN ? 5 : 4;
          continue;
        }
        S[sp++] = t ? True : False;
        pc += 2;
        continue;
      }
      const arg = w >>> 8;
      let r = NaN;
      if (arg === 0 || arg === 13) r = left + right;
      else if (arg === 10 || arg === 23) r = left - right;
      else if (arg === 5 || arg === 18) r = left * right + 0;
      else r = arithmetic.smallInts(left, right, arg);
      if (r <= MAX_SAFE && r >= -MAX_SAFE) {
        const next = W[pc + 6]!;
        if ((next & 255) === Op.STORE_FAST) {
          const at = fp + (next >>> 8);
          const old = S[at]!;
          S[at] = r;
          pc += 7;
          if (typeof old !== "number" && --old.rc === 0) {
            frame.pc = pc - 1;
            dealloc(vm, old);
          }
          continue;
        }
        S[sp++] = r;
        pc += 6;
        continue;
      }
      S[sp] = left;
      S[sp + 1] = right;
      sp += 2;
      frame.pc = pc;
      frame.sp = sp;
      if (right === 0 && arithmetic.divides(arg)) {
        if (!handle(vm, mark, frame, zeroDivisionError(vm, "division by zero"))) return undefined;
        break fetch;
      }
      sp = operators.finishTwo(vm, mark, S, sp, arg === 26 ? subscript.lookupSubscript(vm, left, right)! : (arithmetic.floats(left, right, arg) ?? binaryOp(vm, left, right, arg))) | 0;
      pc += 6;
    }
    frame = vm.frame!;
    code = frame.code;
    W = code.stream;
    pc = frame.pc | 0;
    sp = frame.sp | 0;
    fp = frame.base | 0;
    // INSTRUMENTED_LINE decides itself what is executed next.
    w = told >= 0 ? told : W[pc]!;
    told = -1;
  }
}
