// The instruction set of CPython 3.14: declared here once, read by the compiler, the disassembler, the machine and _opcode.
// Ids and cache sizes are those of magic number 3627 (Include/opcode_ids.h). See docs/bytecode.md.
// `npm run generate` derives opcode-ids.generated.ts (one constant per opcode) from this table.

/** Flags of an opcode. */
export const ARG = 1;
export const CONST = 2;
export const NAME = 4;
export const JUMP = 8;
export const FREE = 16;
export const LOCAL = 32;
/** Pushes an exception handler block (pseudo instructions SETUP_*). */
export const EXC = 64;

/** How many values an instruction takes or gives: `base`, and what `kind` says of its argument on top. */
export interface VariableCount {
  base: number;
  kind: number;
}

const PLUS_OPARG = 1;
const PLUS_TWICE_OPARG = 2;
const PLUS_BIT_0 = 3;
const PLUS_LOW_AND_HIGH_BYTES = 4;

export interface OpcodeInfo {
  /** 0-255 real, 256 and up pseudo (compiler only). */
  id: number;
  /** Number of 2-byte cache cells behind the instruction. */
  caches: number;
  flags: number;
  /** Values taken off the stack. */
  pops: number | VariableCount;
  /** Values put on the stack; for SETUP_* those that the handler finds. */
  pushes: number | VariableCount;
  /** What the instruction does, in one line. */
  doc: string;
}

export interface SpecializedInfo {
  id: number;
  /** Name of the generic opcode that this one specialises. */
  family: string;
  /** What this form itself reads of its argument. */
  flags: number;
}

function op(
  id: number,
  caches: number,
  flags: number,
  pops: number | VariableCount,
  pushes: number | VariableCount,
  doc: string,
): OpcodeInfo {
  return { id, caches, flags, pops, pushes, doc };
}

function oparg(base: number): VariableCount {
  return { base, kind: PLUS_OPARG };
}

function twice(base: number): VariableCount {
  return { base, kind: PLUS_TWICE_OPARG };
}

function bit0(base: number): VariableCount {
  return { base, kind: PLUS_BIT_0 };
}

const UNPACK_EX_PUSHES: VariableCount = { base: 1, kind: PLUS_LOW_AND_HIGH_BYTES };

function specialized(id: number, family: string, flags: number): SpecializedInfo {
  return { id, family, flags };
}

