// print, input, open: through the streams of sys and the io module. Mirrors Python/bltinmodule.c and Objects/fileobject.c. See docs/modules.md.
import {
  call, callMethod, dictGetText, dropError, exc, getAttrText, hold, importModule, intern, isBytes, isStr, type KeywordArgs, newError, newStr, newText, None, PyError, runtimeError, str, strText, truth, typeError, typeName, type Value, type Vm,
} from "../../core/api.ts";
import { textAt, textLength, textSlice } from "../../base/text.ts";

/** The value of `sep` or `end`: text to write, undefined for the usual one. */
function separator(vm: Vm, v: Value | undefined, name: string): Value | undefined {
  if (v === undefined || v === None) return undefined;
  if (!isStr(v)) throw typeError(vm, `${name} must be None or a string, not ${typeName(v)}`);
  return v;
}

/** Writes an object's text to a file object. */
export function writeTo(vm: Vm, file: Value, text: Value): void {
  callMethod(vm, file, intern(vm, "write"), [str(vm, text)]);
}

export function print(vm: Vm, sepArg?: Value, endArg?: Value, fileArg?: Value, flush?: Value, args: Value[] = []): void {
  let file = fileArg ?? None;
  if (file === None) {
    const stdout = dictGetText(vm.sysDict, "stdout");
    if (stdout === undefined) throw runtimeError(vm, "lost sys.stdout");
    if (stdout === None) return;
    file = hold(vm, stdout);
  }
  const sep = separator(vm, sepArg, "sep") ?? newStr(" ");
  const end = separator(vm, endArg, "end") ?? newStr("\n");
  args.forEach((v, i) => {
    if (i > 0) writeTo(vm, file, sep);
    writeTo(vm, file, v);
  });
  writeTo(vm, file, end);
  if (flush !== undefined && truth(vm, flush)) callMethod(vm, file, intern(vm, "flush"), []);
}

function stream(vm: Vm, name: string): Value {
  const file = dictGetText(vm.sysDict, name);
  if (file === undefined || file === None) throw runtimeError(vm, `lost sys.${name}`);
  return file;
}

/** A line of a file without its newline. Raises EOFError at the end. */
function readLine(vm: Vm, file: Value): Value {
  const line = call(vm, getAttrText(vm, file, "readline"), []);
  if (isStr(line)) {
    const text = strText(line);
    const n = textLength(text);
    if (n === 0) throw newError(vm, exc.EOFErrorType, "EOF when reading a line");
    return textAt(text, n - 1) === 10 ? newText(textSlice(text, 0, n - 1)) : line;
  }
  if (!isBytes(line)) throw typeError(vm, "object.readline() returned non-string");
  if ((line.data as Uint8Array).length === 0) throw newError(vm, exc.EOFErrorType, "EOF when reading a line");
  return line;
}

/** Flushes a stream, if it can be. */
function flushed(vm: Vm, file: Value): void {
  try {
    callMethod(vm, file, intern(vm, "flush"), []);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
  }
}

export function input(vm: Vm, prompt?: Value): Value {
  // What runs meanwhile may put others in their places.
  const stdin = hold(vm, stream(vm, "stdin"));
  const stdout = hold(vm, stream(vm, "stdout"));
  const stderr = hold(vm, stream(vm, "stderr"));
  flushed(vm, stderr);
  if (prompt !== undefined) writeTo(vm, stdout, prompt);
  flushed(vm, stdout);
  return readLine(vm, stdin);
}

/** io.open under its other name. */
export function open(vm: Vm, args: Value[], kwargs?: KeywordArgs): Value {
  const opener = getAttrText(vm, importModule(vm, "io", None, None, 0), "open");
  return kwargs === undefined ? call(vm, opener, args) : call(vm, opener, [...args, ...kwargs.values], kwargs.names);
}
