// The compiler's stages for CPython's tests of them, and what code objects say of themselves to C code. Mirrors parts of
// Modules/_testinternalcapi.c, Modules/_testcapi/code.c and Python/instruction_sequence.c. See docs/test-support.md.
import * as Op from "../bytecode/opcode-ids.generated.ts";
import { hasArg, hasExc, hasJump } from "../bytecode/opcodes.ts";
import { cleanDoc } from "../compiler/codegen/text.ts";
import { type CodeMetadata, InstructionSequence } from "../compiler/instruction.ts";
import { assembleStage, type Generated, generateStage, jumpTarget, optimizeStage } from "../compiler/stages.ts";
import {
  argumentName, asCInt, CodeType, codeOf, Container, defineType, dictGetText, dictItems, dictSet, dictSetText, func, getAttrText, importModule, isDict, isInstance, isList, isStr, type Leaf, listOf, method, newCode, newList, newScopedDict, newStr, newSubclassInstance, newTuple, None, type PyDict, strFromJs, textOf, typeError, typeOf,
  typeName, type TypeRec, type Value, valueError, type Vm, newBool, callMethod, intern,
} from "../core/api.ts";
import { fromPython } from "../modules/_ast/from-python.ts";
import { compiling, warningSink } from "../modules/builtins/source-errors.ts";
import { constantObject } from "../types/code.ts";
import { constOf } from "../types/code-const.ts";
import { lineOf } from "../types/frame.ts";

interface SequenceState {
  readonly sequence: InstructionSequence;
  /** add_nested's; owned by the list of Python objects that get_nested shows. */
  readonly nested: Container[];
}

const state = (self: Container): SequenceState => self.data as SequenceState;

const SequenceType: TypeRec = defineType({
  name: "InstructionSequence",
  doc: "Create a new InstructionSequence object.",
  signature: "()",
  methods: {
    addop: method("($self, /, opcode, oparg, lineno, col_offset, end_lineno, end_col_offset)", "Append an instruction.", (vm: Vm, self: Container, opcode: Value, oparg: Value, line: Value, col: Value, endLine: Value, endCol: Value) => {
      // The four numbers are the location's fields in their order, whatever they are called.
      const [lineno, endLineno, colOffset, endColOffset] = [line, col, endLine, endCol].map((v) => asCInt(vm, v)) as [number, number, number, number];
      state(self).sequence.add(asCInt(vm, opcode), asCInt(vm, oparg), { lineno, endLineno, col: colOffset, endCol: endColOffset });
      return None;
    }),
    new_label: method("($self, /)", "Return a new label.", (_vm: Vm, self: Container) => state(self).sequence.newLabel()),
    use_label: method("($self, /, label)", "Place label at current location.", (vm: Vm, self: Container, label: Value) => {
      const { sequence } = state(self);
      const at = asCInt(vm, label);
      while (sequence.labels.length <= at) sequence.newLabel();
      sequence.useLabel(at);
      return None;
    }),
    add_nested: method("($self, /, nested)", "Add a nested sequence.", (vm: Vm, self: Container, nested: Value) => {
      if (typeof nested === "number" || nested.type !== SequenceType) throw typeError(vm, `expected an instruction sequence, not ${typeName(nested)}`);
      nested.rc++;
      state(self).nested.push(nested as Container);
      return None;
    }),
    get_nested: method("($self, /)", "Add a nested sequence.", (vm: Vm, self: Container) => newList(vm, state(self).nested)),
    get_instructions: method("($self, /)", "Return the instructions as a list of tuples or labels.", (vm: Vm, self: Container) => {
      const { sequence } = state(self);
      return newList(vm, sequence.instructions.map(({ opcode, oparg, location }) => {
        const arg = hasJump(opcode) || hasExc(opcode) ? jumpTarget(sequence, oparg) : oparg;
        return newTuple(vm, [opcode, hasArg(opcode) ? arg : None, location.lineno, location.endLineno, location.col, location.endCol]);
      }));
    }),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, { sequence: new InstructionSequence(), nested: [] } satisfies SequenceState),
    tp_traverse: (self, visit) => state(self).nested.forEach(visit),
  },
});

