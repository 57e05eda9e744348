// What the arguments of some opcodes stand for: operators, intrinsics, special methods, common constants, layout of caches.
// Mirrors Python/specialize.c's and Include/internal/pycore_{intrinsics,opcode_utils}.h tables as the module `opcode` shows them.
// See docs/bytecode.md.

/** BINARY_OP: oparg -> [name of the C constant, operator]. */
export const nbOps: readonly (readonly [name: string, operator: string])[] = [
  ["NB_ADD", "+"],
  ["NB_AND", "&"],
  ["NB_FLOOR_DIVIDE", "//"],
  ["NB_LSHIFT", "<<"],
  ["NB_MATRIX_MULTIPLY", "@"],
  ["NB_MULTIPLY", "*"],
  ["NB_REMAINDER", "%"],
  ["NB_OR", "|"],
  ["NB_POWER", "**"],
  ["NB_RSHIFT", ">>"],
  ["NB_SUBTRACT", "-"],
  ["NB_TRUE_DIVIDE", "/"],
  ["NB_XOR", "^"],
  ["NB_INPLACE_ADD", "+="],
  ["NB_INPLACE_AND", "&="],
  ["NB_INPLACE_FLOOR_DIVIDE", "//="],
  ["NB_INPLACE_LSHIFT", "<<="],
  ["NB_INPLACE_MATRIX_MULTIPLY", "@="],
  ["NB_INPLACE_MULTIPLY", "*="],
  ["NB_INPLACE_REMAINDER", "%="],
  ["NB_INPLACE_OR", "|="],
  ["NB_INPLACE_POWER", "**="],
  ["NB_INPLACE_RSHIFT", ">>="],
  ["NB_INPLACE_SUBTRACT", "-="],
  ["NB_INPLACE_TRUE_DIVIDE", "/="],
  ["NB_INPLACE_XOR", "^="],
  ["NB_SUBSCR", "[]"],
];

/** CALL_INTRINSIC_1: oparg -> name. */
export const intrinsic1Names: readonly string[] = [
  "INTRINSIC_1_INVALID",
  "INTRINSIC_PRINT",
  "INTRINSIC_IMPORT_STAR",
  "INTRINSIC_STOPITERATION_ERROR",
  "INTRINSIC_ASYNC_GEN_WRAP",
  "INTRINSIC_UNARY_POSITIVE",
  "INTRINSIC_LIST_TO_TUPLE",
  "INTRINSIC_TYPEVAR",
  "INTRINSIC_PARAMSPEC",
  "INTRINSIC_TYPEVARTUPLE",
  "INTRINSIC_SUBSCRIPT_GENERIC",
  "INTRINSIC_TYPEALIAS",
];

/** CALL_INTRINSIC_2: oparg -> name. */
export const intrinsic2Names: readonly string[] = [
  "INTRINSIC_2_INVALID",
  "INTRINSIC_PREP_RERAISE_STAR",
  "INTRINSIC_TYPEVAR_WITH_BOUND",
  "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
  "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
  "INTRINSIC_SET_TYPEPARAM_DEFAULT",
];

/** LOAD_SPECIAL: oparg -> method. */
export const specialMethodNames: readonly string[] = ["__enter__", "__exit__", "__aenter__", "__aexit__"];

/** LOAD_COMMON_CONSTANT: oparg -> name in builtins. */
export const commonConstants: readonly string[] = ["AssertionError", "NotImplementedError", "tuple", "all", "any"];

/** COMPARE_OP: oparg >> 5 -> operator. */
export const cmpOp: readonly string[] = ["<", "<=", "==", "!=", ">", ">="];

/** CONVERT_VALUE: oparg -> function; 0 converts nothing. */
export const conversions: readonly string[] = ["", "str", "repr", "ascii"];

/** SET_FUNCTION_ATTRIBUTE: bit of oparg -> what the function is given. */
export const functionAttributeFlags: readonly string[] = ["defaults", "kwdefaults", "annotations", "closure", "annotate"];

/** Opcode name -> fields of its cache, each with its number of 2-byte cells. */
export const cacheFormat: Readonly<Record<string, readonly (readonly [field: string, cells: number])[]>> = {
  LOAD_GLOBAL: [["counter", 1], ["index", 1], ["module_keys_version", 1], ["builtin_keys_version", 1]],
  BINARY_OP: [["counter", 1], ["descr", 4]],
  UNPACK_SEQUENCE: [["counter", 1]],
  COMPARE_OP: [["counter", 1]],
  CONTAINS_OP: [["counter", 1]],
  FOR_ITER: [["counter", 1]],
  LOAD_SUPER_ATTR: [["counter", 1]],
  LOAD_ATTR: [["counter", 1], ["version", 2], ["keys_version", 2], ["descr", 4]],
  STORE_ATTR: [["counter", 1], ["version", 2], ["index", 1]],
  CALL: [["counter", 1], ["func_version", 2]],
  CALL_KW: [["counter", 1], ["func_version", 2]],
  STORE_SUBSCR: [["counter", 1]],
  SEND: [["counter", 1]],
  JUMP_BACKWARD: [["counter", 1]],
  TO_BOOL: [["counter", 1], ["version", 2]],
  POP_JUMP_IF_TRUE: [["counter", 1]],
  POP_JUMP_IF_FALSE: [["counter", 1]],
  POP_JUMP_IF_NONE: [["counter", 1]],
  POP_JUMP_IF_NOT_NONE: [["counter", 1]],
};
