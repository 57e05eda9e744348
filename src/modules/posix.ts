// posix: the operating system's calls, through the host. Mirrors Modules/posixmodule.c. See docs/posix.md.
import { defineModule, dictSetText, exc, type ModuleSpec, newList, newScopedDict, newStr, type Value, type Vm } from "../core/api.ts";
import { describedFunctions, docOf } from "./described.ts";
import { confstrNames, pathconfNames, posixConstants, sysconfNames } from "./posix/constants.ts";
import { childFunctions } from "./posix/children.ts";
import { credentialFunctions } from "./posix/credentials.ts";
import { fileFunctions } from "./posix/files.ts";
import { createEnviron, processFunctions } from "./posix/process.ts";
import { DirEntryType, scandir } from "./posix/scandir.ts";
import { StatResultType, StatvfsResultType, TerminalSizeType, TimesResultType, UnameResultType } from "./posix/structs.ts";
import { terminalFunctions } from "./posix/terminals.ts";

/** What takes descriptors of folders, on hosts that know their paths. */
const HAVE_FOLDERS = ["HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMODAT", "HAVE_FCHOWNAT", "HAVE_FDOPENDIR", "HAVE_FSTATAT", "HAVE_LINKAT", "HAVE_MKDIRAT", "HAVE_MKFIFOAT", "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT"];
/** What os.py concludes supports_fd and its like from, on every host with files. */
const HAVE = ["HAVE_FCHMOD", "HAVE_FCHOWN", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES"];

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
  functions: describedFunctions("posix", { ...fileFunctions, ...processFunctions, ...childFunctions, ...credentialFunctions, ...terminalFunctions, scandir }),
  types: {
    DirEntry: DirEntryType,
    stat_result: StatResultType,
    statvfs_result: StatvfsResultType,
    terminal_size: TerminalSizeType,
    times_result: TimesResultType,
    uname_result: UnameResultType,
    error: exc.OSErrorType,
  },
  attributes: {
    ...constants,
    _have_functions: (vm) => newList(vm, (vm.host.files?.pathAt === undefined ? HAVE : [...HAVE, ...HAVE_FOLDERS]).map((name) => newStr(name))),
    environ: createEnviron,
    sysconf_names: (vm) => numbers(vm, sysconfNames),
    pathconf_names: (vm) => numbers(vm, pathconfNames),
    confstr_names: (vm) => numbers(vm, confstrNames),
  },
});
