// Timers that are descriptors, and waiting for children with more to tell, in the posix module. Mirrors their part of Modules/posixmodule.c. See docs/modules.md.
import { asCInt, asDouble, asIndex, call as callValue, getAttrText, importModule, newFloat, newInt, newTuple, None, overflowError, type Value, valueError, type Vm } from "../../../core/api.ts";
import { newStructSequence } from "../../../types/struct-sequence.ts";
import { fileDescriptor } from "../../file-descriptor.ts";
import { runPending } from "../../os-error.ts";
import { systemCall } from "../../system-call.ts";
import { WaitidResultType } from "../structs.ts";

const BILLION = 1_000_000_000n;
const TFD_CLOEXEC = 0o2000000;
const WNOHANG = 1;
const FIRST_PAUSE = 200_000n;
const LONGEST_PAUSE = 20_000_000n;
/** Of the kernel's structures. */
const RUSAGE_WORDS = 18;
const SIGINFO = 128;

type Show = (vm: Vm, ns: bigint) => Value;
const inSeconds: Show = (_vm, ns) => newFloat(Number(ns) * 1e-9);
const inNanoseconds: Show = (_vm, ns) => newInt(ns);

/** interval and value of a timer. */
function shown(vm: Vm, raw: BigInt64Array, show: Show): Value {
  return newTuple(vm, [show(vm, raw[2]! * BILLION + raw[3]!), show(vm, raw[0]! * BILLION + raw[1]!)]);
}

function gettime(show: Show) {
  return (vm: Vm, fd: Value): Value => {
    const raw = new BigInt64Array(4);
    systemCall(vm, "timerfd_gettime", fileDescriptor(vm, fd), new Uint8Array(raw.buffer));
    return shown(vm, raw, show);
  };
}

function seconds(vm: Vm, v: Value | undefined): bigint {
  if (v === undefined) return 0n;
  const d = asDouble(vm, v);
  if (Number.isNaN(d)) throw valueError(vm, "Invalid value NaN (not a number)");
  const ns = Math.floor(d * 1e9);
  if (Math.abs(ns) >= 2 ** 63) throw overflowError(vm, "timestamp out of range for platform time_t");
  return BigInt(ns);
}

function nanoseconds(vm: Vm, v: Value | undefined): bigint {
  if (v === undefined) return 0n;
  const n = BigInt(asIndex(vm, v));
  if (BigInt.asIntN(64, n) !== n) throw overflowError(vm, "int too big to convert");
  return n;
}

function settime(read: (vm: Vm, v: Value | undefined) => bigint, show: Show) {
  return (vm: Vm, fd: Value, flags?: Value, initial?: Value, interval?: Value): Value => {
    const n = fileDescriptor(vm, fd);
    const how = flags === undefined ? 0 : asCInt(vm, flags);
    const [first, then] = [read(vm, initial), read(vm, interval)];
    const next = BigInt64Array.of(then / BILLION, then % BILLION, first / BILLION, first % BILLION);
    const old = new BigInt64Array(4);
    systemCall(vm, "timerfd_settime", n, how, new Uint8Array(next.buffer), new Uint8Array(old.buffer));
    return shown(vm, old, show);
  };
}

/** Asks again and again until a child has changed, so that signal handlers run in between. */
function untilChanged(vm: Vm, options: number, ask: (options: number) => boolean): void {
  for (let pause = FIRST_PAUSE; ; pause = pause < LONGEST_PAUSE ? pause * 2n : pause) {
    if (ask(options | WNOHANG) || (options & WNOHANG) !== 0) return;
    vm.host.processes?.await(-1, pause);
    runPending(vm);
  }
}

function wait4(vm: Vm, pid: number, options: number): Value {
  const status = new Int32Array(1);
  const raw = new BigInt64Array(RUSAGE_WORDS);
  let changed = 0;
  untilChanged(vm, options, (how) => (changed = systemCall(vm, "wait4", pid, new Uint8Array(status.buffer), how, new Uint8Array(raw.buffer))) !== 0);
  const time = (at: number): Value => newFloat(Number(raw[at]) + Number(raw[at + 1]) * 1e-6);
  const fields = [time(0), time(2), ...Array.from(raw.subarray(4), (n) => newInt(n))];
  const usage = callValue(vm, getAttrText(vm, importModule(vm, "resource", None, None, 0), "struct_rusage"), [newTuple(vm, fields)]);
  return newTuple(vm, [changed, status[0]!, usage]);
}

function waitid(vm: Vm, type: Value, id: Value, options: Value): Value {
  const [t, p, how] = [asCInt(vm, type), asCInt(vm, id), asCInt(vm, options)];
  const raw = new DataView(new ArrayBuffer(SIGINFO));
  untilChanged(vm, how, (asked) => {
    systemCall(vm, "waitid", t, p, new Uint8Array(raw.buffer), asked);
    return raw.getInt32(16, true) !== 0;
  });
  if (raw.getInt32(16, true) === 0) return None;
  // si_pid, si_uid, si_signo, si_status, si_code
  return newStructSequence(vm, WaitidResultType, [raw.getInt32(16, true), raw.getUint32(20, true), raw.getInt32(0, true), raw.getInt32(24, true), raw.getInt32(8, true)]);
}

export const timerFunctions: Record<string, (...args: any[]) => any> = {
  timerfd_create: (vm: Vm, clock: Value, flags?: Value) => {
    const id = asCInt(vm, clock);
    return systemCall(vm, "timerfd_create", id, flags === undefined ? TFD_CLOEXEC : asCInt(vm, flags));
  },
  timerfd_gettime: gettime(inSeconds),
  timerfd_gettime_ns: gettime(inNanoseconds),
  timerfd_settime: settime(seconds, inSeconds),
  timerfd_settime_ns: settime(nanoseconds, inNanoseconds),
  wait3: (vm: Vm, options: Value) => wait4(vm, -1, asCInt(vm, options)),
  wait4: (vm: Vm, pid: Value, options: Value) => {
    const p = asCInt(vm, pid);
    return wait4(vm, p, asCInt(vm, options));
  },
  waitid,
};
