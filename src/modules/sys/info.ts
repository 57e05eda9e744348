// sys: what the interpreter says about itself. Mirrors Python/sysmodule.c and Python/pathconfig.c. See docs/modules.md.
import { type Container, dictSetText, newBool, newFloat, newFrozenSet, newInt, newList, newNamespace, newScopedDict, newStr, newStructSequence, newTuple, None, type PyDict, strFromJs, True, type Value, type Vm } from "../../core/api.ts";
import type { StartConfig } from "../../vm/config.ts";
import { stdlibModuleNames } from "./stdlib-names.generated.ts";
import { FlagsType, FloatInfoType, HashInfoType, IntInfoType, ThreadInfoType, VersionInfoType } from "./types.ts";

const MAJOR = 3;
const MINOR = 14;
const MICRO = 8;
const HEXVERSION = (MAJOR << 24) | (MINOR << 16) | (MICRO << 8) | 0xf0;

const config = (vm: Vm): Partial<StartConfig> => (vm.config ?? {}) as Partial<StartConfig>;

function versionInfo(vm: Vm): Container {
  return newStructSequence(vm, VersionInfoType, [MAJOR, MINOR, MICRO, newStr("final"), 0]);
}

export function flags(vm: Vm): Value {
  const c = config(vm);
  const n = (v: boolean | number | undefined): number => Number(v ?? 0);
  return newStructSequence(vm, FlagsType, [
    n(c.debug), n(c.inspect), n(c.interactive), n(c.optimize), n(c.dontWriteBytecode), n(c.noUserSite === true || c.isolated === true), n(c.site === false), n(c.ignoreEnvironment === true || c.isolated === true), n(c.verbose), n(c.bytesWarning),
    n(c.quiet), c.hashSeed === 0 ? 0 : 1, n(c.isolated), newBool(c.devMode === true), n(c.utf8Mode), n(c.warnDefaultEncoding), newBool(c.safePath === true || c.isolated === true), c.intMaxStrDigits ?? vm.intMaxStrDigits, 1, n(c.threadInheritContext), n(c.contextAwareWarnings),
  ]);
}

const texts = (vm: Vm, items: readonly string[]): Value => newList(vm, items.map(strFromJs));

/** Folder that lib/python3.14 is in. */
function prefixOf(library: string): string {
  const tail = `/lib/python${MAJOR}.${MINOR}`;
  return library.endsWith(tail) ? library.slice(0, -tail.length) || "/" : library;
}

const float = (v: number): Value => newFloat(v);

/** Everything in the namespace that is not a function. */
export function addInfo(vm: Vm, dict: PyDict): void {
  const set = (name: string, value: Value): void => dictSetText(vm, dict, name, value);
  set("__package__", newStr(""));
  set("version", newStr(`${MAJOR}.${MINOR}.${MICRO} (main, Oct  1 2026, 00:00:00) [Vivarium]`));
  set("hexversion", HEXVERSION);
  set("_git", newTuple(vm, [newStr("CPython"), newStr(""), newStr("")]));
  set("_framework", newStr(""));
  set("api_version", 1013);
  set(
    "copyright",
    newStr(
      "Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.\n\nCopyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\nCopyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\nCopyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.",
    ),
  );
  set("platform", newStr("linux"));
  set("maxsize", newInt(9223372036854775807n));
  set("maxunicode", 0x10ffff);
  set("float_info", newStructSequence(vm, FloatInfoType, [float(Number.MAX_VALUE), 1024, 308, float(2.2250738585072014e-308), -1021, -307, 15, 53, float(Number.EPSILON), 2, 1]));
  set("int_info", newStructSequence(vm, IntInfoType, [30, 4, 4300, 640]));
  set("hash_info", newStructSequence(vm, HashInfoType, [64, newInt(2305843009213693951n), 314159, 0, 1000003, newStr("siphash13"), 64, 128, 0]));
  set("builtin_module_names", newTuple(vm, [...new Set(["builtins", "sys", ...Object.keys(vm.nativeModules)])].sort().map(strFromJs)));
  set("stdlib_module_names", newFrozenSet(vm, stdlibModuleNames.map(strFromJs)));
  set("byteorder", newStr("little"));
  set("abiflags", newStr(""));
  const version = versionInfo(vm);
  set("version_info", version);
  set(
    "implementation",
    newNamespace(vm, [
      [newStr("name"), newStr("cpython")],
      [newStr("cache_tag"), newStr(`cpython-${MAJOR}${MINOR}`)],
      [newStr("version"), version],
      [newStr("hexversion"), HEXVERSION],
      [newStr("_multiarch"), newStr("x86_64-linux-gnu")],
      [newStr("supports_isolated_interpreters"), True],
    ]),
  );
  set("flags", None);
  set("float_repr_style", newStr("short"));
  set("thread_info", newStructSequence(vm, ThreadInfoType, [newStr("pthread"), newStr("semaphore"), None]));
  set("meta_path", newList(vm, []));
  set("path_importer_cache", newScopedDict(vm));
  set("path_hooks", newList(vm, []));
  addConfiguration(vm, dict);
}

/** What the command line and the environment say; a start-up image gets it anew. */
export function addConfiguration(vm: Vm, dict: PyDict): void {
  const c = config(vm);
  const set = (name: string, value: Value): void => dictSetText(vm, dict, name, value);
  set("flags", flags(vm));
  const library = c.library ?? "";
  const prefix = strFromJs(prefixOf(library));
  const executable = strFromJs(c.executable ?? "");
  set("path", texts(vm, c.path ?? []));
  set("executable", executable);
  set("_base_executable", executable);
  for (const name of ["prefix", "base_prefix", "exec_prefix", "base_exec_prefix"]) set(name, prefix);
  set("platlibdir", strFromJs(c.platlibdir ?? "lib"));
  set("pycache_prefix", c.pycachePrefix == null ? None : strFromJs(c.pycachePrefix));
  set("argv", texts(vm, c.argv ?? [""]));
  set("orig_argv", texts(vm, c.origArgv ?? []));
  set("warnoptions", texts(vm, c.warnOptions ?? []));
  const options = newScopedDict(vm);
  for (const [name, value] of c.xOptions ?? []) dictSetText(vm, options, name, value === true ? True : strFromJs(value));
  set("_xoptions", options);
  set("_stdlib_dir", library === "" ? None : strFromJs(library));
  set("dont_write_bytecode", newBool(c.dontWriteBytecode === true));
  set("_home", None);
}
