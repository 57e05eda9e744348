// _opcode: what dis and opcode.py ask of the instruction set. Mirrors Modules/_opcode.c. See docs/modules.md.
import * as table from "../bytecode/opcodes.ts";
import { intrinsic1Names, intrinsic2Names, nbOps, specialMethodNames } from "../bytecode/operands.ts";
import { asCInt, CodeType, defineModule, False, func, type ModuleSpec, newList, newStr, newTuple, None, True, typeError, typeName, type Value, valueError, type Vm } from "../core/api.ts";

const test = (name: string, check: (opcode: number) => boolean, more = "") =>
  func("($module, /, opcode)", `Return True if the opcode ${name}, False otherwise.${more}`, (vm: Vm, opcode: Value) => {
    const n = asCInt(vm, opcode);
    return table.isValidOpcode(n) && check(n) ? True : False;
  });

const FREE_DOC = "\n\nNote that 'free' in this context refers to names in the current scope\nthat are referenced by inner scopes or names in outer scopes that are\nreferenced from this scope. It does not include references to global\nor builtin scopes.";

function stackEffect(vm: Vm, opcode: Value, oparg: Value = None, jump: Value = None): Value {
  const n = asCInt(vm, opcode);
  const arg = oparg === None ? 0 : asCInt(vm, oparg);
  if (jump !== None && jump !== True && jump !== False) throw valueError(vm, "stack_effect: jump must be False, True or None");
  const of = (taken: boolean): number => table.stackEffect(n, arg, taken);
  const effect = jump === None ? Math.max(of(false), of(true)) : of(jump === True);
  if (!table.isValidOpcode(n) || effect === table.INVALID_STACK_EFFECT) throw valueError(vm, "invalid opcode or oparg");
  return effect;
}

const names = (list: readonly string[]) => (vm: Vm): Value => newList(vm, list.map(newStr));

export const opcodeModule: ModuleSpec = defineModule({
  name: "_opcode",
  doc: "Opcode support module.",
  functions: {
    stack_effect: func("($module, opcode, oparg=None, /, *, jump=None)", "Compute the stack effect of the opcode.", stackEffect),
    is_valid: func("($module, /, opcode)", "Return True if opcode is valid, False otherwise.", (vm: Vm, opcode: Value) => (table.isValidOpcode(asCInt(vm, opcode)) ? True : False)),
    has_arg: test("uses its oparg", table.hasArg),
    has_const: test("accesses a constant", table.hasConst),
    has_name: test("accesses an attribute by name", table.hasName),
    has_jump: test("has a jump target", table.hasJump),
    has_free: test("accesses a free variable", table.hasFree, FREE_DOC),
    has_local: test("accesses a local variable", table.hasLocal),
    has_exc: test("sets an exception handler", table.hasExc),
    get_specialization_stats: func("($module, /)", "Return the specialization stats", () => None),
    get_nb_ops: func("($module, /)", "Return array of symbols of binary ops.\n\nIndexed by the BINARY_OP oparg value.", (vm: Vm) => newList(vm, nbOps.map(([name, symbol]) => newTuple(vm, [newStr(name), newStr(symbol)])))),
    get_intrinsic1_descs: func("($module, /)", "Return a list of names of the unary intrinsics.", names(intrinsic1Names)),
    get_intrinsic2_descs: func("($module, /)", "Return a list of names of the binary intrinsics.", names(intrinsic2Names)),
    get_special_method_names: func("($module, /)", "Return a list of special method names.", names(specialMethodNames)),
    get_executor: func("($module, /, code, offset)", "Return the executor object at offset in code if exists, None otherwise.", (vm: Vm, code: Value, offset: Value) => {
      if (typeof code === "number" || code.type !== CodeType) throw typeError(vm, `expected a code object, not '${typeName(code)}'`);
      asCInt(vm, offset);
      // There is no second tier of execution, so no code has executors.
      throw valueError(vm, "no executor at given byte offset");
    }),
  },
  attributes: { ENABLE_SPECIALIZATION: () => 1, ENABLE_SPECIALIZATION_FT: () => 1 },
});