export const opcodes = {
  CACHE: op(0, 0, 0, 0, 0, "Room for what the instruction before it learns; never executed."),
  BINARY_SLICE: op(1, 0, 0, 3, 1, "container[start:stop]."),
  BUILD_TEMPLATE: op(2, 0, 0, 2, 1, "Makes a string.templatelib.Template of a tuple of strings and a tuple of interpolations."),
  CALL_FUNCTION_EX: op(4, 0, 0, 4, 1, "callable(*args, **kwargs): callable, NULL, tuple, mapping or NULL."),
  CHECK_EG_MATCH: op(5, 0, 0, 2, 2, "Splits an exception group for except*: leaves the rest and the matching part (or None)."),
  CHECK_EXC_MATCH: op(6, 0, 0, 2, 2, "Replaces a handler's type by whether the exception below matches it."),
  CLEANUP_THROW: op(7, 0, 0, 3, 2, "After throw() into a delegate: StopIteration becomes its value, another exception goes on."),
  DELETE_SUBSCR: op(8, 0, 0, 2, 0, "del container[key]."),
  END_FOR: op(9, 0, 0, 1, 0, "Drops the last value of an exhausted iterator's loop."),
  END_SEND: op(10, 0, 0, 2, 1, "Drops the delegate below the value that `yield from` or `await` yields."),
  EXIT_INIT_CHECK: op(11, 0, 0, 1, 0, "Raises TypeError unless __init__ returned None."),
  FORMAT_SIMPLE: op(12, 0, 0, 1, 1, "format(value) with an empty specification."),
  FORMAT_WITH_SPEC: op(13, 0, 0, 2, 1, "format(value, specification)."),
  GET_AITER: op(14, 0, 0, 1, 1, "Calls __aiter__."),
  GET_ANEXT: op(15, 0, 0, 1, 2, "Pushes the awaitable of __anext__ above the asynchronous iterator."),
  GET_ITER: op(16, 0, 0, 1, 1, "iter(value)."),
  RESERVED: op(17, 0, 0, 0, 0, "Not in use."),
  GET_LEN: op(18, 0, 0, 1, 2, "Pushes len(value) above the value."),
  GET_YIELD_FROM_ITER: op(19, 0, 0, 1, 1, "iter(value), but a generator stays and a coroutine only passes in a coroutine."),
  INTERPRETER_EXIT: op(20, 0, 0, 1, 0, "Hands the value back from the eval loop to its host caller."),
  LOAD_BUILD_CLASS: op(21, 0, 0, 0, 1, "Pushes builtins.__build_class__."),
  LOAD_LOCALS: op(22, 0, 0, 0, 1, "Pushes the namespace of the frame (class bodies)."),
  MAKE_FUNCTION: op(23, 0, 0, 1, 1, "Makes a function of a code object."),
  MATCH_KEYS: op(24, 0, 0, 2, 3, "Looks the keys of a mapping pattern up: pushes a tuple of the values, or None."),
  MATCH_MAPPING: op(25, 0, 0, 1, 2, "Pushes whether the subject is a mapping to pattern matching."),
  MATCH_SEQUENCE: op(26, 0, 0, 1, 2, "Pushes whether the subject is a sequence to pattern matching."),
  NOP: op(27, 0, 0, 0, 0, "Does nothing; keeps a line for tracing."),
  NOT_TAKEN: op(28, 0, 0, 0, 0, "Marks the side of a branch that falls through, for monitoring."),
  POP_EXCEPT: op(29, 0, 0, 1, 0, "Restores the exception that was being handled before."),
  POP_ITER: op(30, 0, 0, 1, 0, "Drops the iterator of a finished loop."),
  POP_TOP: op(31, 0, 0, 1, 0, "Drops the top of the stack."),
  PUSH_EXC_INFO: op(32, 0, 0, 1, 2, "Makes the exception on top the handled one; keeps the former below it."),
  PUSH_NULL: op(33, 0, 0, 0, 1, "Pushes the empty mark that stands where a call has no self."),
  RETURN_GENERATOR: op(34, 0, 0, 0, 1, "Makes a generator, coroutine or asynchronous generator of the frame and returns it."),
  RETURN_VALUE: op(35, 0, 0, 1, 1, "Returns the top to the caller, where it is pushed."),
  SETUP_ANNOTATIONS: op(36, 0, 0, 0, 0, "Makes __annotations__ in the namespace unless it is there."),
  STORE_SLICE: op(37, 0, 0, 4, 0, "container[start:stop] = value."),
  STORE_SUBSCR: op(38, 1, 0, 3, 0, "container[key] = value."),
  TO_BOOL: op(39, 3, 0, 1, 1, "bool(value)."),
  UNARY_INVERT: op(40, 0, 0, 1, 1, "~value."),
  UNARY_NEGATIVE: op(41, 0, 0, 1, 1, "-value."),
  UNARY_NOT: op(42, 0, 0, 1, 1, "not value, for a value that is a bool already."),
  WITH_EXCEPT_START: op(43, 0, 0, 5, 6, "Calls __exit__ with the exception of a with block; pushes its answer."),
  BINARY_OP: op(44, 5, ARG, 2, 1, "left OP right, with the operator nb_ops[oparg]; in place from 13 on."),
  BUILD_INTERPOLATION: op(45, 0, ARG, bit0(2), 1, "Makes an Interpolation of value and source text (and format spec with bit 0; conversion in oparg >> 2)."),
  BUILD_LIST: op(46, 0, ARG, oparg(0), 1, "Makes a list of oparg values."),
  BUILD_MAP: op(47, 0, ARG, twice(0), 1, "Makes a dict of oparg key and value pairs."),
  BUILD_SET: op(48, 0, ARG, oparg(0), 1, "Makes a set of oparg values."),
  BUILD_SLICE: op(49, 0, ARG, oparg(0), 1, "Makes a slice of two or three values."),
  BUILD_STRING: op(50, 0, ARG, oparg(0), 1, "Joins oparg strings."),
  BUILD_TUPLE: op(51, 0, ARG, oparg(0), 1, "Makes a tuple of oparg values."),
  CALL: op(52, 3, ARG, oparg(2), 1, "callable(self or NULL, oparg positional arguments)."),
  CALL_INTRINSIC_1: op(53, 0, ARG, 1, 1, "Calls the helper intrinsic1Names[oparg] with one value."),
  CALL_INTRINSIC_2: op(54, 0, ARG, 2, 1, "Calls the helper intrinsic2Names[oparg] with two values."),
  CALL_KW: op(55, 3, ARG, oparg(3), 1, "Like CALL; the tuple on top names the last arguments."),
  COMPARE_OP: op(56, 1, ARG, 2, 1, "left OP right with cmpOp[oparg >> 5]; bit 4 asks for a bool."),
  CONTAINS_OP: op(57, 1, ARG, 2, 1, "left in right; not in when oparg is 1."),
  CONVERT_VALUE: op(58, 0, ARG, 1, 1, "str, repr or ascii of a value in an f-string (oparg 1, 2, 3)."),
  COPY: op(59, 0, ARG, oparg(0), oparg(1), "Pushes the oparg-th value, counted from the top, again."),
  COPY_FREE_VARS: op(60, 0, ARG, 0, 0, "Copies the closure's oparg cells into the frame."),
  DELETE_ATTR: op(61, 0, ARG | NAME, 1, 0, "del owner.name."),
  DELETE_DEREF: op(62, 0, ARG | FREE, 0, 0, "Empties a cell."),
  DELETE_FAST: op(63, 0, ARG | LOCAL, 0, 0, "Unbinds a local variable."),
  DELETE_GLOBAL: op(64, 0, ARG | NAME, 0, 0, "Unbinds a global name."),
  DELETE_NAME: op(65, 0, ARG | NAME, 0, 0, "Unbinds a name of the namespace."),
  DICT_MERGE: op(66, 0, ARG, oparg(4), oparg(3), "Puts a mapping of keyword arguments into the dict oparg below; a repeated key is an error."),
  DICT_UPDATE: op(67, 0, ARG, oparg(1), oparg(0), "Puts a mapping into the dict oparg below."),
  END_ASYNC_FOR: op(68, 0, ARG | JUMP, 2, 0, "Ends `async for` on StopAsyncIteration; another exception goes on."),
  EXTENDED_ARG: op(69, 0, ARG, 0, 0, "Gives the next instruction's argument eight further high bits."),
  FOR_ITER: op(70, 1, ARG | JUMP, 1, 2, "Pushes the next value, or jumps behind the loop when there is none."),
  GET_AWAITABLE: op(71, 0, ARG, 1, 1, "The iterator that `await` drives; oparg says which statement asks, for the message."),
  IMPORT_FROM: op(72, 0, ARG | NAME, 1, 2, "Pushes an attribute or submodule of the module on top."),
  IMPORT_NAME: op(73, 0, ARG | NAME, 2, 1, "Imports a module: level and from-list are on the stack."),
  IS_OP: op(74, 0, ARG, 2, 1, "left is right; is not when oparg is 1."),
  JUMP_BACKWARD: op(75, 1, ARG | JUMP, 0, 0, "Jumps back by oparg code units; signals and other threads get their turn."),
  JUMP_BACKWARD_NO_INTERRUPT: op(76, 0, ARG | JUMP, 0, 0, "Jumps back by oparg code units with no turn for signals."),
  JUMP_FORWARD: op(77, 0, ARG | JUMP, 0, 0, "Jumps ahead by oparg code units."),
  LIST_APPEND: op(78, 0, ARG, oparg(1), oparg(0), "Appends the top to the list oparg below."),
  LIST_EXTEND: op(79, 0, ARG, oparg(1), oparg(0), "Extends the list oparg below by an iterable."),
  LOAD_ATTR: op(80, 9, ARG | NAME, 1, bit0(1), "owner.names[oparg >> 1]; with bit 0 as method: pushes function and self, or value and NULL."),
  LOAD_COMMON_CONSTANT: op(81, 0, ARG, 0, 1, "Pushes the builtin commonConstants[oparg]."),
  LOAD_CONST: op(82, 0, ARG | CONST, 0, 1, "Pushes consts[oparg]."),
  LOAD_DEREF: op(83, 0, ARG | LOCAL, 0, 1, "Pushes what a cell holds."),
  LOAD_FAST: op(84, 0, ARG | LOCAL, 0, 1, "Pushes a local variable that is known to be bound."),
  LOAD_FAST_AND_CLEAR: op(85, 0, ARG | LOCAL, 0, 1, "Pushes a local variable, or NULL, and unbinds it (inlined comprehensions)."),
  LOAD_FAST_BORROW: op(86, 0, ARG | LOCAL, 0, 1, "Pushes a local variable without a reference of its own."),
  LOAD_FAST_BORROW_LOAD_FAST_BORROW: op(87, 0, ARG | LOCAL, 0, 2, "Two LOAD_FAST_BORROW: oparg >> 4, then oparg & 15."),
  LOAD_FAST_CHECK: op(88, 0, ARG | LOCAL, 0, 1, "Pushes a local variable, or raises UnboundLocalError."),
  LOAD_FAST_LOAD_FAST: op(89, 0, ARG | LOCAL, 0, 2, "Two LOAD_FAST: oparg >> 4, then oparg & 15."),
  LOAD_FROM_DICT_OR_DEREF: op(90, 0, ARG | FREE, 1, 1, "A name from the mapping on top, or else from a cell."),
  LOAD_FROM_DICT_OR_GLOBALS: op(91, 0, ARG | NAME, 1, 1, "A name from the mapping on top, or else from globals and builtins."),
  LOAD_GLOBAL: op(92, 4, ARG | NAME, 0, bit0(1), "Pushes the global or builtin names[oparg >> 1], and NULL above it with bit 0."),
  LOAD_NAME: op(93, 0, ARG | NAME, 0, 1, "Pushes a name from locals, globals or builtins."),
  LOAD_SMALL_INT: op(94, 0, ARG, 0, 1, "Pushes the int oparg."),
  LOAD_SPECIAL: op(95, 0, ARG, 1, 2, "Replaces a value by its method specialMethodNames[oparg] and self."),
  LOAD_SUPER_ATTR: op(96, 1, ARG | NAME, 3, bit0(1), "super(class, self).names[oparg >> 2]; bit 0: as method, bit 1: two arguments were written."),
  MAKE_CELL: op(97, 0, ARG | FREE, 0, 0, "Puts a new cell around a local variable."),
  MAP_ADD: op(98, 0, ARG, oparg(2), oparg(0), "Puts key and value into the dict oparg below."),
  MATCH_CLASS: op(99, 0, ARG, 3, 1, "A class pattern with oparg positional parts: pushes the tuple of attributes, or None."),
  POP_JUMP_IF_FALSE: op(100, 1, ARG | JUMP, 1, 0, "Pops a bool and jumps when it is False."),
  POP_JUMP_IF_NONE: op(101, 1, ARG | JUMP, 1, 0, "Pops a value and jumps when it is None."),
  POP_JUMP_IF_NOT_NONE: op(102, 1, ARG | JUMP, 1, 0, "Pops a value and jumps unless it is None."),
  POP_JUMP_IF_TRUE: op(103, 1, ARG | JUMP, 1, 0, "Pops a bool and jumps when it is True."),
  RAISE_VARARGS: op(104, 0, ARG, oparg(0), 0, "raise with 0, 1 (exception) or 2 (exception and cause) operands."),
  RERAISE: op(105, 0, ARG, oparg(1), oparg(0), "Raises the exception on top again; with oparg, f_lasti is taken from the stack."),
  SEND: op(106, 1, ARG | JUMP, 2, 2, "Sends the top into the delegate below; jumps when the delegate has returned."),
  SET_ADD: op(107, 0, ARG, oparg(1), oparg(0), "Adds the top to the set oparg below."),
  SET_FUNCTION_ATTRIBUTE: op(108, 0, ARG, 2, 1, "Gives a function its defaults, annotations or closure; oparg says which."),
  SET_UPDATE: op(109, 0, ARG, oparg(1), oparg(0), "Adds the values of an iterable to the set oparg below."),
  STORE_ATTR: op(110, 4, ARG | NAME, 2, 0, "owner.name = value."),
  STORE_DEREF: op(111, 0, ARG | FREE, 1, 0, "Puts the top into a cell."),
  STORE_FAST: op(112, 0, ARG | LOCAL, 1, 0, "Binds a local variable."),
  STORE_FAST_LOAD_FAST: op(113, 0, ARG | LOCAL, 1, 1, "STORE_FAST oparg >> 4, then LOAD_FAST oparg & 15."),
  STORE_FAST_STORE_FAST: op(114, 0, ARG | LOCAL, 2, 0, "STORE_FAST oparg >> 4, then STORE_FAST oparg & 15."),
  STORE_GLOBAL: op(115, 0, ARG | NAME, 1, 0, "Binds a global name."),
  STORE_NAME: op(116, 0, ARG | NAME, 1, 0, "Binds a name in the namespace."),
  SWAP: op(117, 0, ARG, oparg(0), oparg(0), "Exchanges the top and the oparg-th value, counted from the top."),
  UNPACK_EX: op(118, 0, ARG, 1, UNPACK_EX_PUSHES, "Unpacks into oparg & 255 values, a list of the middle, and oparg >> 8 values."),
  UNPACK_SEQUENCE: op(119, 1, ARG, 1, oparg(0), "Unpacks into exactly oparg values, the first on top."),
  YIELD_VALUE: op(120, 0, ARG, 1, 1, "Yields the top; what is sent in replaces it."),
  RESUME: op(128, 0, ARG, 0, 0, "Start of a function, or where it goes on after yield (1), yield from (2), await (3)."),
  INSTRUMENTED_END_FOR: op(234, 0, 0, 2, 1, "END_FOR while monitored."),
  INSTRUMENTED_POP_ITER: op(235, 0, 0, 1, 0, "POP_ITER while monitored."),
  INSTRUMENTED_END_SEND: op(236, 0, 0, 2, 1, "END_SEND while monitored."),
  INSTRUMENTED_FOR_ITER: op(237, 0, ARG | JUMP, 1, 2, "FOR_ITER while monitored."),
  INSTRUMENTED_INSTRUCTION: op(238, 0, 0, 0, 0, "Stands for an instruction whose every execution is reported."),
  INSTRUMENTED_JUMP_FORWARD: op(239, 0, ARG, 0, 0, "JUMP_FORWARD while monitored."),
  INSTRUMENTED_NOT_TAKEN: op(240, 0, 0, 0, 0, "NOT_TAKEN while monitored."),
  INSTRUMENTED_POP_JUMP_IF_TRUE: op(241, 0, ARG, 1, 0, "POP_JUMP_IF_TRUE while monitored."),
  INSTRUMENTED_POP_JUMP_IF_FALSE: op(242, 0, ARG, 1, 0, "POP_JUMP_IF_FALSE while monitored."),
  INSTRUMENTED_POP_JUMP_IF_NONE: op(243, 0, ARG, 1, 0, "POP_JUMP_IF_NONE while monitored."),
  INSTRUMENTED_POP_JUMP_IF_NOT_NONE: op(244, 0, ARG, 1, 0, "POP_JUMP_IF_NOT_NONE while monitored."),
  INSTRUMENTED_RESUME: op(245, 0, ARG, 0, 0, "RESUME while monitored."),
  INSTRUMENTED_RETURN_VALUE: op(246, 0, 0, 1, 1, "RETURN_VALUE while monitored."),
  INSTRUMENTED_YIELD_VALUE: op(247, 0, ARG, 1, 1, "YIELD_VALUE while monitored."),
  INSTRUMENTED_END_ASYNC_FOR: op(248, 0, ARG | JUMP, 2, 0, "END_ASYNC_FOR while monitored."),
  INSTRUMENTED_LOAD_SUPER_ATTR: op(249, 0, ARG | NAME, 3, bit0(1), "LOAD_SUPER_ATTR while monitored."),
  INSTRUMENTED_CALL: op(250, 0, ARG, oparg(2), 1, "CALL while monitored."),
  INSTRUMENTED_CALL_KW: op(251, 0, ARG, oparg(3), 1, "CALL_KW while monitored."),
  INSTRUMENTED_CALL_FUNCTION_EX: op(252, 0, 0, 4, 1, "CALL_FUNCTION_EX while monitored."),
  INSTRUMENTED_JUMP_BACKWARD: op(253, 0, ARG, 0, 0, "JUMP_BACKWARD while monitored."),
  INSTRUMENTED_LINE: op(254, 0, 0, 0, 0, "Stands for the first instruction of a line that is reported."),
  ENTER_EXECUTOR: op(255, 0, ARG, 0, 0, "Enters compiled code in place of the instruction that stood here."),
  ANNOTATIONS_PLACEHOLDER: op(256, 0, 0, 0, 0, "Where the code that makes annotations is to be put."),
  JUMP: op(257, 0, ARG | JUMP, 0, 0, "Jump in either direction."),
  JUMP_IF_FALSE: op(258, 0, ARG | JUMP, 1, 1, "Jumps when the top is false, and keeps it."),
  JUMP_IF_TRUE: op(259, 0, ARG | JUMP, 1, 1, "Jumps when the top is true, and keeps it."),
  JUMP_NO_INTERRUPT: op(260, 0, ARG | JUMP, 0, 0, "JUMP with no turn for signals."),
  LOAD_CLOSURE: op(261, 0, ARG | LOCAL, 0, 1, "Pushes a cell itself, for a closure."),
  POP_BLOCK: op(262, 0, 0, 0, 0, "Ends the block that a SETUP_* began."),
  SETUP_CLEANUP: op(263, 0, ARG | EXC, 0, 2, "Begins a block whose handler gets f_lasti and the exception."),
  SETUP_FINALLY: op(264, 0, ARG | EXC, 0, 1, "Begins a block whose handler gets the exception."),
  SETUP_WITH: op(265, 0, ARG | EXC, 0, 1, "Begins a with block: its handler gets f_lasti and the exception."),
  STORE_FAST_MAYBE_NULL: op(266, 0, ARG | LOCAL, 1, 0, "STORE_FAST of a value that may be NULL."),
} satisfies Record<string, OpcodeInfo>;

