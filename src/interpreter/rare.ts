// Instructions off the hot path of eval.ts, which calls this for all that it has no case of its own for: a function apart, so that V8's
// work on the loop stays small. Mirrors Python/bytecodes.c. See docs/interpreter.md.
import * as Op from "../bytecode/opcode-ids.generated.ts";
import { systemError } from "../core/errors.ts";
import { NULL, type Value } from "../core/object.ts";
import { lineOf } from "../types/frame.ts";
import type { Vm } from "../vm/vm.ts";
import type { Frame } from "./frame.ts";
import * as attr from "./ops/attribute.ts";
import * as build from "./ops/build.ts";
import * as exception from "./ops/exception.ts";
import * as gen from "./ops/generator.ts";
import * as imports from "./ops/import.ts";
import * as match from "./ops/match.ts";
import * as name from "./ops/name.ts";
import * as subscript from "./ops/subscript.ts";
import { unpackEx } from "./ops/iterate.ts";
import { loadCommonConstant, loadSpecial, makeFunction, setFunctionAttribute, unary } from "./ops/misc.ts";
import { intrinsic1, intrinsic2 } from "./ops/intrinsics.ts";

/** Instructions off the hot path. Answers the stack pointer and leaves the next instruction's index in frame.pc. */
export function rare(vm: Vm, frame: Frame, S: Value[], fp: number, sp: number, opcode: number, arg: number): number {
  const code = frame.code;
  const pc = frame.pc;
  let size = 1;
  switch (opcode) {
    case Op.LOAD_FAST_CHECK:
      sp = name.loadFastCheck(vm, frame, fp, sp, arg);
      break;
    case Op.LOAD_FAST_AND_CLEAR:
      S[sp++] = S[fp + arg]!;
      S[fp + arg] = NULL;
      break;
    case Op.DELETE_FAST:
      name.deleteFast(vm, frame, fp, arg);
      break;
    case Op.MAKE_CELL:
      name.makeCell(vm, S, fp, arg);
      break;
    case Op.COPY_FREE_VARS:
      name.copyFreeVars(frame, S, fp, arg);
      break;
    case Op.STORE_DEREF:
      sp = name.storeDeref(vm, S, fp, sp, arg);
      break;
    case Op.DELETE_DEREF:
      name.deleteDeref(vm, frame, fp, arg);
      break;
    case Op.LOAD_FROM_DICT_OR_DEREF:
      sp = name.loadFromDictOrDeref(vm, frame, fp, sp, arg);
      break;
    case Op.LOAD_FROM_DICT_OR_GLOBALS:
      sp = name.loadFromDictOrGlobals(vm, frame, sp, arg);
      break;
    case Op.LOAD_NAME:
      sp = name.loadName(vm, frame, sp, arg);
      break;
    case Op.STORE_NAME:
      sp = name.storeName(vm, frame, sp, arg);
      break;
    case Op.DELETE_NAME:
      name.deleteName(vm, frame, arg);
      break;
    case Op.STORE_GLOBAL:
      sp = name.storeGlobal(vm, frame, sp, arg);
      break;
    case Op.DELETE_GLOBAL:
      name.deleteGlobal(vm, frame, arg);
      break;
    case Op.LOAD_LOCALS:
      sp = name.loadLocals(vm, frame, sp);
      break;
    case Op.DELETE_ATTR:
      sp = attr.deleteAttr(vm, frame, sp, arg);
      break;
    case Op.LOAD_SUPER_ATTR:
      sp = attr.loadSuperAttr(vm, frame, sp, arg);
      size = 2;
      break;
    case Op.BINARY_SLICE:
      sp = subscript.binarySlice(vm, sp);
      break;
    case Op.STORE_SLICE:
      sp = subscript.storeSlice(vm, sp);
      break;
    case Op.DELETE_SUBSCR:
      sp = subscript.deleteSubscript(vm, sp);
      break;
    case Op.UNARY_NEGATIVE:
      sp = unary(vm, sp, "nb_negative");
      break;
    case Op.UNARY_INVERT:
      sp = unary(vm, sp, "nb_invert");
      break;
    case Op.GET_YIELD_FROM_ITER:
      sp = gen.getYieldFromIter(vm, frame, sp);
      break;
    case Op.UNPACK_EX:
      sp = unpackEx(vm, sp, arg);
      break;
    case Op.BUILD_SET:
      sp = build.buildSet(vm, sp, arg);
      break;
    case Op.BUILD_MAP:
      sp = build.buildMap(vm, sp, arg);
      break;
    case Op.BUILD_SLICE:
      sp = build.buildSlice(vm, sp, arg);
      break;
    case Op.BUILD_STRING:
      sp = build.buildString(vm, sp, arg);
      break;
    case Op.BUILD_TEMPLATE:
      sp = build.buildTemplate(vm, sp);
      break;
    case Op.BUILD_INTERPOLATION:
      sp = build.buildInterpolation(vm, sp, arg);
      break;
    case Op.LIST_EXTEND:
      sp = build.listExtend(vm, sp, arg);
      break;
    case Op.SET_ADD:
      sp = build.setAdd(vm, sp, arg);
      break;
    case Op.SET_UPDATE:
      sp = build.setUpdate(vm, sp, arg);
      break;
    case Op.MAP_ADD:
      sp = build.mapAdd(vm, sp, arg);
      break;
    case Op.DICT_UPDATE:
      sp = build.dictUpdateOp(vm, sp, arg);
      break;
    case Op.DICT_MERGE:
      sp = build.dictMerge(vm, sp, arg);
      break;
    case Op.FORMAT_SIMPLE:
      sp = build.formatSimple(vm, sp);
      break;
    case Op.FORMAT_WITH_SPEC:
      sp = build.formatWithSpec(vm, sp);
      break;
    case Op.CONVERT_VALUE:
      sp = build.convertValue(vm, sp, arg);
      break;
    case Op.CALL_INTRINSIC_1:
      sp = intrinsic1(vm, frame, sp, arg);
      break;
    case Op.CALL_INTRINSIC_2:
      sp = intrinsic2(vm, frame, sp, arg);
      break;
    case Op.MAKE_FUNCTION:
      sp = makeFunction(vm, frame, sp);
      break;
    case Op.SET_FUNCTION_ATTRIBUTE:
      sp = setFunctionAttribute(vm, sp, arg);
      break;
    case Op.LOAD_BUILD_CLASS:
      sp = name.loadBuildClass(vm, frame, sp);
      break;
    case Op.LOAD_COMMON_CONSTANT:
      sp = loadCommonConstant(vm, sp, arg);
      break;
    case Op.LOAD_SPECIAL:
      sp = loadSpecial(vm, sp, arg);
      break;
    case Op.IMPORT_FROM:
      sp = imports.importFrom(vm, frame, sp, arg);
      break;
    case Op.PUSH_EXC_INFO:
      sp = exception.pushExcInfo(vm, sp);
      break;
    case Op.POP_EXCEPT:
      sp = exception.popExcept(vm, sp);
      break;
    case Op.CHECK_EXC_MATCH:
      sp = exception.checkExcMatch(vm, sp);
      break;
    case Op.CHECK_EG_MATCH:
      sp = exception.checkEgMatch(vm, sp);
      break;
    case Op.WITH_EXCEPT_START:
      sp = exception.withExceptStart(vm, sp);
      break;
    case Op.SETUP_ANNOTATIONS:
      name.setupAnnotations(vm, frame);
      break;
    case Op.GET_LEN:
      sp = match.getLen(vm, sp);
      break;
    case Op.MATCH_MAPPING:
      sp = match.matchMapping(vm, sp);
      break;
    case Op.MATCH_SEQUENCE:
      sp = match.matchSequence(vm, sp);
      break;
    case Op.MATCH_KEYS:
      sp = match.matchKeys(vm, sp);
      break;
    case Op.MATCH_CLASS:
      sp = match.matchClass(vm, sp, arg);
      break;
    case Op.END_SEND:
      sp = gen.endSend(vm, sp);
      break;
    case Op.CLEANUP_THROW:
      sp = gen.cleanupThrow(vm, sp);
      break;
    case Op.GET_AWAITABLE:
      sp = gen.getAwaitable(vm, frame, sp, arg);
      break;
    case Op.GET_AITER:
      sp = gen.getAiter(vm, sp);
      break;
    case Op.GET_ANEXT:
      sp = gen.getAnext(vm, sp);
      break;
    case Op.END_ASYNC_FOR:
      sp = gen.endAsyncFor(vm, sp);
      break;
    default:
      throw systemError(vm, `${code.unit.filename}:${lineOf(code, pc) ?? 0}: unknown opcode ${opcode}`);
  }
  frame.pc = pc + size;
  return sp;
}
