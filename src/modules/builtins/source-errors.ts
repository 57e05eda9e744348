// What the compiler throws and warns about, as Python exceptions and warnings. Mirrors the error half of Parser/pegen.c and Python/errors.c. See docs/modules.md.
import { PythonError, PythonSyntaxError, type SourceWarning } from "../../base/python-error.ts";
import { call, closeScope, dictGetText, dropError, exc, fromPythonError, matches, moduleDict, strFromJs, type Vm } from "../../core/api.ts";

/** Runs a piece of the compiler; its faults come out as Python exceptions. `lineOf` finds the text of a line where an error does not know it. */
export function compiling<T>(vm: Vm, run: () => T, lineOf?: (line: number) => string | null): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    if (error instanceof PythonSyntaxError && error.text === null && error.lineno !== null && lineOf !== undefined) error.text = lineOf(error.lineno);
    throw fromPythonError(vm, error);
  }
}

/** Hands the compiler's warnings to the warnings machinery: true where a filter turns one into an error. */
export function warningSink(vm: Vm): (warning: SourceWarning) => boolean {
  return (w) => {
    const warnings = vm.nativeInstances.get("_warnings");
    const issue = warnings === undefined ? undefined : dictGetText(moduleDict(warnings), "warn_explicit");
    if (issue === undefined) return false;
    const type = w.category === "SyntaxWarning" ? exc.SyntaxWarningType : exc.DeprecationWarningType;
    const mark = vm.scopeCount;
    try {
      call(vm, issue, [strFromJs(w.message), type.obj, strFromJs(w.filename), w.lineno]);
      return false;
    } catch (error) {
      if (!matches(error, type)) throw error;
      dropError(vm, error);
      return true;
    } finally {
      closeScope(vm, mark);
    }
  };
}
