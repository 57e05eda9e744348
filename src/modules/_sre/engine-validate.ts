// Checks that an array of numbers is pattern code that the matcher can run: `_sre.compile` takes it from anybody.
// Mirrors the _validate functions of Modules/_sre/sre.c; see docs/modules-sre.md.
import * as C from "./engine-codes.ts";

const OK = 0;
const BAD = -1;
/** The block ends with a JUMP: the first part of a condition that has a second one. */
const ENDS_WITH_JUMP = 1;

/** Whether this is well-formed pattern code for that many groups. */
export function isValidCode(code: Uint32Array, groups: number): boolean {
  if (groups < 0 || groups > C.MAXGROUPS || code.length === 0 || code[code.length - 1] !== C.SRE_SUCCESS) return false;
  return validateBlock(code, 0, code.length - 1, groups) === OK;
}

/** A skip at `at` that stays within `end`, with `adjust` words before it; -1 when it does not. */
function skipAt(code: Uint32Array, at: number, end: number, adjust = 0): number {
  if (at >= end) return BAD;
  const skip = code[at]!;
  return skip - adjust > end - at ? BAD : skip;
}

function validateCharset(code: Uint32Array, start: number, end: number): boolean {
  for (let i = start; i < end; ) {
    switch (code[i++]) {
      case C.SRE_NEGATE:
        break;
      case C.SRE_LITERAL:
        if (i >= end) return false;
        i++;
        break;
      case C.SRE_RANGE:
      case C.SRE_RANGE_UNI_IGNORE:
        if (i + 1 >= end) return false;
        i += 2;
        break;
      case C.SRE_CHARSET:
        if (8 > end - i) return false;
        i += 8;
        break;
      case C.SRE_BIGCHARSET: {
        if (i >= end) return false;
        const blocks = code[i++]!;
        if (64 > end - i) return false;
        for (let k = 0; k < 256; k++) if (((code[i + (k >> 2)]! >>> ((k & 3) << 3)) & 255) >= blocks) return false;
        i += 64;
        if (blocks * 8 > end - i) return false;
        i += blocks * 8;
        break;
      }
      case C.SRE_CATEGORY:
        if (i >= end || code[i]! >= C.CATEGORY_COUNT) return false;
        i++;
        break;
      default:
        return false;
    }
  }
  return true;
}

function validateInfo(code: Uint32Array, at: number, end: number): boolean {
  const skip = skipAt(code, at, end);
  if (skip < 4) return false;
  const next = at + skip;
  const flags = code[at + 1]!;
  if ((flags & ~(C.INFO_PREFIX | C.INFO_LITERAL | C.INFO_CHARSET)) !== 0) return false;
  if ((flags & C.INFO_PREFIX) !== 0 && (flags & C.INFO_CHARSET) !== 0) return false;
  if ((flags & C.INFO_LITERAL) !== 0 && (flags & C.INFO_PREFIX) === 0) return false;
  let i = at + 4;
  if ((flags & C.INFO_PREFIX) !== 0) {
    if (next - i < 2) return false;
    const length = code[i]!;
    const taken = code[i + 1]!;
    i += 2;
    if (length === 0 || taken > length || length * 2 !== next - i) return false;
    for (let k = 0; k < length; k++) if (code[i + length + k]! >= length) return false;
    // The matcher starts behind that many literals, so they must be there.
    for (let k = 0; k < taken; k++) if (code[next + 2 * k] !== C.SRE_LITERAL || next + 2 * k + 1 >= end) return false;
    return true;
  }
  if ((flags & C.INFO_CHARSET) !== 0) return next - 1 >= i && validateCharset(code, i, next - 1) && code[next - 1] === C.SRE_FAILURE;
  return i === next;
}

function isUnit(op: number): boolean {
  switch (op) {
    case C.SRE_ANY:
    case C.SRE_ANY_ALL:
    case C.SRE_CATEGORY:
    case C.SRE_LITERAL:
    case C.SRE_LITERAL_IGNORE:
    case C.SRE_LITERAL_LOC_IGNORE:
    case C.SRE_LITERAL_UNI_IGNORE:
    case C.SRE_NOT_LITERAL:
    case C.SRE_NOT_LITERAL_IGNORE:
    case C.SRE_NOT_LITERAL_LOC_IGNORE:
    case C.SRE_NOT_LITERAL_UNI_IGNORE:
    case C.SRE_IN:
    case C.SRE_IN_IGNORE:
    case C.SRE_IN_LOC_IGNORE:
    case C.SRE_IN_UNI_IGNORE:
      return true;
    default:
      return false;
  }
}

/** Words of a single-character operator at `at`. */
export function unitSize(code: Uint32Array, at: number): number {
  switch (code[at]) {
    case C.SRE_ANY:
    case C.SRE_ANY_ALL:
      return 1;
    case C.SRE_IN:
    case C.SRE_IN_IGNORE:
    case C.SRE_IN_LOC_IGNORE:
    case C.SRE_IN_UNI_IGNORE:
      return 1 + code[at + 1]!;
    default:
      return 2;
  }
}

function validateBranch(code: Uint32Array, at: number, end: number, groups: number): number {
  let target = -1;
  for (let i = at; ; ) {
    const skip = skipAt(code, i, end);
    if (skip < 0) return BAD;
    if (skip === 0) return i + 1 === target ? target : BAD;
    if (skip < 3 || validateBlock(code, i + 1, i + skip - 2, groups) !== OK) return BAD;
    i += skip - 2;
    if (code[i] !== C.SRE_JUMP) return BAD;
    const jump = skipAt(code, i + 1, end);
    if (jump < 1) return BAD;
    const to = i + 1 + jump;
    if (target < 0) target = to;
    else if (to !== target) return BAD;
    i += 2;
  }
}

