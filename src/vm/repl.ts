// The interactive prompt: the library's own (_pyrepl) on a terminal, else one without a line editor, one statement after the other from standard input.
// Mirrors PyRun_InteractiveLoop in Python/pythonrun.c, pymain_run_stdin and pymain_repl in Modules/main.c. See docs/vm.md.
import { compileSource, PyCF_ALLOW_INCOMPLETE_INPUT, PyCF_DONT_IMPLY_DEDENT } from "../compiler/compile.ts";
import { PythonError, PythonSyntaxError } from "../base/python-error.ts";
import { getAttrText } from "../core/attribute.ts";
import { audit } from "../core/audit.ts";
import { call, callMethod } from "../core/call.ts";
import { strText } from "../core/convert.ts";
import { dropError } from "../core/errors.ts";
import { importModule } from "../core/import.ts";
import { PyError } from "../core/object.ts";
import { isSubtype } from "../core/type.ts";
import { HostFault } from "../host/fault.ts";
import { runCode } from "../interpreter/run-code.ts";
import { closeScope, hold } from "../memory/ref.ts";
import { False, True } from "../types/bool.ts";
import { codeOf } from "../types/code.ts";
import { dictGetText, dictSetText } from "../types/dict/dict-object.ts";
import * as exc from "../types/exceptions.ts";
import { moduleDict } from "../types/module.ts";
import { None } from "../types/none.ts";
import { intern, newStr, strFromJs } from "../types/str/str-object.ts";
import { compileMain, guardMain, mainModule, registerSource, reportUncaught } from "./run-main.ts";
import type { Vm } from "./vm.ts";

const FILENAME = "<stdin>";
const TIOCGWINSZ = 0x5413;
const NEWLINE = 10;
/** co_flags that future statements set. */
const FUTURES = 0x1fe0000;

/** The lines of standard input, in chunks, as the C library buffers them. */
class LineReader {
  private readonly vm: Vm;
  private buffer = new Uint8Array();
  private ended = false;
  constructor(vm: Vm) {
    this.vm = vm;
  }

  /** The next line with its end; undefined at the end of the input. May raise KeyboardInterrupt. */
  next(): Uint8Array | undefined {
    for (;;) {
      const end = this.buffer.indexOf(10);
      if (end >= 0 || this.ended) {
        if (this.buffer.length === 0) return undefined;
        const line = this.buffer.subarray(0, end < 0 ? this.buffer.length : end + 1);
        this.buffer = this.buffer.slice(line.length);
        return line;
      }
      this.fill();
    }
  }

  private fill(): void {
    const { vm } = this;
    const chunk = new Uint8Array(4096);
    let n = 0;
    try {
      n = vm.host.files?.read(0, chunk) ?? 0;
    } catch (error) {
      if (!(error instanceof HostFault)) throw error;
      if (error.code === "EINTR") {
        vm.pollHost?.();
        vm.pending &= ~2;
        vm.runSignalHandlers?.();
        return;
      }
    }
    if (n === 0) this.ended = true;
    const joined = new Uint8Array(this.buffer.length + n);
    joined.set(this.buffer);
    joined.set(chunk.subarray(0, n), this.buffer.length);
    this.buffer = joined;
  }
}

function say(vm: Vm, text: string): void {
  vm.host.files?.write(2, new TextEncoder().encode(text));
}

/** Runs Python code that may fail without consequences but a printed traceback. */
function quietly(vm: Vm, run: () => void): void {
  const mark = vm.scopeCount;
  try {
    run();
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    reportUncaught(vm, error);
  }
  closeScope(vm, mark);
}

