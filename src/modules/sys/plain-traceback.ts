// Tracebacks as native code writes them, without Python's help and without carets. Mirrors Python/traceback.c. See docs/modules.md.
import {
  call, callMethod, closeScope, type Container, dictGetText, dropError, frameData, getAttrText, importModule, intern, isBigOrInt, bigValue, lineOf, newStr, None, PyError, textOf, textOfStr, tracebackData, type Value, type Vm,
} from "../../core/api.ts";

/** Equal lines that are shown before the rest is counted. */
const REPEATS_SHOWN = 3;

/** Runs `body`; Python errors in it are forgotten. True when there were none. */
export function quietly(vm: Vm, body: () => void): boolean {
  const mark = vm.scopeCount;
  try {
    body();
    return true;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    return false;
  } finally {
    closeScope(vm, mark);
  }
}

/** A line of a source file without its indentation; empty where it cannot be read. */
export function sourceLine(vm: Vm, filename: Value, line: number): string {
  let text = "";
  quietly(vm, () => {
    const open = getAttrText(vm, importModule(vm, "_io", None, None, 0), "open");
    const file = call(vm, open, [filename, newStr("r"), newStr("utf-8"), newStr("replace")], [intern(vm, "encoding"), intern(vm, "errors")]);
    try {
      for (let i = 1; i < line; i++) callMethod(vm, file, intern(vm, "readline"), []);
      text = textOfStr(vm, callMethod(vm, file, intern(vm, "readline"), [])).trim();
    } finally {
      callMethod(vm, file, intern(vm, "close"), []);
    }
  });
  return text;
}

/** How many entries sys.tracebacklimit lets through. */
function limitOf(vm: Vm): number {
  const limit = dictGetText(vm.sysDict, "tracebacklimit");
  if (limit === undefined || !isBigOrInt(limit)) return 1000;
  const n = bigValue(limit);
  return n <= 0n ? 0 : n > 2147483647n ? 2147483647 : Number(n);
}

function repeated(count: number): string {
  return `  [Previous line repeated ${count} more ${count > 1 ? "times" : "time"}]\n`;
}

/** The heading and the entries of a traceback; empty where sys.tracebacklimit forbids any. */
export function tracebackText(vm: Vm, traceback: Container): string {
  const limit = limitOf(vm);
  if (limit === 0) return "";
  const entries: Container[] = [];
  for (let entry: Container | null = traceback; entry !== null; entry = tracebackData(entry).next) entries.push(entry);
  let text = "Traceback (most recent call last):\n";
  let last = "";
  let count = 0;
  for (const entry of entries.slice(Math.max(0, entries.length - limit))) {
    const { code } = frameData(tracebackData(entry).frame);
    const stated = tracebackData(entry).lineno;
    const line = stated >= 0 ? stated : lineOf(code, tracebackData(entry).lasti >> 1);
    const head = `  File "${textOf(code.filename)}", line ${line ?? "?"}, in ${textOf(code.name)}\n`;
    if (head === last) count++;
    else {
      if (count > REPEATS_SHOWN) text += repeated(count - REPEATS_SHOWN);
      last = head;
      count = 1;
    }
    if (count > REPEATS_SHOWN) continue;
    const source = line === undefined ? "" : sourceLine(vm, code.filename, line);
    text += source === "" ? head : `${head}    ${source}\n`;
  }
  return count > REPEATS_SHOWN ? text + repeated(count - REPEATS_SHOWN) : text;
}
