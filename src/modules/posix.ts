// posix: the operating system's calls, through the host. Mirrors Modules/posixmodule.c. See docs/posix.md.
import { defineModule, dictSetText, exc, type ModuleSpec, newList, newScopedDict, newStr, type Value, type Vm } from "../core/api.ts";
import { describedFunctions, docOf } from "./described.ts";
import { confstrNames, pathconfNames, posixConstants, sysconfNames } from "./posix/constants.ts";
import { childFunctions } from "./posix/children.ts";
import { credentialFunctions } from "./posix/credentials.ts";
import { fileFunctions } from "./posix/files.ts";
import { createEnviron, processFunctions } from "./posix/process.ts";
import { DirEntryType, scandir } from "./posix/scandir.ts";
import { SchedParamType, StatResultType, StatvfsResultType, TerminalSizeType, TimesResultType, UnameResultType, WaitidResultType } from "./posix/structs.ts";
import { laterFunctions } from "./posix/late/functions.ts";

/** What takes descriptors of folders, on hosts that know their paths. */
const HAVE_FOLDERS = ["HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMODAT", "HAVE_FCHOWNAT", "HAVE_FDOPENDIR", "HAVE_FSTATAT", "HAVE_LINKAT", "HAVE_MKDIRAT", "HAVE_MKFIFOAT", "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT"];
/** What os.py concludes supports_fd and its like from, on every host with files. */
const HAVE = ["HAVE_FCHMOD", "HAVE_FCHOWN", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES"];

/** Functions of the part of the module that most programs do without: it is evaluated when the first of them is called. */
const LATER = (
  "chroot confstr copy_file_range eventfd eventfd_read eventfd_write fpathconf fstatvfs getgrouplist getpriority getrandom getxattr grantpt initgroups listxattr lockf " +
  "login_tty memfd_create mknod nice openpty pathconf pipe2 posix_fadvise posix_fallocate posix_openpt preadv ptsname pwritev readv removexattr sched_get_priority_max " +
  "sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile " +
  "setns setpriority setxattr splice statvfs sync sysconf tcgetpgrp tcsetpgrp timerfd_create timerfd_gettime timerfd_gettime_ns timerfd_settime timerfd_settime_ns ttyname " +
  "unlockpt unshare wait3 wait4 waitid writev"
).split(" ");
/** Present on systems without fork, where os.py does not make them; their signatures are ours. */
const SPAWNING = { spawnv: "(mode, file, args)", spawnve: "(mode, file, args, env)", spawnvp: "(mode, file, args)", spawnvpe: "(mode, file, args, env)" };

const later: Record<string, (...args: unknown[]) => unknown> = {};
for (const name of [...LATER, ...Object.keys(SPAWNING)]) later[name] = (...args) => laterFunctions[name]!(...args);

function numbers(vm: Vm, table: Readonly<Record<string, number>>): Value {
  const dict = newScopedDict(vm);
  for (const [name, value] of Object.entries(table)) dictSetText(vm, dict, name, value);
  return dict;
}

const constants: Record<string, (vm: Vm) => Value> = {};
for (const [name, value] of Object.entries(posixConstants)) constants[name] = () => value;

export const posixModule: ModuleSpec = defineModule({
  name: "posix",
  doc: docOf("posix"),
  functions: describedFunctions("posix", { ...fileFunctions, ...processFunctions, ...childFunctions, ...credentialFunctions, ...later, scandir }, SPAWNING),
  types: {
    DirEntry: DirEntryType,
    sched_param: SchedParamType,
    stat_result: StatResultType,
    statvfs_result: StatvfsResultType,
    terminal_size: TerminalSizeType,
    times_result: TimesResultType,
    uname_result: UnameResultType,
    waitid_result: WaitidResultType,
    error: exc.OSErrorType,
  },
  attributes: {
    ...constants,
    P_WAIT: () => 0,
    P_NOWAIT: () => 1,
    P_NOWAITO: () => 1,
    _have_functions: (vm) => newList(vm, (vm.host.files?.pathAt === undefined ? HAVE : [...HAVE, ...HAVE_FOLDERS]).map((name) => newStr(name))),
    environ: createEnviron,
    sysconf_names: (vm) => numbers(vm, sysconfNames),
    pathconf_names: (vm) => numbers(vm, pathconfNames),
    confstr_names: (vm) => numbers(vm, confstrNames),
  },
});