/** What a prompt without a program says first, then PYTHONSTARTUP and sys.__interactivehook__. */
export function runStartup(vm: Vm): void {
  if (vm.config.quiet !== true) {
    const version = strText(vm, dictGetText(vm.sysDict, "version")!);
    say(vm, `Python ${version} on ${strText(vm, dictGetText(vm.sysDict, "platform")!)}\n`);
    if (vm.config.site === true) say(vm, 'Type "help", "copyright", "credits" or "license" for more information.\n');
  }
  const file = vm.config.ignoreEnvironment === true ? undefined : vm.host.environment?.variables().get("PYTHONSTARTUP");
  if (file !== undefined && file !== "") {
    guardMain(vm, () => {
      const io = importModule(vm, "io", None, None, 0);
      const source = callMethod(vm, callMethod(vm, io, intern(vm, "open_code"), [strFromJs(file)]), intern(vm, "read"), []);
      const dict = moduleDict(dictGetText(vm.modules, "__main__")!);
      runCode(vm, hold(vm, compileMain(vm, (source as { data: Uint8Array }).data, file)), dict, dict);
    });
  }
  runHook(vm);
}

/** sys.__interactivehook__, which readies completion and history. */
function runHook(vm: Vm): void {
  const hook = dictGetText(vm.sysDict, "__interactivehook__");
  if (hook === undefined || hook === None) return;
  audit(vm, "cpython.run_interactivehook", () => [hook]);
  quietly(vm, () => void call(vm, hook, []));
}

/** The prompt of a process: `after` a program (-i), or instead of one. Answers the exit status. */
export function runPrompt(vm: Vm, after: boolean): number {
  vm.config.inspect = false;
  if (after) runHook(vm);
  audit(vm, "cpython.run_stdin", () => []);
  return wantsEditor(vm) ? libraryPrompt(vm, after) : interactiveLoop(vm);
}

/** Is there a terminal that can be put into another mode? */
function wantsEditor(vm: Vm): boolean {
  const { files, system, environment } = vm.host;
  if (files?.isatty(0) !== true || system === undefined) return false;
  if (vm.config.ignoreEnvironment !== true && (environment?.variables().get("PYTHON_BASIC_REPL") ?? "") !== "") return false;
  try {
    system.call("ioctl_bytes", 0, TIOCGWINSZ, new Uint8Array(8));
    return true;
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    return error.code !== "ENOSYS";
  }
}

/** _pyrepl.main.interactive_console, which falls back to sys._baserepl where it cannot work. */
function libraryPrompt(vm: Vm, startup: boolean): number {
  const main = dictGetText(vm.modules, "__main__") ?? mainModule(vm);
  return guardMain(vm, () => {
    importModule(vm, "_pyrepl.main", None, None, 0);
    const run = getAttrText(vm, dictGetText(vm.modules, "_pyrepl.main")!, "interactive_console");
    call(vm, run, [main, startup ? True : False], [intern(vm, "mainmodule"), intern(vm, "pythonstartup")]);
  });
}

/** sys._baserepl. */
export function baseRepl(vm: Vm): void {
  const status = interactiveLoop(vm);
  if (status !== 0) throw new PyError(exc.newException(vm, exc.SystemExitType, [status]));
}

function flush(vm: Vm, base: number): void {
  for (const name of ["stdout", "stderr"]) {
    const stream = dictGetText(vm.sysDict, name);
    if (stream === undefined || stream === None) continue;
    try {
      callMethod(vm, stream, intern(vm, "flush"), []);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      dropError(vm, error);
    }
  }
  closeScope(vm, base);
}

function prompt(vm: Vm, name: "ps1" | "ps2"): string {
  const value = dictGetText(vm.sysDict, name);
  if (value === undefined) return "";
  try {
    return strText(vm, value);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    return "";
  }
}

