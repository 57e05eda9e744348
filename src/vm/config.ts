// What a Vm is started with: the command line's options in the form of PyConfig. See docs/vm.md.
import type { ModuleSpec } from "../core/define.ts";

export interface StartConfig {
  /** Folder of the standard library. */
  library: string;
  /** sys.path at start. */
  path: string[];
  /** What the command put in front of sys.path: a script's folder, or "" for the current one. */
  firstPath: string | null;
  argv: string[];
  /** Arguments of the command itself, sys.orig_argv. */
  origArgv: string[];
  executable: string;
  site: boolean;
  unbuffered: boolean;
  optimize: number;
  bytesWarning: number;
  dontWriteBytecode: boolean;
  ignoreEnvironment: boolean;
  isolated: boolean;
  noUserSite: boolean;
  safePath: boolean;
  inspect: boolean;
  interactive: boolean;
  verbose: number;
  quiet: boolean;
  debug: number;
  devMode: boolean;
  utf8Mode: number;
  hashSeed: number | null;
  warnOptions: string[];
  xOptions: [name: string, value: string | true][];
  checkHashPycs: string;
  intMaxStrDigits: number;
  /** -R: PYTHONHASHSEED does not count. */
  randomHash: boolean;
  /** -x. */
  skipFirstLine: boolean;
  faulthandler: boolean;
  noDebugRanges: boolean;
  warnDefaultEncoding: boolean;
  /** 1: each import, 2: also those of modules that are there. */
  importTime: number;
  frozenModules: boolean;
  /** What os.cpu_count() answers; -1 asks the host. */
  cpuCount: number;
  contextAwareWarnings: number;
  threadInheritContext: number;
  pycachePrefix: string | null;
  stdioEncoding: string;
  /** Of stdin and stdout; null until the locale has been asked. */
  stdioErrors: string | null;
  platlibdir: string;
  /** SIGINT raises KeyboardInterrupt. */
  installSignalHandlers: boolean;
  /** Bytes that live objects may take together; null: what the host's heap can hold. */
  memoryLimit: number | null;
  /** Frames of tracemalloc's tracebacks; 0: allocations are not traced. */
  tracemalloc: number;
  /** Objects have addresses from birth, which are given again (memory/model.ts). */
  memoryModel: boolean;
  /** Native modules beyond those of the machine (test support). */
  moreModules: Record<string, () => ModuleSpec>;
}

export function defaultConfig(): StartConfig {
  return {
    library: "",
    path: [],
    firstPath: null,
    argv: [""],
    origArgv: [],
    executable: "",
    site: true,
    unbuffered: false,
    optimize: 0,
    bytesWarning: 0,
    dontWriteBytecode: false,
    ignoreEnvironment: false,
    isolated: false,
    noUserSite: false,
    safePath: false,
    inspect: false,
    interactive: false,
    verbose: 0,
    quiet: false,
    debug: 0,
    devMode: false,
    utf8Mode: 0,
    hashSeed: null,
    warnOptions: [],
    xOptions: [],
    checkHashPycs: "default",
    intMaxStrDigits: 4300,
    randomHash: false,
    skipFirstLine: false,
    faulthandler: false,
    noDebugRanges: false,
    warnDefaultEncoding: false,
    importTime: 0,
    frozenModules: true,
    cpuCount: -1,
    contextAwareWarnings: 0,
    threadInheritContext: 0,
    pycachePrefix: null,
    stdioEncoding: "utf-8",
    stdioErrors: null,
    platlibdir: "lib",
    installSignalHandlers: true,
    memoryLimit: null,
    tracemalloc: 0,
    memoryModel: false,
    moreModules: {},
  };
}