const newSequence = (vm: Vm, sequence: InstructionSequence): Container => newSubclassInstance(vm, SequenceType, { sequence, nested: [] } satisfies SequenceState);

function generatedSequence(vm: Vm, made: Generated): Container {
  const object = newSequence(vm, made.sequence);
  for (const inner of made.nested) {
    const nested = generatedSequence(vm, inner);
    nested.rc++;
    state(object).nested.push(nested);
  }
  return object;
}

function sequenceOf(vm: Vm, v: Value): InstructionSequence {
  if (typeof v === "number" || v.type !== SequenceType) throw valueError(vm, "expected an instruction sequence");
  return state(v as Container).sequence;
}

const MODES = ["Module", "Expression", "Interactive"];

function compilerCodegen(vm: Vm, tree: Value, filename: Value, optimize: Value, mode: Value = 0): Value {
  const root = getAttrText(vm, importModule(vm, "_ast", None, None, 0), "AST");
  if (!isInstance(vm, tree, root)) throw typeError(vm, "expected an AST");
  const mod = fromPython(vm, tree, MODES[asCInt(vm, mode)] ?? "Module");
  const level = asCInt(vm, optimize);
  const made = compiling(vm, () => generateStage(mod, { filename: textOf(filename as never), optimize: level < 0 ? 0 : level, flags: 0, warn: warningSink(vm) }));
  const metadata = newScopedDict(vm);
  dictSetText(vm, metadata, "argcount", made.metadata.argcount);
  dictSetText(vm, metadata, "posonlyargcount", made.metadata.posonlyargcount);
  dictSetText(vm, metadata, "kwonlyargcount", made.metadata.kwonlyargcount);
  dictSetText(vm, metadata, "consts", newList(vm, made.consts.map((c) => constantObject(vm, c))));
  return newTuple(vm, [generatedSequence(vm, made), metadata]);
}

function optimizeCfg(vm: Vm, instructions: Value, consts: Value, nlocals: Value): Value {
  if (!isList(consts)) throw typeError(vm, "consts must be a list");
  const sequence = sequenceOf(vm, instructions);
  const made = compiling(vm, () => optimizeStage(sequence, (consts.data as Value[]).map(constOf), asCInt(vm, nlocals)));
  callMethod(vm, consts, intern(vm, "clear"), []);
  callMethod(vm, consts, intern(vm, "extend"), [newList(vm, made.consts.map((c) => constantObject(vm, c)))]);
  return newSequence(vm, made.sequence);
}

function assembleCodeObject(vm: Vm, filename: Value, instructions: Value, metadata: Value): Value {
  const sequence = sequenceOf(vm, instructions);
  if (!isDict(metadata)) throw typeError(vm, `assemble_code_object() argument 3 must be dict, not ${argumentName(metadata)}`);
  const field = (name: string): Value => {
    const v = dictGetText(metadata, name);
    if (v === undefined) throw valueError(vm, `metadata has no '${name}'`);
    return v;
  };
  const table = (name: string): Map<string, number> => new Map([...dictItems(field(name) as PyDict)].map(([key, value]) => [textOf(key as never), asCInt(vm, value)]));
  const given = field("consts");
  const consts = isDict(given) ? [...dictItems(given)].sort((a, b) => (a[1] as number) - (b[1] as number)).map(([key]) => key) : listOf(vm, given);
  const argcount = asCInt(vm, field("argcount"));
  const unit: CodeMetadata = {
    name: textOf(field("name") as never), qualname: textOf(field("qualname") as never), names: table("names"), varnames: table("varnames"), cellvars: table("cellvars"), freevars: table("freevars"),
    fastHidden: new Map([...dictItems(field("fasthidden") as PyDict)].map(([key]) => [textOf(key as never), true])), argcount, posonlyargcount: asCInt(vm, field("posonlyargcount")), kwonlyargcount: asCInt(vm, field("kwonlyargcount")), nparams: argcount,
    firstlineno: asCInt(vm, field("firstlineno")),
  };
  return newCode(vm, compiling(vm, () => assembleStage(sequence, unit, consts.map(constOf), textOf(filename as never))));
}