export const specializedOpcodes = {
  BINARY_OP_INPLACE_ADD_UNICODE: specialized(3, "BINARY_OP", LOCAL),
  BINARY_OP_ADD_FLOAT: specialized(129, "BINARY_OP", 0),
  BINARY_OP_ADD_INT: specialized(130, "BINARY_OP", 0),
  BINARY_OP_ADD_UNICODE: specialized(131, "BINARY_OP", 0),
  BINARY_OP_EXTEND: specialized(132, "BINARY_OP", 0),
  BINARY_OP_MULTIPLY_FLOAT: specialized(133, "BINARY_OP", 0),
  BINARY_OP_MULTIPLY_INT: specialized(134, "BINARY_OP", 0),
  BINARY_OP_SUBSCR_DICT: specialized(135, "BINARY_OP", 0),
  BINARY_OP_SUBSCR_GETITEM: specialized(136, "BINARY_OP", 0),
  BINARY_OP_SUBSCR_LIST_INT: specialized(137, "BINARY_OP", 0),
  BINARY_OP_SUBSCR_LIST_SLICE: specialized(138, "BINARY_OP", 0),
  BINARY_OP_SUBSCR_STR_INT: specialized(139, "BINARY_OP", 0),
  BINARY_OP_SUBSCR_TUPLE_INT: specialized(140, "BINARY_OP", 0),
  BINARY_OP_SUBTRACT_FLOAT: specialized(141, "BINARY_OP", 0),
  BINARY_OP_SUBTRACT_INT: specialized(142, "BINARY_OP", 0),
  CALL_ALLOC_AND_ENTER_INIT: specialized(143, "CALL", ARG),
  CALL_BOUND_METHOD_EXACT_ARGS: specialized(144, "CALL", ARG),
  CALL_BOUND_METHOD_GENERAL: specialized(145, "CALL", ARG),
  CALL_BUILTIN_CLASS: specialized(146, "CALL", ARG),
  CALL_BUILTIN_FAST: specialized(147, "CALL", ARG),
  CALL_BUILTIN_FAST_WITH_KEYWORDS: specialized(148, "CALL", ARG),
  CALL_BUILTIN_O: specialized(149, "CALL", ARG),
  CALL_ISINSTANCE: specialized(150, "CALL", ARG),
  CALL_KW_BOUND_METHOD: specialized(151, "CALL_KW", ARG),
  CALL_KW_NON_PY: specialized(152, "CALL_KW", ARG),
  CALL_KW_PY: specialized(153, "CALL_KW", ARG),
  CALL_LEN: specialized(154, "CALL", 0),
  CALL_LIST_APPEND: specialized(155, "CALL", ARG),
  CALL_METHOD_DESCRIPTOR_FAST: specialized(156, "CALL", ARG),
  CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS: specialized(157, "CALL", ARG),
  CALL_METHOD_DESCRIPTOR_NOARGS: specialized(158, "CALL", ARG),
  CALL_METHOD_DESCRIPTOR_O: specialized(159, "CALL", ARG),
  CALL_NON_PY_GENERAL: specialized(160, "CALL", ARG),
  CALL_PY_EXACT_ARGS: specialized(161, "CALL", ARG),
  CALL_PY_GENERAL: specialized(162, "CALL", ARG),
  CALL_STR_1: specialized(163, "CALL", ARG),
  CALL_TUPLE_1: specialized(164, "CALL", ARG),
  CALL_TYPE_1: specialized(165, "CALL", ARG),
  COMPARE_OP_FLOAT: specialized(166, "COMPARE_OP", ARG),
  COMPARE_OP_INT: specialized(167, "COMPARE_OP", ARG),
  COMPARE_OP_STR: specialized(168, "COMPARE_OP", ARG),
  CONTAINS_OP_DICT: specialized(169, "CONTAINS_OP", ARG),
  CONTAINS_OP_SET: specialized(170, "CONTAINS_OP", ARG),
  FOR_ITER_GEN: specialized(171, "FOR_ITER", ARG),
  FOR_ITER_LIST: specialized(172, "FOR_ITER", ARG | JUMP),
  FOR_ITER_RANGE: specialized(173, "FOR_ITER", ARG | JUMP),
  FOR_ITER_TUPLE: specialized(174, "FOR_ITER", ARG | JUMP),
  JUMP_BACKWARD_JIT: specialized(175, "JUMP_BACKWARD", ARG | JUMP),
  JUMP_BACKWARD_NO_JIT: specialized(176, "JUMP_BACKWARD", ARG | JUMP),
  LOAD_ATTR_CLASS: specialized(177, "LOAD_ATTR", ARG),
  LOAD_ATTR_CLASS_WITH_METACLASS_CHECK: specialized(178, "LOAD_ATTR", ARG),
  LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN: specialized(179, "LOAD_ATTR", ARG | NAME),
  LOAD_ATTR_INSTANCE_VALUE: specialized(180, "LOAD_ATTR", ARG),
  LOAD_ATTR_METHOD_LAZY_DICT: specialized(181, "LOAD_ATTR", ARG),
  LOAD_ATTR_METHOD_NO_DICT: specialized(182, "LOAD_ATTR", ARG),
  LOAD_ATTR_METHOD_WITH_VALUES: specialized(183, "LOAD_ATTR", ARG),
  LOAD_ATTR_MODULE: specialized(184, "LOAD_ATTR", ARG),
  LOAD_ATTR_NONDESCRIPTOR_NO_DICT: specialized(185, "LOAD_ATTR", ARG),
  LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES: specialized(186, "LOAD_ATTR", ARG),
  LOAD_ATTR_PROPERTY: specialized(187, "LOAD_ATTR", ARG),
  LOAD_ATTR_SLOT: specialized(188, "LOAD_ATTR", ARG),
  LOAD_ATTR_WITH_HINT: specialized(189, "LOAD_ATTR", ARG | NAME),
  LOAD_CONST_IMMORTAL: specialized(190, "LOAD_CONST", ARG | CONST),
  LOAD_CONST_MORTAL: specialized(191, "LOAD_CONST", ARG | CONST),
  LOAD_GLOBAL_BUILTIN: specialized(192, "LOAD_GLOBAL", ARG),
  LOAD_GLOBAL_MODULE: specialized(193, "LOAD_GLOBAL", ARG),
  LOAD_SUPER_ATTR_ATTR: specialized(194, "LOAD_SUPER_ATTR", ARG | NAME),
  LOAD_SUPER_ATTR_METHOD: specialized(195, "LOAD_SUPER_ATTR", ARG | NAME),
  RESUME_CHECK: specialized(196, "RESUME", 0),
  SEND_GEN: specialized(197, "SEND", ARG),
  STORE_ATTR_INSTANCE_VALUE: specialized(198, "STORE_ATTR", 0),
  STORE_ATTR_SLOT: specialized(199, "STORE_ATTR", 0),
  STORE_ATTR_WITH_HINT: specialized(200, "STORE_ATTR", ARG | NAME),
  STORE_SUBSCR_DICT: specialized(201, "STORE_SUBSCR", 0),
  STORE_SUBSCR_LIST_INT: specialized(202, "STORE_SUBSCR", 0),
  TO_BOOL_ALWAYS_TRUE: specialized(203, "TO_BOOL", 0),
  TO_BOOL_BOOL: specialized(204, "TO_BOOL", 0),
  TO_BOOL_INT: specialized(205, "TO_BOOL", 0),
  TO_BOOL_LIST: specialized(206, "TO_BOOL", 0),
  TO_BOOL_NONE: specialized(207, "TO_BOOL", 0),
  TO_BOOL_STR: specialized(208, "TO_BOOL", 0),
  UNPACK_SEQUENCE_LIST: specialized(209, "UNPACK_SEQUENCE", ARG),
  UNPACK_SEQUENCE_TUPLE: specialized(210, "UNPACK_SEQUENCE", ARG),
  UNPACK_SEQUENCE_TWO_TUPLE: specialized(211, "UNPACK_SEQUENCE", ARG),
} satisfies Record<string, SpecializedInfo>;

