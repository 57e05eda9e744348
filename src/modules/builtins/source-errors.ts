// What the compiler throws and warns about, as Python exceptions and warnings. Mirrors the error half of Parser/pegen.c and Python/errors.c. See docs/modules.md.
import { PythonError, PythonSyntaxError, type SourceWarning } from "../../base/python-error.ts";
import { pathBytes } from "../../host/posix.ts";
import { decodeSource } from "../../syntax/encoding.ts";
import { call, closeScope, dictGetText, dropError, exc, fromPythonError, matches, moduleDict, PyError, strFromJs, type Vm } from "../../core/api.ts";

/**
 * Runs a piece of the compiler; its faults come out as Python exceptions. Errors found after parsing do not know their text: it is
 * read from the file again, as CPython does.
 */
export function compiling<T>(vm: Vm, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    if (error instanceof PythonSyntaxError && error.text === null && error.lineno !== null && error.filename !== null) {
      error.text = lineOfFile(vm, error.filename, error.lineno);
    }
    throw fromPythonError(vm, error);
  }
}

/** A line of a source file with its end; null where it cannot be read. */
function lineOfFile(vm: Vm, filename: string, line: number): string | null {
  const files = vm.host.files;
  if (files === undefined || line < 1 || (filename.startsWith("<") && filename.endsWith(">"))) return null;
  const path = pathBytes(filename);
  try {
    if (files.lookup(path, true) === undefined) return null;
    const fd = files.open(path, 0, 0);
    try {
      const bytes = new Uint8Array(Number(files.stat(fd).size));
      let at = 0;
      for (let n; at < bytes.length && (n = files.read(fd, bytes.subarray(at))) > 0; ) at += n;
      return sourceText(bytes.subarray(0, at)).match(/[^\n]*\n|[^\n]+$/g)?.[line - 1] ?? null;
    } finally {
      files.close(fd);
    }
  } catch (error) {
    if (error instanceof PyError) throw error;
    return null;
  }
}

function sourceText(bytes: Uint8Array): string {
  try {
    return decodeSource(bytes, { filename: null }).text;
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return new TextDecoder().decode(bytes);
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
