// _ast: trees as Python objects, and the bridge by which compile() makes and takes them. Mirrors Python/Python-ast.c. See docs/modules.md.
import { futureFromAst } from "../compiler/future.ts";
import { compileTree, PyCF_TYPE_COMMENTS } from "../compiler/compile.ts";
import { preprocess } from "../compiler/preprocess.ts";
import type * as ast from "../syntax/ast.generated.ts";
import { validateTree } from "../syntax/ast-validate.ts";
import { decodeSource } from "../syntax/encoding.ts";
import { parse } from "../syntax/parse.ts";
import { defineModule, isInstance, type ModuleSpec, type Value, type Vm } from "../core/api.ts";
import { makeClasses } from "./_ast/classes.ts";
import { fromPython } from "./_ast/from-python.ts";
import { classNamed } from "./_ast/state.ts";
import { toPython } from "./_ast/to-python.ts";
import type { AstBridge } from "./builtins/compile.ts";
import { compiling, warningSink } from "./builtins/source-errors.ts";

const PyCF_ONLY_AST = 0x400;
const PyCF_OPTIMIZED_AST = 0x8400;
const PyCF_DONT_IMPLY_DEDENT = 0x200;
const PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000;
const PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000;
const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
const CO_FUTURE_MASK = 0x1fe0000;

const roots: Readonly<Record<string, string>> = { exec: "Module", eval: "Expression", single: "Interactive", func_type: "FunctionType" };

/** What compile() does to a tree that it hands out: docstrings under -OO, and the folding that was asked for. */
function prepare(tree: ast.mod, filename: string, flags: number, optimize: number): void {
  const features = futureFromAst(tree, filename, null).features | (flags & CO_FUTURE_MASK);
  preprocess(tree, { filename, source: null, optimize, features, syntaxCheckOnly: (flags & PyCF_OPTIMIZED_AST) === PyCF_ONLY_AST, warn: null });
}

export const bridge: AstBridge = {
  isTree: (vm, value) => isInstance(vm, value, classNamed(vm, "AST").obj),
  parse: (vm, source, filename, mode, flags, featureVersion, optimize) => {
    const tree = compiling(vm, () => {
      const text = typeof source === "string" ? source : decodeSource(source, { filename, execInput: mode === "exec" }).text;
      const made = parse(text, {
        mode: mode as "exec",
        filename,
        barryAsFlufl: (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0,
        typeComments: (flags & PyCF_TYPE_COMMENTS) !== 0,
        dontImplyDedent: (flags & PyCF_DONT_IMPLY_DEDENT) !== 0,
        allowIncompleteInput: (flags & PyCF_ALLOW_INCOMPLETE_INPUT) !== 0,
        featureVersion: featureVersion >= 0 ? featureVersion : 14,
        maxStrDigits: vm.intMaxStrDigits,
        warn: warningSink(vm),
      });
      prepare(made, filename, flags, optimize);
      return made;
    });
    return toPython(vm, tree);
  },
  compile: (vm, object, filename, mode, flags, optimize) => {
    const root = roots[mode]!;
    const tree = fromPython(vm, object, root);
    if ((flags & PyCF_ONLY_AST) !== 0) {
      compiling(vm, () => {
        validateTree(tree);
        prepare(tree, filename, flags, optimize);
      });
      return toPython(vm, tree);
    }
    return compiling(vm, () => {
      validateTree(tree);
      return compileTree(tree, { filename, optimize, flags: flags & (CO_FUTURE_MASK | PyCF_ALLOW_TOP_LEVEL_AWAIT), warn: warningSink(vm) });
    });
  },
};

export const astModule: ModuleSpec = defineModule({
  name: "_ast",
  attributes: {
    PyCF_ONLY_AST: () => PyCF_ONLY_AST,
    PyCF_TYPE_COMMENTS: () => PyCF_TYPE_COMMENTS,
    PyCF_ALLOW_TOP_LEVEL_AWAIT: () => PyCF_ALLOW_TOP_LEVEL_AWAIT,
    PyCF_OPTIMIZED_AST: () => PyCF_OPTIMIZED_AST,
  },
  exec: (vm: Vm, dict: Value) => {
    makeClasses(vm, dict as never);
    vm.moduleState.set("_ast.bridge", bridge);
  },
});