/** Opcodes from here on exist in the compiler only. */
export const MIN_PSEUDO_OPCODE = 256;
export const MIN_INSTRUMENTED_OPCODE = 234;
/** Real opcodes above this one take an argument. */
export const HAVE_ARGUMENT = 43;
const OPCODE_COUNT = 267;

function perOpcode(): Uint8Array {
  return new Uint8Array(OPCODE_COUNT);
}

/** opcode -> name; `<id>` where there is no opcode. */
export const opcodeNames: readonly string[] = (() => {
  const names = Array.from({ length: OPCODE_COUNT }, (_, id) => `<${id}>`);
  for (const [name, info] of Object.entries(opcodes)) names[info.id] = name;
  for (const [name, info] of Object.entries(specializedOpcodes)) names[info.id] = name;
  return names;
})();

/** opcode -> number of cache cells behind it; a specialised form has those of its family. */
export const cacheEntries: Uint8Array = perOpcode();
/** opcode -> the generic opcode that it specialises, else itself. */
export const deopt: Uint16Array = Uint16Array.from({ length: OPCODE_COUNT }, (_, id) => id);
/** opcode -> ARG, CONST, ... flags. */
export const opcodeFlags: Uint8Array = perOpcode();

const popBase = perOpcode();
const popKind = perOpcode();
const pushBase = perOpcode();
const pushKind = perOpcode();
/** 1 where there is a generic opcode, real or pseudo; 2: a specialised one. */
const exists = perOpcode();

