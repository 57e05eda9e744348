// The variables that code uses, counted, and whether it stands alone. Mirrors _PyCode_GetVarCounts and _PyCode_VerifyStateless of Objects/codeobject.c.
// See docs/test-support.md.
import { argumentName, codeOf, CodeType, dictGetText, dictSetText, func, getAttrText, isDict, isFunction, newScopedDict, None, type PyDict, typeError, typeOf, type Value, valueError, type Vm } from "../core/api.ts";
import type { CodeUnit } from "../bytecode/code-unit.ts";
import * as Op from "../bytecode/opcode-ids.generated.ts";
import { cacheEntries } from "../bytecode/opcodes.ts";

// Bits of CodeUnit.localspluskinds.
const [POS, KEYWORD, VARIADIC, HIDDEN, LOCAL, CELL, FREE] = [0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80];

interface Subject {
  readonly unit: CodeUnit;
  readonly globals: PyDict | undefined;
  readonly builtins: PyDict | undefined;
  readonly closure: boolean;
}

/** The code of an argument, and the namespaces that its globals are looked for in: given ones, else a function's own. */
function subjectOf(vm: Vm, name: string, code: Value, globalsArg: Value | undefined, builtinsArg: Value | undefined): Subject {
  const namespace = (v: Value | undefined, position: number): PyDict | undefined => {
    if (v === undefined) return undefined;
    if (!isDict(v)) throw typeError(vm, `${name}() argument ${position} must be dict, not ${argumentName(v)}`);
    return v;
  };
  let globals = namespace(globalsArg, 4);
  let builtins = namespace(builtinsArg, 5);
  if (typeof code !== "number" && typeOf(code) === CodeType) return { unit: codeOf(code).unit, globals, builtins, closure: false };
  if (!isFunction(code)) throw typeError(vm, "argument must be a code object or a function");
  globals ??= getAttrText(vm, code, "__globals__") as PyDict;
  builtins ??= getAttrText(vm, code, "__builtins__") as PyDict;
  return { unit: codeOf(getAttrText(vm, code, "__code__")).unit, globals, builtins, closure: getAttrText(vm, code, "__closure__") !== None };
}

/** Names that LOAD_ATTR and LOAD_GLOBAL use. */
function namesUsed(unit: CodeUnit): { attributes: Set<string>; globals: Set<string> } {
  const attributes = new Set<string>();
  const globals = new Set<string>();
  let extended = 0;
  for (let at = 0; at < unit.code.length; ) {
    const opcode = unit.code[at]!;
    const arg = (extended << 8) | unit.code[at + 1]!;
    extended = opcode === Op.EXTENDED_ARG ? arg : 0;
    if (opcode === Op.LOAD_ATTR) attributes.add(unit.names[arg >> 1]! as string);
    else if (opcode === Op.LOAD_GLOBAL) globals.add(unit.names[arg >> 1]! as string);
    at += 2 * (1 + (cacheEntries[opcode] ?? 0));
  }
  return { attributes, globals };
}

function globalCounts({ globals, builtins }: Subject, names: Set<string>): { numglobal: number; numbuiltin: number; numunknown: number } {
  let numglobal = 0;
  let numbuiltin = 0;
  for (const name of names) {
    if (globals !== undefined && dictGetText(globals, name) !== undefined) numglobal++;
    else if (builtins !== undefined && dictGetText(builtins, name) !== undefined) numbuiltin++;
  }
  return { numglobal, numbuiltin, numunknown: names.size - numglobal - numbuiltin };
}

type Tree = { readonly [name: string]: number | Tree };

function dictOf(vm: Vm, tree: Tree): PyDict {
  const dict = newScopedDict(vm);
  for (const [name, v] of Object.entries(tree)) dictSetText(vm, dict, name, typeof v === "number" ? v : dictOf(vm, v));
  return dict;
}

function varCounts(vm: Vm, code: Value, _globalnames?: Value, _attrnames?: Value, globalsns?: Value, builtinsns?: Value): Value {
  const subject = subjectOf(vm, "get_code_var_counts", code, globalsns, builtinsns);
  const { unit } = subject;
  const count = (test: (kind: number) => boolean): number => unit.localspluskinds.reduce((sum, kind) => sum + (test(kind) ? 1 : 0), 0);
  const argument = POS! | KEYWORD! | VARIADIC!;
  const is = (kind: number, bits: number): boolean => (kind & bits) !== 0;
  const args = count((k) => is(k, argument));
  const varargs = count((k) => is(k, VARIADIC!) && is(k, POS!));
  const varkwargs = count((k) => is(k, VARIADIC!) && is(k, KEYWORD!));
  const hidden = (k: number): boolean => is(k, HIDDEN!);
  const argcells = count((k) => is(k, CELL!) && is(k, argument));
  const othercells = count((k) => is(k, CELL!) && !is(k, argument) && !hidden(k));
  const pure = count((k) => is(k, LOCAL!) && !is(k, argument) && !is(k, CELL!) && !hidden(k));
  const hiddenPure = count((k) => hidden(k) && !is(k, CELL!));
  const hiddenCells = count((k) => hidden(k) && is(k, CELL!));
  const used = namesUsed(unit);
  const globals = globalCounts(subject, used.globals);
  const unknown = unit.names.filter((n) => !used.attributes.has(n as string) && !used.globals.has(n as string)).length;
  const locals = args + pure + othercells + hiddenPure + hiddenCells;
  const free = count((k) => is(k, FREE!));
  const unbound = used.globals.size + used.attributes.size + unknown;
  return dictOf(vm, {
    total: locals + free + unbound,
    locals: {
      total: locals,
      args: { total: args, numposonly: unit.posonlyargcount, numposorkw: unit.argcount - unit.posonlyargcount, numkwonly: unit.kwonlyargcount, varargs, varkwargs },
      numpure: pure,
      cells: { total: argcells + othercells, numargs: argcells, numothers: othercells },
      hidden: { total: hiddenPure + hiddenCells, numpure: hiddenPure, numcells: hiddenCells },
    },
    numfree: free,
    unbound: { total: unbound, globals: { total: used.globals.size, ...globals }, numattrs: used.attributes.size, numunknown: unknown },
  });
}

/** ValueError unless the code (or function) needs neither cells from outside nor globals of its module. */
function verifyStateless(vm: Vm, code: Value, _globalnames?: Value, globalsns?: Value, builtinsns?: Value): void {
  const subject = subjectOf(vm, "verify_stateless_code", code, globalsns, builtinsns);
  if (subject.closure || subject.unit.localspluskinds.some((k) => (k & FREE!) !== 0)) throw valueError(vm, "closures not supported");
  if (globalCounts(subject, namesUsed(subject.unit).globals).numglobal > 0) throw valueError(vm, "globals not supported");
}

export const codeVariableFunctions = {
  get_code_var_counts: func("($module, /, code, globalnames=None, attrnames=None, globalsns=None, builtinsns=None)", null, varCounts),
  verify_stateless_code: func("($module, /, code, globalnames=None, globalsns=None, builtinsns=None)", null, verifyStateless),
};
