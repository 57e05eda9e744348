// Children of the process in the posix module: starting, waiting, process groups. Mirrors their part of Modules/posixmodule.c. See docs/posix.md.
import { asCInt, asIndex, callMethod, type Container, listOf, intern, isList, isTuple, newTuple, None, truth, typeError, type Value, valueError, type Vm, isStr, isBytes, isBigOrInt } from "../../core/api.ts";
import { newFault } from "../../host/fault.ts";
import type { ProcessRequest, Processes, SpawnAction } from "../../host/host.ts";
import { environmentOf, hostCall, osErrorNumber, runPending } from "../os-error.ts";
import { fsBytes, pathArgument } from "./paths.ts";
import { SchedParamType } from "./structs.ts";

const WNOHANG = 1;

function processesOf(vm: Vm, syscall: string): Processes {
  if (vm.host.processes === undefined) throw newFault("EPERM", syscall);
  return vm.host.processes;
}

/** Waits in turns, so that signal handlers run; [0, 0] when nothing has changed and the options say not to wait. */
function waitFor(vm: Vm, pid: number, options: number): readonly [number, number] {
  for (let pause = 200_000n; ; ) {
    const answer = hostCall(vm, () => processesOf(vm, "wait4").wait(pid, options | WNOHANG));
    if (answer[0] !== 0 || (options & WNOHANG) !== 0) return answer;
    hostCall(vm, () => processesOf(vm, "wait4").await(pid, pid > 0 ? 1_000_000_000n : pause));
    runPending(vm);
    if (pause < 20_000_000n) pause *= 2n;
  }
}

const pair = (vm: Vm, [pid, status]: readonly [number, number]): Value => newTuple(vm, [pid, status]);

function bytesList(vm: Vm, v: Value, name: string): Uint8Array[] {
  if (!isList(v) && !isTuple(v)) throw typeError(vm, `${name}: argv must be a tuple or list`);
  const out = listOf(vm, v).map((item) => fsBytes(vm, item));
  if (out.length === 0) throw valueError(vm, `${name}: argv must not be empty`);
  if (out[0]!.length === 0) throw valueError(vm, `${name}: argv first element cannot be empty`);
  return out;
}

/** "NAME=value" of a mapping. */
function environmentList(vm: Vm, env: Value): Uint8Array[] {
  const keys = listOf(vm, callMethod(vm, env, intern(vm, "keys"), []));
  const values = listOf(vm, callMethod(vm, env, intern(vm, "values"), []));
  return keys.map((key, i) => {
    const [k, v] = [fsBytes(vm, key), fsBytes(vm, values[i]!)];
    if (k.length === 0 || k.indexOf(61, 1) >= 0) throw valueError(vm, "illegal environment variable name");
    const out = new Uint8Array(k.length + v.length + 1);
    out.set(k);
    out[k.length] = 61;
    out.set(v, k.length + 1);
    return out;
  });
}

function fileActions(vm: Vm, v: Value | undefined): SpawnAction[] {
  if (v === undefined || v === None) return [];
  if (!isList(v) && !isTuple(v)) throw typeError(vm, "file_actions must be a sequence or None");
  return listOf(vm, v).map((item): SpawnAction => {
    if (!isTuple(item) || (item.data as Value[]).length === 0) throw typeError(vm, "Each file_actions element must be a non-empty tuple");
    const parts = item.data as Value[];
    const tag = typeof parts[0] === "number" || isBigOrInt(parts[0]!) ? Number(asIndex(vm, parts[0]!)) : -1;
    const count = (n: number, what: string): void => {
      if (parts.length !== n) throw typeError(vm, `A ${what} file_action tuple must have ${n} elements`);
    };
    if (tag === 0) {
      count(5, "open");
      return { kind: "open", fd: asCInt(vm, parts[1]!), path: fsBytes(vm, parts[2]!), flags: asCInt(vm, parts[3]!), mode: asCInt(vm, parts[4]!) };
    }
    if (tag === 1) {
      count(2, "close");
      return { kind: "close", fd: asCInt(vm, parts[1]!) };
    }
    if (tag === 2) {
      count(3, "dup2");
      return { kind: "duplicate", from: asCInt(vm, parts[1]!), to: asCInt(vm, parts[2]!) };
    }
    if (tag === 3) {
      count(2, "closefrom");
      return { kind: "closeFrom", fd: asCInt(vm, parts[1]!) };
    }
    throw typeError(vm, "Unknown file_actions identifier");
  });
}

const signalList = (vm: Vm, v: Value | undefined): number[] =>
  v === undefined
    ? []
    : listOf(vm, v).map((item) => {
        const n = asCInt(vm, item);
        if (n < 1 || n > 64) throw valueError(vm, `signal number ${n} out of range [1; 64]`);
        return n;
      });

/** (policy or None, sched_param): undefined leaves the scheduling as it is. */
function schedulerOf(vm: Vm, name: string, v: Value | undefined): ProcessRequest["scheduler"] {
  if (v === undefined || v === None) return undefined;
  const parts = isTuple(v) ? (v.data as Value[]) : [];
  if (parts.length !== 2) throw typeError(vm, `${name}: scheduler must be a tuple or None`);
  const [policy, param] = parts as [Value, Value];
  if (typeof param === "number" || param.type !== SchedParamType) throw typeError(vm, "must have a sched_param object");
  const priority = asCInt(vm, ((param as Container).data as Value[])[0]!);
  return { policy: policy === None ? undefined : asCInt(vm, policy), priority };
}