for (const info of Object.values<OpcodeInfo>(opcodes)) {
  const { id, pops, pushes } = info;
  exists[id] = 1;
  cacheEntries[id] = info.caches;
  opcodeFlags[id] = info.flags;
  popBase[id] = typeof pops === "number" ? pops : pops.base;
  popKind[id] = typeof pops === "number" ? 0 : pops.kind;
  pushBase[id] = typeof pushes === "number" ? pushes : pushes.base;
  pushKind[id] = typeof pushes === "number" ? 0 : pushes.kind;
}
for (const { id, family, flags } of Object.values<SpecializedInfo>(specializedOpcodes)) {
  const generic = opcodes[family as keyof typeof opcodes];
  exists[id] = 2;
  deopt[id] = generic.id;
  cacheEntries[id] = generic.caches;
  opcodeFlags[id] = flags;
}

function count(base: number, kind: number, oparg: number): number {
  switch (kind) {
    case 0:
      return base;
    case PLUS_OPARG:
      return base + oparg;
    case PLUS_TWICE_OPARG:
      return base + 2 * oparg;
    case PLUS_BIT_0:
      return base + (oparg & 1);
    default:
      return base + (oparg & 255) + (oparg >> 8);
  }
}

/** How many values a generic opcode takes off the stack; of specialised and unknown opcodes nothing is known, and 0 comes back. */
export function numPopped(opcode: number, oparg: number): number {
  const kind = popKind[opcode]!;
  return kind === 0 ? popBase[opcode]! : count(popBase[opcode]!, kind, oparg);
}