/** Nothing, or a comment alone. */
function isBlank(source: string): boolean {
  return /^\s*(?:#[^\n]*\n?)?$/.test(source);
}

/** Is the source the beginning of something longer? */
function wantsMore(source: string, flags: number): boolean {
  const compiles = (text: string): "yes" | "no" | "incomplete" => {
    try {
      compileSource(text, { filename: FILENAME, mode: "single", optimize: 0, flags: flags | PyCF_ALLOW_INCOMPLETE_INPUT | PyCF_DONT_IMPLY_DEDENT, warn: () => false });
      return "yes";
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      // Faults that later stages find have no text: the statement is whole.
      return error.type === "_IncompleteInputError" ? "incomplete" : error instanceof PythonSyntaxError && error.text === null ? "yes" : "no";
    }
  };
  const text = source.endsWith("\n") ? source.slice(0, -1) : source;
  if (compiles(text) === "yes" || compiles(`${text}\n`) === "no") return false;
  // An empty line ends what is not within brackets or a string, also where something is missing.
  return !source.endsWith("\n\n") || isOpen(source, flags);
}

/** Does the source end within brackets, a string or a continued line? */
function isOpen(source: string, flags: number): boolean {
  try {
    compileSource(source, { filename: FILENAME, mode: "single", optimize: 0, flags, warn: () => false });
    return false;
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return /was never closed|^unterminated triple-quoted|^unexpected EOF/.test(error.message);
  }
}

/** The prompt, until the input ends or the program leaves; answers the exit status. */
export function interactiveLoop(vm: Vm): number {
  if (dictGetText(vm.sysDict, "ps1") === undefined) dictSetText(vm, vm.sysDict, "ps1", newStr(">>> "));
  if (dictGetText(vm.sysDict, "ps2") === undefined) dictSetText(vm, vm.sysDict, "ps2", newStr("... "));
  vm.config.inspect = false;
  const base = vm.scopeCount;
  const found = dictGetText(vm.modules, "__main__");
  const dict = moduleDict(found ?? mainModule(vm));
  const reader = new LineReader(vm);
  const decoder = new TextDecoder();
  let flags = 0;
  for (;;) {
    flush(vm, base);
    let source = "";
    let ended = false;
    try {
      for (;;) {
        say(vm, prompt(vm, source === "" ? "ps1" : "ps2"));
        const line = reader.next();
        if (line === undefined) {
          ended = true;
          break;
        }
        source += decoder.decode(line);
        // The end of the input is met where a line has no end; what was begun is asked for.
        if (line.at(-1) !== NEWLINE) {
          say(vm, prompt(vm, "ps2"));
          ended = true;
          break;
        }
        if (isBlank(source) || !wantsMore(source, flags)) break;
      }
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      if (!isSubtype(error.exc.type, exc.KeyboardInterruptType)) throw error;
      dropError(vm, error);
      closeScope(vm, base);
      say(vm, "\nKeyboardInterrupt\n");
      continue;
    }
    if (ended) say(vm, "\n");
    if (!isBlank(source)) {
      const status = runStatement(vm, dict, source, flags, base);
      if (typeof status === "number") return status;
      flags |= status.flags;
    }
    if (ended && source === "") return 0;
  }
}

/** What could not be parsed has no number; what later stages refuse has one, and its line is not in any file. */
function completeSyntaxError(vm: Vm, error: PyError, source: string, counter: { statements: number }): void {
  const text = exc.excField(error.exc, "text") ?? None;
  if (text !== None) {
    counter.statements--;
    exc.setExcField(vm, error.exc, "filename", newStr(FILENAME));
    return;
  }
  const line = exc.excField(error.exc, "lineno");
  const found = typeof line === "number" ? source.split("\n")[line - 1] : undefined;
  if (found !== undefined) exc.setExcField(vm, error.exc, "text", strFromJs(`${found}\n`));
}

/** Runs one statement; a number is the exit status that it asked for. */
function runStatement(vm: Vm, dict: ReturnType<typeof moduleDict>, source: string, flags: number, base: number): number | { flags: number } {
  let seen = 0;
  let running = false;
  const counter = vm.stateOf("repl", () => ({ statements: 0 }));
  try {
    const code = hold(vm, compileMain(vm, source, `<stdin-${counter.statements++}>`, "single", flags));
    seen = codeOf(code).unit.flags & FUTURES;
    registerSource(vm, code, source, FILENAME);
    running = true;
    runCode(vm, code, dict, dict);
    closeScope(vm, base);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    if (isSubtype(error.exc.type, exc.SyntaxErrorType) && !running) completeSyntaxError(vm, error, source, counter);
    const leaving = isSubtype(error.exc.type, exc.SystemExitType);
    const status = reportUncaught(vm, error, base);
    if (leaving) return status;
  }
  flush(vm, base);
  return { flags: seen };
}
