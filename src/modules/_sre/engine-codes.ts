// The alphabet of compiled patterns (what re._compiler emits) and of the matcher's own program, which engine-compile.ts
// derives from it. Mirrors Modules/_sre/sre_constants.h and sre.h; see docs/modules-sre.md.

/** _sre.MAGIC: the version of the pattern code that re._constants must agree with. */
export const MAGIC = 20230612;
/** Bytes of one code word. */
export const CODESIZE = 4;
/** No upper bound of a repeat. */
export const MAXREPEAT = 4294967295;
export const MAXGROUPS = 1073741823;

// Operators of compiled patterns.
export const SRE_FAILURE = 0;
export const SRE_SUCCESS = 1;
export const SRE_ANY = 2;
export const SRE_ANY_ALL = 3;
export const SRE_ASSERT = 4;
export const SRE_ASSERT_NOT = 5;
export const SRE_AT = 6;
export const SRE_BRANCH = 7;
export const SRE_CATEGORY = 8;
export const SRE_CHARSET = 9;
export const SRE_BIGCHARSET = 10;
export const SRE_GROUPREF = 11;
export const SRE_GROUPREF_EXISTS = 12;
export const SRE_IN = 13;
export const SRE_INFO = 14;
export const SRE_JUMP = 15;
export const SRE_LITERAL = 16;
export const SRE_MARK = 17;
export const SRE_MAX_UNTIL = 18;
export const SRE_MIN_UNTIL = 19;
export const SRE_NOT_LITERAL = 20;
export const SRE_NEGATE = 21;
export const SRE_RANGE = 22;
export const SRE_REPEAT = 23;
export const SRE_REPEAT_ONE = 24;
export const SRE_MIN_REPEAT_ONE = 26;
export const SRE_ATOMIC_GROUP = 27;
export const SRE_POSSESSIVE_REPEAT = 28;
export const SRE_POSSESSIVE_REPEAT_ONE = 29;
export const SRE_GROUPREF_IGNORE = 30;
export const SRE_IN_IGNORE = 31;
export const SRE_LITERAL_IGNORE = 32;
export const SRE_NOT_LITERAL_IGNORE = 33;
export const SRE_GROUPREF_LOC_IGNORE = 34;
export const SRE_IN_LOC_IGNORE = 35;
export const SRE_LITERAL_LOC_IGNORE = 36;
export const SRE_NOT_LITERAL_LOC_IGNORE = 37;
export const SRE_GROUPREF_UNI_IGNORE = 38;
export const SRE_IN_UNI_IGNORE = 39;
export const SRE_LITERAL_UNI_IGNORE = 40;
export const SRE_NOT_LITERAL_UNI_IGNORE = 41;
export const SRE_RANGE_UNI_IGNORE = 42;

// Positions.
export const AT_BEGINNING = 0;
export const AT_BEGINNING_LINE = 1;
export const AT_BEGINNING_STRING = 2;
export const AT_BOUNDARY = 3;
export const AT_NON_BOUNDARY = 4;
export const AT_END = 5;
export const AT_END_LINE = 6;
export const AT_END_STRING = 7;
export const AT_LOC_BOUNDARY = 8;
export const AT_LOC_NON_BOUNDARY = 9;
export const AT_UNI_BOUNDARY = 10;
export const AT_UNI_NON_BOUNDARY = 11;

// Categories; the odd ones negate the even ones before them.
export const CATEGORY_DIGIT = 0;
export const CATEGORY_SPACE = 2;
export const CATEGORY_WORD = 4;
export const CATEGORY_LINEBREAK = 6;
export const CATEGORY_LOC_WORD = 8;
export const CATEGORY_UNI_DIGIT = 10;
export const CATEGORY_UNI_SPACE = 12;
export const CATEGORY_UNI_WORD = 14;
export const CATEGORY_UNI_LINEBREAK = 16;
export const CATEGORY_COUNT = 18;

// Flags of the INFO block.
export const INFO_PREFIX = 1;
export const INFO_LITERAL = 2;
export const INFO_CHARSET = 4;

// Operators of the matcher's program, with their operands. A target is an absolute index.
/** Goes on with the iteration of a possessive repeat; stands at index 0 of every program. */
export const OP_POSSESSIVE_LOOP = 0;
export const OP_FAIL = 1;
export const OP_SUCCESS = 2;
// One character: these five are also the kinds of repeated items and of tails.
/** character */
export const OP_CHAR = 3;
/** character */
export const OP_NOT_CHAR = 4;
/** number of a set */
export const OP_SET = 5;
/** anything but a line feed */
export const OP_ANY = 6;
export const OP_ALL = 7;
/** count, characters */
export const OP_CHARS = 8;
export const OP_AT_BEGIN = 9;
export const OP_AT_BEGIN_LINE = 10;
export const OP_AT_END = 11;
export const OP_AT_END_LINE = 12;
export const OP_AT_END_STRING = 13;
/** number of the set of word characters */
export const OP_AT_BOUNDARY = 14;
export const OP_AT_NON_BOUNDARY = 15;
/** mark: the start of a group */
export const OP_OPEN = 16;
/** mark: the end of a group */
export const OP_CLOSE = 17;
/** target */
export const OP_JUMP = 18;
/** number of its BranchTable, the targets of the alternatives, -1 */
export const OP_BRANCH = 19;
/** kind of item, its operand, min, max (-1: none), kind of tail test or 0, its operand, 1 when only the longest run can do; then the tail */
export const OP_REPEAT_ONE = 20;
export const OP_MIN_REPEAT_ONE = 21;
export const OP_POSSESSIVE_REPEAT_ONE = 22;
/** min, max, index of the UNTIL; then the item */
export const OP_REPEAT = 23;
export const OP_MAX_UNTIL = 24;
export const OP_MIN_UNTIL = 25;
/** min, max, index of the tail; then the item, which ends with SUCCESS */
export const OP_POSSESSIVE_REPEAT = 26;
/** index of the tail; then the body, which ends with SUCCESS */
export const OP_ATOMIC = 27;
/** characters to step back, index of the tail; then the body, which ends with SUCCESS */
export const OP_ASSERT = 28;
export const OP_ASSERT_NOT = 29;
/** first mark of the group */
export const OP_GROUPREF = 30;
/** first mark of the group, kind of folding */
export const OP_GROUPREF_FOLD = 31;
/** first mark of the group, target when it has not matched */
export const OP_GROUPREF_EXISTS = 32;

// Kinds of folding.
export const FOLD_NONE = 0;
export const FOLD_ASCII = 1;
export const FOLD_LOCALE = 2;
export const FOLD_UNICODE = 3;

// Indexes of operands of the REPEAT_ONE family, relative to its operator; the tail follows.
export const ONE_KIND = 1;
export const ONE_ARG = 2;
export const ONE_MIN = 3;
export const ONE_MAX = 4;
export const ONE_TAIL_KIND = 5;
export const ONE_TAIL_ARG = 6;
export const ONE_SOLO = 7;
export const ONE_SIZE = 8;