/** How many values a generic opcode puts on the stack. */
export function numPushed(opcode: number, oparg: number): number {
  const kind = pushKind[opcode]!;
  return kind === 0 ? pushBase[opcode]! : count(pushBase[opcode]!, kind, oparg);
}

/** What stackEffect answers for an opcode that the compiler does not know. */
export const INVALID_STACK_EFFECT = 0x7fffffff;

/** By how much the stack grows; `jump` asks for the way to the target (where SETUP_* count what the handler finds). */
export function stackEffect(opcode: number, oparg: number, jump: boolean): number {
  if (exists[opcode] !== 1) return INVALID_STACK_EFFECT;
  if (!jump && (opcodeFlags[opcode]! & EXC) !== 0) return 0;
  return numPushed(opcode, oparg) - numPopped(opcode, oparg);
}

/** Whether there is such an opcode: generic, pseudo or specialised. */
export function isValidOpcode(opcode: number): boolean {
  return exists[opcode]! > 0;
}

export function hasArg(opcode: number): boolean {
  return (opcodeFlags[opcode]! & ARG) !== 0;
}

export function hasConst(opcode: number): boolean {
  return (opcodeFlags[opcode]! & CONST) !== 0;
}

export function hasName(opcode: number): boolean {
  return (opcodeFlags[opcode]! & NAME) !== 0;
}

export function hasJump(opcode: number): boolean {
  return (opcodeFlags[opcode]! & JUMP) !== 0;
}

export function hasFree(opcode: number): boolean {
  return (opcodeFlags[opcode]! & FREE) !== 0;
}

export function hasLocal(opcode: number): boolean {
  return (opcodeFlags[opcode]! & LOCAL) !== 0;
}

export function hasExc(opcode: number): boolean {
  return (opcodeFlags[opcode]! & EXC) !== 0;
}