function codeData(vm: Vm, code: Value): ReturnType<typeof codeOf> {
  if (typeof code === "number" || typeOf(code) !== CodeType) throw typeError(vm, "argument must be a code object");
  return codeOf(code);
}

/** Every return hands out None. */
function returnsOnlyNone(vm: Vm, code: Value): Value {
  const { unit } = codeData(vm, code);
  const none = unit.consts.indexOf(null);
  let only = true;
  for (let i = 0; i < unit.code.length; i += 2) {
    if (unit.code[i] !== Op.RETURN_VALUE) continue;
    if (none < 0 || i === 0 || unit.code[i - 2] !== Op.LOAD_CONST || unit.code[i - 1] !== none) only = false;
  }
  return newBool(only);
}

function localsKinds(vm: Vm, code: Value): Value {
  const { unit } = codeData(vm, code);
  const kinds = newScopedDict(vm);
  unit.localsplusnames.forEach((name, i) => dictSet(vm, kinds, newStr(name), unit.localspluskinds[i]!));
  return kinds;
}

export const compilerStageFunctions = {
  new_instruction_sequence: func("($module, /)", "Return a new, empty InstructionSequence.", (vm: Vm) => newSequence(vm, new InstructionSequence())),
  compiler_codegen: func("($module, /, ast, filename, optimize, compile_mode=0)", null, compilerCodegen),
  optimize_cfg: func("($module, /, instructions, consts, nlocals)", null, optimizeCfg),
  assemble_code_object: func("($module, /, filename, instructions, metadata)", "Create a code object for the given instructions.", assembleCodeObject),
  compiler_cleandoc: func("($module, /, doc)", "C implementation of inspect.cleandoc().", (vm: Vm, doc: Value) => {
    if (!isStr(doc)) throw typeError(vm, `compiler_cleandoc() argument 'doc' must be str, not ${argumentName(doc)}`);
    return strFromJs(cleanDoc(textOf(doc)));
  }),
  get_co_localskinds: func("($self, object, /)", null, localsKinds),
  code_returns_only_none: func("($self, object, /)", null, returnsOnlyNone),
};

/** PyCode_NewEmpty: code that raises AssertionError. */
function newEmpty(vm: Vm, filename: Value, name: Value, line: Value): Leaf {
  const text = textOf(name as never);
  return newCode(vm, {
    kind: "code", argcount: 0, posonlyargcount: 0, kwonlyargcount: 0, stacksize: 1, flags: 0, code: Uint8Array.of(Op.RESUME, 0, Op.LOAD_COMMON_CONSTANT, 0, Op.RAISE_VARARGS, 1), consts: [], names: [], localsplusnames: [],
    localspluskinds: new Uint8Array(0), filename: textOf(filename as never), name: text, qualname: text, firstlineno: asCInt(vm, line), linetable: Uint8Array.of(0xea, 0), exceptiontable: new Uint8Array(0),
  });
}

export const codeFunctions = {
  code_newempty: func("($module, filename, funcname, firstlineno, /)", null, newEmpty),
  code_offset_to_line: func("($module, code, offset, /)", null, (vm: Vm, code: Value, offset: Value) => {
    const data = codeData(vm, code);
    const at = asCInt(vm, offset);
    return at < 0 ? data.unit.firstlineno : (lineOf(data, at >> 1) ?? -1);
  }),
};
