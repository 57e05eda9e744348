// The struct sequences of posix. Mirrors their descriptions in Modules/posixmodule.c. See docs/posix.md.
import type { FileStat } from "../../host/host.ts";
import { newFloat, newInt, type Container, type TypeRec, type Vm } from "../../core/api.ts";
import { defineStructSequence, newStructSequence } from "../../types/struct-sequence.ts";
import { docOf } from "../described.ts";

function fieldsOf(type: string, names: readonly string[]): [string, string | null][] {
  return names.map((name) => [name, name === "" ? null : docOf(`${type}.${name}`)]);
}

export const StatResultType: TypeRec = defineStructSequence({
  name: "os.stat_result",
  doc: docOf("posix.stat_result"),
  fields: fieldsOf("posix.stat_result", [
    "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", "",
    "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev",
  ]),
  visible: 10,
  fallback: { 10: 7, 11: 8, 12: 9 },
});

export const TerminalSizeType: TypeRec = defineStructSequence({
  name: "os.terminal_size",
  doc: docOf("posix.terminal_size"),
  fields: fieldsOf("posix.terminal_size", ["columns", "lines"]),
  visible: 2,
});

export const TimesResultType: TypeRec = defineStructSequence({
  name: "posix.times_result",
  doc: docOf("posix.times_result"),
  fields: fieldsOf("posix.times_result", ["user", "system", "children_user", "children_system", "elapsed"]),
  visible: 5,
});

export const UnameResultType: TypeRec = defineStructSequence({
  name: "posix.uname_result",
  doc: docOf("posix.uname_result"),
  fields: fieldsOf("posix.uname_result", ["sysname", "nodename", "release", "version", "machine"]),
  visible: 5,
});

export const StatvfsResultType: TypeRec = defineStructSequence({
  name: "os.statvfs_result",
  doc: docOf("posix.statvfs_result"),
  fields: fieldsOf("posix.statvfs_result", ["f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid"]),
  visible: 10,
});

export const SchedParamType: TypeRec = defineStructSequence({
  name: "posix.sched_param",
  doc: docOf("posix.sched_param"),
  fields: fieldsOf("posix.sched_param", ["sched_priority"]),
  visible: 1,
  items: ["sched_param", "(sched_priority)"],
});

export const WaitidResultType: TypeRec = defineStructSequence({
  name: "posix.waitid_result",
  doc: docOf("posix.waitid_result"),
  fields: fieldsOf("posix.waitid_result", ["si_pid", "si_uid", "si_signo", "si_status", "si_code"]),
  visible: 5,
});

/** Seconds of a time in nanoseconds, rounded as CPython rounds them. */
export function secondsOf(ns: bigint): number {
  const billion = 1_000_000_000n;
  let s = ns / billion;
  let rest = ns % billion;
  if (rest < 0n) {
    s -= 1n;
    rest += billion;
  }
  return Number(s) + 1e-9 * Number(rest);
}

function wholeSeconds(ns: bigint): bigint {
  const s = ns / 1_000_000_000n;
  return ns % 1_000_000_000n < 0n ? s - 1n : s;
}

/** os.stat_result of what the host says. */
export function newStatResult(vm: Vm, s: FileStat): Container {
  const times = [s.atimeNs, s.mtimeNs, s.ctimeNs];
  return newStructSequence(vm, StatResultType, [
    s.mode, newInt(s.ino), newInt(s.dev), s.nlink, s.uid, s.gid, newInt(s.size),
    ...times.map((t) => newInt(wholeSeconds(t))),
    ...times.map((t) => newFloat(secondsOf(t))),
    ...times.map((t) => newInt(t)),
    s.blksize, newInt(s.blocks), newInt(s.rdev),
  ]);
}