const spawner =
  (name: string, search: boolean) =>
  (vm: Vm, path: Value, argv: Value, env: Value, actions?: Value, group?: Value, resetIds?: Value, session?: Value, mask?: Value, defaults?: Value, scheduler?: Value): Value => {
    const file = pathArgument(vm, name, path);
    const args = bytesList(vm, argv, name);
    if (env !== None && typeof env !== "number" && env.type.name !== "dict" && lookupKeys(env)) throw typeError(vm, `${name}: environment must be a mapping object or None`);
    const environment = env === None ? undefined : environmentList(vm, env);
    let executables = [file.bytes];
    if (search && !file.bytes.includes(47)) {
      const folders = new TextDecoder("latin1").decode(new TextEncoder().encode(environmentOf(vm).variables().get("PATH") ?? "/bin:/usr/bin")).split(":");
      executables = folders.map((folder) => Uint8Array.from([...new TextEncoder().encode(folder === "" ? "." : folder), 47, ...file.bytes]));
    }
    const request = {
      executables,
      argv: args,
      environment,
      cwd: undefined,
      actions: fileActions(vm, actions),
      closeFrom: undefined,
      keep: [],
      newSession: session !== undefined && truth(vm, session),
      group: group === undefined || group === None ? undefined : asCInt(vm, group),
      resetIds: resetIds !== undefined && truth(vm, resetIds),
      signalMask: mask === undefined ? undefined : signalList(vm, mask),
      defaultSignals: signalList(vm, defaults),
      scheduler: schedulerOf(vm, name, scheduler),
    };
    return hostCall(vm, () => processesOf(vm, "posix_spawn").spawn(request), path);
  };

function lookupKeys(env: Value): boolean {
  return typeof env === "number" || isStr(env) || isBytes(env);
}

/** os.system: the status word of sh -c. */
function system(vm: Vm, command: Value): Value {
  const text = fsBytes(vm, command);
  const encoder = new TextEncoder();
  const pid = hostCall(vm, () =>
    processesOf(vm, "system").spawn({
      executables: [encoder.encode("/bin/sh")],
      argv: [encoder.encode("sh"), encoder.encode("-c"), text],
      environment: undefined,
      cwd: undefined,
      actions: [],
      closeFrom: undefined,
      keep: [],
      newSession: false,
      group: undefined,
      defaultSignals: [13, 25],
    }),
  );
  return waitFor(vm, pid, 0)[1];
}

function exec(vm: Vm, path: Value, argv: Value, env: Value | undefined, name: string): never {
  const file = pathArgument(vm, name, path);
  if (!isList(argv) && !isTuple(argv)) throw typeError(vm, `${name}() arg 2 must be a tuple or list`);
  const args = listOf(vm, argv).map((item) => fsBytes(vm, item));
  if (args.length === 0) throw valueError(vm, `${name}() arg 2 must not be empty`);
  if (args[0]!.length === 0) throw valueError(vm, `${name}() arg 2 first element cannot be empty`);
  const environment = env === undefined ? undefined : environmentList(vm, env);
  return hostCall(vm, () => processesOf(vm, name).replace(file.bytes, args, environment));
}

const group = (vm: Vm, run: (p: Processes) => number): Value => hostCall(vm, () => run(processesOf(vm, "getpgid")));

export const childFunctions: Record<string, (...args: any[]) => any> = {
  waitpid: (vm: Vm, pid: Value, options: Value) => {
    const [p, o] = [asCInt(vm, pid), asCInt(vm, options)];
    return pair(vm, waitFor(vm, p, o));
  },
  wait: (vm: Vm) => pair(vm, waitFor(vm, -1, 0)),
  posix_spawn: spawner("posix_spawn", false),
  posix_spawnp: spawner("posix_spawnp", true),
  system,
  execv: (vm: Vm, path: Value, argv: Value) => exec(vm, path, argv, undefined, "execv"),
  execve: (vm: Vm, path: Value, argv: Value, env: Value) => exec(vm, path, argv, env, "execve"),
  killpg: (vm: Vm, pgid: Value, signal: Value) => {
    const [p, s] = [asCInt(vm, pgid), asCInt(vm, signal)];
    hostCall(vm, () => {
      if (vm.host.signals === undefined) throw newFault("EPERM", "killpg");
      vm.host.signals.kill(-p, s);
    });
    runPending(vm);
  },
  pidfd_open: (vm: Vm, pid: Value, flags?: Value) => {
    const p = asCInt(vm, pid);
    if (flags !== undefined && asCInt(vm, flags) !== 0 && asCInt(vm, flags) !== 2048) throw osErrorNumber(vm, 22);
    return group(vm, (h) => h.open(p));
  },
  getpgid: (vm: Vm, pid: Value) => {
    const p = asCInt(vm, pid);
    return group(vm, (h) => h.group(p));
  },
  getpgrp: (vm: Vm) => group(vm, (h) => h.group(0)),
  setpgid: (vm: Vm, pid: Value, pgrp: Value) => {
    const [p, g] = [asCInt(vm, pid), asCInt(vm, pgrp)];
    group(vm, (h) => (h.setGroup(p, g), 0));
  },
  setpgrp: (vm: Vm) => void group(vm, (h) => (h.setGroup(0, 0), 0)),
  getsid: (vm: Vm, pid: Value) => {
    const p = asCInt(vm, pid);
    return group(vm, (h) => h.session(p));
  },
  setsid: (vm: Vm) => void group(vm, (h) => h.newSession()),
};
