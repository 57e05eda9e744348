// Scheduling, priorities, namespaces, randomness and limits of the process in the posix module. Mirrors their part of Modules/posixmodule.c. See docs/modules.md.
import { asCInt, asIndex, asSsize, call as callValue, exc, getIter, isBigOrInt, iterNext, newBytes, newError, newFloat, newList, type Container, overflowError, typeError, fullTypeName, type Value, valueError, type Vm } from "../../../core/api.ts";
import { SetType } from "../../../types/set/set.ts";
import { newStructSequence } from "../../../types/struct-sequence.ts";
import { fileDescriptor } from "../../file-descriptor.ts";
import { environmentOf, hostCall, osErrorNumber } from "../../os-error.ts";
import { systemCall } from "../../system-call.ts";
import { sysconfNames } from "../constants.ts";
import { configName } from "../process.ts";
import { SchedParamType } from "../structs.ts";

const EINVAL = 22;
/** Room for 8192 processors. */
const CPU_SET = 1024;

/** A pid_t. */
const pidOf = asCInt;

function parameters(vm: Vm, v: Value): Uint8Array {
  if (typeof v === "number" || v.type !== SchedParamType) throw typeError(vm, "must have a sched_param object");
  const priority = asIndex(vm, ((v as Container).data as Value[])[0]!);
  if (priority > 2147483647 || priority < -2147483648) throw overflowError(vm, "sched_priority out of range");
  return new Uint8Array(Int32Array.of(Number(priority)).buffer);
}

function sched_getaffinity(vm: Vm, pid: Value): Value {
  const p = pidOf(vm, pid);
  let cpus: number[];
  if (vm.host.system === undefined) cpus = Array.from({ length: environmentOf(vm).usableCpuCount() }, (_, i) => i);
  else {
    const set = new Uint8Array(CPU_SET);
    systemCall(vm, "sched_getaffinity", p, CPU_SET, set);
    cpus = [...set.keys()].flatMap((byte) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (set[byte]! & (1 << bit)) !== 0).map((bit) => 8 * byte + bit));
  }
  return callValue(vm, SetType.obj, [newList(vm, cpus)]);
}

function sched_setaffinity(vm: Vm, pid: Value, mask: Value): void {
  const p = pidOf(vm, pid);
  const iterator = getIter(vm, mask);
  const set = new Uint8Array(CPU_SET);
  for (let item = iterNext(vm, iterator); item !== undefined; item = iterNext(vm, iterator)) {
    if (!isBigOrInt(item)) throw typeError(vm, `expected an iterator of ints, but iterator yielded ${reprOfType(item)}`);
    const n = asIndex(vm, item);
    if (n > 9223372036854775807n || n < -9223372036854775808n) throw overflowError(vm, "Python int too large to convert to C long");
    if (n < 0) throw valueError(vm, "negative CPU number");
    if (n >= 2147483647) throw overflowError(vm, "CPU number too large");
    const cpu = Number(n);
    if (cpu < 8 * CPU_SET) set[cpu >> 3]! |= 1 << (cpu & 7);
  }
  systemCall(vm, "sched_setaffinity", p, CPU_SET, set);
}

function reprOfType(v: Value): string {
  return `<class '${fullTypeName(v)}'>`;
}

function getrandom(vm: Vm, size: Value, flags?: Value): Value {
  const n = asSsize(vm, size);
  if (n < 0) throw osErrorNumber(vm, EINVAL);
  const how = flags === undefined ? 0 : asCInt(vm, flags);
  if (vm.host.system !== undefined) {
    const into = new Uint8Array(n);
    return newBytes(into.slice(0, systemCall(vm, "getrandom", into, n, how)));
  }
  const { entropy } = vm.host;
  if (entropy === undefined) throw newError(vm, exc.NotImplementedErrorType, "/dev/urandom (or equivalent) not found");
  return newBytes(hostCall(vm, () => entropy.random(n)));
}

function sysconf(vm: Vm, name: Value): Value {
  const n = configName(vm, name, sysconfNames);
  if (vm.host.system !== undefined) return systemCall(vm, "sysconf", n);
  switch (n) {
    case sysconfNames["SC_PAGESIZE"]:
      return 4096;
    case sysconfNames["SC_NPROCESSORS_ONLN"]:
    case sysconfNames["SC_NPROCESSORS_CONF"]:
      return environmentOf(vm).cpuCount();
    case sysconfNames["SC_CLK_TCK"]:
      return 100;
    default:
      return -1;
  }
}

const numbers = (name: "nice" | "getpriority" | "setpriority" | "sched_get_priority_max" | "sched_get_priority_min" | "sched_getscheduler" | "unshare", silent = false) => (vm: Vm, ...args: Value[]): Value | void => {
  const answer = systemCall(vm, name, ...args.map((v) => asCInt(vm, v)));
  return silent ? undefined : answer;
};

export const schedulingFunctions: Record<string, (...args: any[]) => any> = {
  sysconf,
  getrandom,
  sched_getaffinity,
  sched_setaffinity,
  nice: numbers("nice"),
  getpriority: numbers("getpriority"),
  setpriority: numbers("setpriority", true),
  sched_get_priority_max: numbers("sched_get_priority_max"),
  sched_get_priority_min: numbers("sched_get_priority_min"),
  sched_getscheduler: numbers("sched_getscheduler"),
  sched_setscheduler: (vm: Vm, pid: Value, policy: Value, param: Value) => {
    const [p, how] = [pidOf(vm, pid), asCInt(vm, policy)];
    systemCall(vm, "sched_setscheduler", p, how, parameters(vm, param));
  },
  sched_getparam: (vm: Vm, pid: Value): Container => {
    const into = new Int32Array(1);
    systemCall(vm, "sched_getparam", pidOf(vm, pid), new Uint8Array(into.buffer));
    return newStructSequence(vm, SchedParamType, [into[0]!]);
  },
  sched_setparam: (vm: Vm, pid: Value, param: Value) => {
    const p = pidOf(vm, pid);
    systemCall(vm, "sched_setparam", p, parameters(vm, param));
  },
  sched_rr_get_interval: (vm: Vm, pid: Value) => {
    const time = new BigInt64Array(2);
    systemCall(vm, "sched_rr_get_interval", pidOf(vm, pid), new Uint8Array(time.buffer));
    return newFloat(Number(time[0]) + 1e-9 * Number(time[1]));
  },
  sched_yield: (vm: Vm) => {
    if (vm.host.system !== undefined) systemCall(vm, "sched_yield");
  },
  unshare: numbers("unshare", true),
  setns: (vm: Vm, fd: Value, type?: Value) => {
    const n = fileDescriptor(vm, fd);
    systemCall(vm, "setns", n, type === undefined ? 0 : asCInt(vm, type));
  },
};
