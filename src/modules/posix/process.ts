// The process, its environment and the system in the posix module. Mirrors their part of Modules/posixmodule.c. See docs/posix.md.
import { errnoMessage } from "../../host/errno.ts";
import { asCInt, asIndex, asSsize, dictSet, exc, False, intValue, isBigOrInt, isBytes, isStr, newBytes, newError, newFloat, newInt, newList, newScopedDict, newStr, newTuple, None, type PyDict, overflowError, strFromJs, textOf, typeError, typeName, type Value, valueError, type Vm, True, call } from "../../core/api.ts";
import { SetType } from "../../types/set/set.ts";
import { isCallable } from "../../core/call.ts";
import { newStructSequence } from "../../types/struct-sequence.ts";
import { sendToSelf } from "../_signal-state.ts";
import { clockOf, environmentOf, hostCall, osErrorNumber, runPending } from "../os-error.ts";
import { newFault } from "../../host/fault.ts";
import { sysconfNames } from "./constants.ts";
import { fsBytes, fspath } from "./paths.ts";
import { secondsOf, TimesResultType, UnameResultType } from "./structs.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The environment as posix shows it: bytes to bytes. */
export function createEnviron(vm: Vm): Value {
  const dict = newScopedDict(vm);
  fillEnviron(vm, dict);
  return dict;
}

/** Puts the environment into a dict. */
export function fillEnviron(vm: Vm, dict: PyDict): void {
  for (const [name, value] of vm.host.environment?.variables() ?? []) dictSet(vm, dict, newBytes(encoder.encode(name)), newBytes(encoder.encode(value)));
}

function putenv(vm: Vm, name: Value, value: Value): void {
  const key = fsBytes(vm, name);
  const text = fsBytes(vm, value);
  if (key.includes(61)) throw valueError(vm, "illegal environment variable name");
  if (key.length === 0) throw osErrorNumber(vm, 22);
  hostCall(vm, () => environmentOf(vm).setVariable(decoder.decode(key), decoder.decode(text)));
}

function unsetenv(vm: Vm, name: Value): void {
  const key = fsBytes(vm, name);
  if (key.length === 0 || key.includes(61)) throw osErrorNumber(vm, 22);
  hostCall(vm, () => environmentOf(vm).setVariable(decoder.decode(key), undefined));
}

const ALL_ONES = 0xffffffffffffffffn;

/** A dev_t: -1 is all its bits. */
export function deviceNumber(vm: Vm, v: Value): bigint {
  const n = BigInt(asIndex(vm, v));
  if (n < -1n) throw overflowError(vm, "can't convert negative int to unsigned");
  if (n > ALL_ONES) throw overflowError(vm, "int too big to convert");
  return n & ALL_ONES;
}

/** A major or minor number. */
function devicePart(vm: Vm, v: Value): bigint {
  const n = deviceNumber(vm, v);
  if (n === ALL_ONES) return 0xffffffffn;
  if (n > 0xffffffffn) throw overflowError(vm, "Python int too large to convert to C unsigned int");
  return n;
}

function times(vm: Vm): Value {
  const used = hostCall(vm, () => environmentOf(vm).usage());
  // Like the C library's times(): hundredths of a second.
  const ticks = (ns: bigint): Value => newFloat(Math.floor(secondsOf(ns) * 100) / 100);
  return newStructSequence(vm, TimesResultType, [ticks(used.userTime), ticks(used.systemTime), newFloat(0), newFloat(0), ticks(hostCall(vm, () => clockOf(vm).monotonic()))]);
}

function uname(vm: Vm): Value {
  const n = hostCall(vm, () => environmentOf(vm).systemName());
  return newStructSequence(vm, UnameResultType, [n.sysname, n.nodename, n.release, n.version, n.machine].map((t) => strFromJs(t)));
}

function urandom(vm: Vm, size: Value): Value {
  const n = asSsize(vm, size);
  if (n < 0) throw valueError(vm, "negative argument not allowed");
  const entropy = vm.host.entropy;
  if (entropy === undefined) throw newError(vm, exc.NotImplementedErrorType, "/dev/urandom (or equivalent) not found");
  return newBytes(hostCall(vm, () => entropy.random(n)));
}

function kill(vm: Vm, pid: Value, signal: Value): void {
  const [to, which] = [asCInt(vm, pid), asCInt(vm, signal)];
  hostCall(vm, () => {
    if (vm.host.signals === undefined) throw newFault("EPERM", "kill");
    vm.host.signals.kill(to, which);
  });
  if (to === vm.host.environment?.pid()) sendToSelf(vm, which);
  runPending(vm);
}

function registerAtFork(vm: Vm, before?: Value, inChild?: Value, inParent?: Value): void {
  if (before === undefined && inChild === undefined && inParent === undefined) throw typeError(vm, "At least one argument is required.");
  for (const [name, v] of [["before", before], ["after_in_child", inChild], ["after_in_parent", inParent]] as const) {
    if (v !== undefined && !isCallable(v)) throw typeError(vm, `'${name}' must be callable, not ${typeName(v)}`);
  }
  // There is no fork: nothing will ever call them.
}

/** The value of a name or number out of a table. */
export function configName(vm: Vm, v: Value, table: Readonly<Record<string, number>>): number {
  if (isStr(v)) {
    const n = table[textOf(v)];
    if (n === undefined) throw valueError(vm, "unrecognized configuration name");
    return n;
  }
  if (!isBigOrInt(v)) throw typeError(vm, "configuration names must be strings or integers");
  return asCInt(vm, v);
}

