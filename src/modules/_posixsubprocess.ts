// _posixsubprocess: starting a child for the subprocess module, through the host. Mirrors Modules/_posixsubprocess.c. See docs/modules.md.
import { isFault } from "../host/fault.ts";
import type { SpawnAction } from "../host/host.ts";
import { asCInt, asIndex, listOf, defineModule, exc, isList, isTuple, type ModuleSpec, newError, None, truth, typeError, type Value, valueError, type Vm, asBytesLike } from "../core/api.ts";
import { documented } from "./documented.ts";
import { environmentOf, filesOf, osErrorNumber } from "./os-error.ts";
import { fsBytes } from "./posix/paths.ts";
import { worldDocs } from "./world-docs.generated.ts";

const D = documented("_posixsubprocess", worldDocs);

/** Signals that CPython ignores itself and gives back to children. */
const RESTORED = [13, 25];

function sequence(vm: Vm, v: Value, message: string): Value[] {
  if (!isList(v) && !isTuple(v)) throw typeError(vm, message);
  return listOf(vm, v);
}

function forkExec(vm: Vm, ...given: Value[]): Value {
  const [argsList, executables, closeFds, passFds, cwd, env] = given as [Value, Value, Value, Value, Value, Value];
  const [p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipeRead, errpipeWrite] = given.slice(6, 14).map((v) => asCInt(vm, v)) as [number, number, number, number, number, number, number, number];
  const [restore, session, group, gid, groups, uid, umask, preexec] = given.slice(14) as [Value, Value, Value, Value, Value, Value, Value, Value];
  const closing = truth(vm, closeFds);
  if (closing && errpipeWrite < 3) throw valueError(vm, "errpipe_write must be >= 3");
  const keep = sequence(vm, passFds, "fds_to_keep must be a tuple").map((v) => Number(asIndex(vm, v)));
  if (keep.some((fd, i) => fd < 0 || (i > 0 && fd <= keep[i - 1]!))) throw valueError(vm, "bad value(s) in fds_to_keep");
  if (preexec !== None) throw newError(vm, exc.RuntimeErrorType, "preexec_fn not supported: no Python code can run between fork and exec here");
  if (gid !== None || uid !== None || groups !== None) throw osErrorNumber(vm, 1);
  const argv = argsList === None ? [] : sequence(vm, argsList, "argv must be a tuple").map((v) => fsBytes(vm, v));
  if (argsList !== None && argv.length === 0) throw valueError(vm, "args cannot be empty");
  const paths = listOf(vm, executables).map((v) => fsBytes(vm, v));
  const environment = env === None ? undefined : listOf(vm, env).map((v) => asBytesLike(vm, v).slice());
  const folder = cwd === None ? undefined : fsBytes(vm, cwd);
  const mask = asCInt(vm, umask);

  const actions: SpawnAction[] = [];
  // Standard streams must not be overwritten before they are copied: those in the way move up first.
  const wanted: [from: number, to: number][] = [[p2cread, 0], [c2pwrite, 1], [errwrite, 2]];
  const moved = new Map<number, number>();
  let spare = Math.max(errpipeWrite, errpipeRead, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, ...keep, 2) + 1;
  for (const [i, [from]] of wanted.entries()) {
    if (from < 0 || from > 2 || from === i) continue;
    if (moved.has(from)) continue;
    actions.push({ kind: "duplicate", from, to: spare });
    moved.set(from, spare++);
  }
  for (const [from, to] of wanted) if (from >= 0) actions.push({ kind: "duplicate", from: moved.get(from) ?? from, to });
  for (const fd of moved.values()) actions.push({ kind: "close", fd });
  const processes = vm.host.processes;
  if (processes === undefined) throw osErrorNumber(vm, 1);
  const old = mask >= 0 ? filesOf(vm).umask(mask) : -1;
  try {
    return processes.spawn({
      executables: paths,
      argv,
      environment,
      cwd: folder,
      actions,
      closeFrom: closing ? 3 : undefined,
      keep: keep.filter((fd) => fd !== errpipeWrite),
      newSession: truth(vm, session),
      group: asCInt(vm, group) >= 0 ? asCInt(vm, group) : undefined,
      defaultSignals: truth(vm, restore) ? RESTORED : [],
    });
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.errno === 11 || error.errno === 12) throw osErrorNumber(vm, error.errno);
    // As a child that could not exec reports it; there is no such child, and waiting for the number given answers ECHILD.
    const where = error.syscall === "chdir" ? "noexec:chdir" : error.syscall === "execve" ? "" : "noexec";
    filesOf(vm).write(errpipeWrite, new TextEncoder().encode(`OSError:${error.errno.toString(16).toUpperCase()}:${where}`));
    return environmentOf(vm).pid();
  } finally {
    if (old >= 0) filesOf(vm).umask(old);
  }
}

export const posixsubprocessModule: ModuleSpec = defineModule({
  name: "_posixsubprocess",
  doc: D.doc(""),
  functions: { fork_exec: D.func("fork_exec", forkExec) },
});