/** Checks the operator whose operands start at `at`; gives the index behind it, or BAD. */
function validateOperator(code: Uint32Array, op: number, at: number, end: number, groups: number): number {
  switch (op) {
    case C.SRE_ANY:
    case C.SRE_ANY_ALL:
    case C.SRE_SUCCESS:
    case C.SRE_FAILURE:
      return at;
    case C.SRE_MARK:
      return at < end && code[at]! < 2 * groups ? at + 1 : BAD;
    case C.SRE_AT:
      return at < end && code[at]! <= C.AT_UNI_NON_BOUNDARY ? at + 1 : BAD;
    case C.SRE_CATEGORY:
      return at < end && code[at]! < C.CATEGORY_COUNT ? at + 1 : BAD;
    case C.SRE_GROUPREF:
    case C.SRE_GROUPREF_IGNORE:
    case C.SRE_GROUPREF_UNI_IGNORE:
    case C.SRE_GROUPREF_LOC_IGNORE:
      return at < end && code[at]! < groups ? at + 1 : BAD;
    case C.SRE_IN:
    case C.SRE_IN_IGNORE:
    case C.SRE_IN_LOC_IGNORE:
    case C.SRE_IN_UNI_IGNORE: {
      const skip = skipAt(code, at, end);
      if (skip < 2 || !validateCharset(code, at + 1, at + skip - 1) || code[at + skip - 1] !== C.SRE_FAILURE) return BAD;
      return at + skip;
    }
    case C.SRE_INFO:
      return validateInfo(code, at, end) ? at + code[at]! : BAD;
    case C.SRE_BRANCH:
      return validateBranch(code, at, end, groups);
    case C.SRE_ASSERT:
    case C.SRE_ASSERT_NOT:
      return validateBody(code, at, 2, end, groups);
    case C.SRE_ATOMIC_GROUP:
      return validateBody(code, at, 1, end, groups);
    case C.SRE_REPEAT_ONE:
    case C.SRE_MIN_REPEAT_ONE:
    case C.SRE_POSSESSIVE_REPEAT_ONE: {
      const last = validateRepeat(code, at, 1, end, groups);
      if (last < 0 || code[last] !== C.SRE_SUCCESS) return BAD;
      return isUnit(code[at + 3]!) && at + 3 + unitSize(code, at + 3) === last ? last + 1 : BAD;
    }
    case C.SRE_POSSESSIVE_REPEAT: {
      const last = validateRepeat(code, at, 0, end, groups);
      return last >= 0 && code[last] === C.SRE_SUCCESS ? last + 1 : BAD;
    }
    case C.SRE_REPEAT: {
      const last = validateRepeat(code, at, 0, end, groups);
      return last >= 0 && (code[last] === C.SRE_MAX_UNTIL || code[last] === C.SRE_MIN_UNTIL) ? last + 1 : BAD;
    }
    case C.SRE_GROUPREF_EXISTS:
      return validateCondition(code, at, end, groups);
    case C.SRE_LITERAL:
    case C.SRE_NOT_LITERAL:
    case C.SRE_LITERAL_IGNORE:
    case C.SRE_NOT_LITERAL_IGNORE:
    case C.SRE_LITERAL_UNI_IGNORE:
    case C.SRE_NOT_LITERAL_UNI_IGNORE:
    case C.SRE_LITERAL_LOC_IGNORE:
    case C.SRE_NOT_LITERAL_LOC_IGNORE:
      return at < end ? at + 1 : BAD;
    default:
      return BAD;
  }
}

/** <skip> <head words> body SUCCESS. */
function validateBody(code: Uint32Array, at: number, head: number, end: number, groups: number): number {
  const skip = skipAt(code, at, end);
  if (skip < head + 1 || code[at + skip - 1] !== C.SRE_SUCCESS) return BAD;
  return validateBlock(code, at + head, at + skip - 1, groups) === OK ? at + skip : BAD;
}

/** <skip> <min> <max> item and an end operator, which the skip counts (`counted` 1) or not (0): gives its index. */
function validateRepeat(code: Uint32Array, at: number, counted: number, end: number, groups: number): number {
  const skip = skipAt(code, at, end);
  const last = at + skip - counted;
  if (skip < 0 || last < at + 3 || last >= end || code[at + 1]! > code[at + 2]!) return BAD;
  return validateBlock(code, at + 3, last, groups) === OK ? last : BAD;
}

function validateCondition(code: Uint32Array, at: number, end: number, groups: number): number {
  if (at + 1 >= end || code[at]! >= groups) return BAD;
  const skip = skipAt(code, at + 1, end, 1);
  if (skip < 2) return BAD;
  const first = validateBlock(code, at + 2, at + skip, groups);
  if (first === OK) return at + skip;
  if (first !== ENDS_WITH_JUMP) return BAD;
  const other = at + skip - 1;
  const skipOther = skipAt(code, other, end);
  if (skipOther < 1) return BAD;
  return validateBlock(code, other + 1, other + skipOther, groups) === OK ? other + skipOther : BAD;
}

function validateBlock(code: Uint32Array, start: number, end: number, groups: number): number {
  if (start > end) return BAD;
  for (let i = start; i < end; ) {
    const op = code[i]!;
    if (op === C.SRE_JUMP) return i + 2 === end ? ENDS_WITH_JUMP : BAD;
    i = validateOperator(code, op, i + 1, end, groups);
    if (i < 0 || i > end) return BAD;
  }
  return OK;
}