function exitCode(vm: Vm, status: Value): Value {
  const s = asCInt(vm, status);
  if ((s & 0x7f) === 0) return (s >> 8) & 255;
  if ((s & 0xff) === 0x7f) throw valueError(vm, `process stopped by delivery of signal ${(s >> 8) & 255}`);
  if ((s & 0x7f) > 0 && (s & 0x7f) < 0x7f) return -(s & 0x7f);
  throw valueError(vm, `invalid wait status: ${s}`);
}

// Paths as text: what posixpath leaves to C.

function pathText(vm: Vm, v: Value): [text: string, wrap: (s: string) => Value] {
  const p = fspath(vm, v);
  if (isBytes(p)) {
    let s = "";
    for (const b of p.data as Uint8Array) s += String.fromCharCode(b);
    return [s, (t) => newBytes(Uint8Array.from(t, (c) => c.charCodeAt(0)))];
  }
  return [textOf(p as any), (t) => strFromJs(t)];
}

function splitRoot(vm: Vm, path: Value): Value {
  const [text, wrap] = pathText(vm, path);
  const cut = !text.startsWith("/") ? 0 : text.startsWith("//") && !text.startsWith("///") ? 2 : 1;
  return newTuple(vm, [wrap(""), wrap(text.slice(0, cut)), wrap(text.slice(cut))]);
}

function normalPath(vm: Vm, path: Value): Value {
  const [text, wrap] = pathText(vm, path);
  if (text === "") return wrap(".");
  const root = !text.startsWith("/") ? "" : text.startsWith("//") && !text.startsWith("///") ? "//" : "/";
  const parts: string[] = [];
  for (const part of text.slice(root.length).split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== ".." || (root === "" && parts.length === 0) || parts[parts.length - 1] === "..") parts.push(part);
    else if (parts.length > 0) parts.pop();
  }
  return wrap(root + parts.join("/") || ".");
}

const flag = (v: boolean): Value => (v ? True : False);

const credential = (name: "uid" | "euid" | "gid" | "egid") => (vm: Vm) => hostCall(vm, () => environmentOf(vm).credentials()[name]);

export const processFunctions: Record<string, (...args: any[]) => any> = {
  _create_environ: createEnviron,
  _exit: (vm: Vm, status: Value) => environmentOf(vm).exit(asCInt(vm, status)),
  _inputhook: () => -1,
  _is_inputhook_installed: () => False,
  _path_normpath: normalPath,
  _path_splitroot_ex: splitRoot,
  abort: (vm: Vm) => environmentOf(vm).abort(6),
  putenv,
  unsetenv,
  times,
  uname,
  urandom,
  kill,
  register_at_fork: registerAtFork,
  cpu_count: (vm: Vm) => {
    const wanted = vm.config?.cpuCount as number | undefined;
    return wanted !== undefined && wanted > 0 ? wanted : environmentOf(vm).cpuCount();
  },
  ctermid: () => newStr("/dev/tty"),
  fspath,
  getpid: (vm: Vm) => environmentOf(vm).pid(),
  getppid: (vm: Vm) => environmentOf(vm).ppid(),
  getuid: credential("uid"),
  geteuid: credential("euid"),
  getgid: credential("gid"),
  getegid: credential("egid"),
  getgroups: (vm: Vm) => newList(vm, hostCall(vm, () => environmentOf(vm).credentials().groups.slice())),
  getlogin: (vm: Vm) => strFromJs(hostCall(vm, () => environmentOf(vm).userName())),
  getloadavg: (vm: Vm) => newTuple(vm, hostCall(vm, () => environmentOf(vm).loadAverage()).map((n) => newFloat(n))),
  strerror: (vm: Vm, code: Value) => newStr(errnoMessage(asCInt(vm, code))),
  makedev: (vm: Vm, major: Value, minor: Value) => {
    const [a, b] = [devicePart(vm, major), devicePart(vm, minor)];
    const d = ((a & 0xfffff000n) << 32n) | ((a & 0xfffn) << 8n) | ((b & 0xffffff00n) << 12n) | (b & 0xffn);
    return d === ALL_ONES ? -1 : newInt(d);
  },
  major: (vm: Vm, device: Value) => {
    const d = deviceNumber(vm, device);
    if (d === ALL_ONES) return -1;
    return newInt(((d >> 32n) & 0xfffff000n) | ((d >> 8n) & 0xfffn));
  },
  minor: (vm: Vm, device: Value) => {
    const d = deviceNumber(vm, device);
    if (d === ALL_ONES) return -1;
    return newInt(((d >> 12n) & 0xffffff00n) | (d & 0xffn));
  },
  WCOREDUMP: (vm: Vm, status: Value) => flag((asCInt(vm, status) & 0x80) !== 0),
  WIFCONTINUED: (vm: Vm, status: Value) => flag(asCInt(vm, status) === 0xffff),
  WIFSTOPPED: (vm: Vm, status: Value) => flag((asCInt(vm, status) & 0xff) === 0x7f),
  WIFSIGNALED: (vm: Vm, status: Value) => flag((((asCInt(vm, status) & 0x7f) + 1) << 24) >> 25 > 0),
  WIFEXITED: (vm: Vm, status: Value) => flag((asCInt(vm, status) & 0x7f) === 0),
  WEXITSTATUS: (vm: Vm, status: Value) => (asCInt(vm, status) >> 8) & 255,
  WTERMSIG: (vm: Vm, status: Value) => asCInt(vm, status) & 0x7f,
  WSTOPSIG: (vm: Vm, status: Value) => (asCInt(vm, status) >> 8) & 255,
  waitstatus_to_exitcode: exitCode,
};
