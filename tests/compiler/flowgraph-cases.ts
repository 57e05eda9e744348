// Small instruction lists for the flow graph's tests. A line is `OPCODE [argument or label] [@line]`, or `label:`. Line 1 is understood;
// @- is no location. Expectations are CPython's, asked for when the tests run.
import { FloatConst, TupleConst } from "../../src/base/constant.ts";
import type { ConstValue } from "../../src/base/constant.ts";

export interface FlowGraphCase {
  name: string;
  consts?: ConstValue[];
  locals?: number;
  code: string;
}

export const flowGraphCases: FlowGraphCase[] = [
  { name: "small ints need no constant", consts: [7, 300, -1], code: "LOAD_CONST 0; POP_TOP; LOAD_CONST 1; RETURN_VALUE" },
  { name: "a constant condition decides a jump", consts: [1, "a", "b"], code: "LOAD_CONST 0; TO_BOOL; POP_JUMP_IF_FALSE else; LOAD_CONST 1 @2; RETURN_VALUE @2; else:; LOAD_CONST 2 @3; RETURN_VALUE @3" },
  { name: "a false constant leaves only the other branch", consts: [null, "a", "b"], code: "LOAD_CONST 0; TO_BOOL; POP_JUMP_IF_FALSE else; LOAD_CONST 1 @2; RETURN_VALUE @2; else:; LOAD_CONST 2 @3; RETURN_VALUE @3" },
  { name: "is None becomes a jump", consts: [null], code: "LOAD_NAME 0; LOAD_CONST 0; IS_OP 0; TO_BOOL; POP_JUMP_IF_TRUE end; LOAD_NAME 1 @2; POP_TOP @2; end:; LOAD_CONST 0 @3; RETURN_VALUE @3" },
  { name: "is not None becomes the other jump", consts: [null], code: "LOAD_NAME 0; LOAD_CONST 0; IS_OP 1; TO_BOOL; POP_JUMP_IF_TRUE end; LOAD_NAME 1 @2; POP_TOP @2; end:; LOAD_CONST 0 @3; RETURN_VALUE @3" },
  { name: "comparison and bool conversion are one", consts: [null], code: "LOAD_NAME 0; LOAD_NAME 1; COMPARE_OP 72; TO_BOOL; POP_JUMP_IF_FALSE end; LOAD_NAME 1 @2; POP_TOP @2; end:; LOAD_CONST 0 @3; RETURN_VALUE @3" },
  { name: "not in", consts: [null], code: "LOAD_NAME 0; LOAD_NAME 1; CONTAINS_OP 0; UNARY_NOT; RETURN_VALUE" },
  { name: "two negations", code: "LOAD_NAME 0; TO_BOOL; UNARY_NOT; TO_BOOL; UNARY_NOT; TO_BOOL; RETURN_VALUE" },
  { name: "jumps to jumps", consts: [null], code: "LOAD_NAME 0; TO_BOOL; POP_JUMP_IF_FALSE a; LOAD_NAME 1 @2; POP_TOP @2; a:; JUMP b @3; c:; LOAD_NAME 2 @4; POP_TOP @4; b:; LOAD_NAME 3 @5; TO_BOOL @5; POP_JUMP_IF_TRUE c @5; LOAD_CONST 0 @6; RETURN_VALUE @6" },
  { name: "an endless loop of jumps stays", code: "a:; JUMP b; b:; JUMP a" },
  { name: "and within or", consts: [null], code: "LOAD_NAME 0; JUMP_IF_FALSE a; POP_TOP; LOAD_NAME 1; a:; JUMP_IF_TRUE b; POP_TOP; LOAD_NAME 2; b:; RETURN_VALUE" },
  { name: "unreachable code goes", consts: [null], code: "LOAD_CONST 0; RETURN_VALUE; LOAD_NAME 0 @2; POP_TOP @2; LOAD_CONST 0 @3; RETURN_VALUE @3" },
  { name: "a small exit block is copied", consts: [null, 1], code: "LOAD_NAME 0; TO_BOOL; POP_JUMP_IF_FALSE a; LOAD_NAME 1 @2; POP_TOP @2; JUMP end @2; a:; LOAD_NAME 2 @3; POP_TOP @3; end:; LOAD_CONST 0 @-; RETURN_VALUE @-" },
  { name: "exits without a line take that of the jump", consts: [null], code: "LOAD_NAME 0; TO_BOOL; POP_JUMP_IF_FALSE end; LOAD_NAME 1 @2; TO_BOOL @2; POP_JUMP_IF_FALSE end @2; LOAD_NAME 2 @3; POP_TOP @3; end:; LOAD_CONST 0 @-; RETURN_VALUE @-" },
  { name: "a NOP stays for its line", consts: [null], code: "LOAD_NAME 0; POP_TOP; NOP @2; LOAD_CONST 0 @3; RETURN_VALUE @3" },
  { name: "a NOP on the next line's line goes", consts: [null], code: "LOAD_NAME 0; POP_TOP; NOP @3; LOAD_CONST 0 @3; RETURN_VALUE @3" },
  { name: "unused values are not loaded", consts: [null, "doc"], code: "LOAD_CONST 1; POP_TOP; LOAD_NAME 0; COPY 1; POP_TOP; RETURN_VALUE" },
  { name: "tuple of constants", consts: [1, "a", null], code: "LOAD_CONST 0; LOAD_CONST 1; LOAD_CONST 2; BUILD_TUPLE 3; RETURN_VALUE" },
  { name: "tuples within tuples", consts: [1, "a"], code: "LOAD_CONST 0; LOAD_CONST 1; BUILD_TUPLE 2; LOAD_CONST 1; BUILD_TUPLE 2; BUILD_TUPLE 1; RETURN_VALUE" },
  { name: "empty tuple", code: "BUILD_TUPLE 0; RETURN_VALUE" },
  { name: "list of constants", consts: [1, "a", null], code: "LOAD_CONST 0 @1; LOAD_CONST 1 @2; LOAD_CONST 2 @3; BUILD_LIST 3 @1; RETURN_VALUE" },
  { name: "two constants are a list as it stands", consts: [1, "a", null], code: "LOAD_CONST 0; LOAD_CONST 1; BUILD_LIST 2; RETURN_VALUE" },
  { name: "set of constants", consts: ["a", 2, null], code: "LOAD_CONST 1; LOAD_CONST 1; LOAD_CONST 1; BUILD_SET 3; RETURN_VALUE" },
  { name: "in a list", consts: ["a", "b"], code: "LOAD_NAME 0; LOAD_CONST 0; LOAD_CONST 1; BUILD_LIST 2; CONTAINS_OP 0; RETURN_VALUE" },
  { name: "for over a list of names", consts: [null], code: "LOAD_NAME 0; LOAD_NAME 1; BUILD_LIST 2; GET_ITER; RETURN_VALUE" },
  { name: "operators on constants", consts: [2, 3, new FloatConst(0.5), "ab"], code: "LOAD_CONST 0; LOAD_CONST 1; BINARY_OP 8; LOAD_CONST 2; BINARY_OP 5; UNARY_NEGATIVE; POP_TOP; LOAD_CONST 3; LOAD_CONST 1; BINARY_OP 5; RETURN_VALUE" },
  { name: "operators that raise stay", consts: [1, 0, "a"], code: "LOAD_CONST 0; LOAD_CONST 1; BINARY_OP 11; POP_TOP; LOAD_CONST 2; LOAD_CONST 0; BINARY_OP 0; RETURN_VALUE" },
  { name: "subscripts of constants", consts: ["abc", 1, new TupleConst([5, "x"])], code: "LOAD_CONST 0; LOAD_CONST 1; BINARY_OP 26; POP_TOP; LOAD_CONST 2; LOAD_CONST 1; BINARY_OP 26; RETURN_VALUE" },
  { name: "~ of a bool stays", consts: [true], code: "LOAD_CONST 0; UNARY_INVERT; RETURN_VALUE" },
  { name: "swap of two names", code: "LOAD_NAME 0; LOAD_NAME 1; BUILD_TUPLE 2; UNPACK_SEQUENCE 2; STORE_NAME 0; STORE_NAME 1; LOAD_NAME 0; RETURN_VALUE" },
  { name: "swapped stores to locals", locals: 2, code: "LOAD_NAME 0; LOAD_NAME 1; BUILD_TUPLE 2; UNPACK_SEQUENCE 2; STORE_FAST 0; STORE_FAST 1; LOAD_FAST 0; RETURN_VALUE" },
  { name: "three swapped stores", locals: 3, code: "LOAD_NAME 0; LOAD_NAME 1; LOAD_NAME 2; SWAP 3; STORE_FAST 0; STORE_FAST 1; STORE_FAST 2; LOAD_FAST 0; RETURN_VALUE" },
  { name: "stores to one local keep their order", locals: 2, code: "LOAD_NAME 0; LOAD_NAME 1; SWAP 2; STORE_FAST 0; STORE_FAST 0; LOAD_FAST 0; RETURN_VALUE" },
  { name: "a run of swaps becomes shorter", code: "LOAD_NAME 0; LOAD_NAME 1; LOAD_NAME 2; SWAP 2; SWAP 3; SWAP 2; SWAP 3; SWAP 2; BUILD_LIST 3; RETURN_VALUE" },
  { name: "unbound locals are checked", locals: 2, consts: [null], code: "LOAD_NAME 0; TO_BOOL; POP_JUMP_IF_FALSE a; LOAD_CONST 0 @2; STORE_FAST 0 @2; a:; LOAD_FAST 0 @3; POP_TOP @3; LOAD_FAST 0 @4; DELETE_FAST 0 @5; LOAD_FAST 0 @6; BUILD_LIST 2; RETURN_VALUE @6" },
  { name: "many locals are followed inside a block only", locals: 70, consts: [null], code: "LOAD_CONST 0; STORE_FAST 69; LOAD_CONST 0; STORE_FAST 63; LOAD_NAME 0; TO_BOOL; POP_JUMP_IF_FALSE a; LOAD_FAST 69 @2; POP_TOP @2; a:; LOAD_FAST 63 @3; POP_TOP @3; LOAD_FAST 69 @4; RETURN_VALUE @4" },
  { name: "pairs of loads and stores", locals: 20, consts: [null], code: "LOAD_CONST 0; STORE_FAST 1; LOAD_FAST 1; STORE_FAST 2; LOAD_FAST 1 @2; LOAD_FAST 2 @2; BUILD_LIST 2 @2; STORE_FAST 17 @2; LOAD_FAST 17 @2; STORE_FAST 3 @3; LOAD_FAST 3 @4; RETURN_VALUE @4" },
  { name: "a local that is overwritten may not be borrowed", locals: 2, consts: [null], code: "LOAD_CONST 0; STORE_FAST 0; LOAD_FAST 0; LOAD_NAME 0; STORE_FAST 0; LOAD_FAST 0; BUILD_LIST 2; RETURN_VALUE" },
  { name: "nor one that stays on the stack", locals: 2, consts: [null], code: "LOAD_CONST 0; STORE_FAST 0; LOAD_FAST 0 @2; LOAD_NAME 1 @2; TO_BOOL @2; POP_JUMP_IF_FALSE a @2; LOAD_NAME 2 @3; POP_TOP @3; a:; RETURN_VALUE @4" },
  { name: "an import spares the first load of its block", locals: 2, consts: [null], code: "LOAD_CONST 0; STORE_FAST 0; LOAD_NAME 0; TO_BOOL; POP_JUMP_IF_FALSE a; a:; LOAD_FAST 0 @2; POP_TOP @2; LOAD_FAST 0 @3; IMPORT_FROM 0 @3; STORE_FAST 1 @3; POP_TOP @3; LOAD_CONST 0 @4; RETURN_VALUE @4" },
  { name: "handlers go to the end", consts: [null], code: "SETUP_FINALLY handler; LOAD_NAME 0 @2; POP_TOP @2; POP_BLOCK @2; JUMP end @2; handler:; PUSH_EXC_INFO @3; POP_TOP @3; POP_EXCEPT @3; JUMP end @3; end:; LOAD_NAME 1 @4; POP_TOP @4; LOAD_CONST 0 @5; RETURN_VALUE @5" },
  { name: "a cold block jumps back to a warm one", consts: [null], code: "SETUP_FINALLY handler; LOAD_NAME 0 @2; POP_TOP @2; POP_BLOCK @2; JUMP end @2; handler:; PUSH_EXC_INFO @3; POP_TOP @3; POP_EXCEPT @3; end:; LOAD_NAME 1 @4; POP_TOP @4; LOAD_NAME 2 @5; POP_TOP @5; LOAD_CONST 0 @6; RETURN_VALUE @6" },
  { name: "a loop", locals: 1, consts: [null], code: "LOAD_NAME 0; GET_ITER; start:; FOR_ITER end; STORE_FAST 0; LOAD_FAST 0 @2; TO_BOOL @2; POP_JUMP_IF_TRUE start @2; LOAD_FAST 0 @3; POP_TOP @3; JUMP start @-; end:; END_FOR @-; POP_ITER @-; LOAD_CONST 0 @-; RETURN_VALUE @-" },
];
