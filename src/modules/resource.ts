// resource: limits and usage of resources, over the host's processes. Mirrors Modules/resource.c; numbers are Linux's. See docs/modules.md.
import { asCInt, asIndex, collectItems, defineModule, dropAll, exc, type ModuleSpec, newFloat, newInt, newTuple, None, overflowError, type TypeRec, type Value, valueError, type Vm } from "../core/api.ts";
import { isFault, newFault } from "../host/fault.ts";
import type { Processes, ResourceLimit, ResourceUsage } from "../host/host.ts";
import { defineStructSequence, newStructSequence } from "../types/struct-sequence.ts";
import { documented } from "./documented.ts";
import { docs } from "./resource-docs.generated.ts";
import { hostCall, osError } from "./os-error.ts";

const D = documented("resource", docs);
const EPERM = 1;
const EINVAL = 22;
const PAGE_SIZE = 4096;

/** Linux's numbers of resources. */
const LIMITS = {
  RLIMIT_CPU: 0, RLIMIT_FSIZE: 1, RLIMIT_DATA: 2, RLIMIT_STACK: 3, RLIMIT_CORE: 4, RLIMIT_RSS: 5, RLIMIT_NPROC: 6, RLIMIT_NOFILE: 7, RLIMIT_OFILE: 7,
  RLIMIT_MEMLOCK: 8, RLIMIT_AS: 9, RLIMIT_SIGPENDING: 11, RLIMIT_MSGQUEUE: 12, RLIMIT_NICE: 13, RLIMIT_RTPRIO: 14, RLIMIT_RTTIME: 15,
} as const;
const LIMIT_COUNT = 16;
const RUSAGE = { RUSAGE_SELF: 0, RUSAGE_THREAD: 1, RUSAGE_CHILDREN: -1 } as const;

const FIELDS = [
  "utime", "stime", "maxrss", "ixrss", "idrss", "isrss", "minflt", "majflt", "nswap", "inblock", "oublock", "msgsnd", "msgrcv", "nsignals", "nvcsw", "nivcsw",
] as const;

const UsageType: TypeRec = defineStructSequence({
  name: "resource.struct_rusage",
  doc: D.doc("struct_rusage"),
  fields: FIELDS.map((name) => [`ru_${name}`, D.doc(`struct_rusage.ru_${name}`)] as const),
  visible: FIELDS.length,
});

function processesOf(vm: Vm): Processes {
  if (vm.host.processes === undefined) throw osError(vm, newFault("ENOSYS", "prlimit"));
  return vm.host.processes;
}

function resourceNumber(vm: Vm, v: Value): number {
  const n = asCInt(vm, v);
  if (n < 0 || n >= LIMIT_COUNT) throw valueError(vm, "invalid resource specified");
  return n;
}

function limitOf(vm: Vm, v: Value): bigint | undefined {
  const n = BigInt(asIndex(vm, v));
  if (n === -1n) return undefined;
  if (n < 0n) throw valueError(vm, "Cannot convert negative int");
  if (n >> 64n !== 0n) throw overflowError(vm, "Python int too large to convert to C rlim_t");
  return n === 0xffffffffffffffffn ? undefined : n;
}

function limitsOf(vm: Vm, v: Value): ResourceLimit {
  const items = collectItems(vm, v);
  try {
    if (items.length !== 2) throw valueError(vm, "expected a tuple of 2 integers");
    const soft = limitOf(vm, items[0]!);
    return { soft, hard: limitOf(vm, items[1]!) };
  } finally {
    dropAll(vm, items);
  }
}

function shown(vm: Vm, limits: ResourceLimit): Value {
  return newTuple(vm, [limits.soft, limits.hard].map((n) => (n === undefined ? -1 : newInt(n))));
}

/** EINVAL and EPERM of setting limits are ValueErrors that say why. */
function replaceLimits(vm: Vm, pid: number, resource: number, limits: ResourceLimit): ResourceLimit {
  const processes = processesOf(vm);
  return hostCall(vm, () => {
    try {
      return processes.limit(pid, resource, limits);
    } catch (error) {
      if (isFault(error) && error.errno === EINVAL) throw valueError(vm, "current limit exceeds maximum limit");
      if (isFault(error) && error.errno === EPERM) throw valueError(vm, "not allowed to raise maximum limit");
      throw error;
    }
  });
}

function usageOf(vm: Vm, who: number): ResourceUsage {
  const { processes, environment } = vm.host;
  if (processes !== undefined) {
    try {
      return processes.usage(who);
    } catch (error) {
      if (!isFault(error)) throw error;
    }
  }
  if (who !== RUSAGE.RUSAGE_SELF || environment === undefined) throw osError(vm, newFault("ENOSYS", "getrusage"));
  return environment.usage();
}

function getrusage(vm: Vm, who: Value): Value {
  const n = asCInt(vm, who);
  if (n < -1 || n > 1) throw valueError(vm, "invalid who parameter");
  const u = usageOf(vm, n);
  const time = (ns: bigint): Value => newFloat(Number(ns / 1000n) / 1e6);
  return newStructSequence(vm, UsageType, [
    time(u.userTime), time(u.systemTime), u.maxResident, 0, 0, 0, u.minorFaults, u.majorFaults, 0, u.blocksIn, u.blocksOut, 0, 0, 0, u.voluntarySwitches, u.involuntarySwitches,
  ]);
}

const attributes: Record<string, (vm: Vm) => Value> = { RLIM_INFINITY: () => -1 };
for (const [name, value] of Object.entries({ ...LIMITS, ...RUSAGE })) attributes[name] = () => value;

export const resourceModule: ModuleSpec = defineModule({
  name: "resource",
  doc: null,
  functions: {
    getrusage: D.func("getrusage", getrusage),
    getrlimit: D.func("getrlimit", (vm: Vm, resource: Value) => {
      const n = resourceNumber(vm, resource);
      return shown(vm, hostCall(vm, () => processesOf(vm).limit(0, n)));
    }),
    setrlimit: D.func("setrlimit", (vm: Vm, resource: Value, limits: Value) => {
      const n = resourceNumber(vm, resource);
      replaceLimits(vm, 0, n, limitsOf(vm, limits));
    }),
    prlimit: D.func("prlimit", (vm: Vm, pid: Value, resource: Value, limits?: Value) => {
      const process = asCInt(vm, pid);
      const n = resourceNumber(vm, resource);
      return shown(vm, limits === undefined || limits === None ? hostCall(vm, () => processesOf(vm).limit(process, n)) : replaceLimits(vm, process, n, limitsOf(vm, limits)));
    }),
    getpagesize: D.func("getpagesize", () => PAGE_SIZE),
  },
  types: { struct_rusage: UsageType, error: exc.OSErrorType },
  attributes,
});
