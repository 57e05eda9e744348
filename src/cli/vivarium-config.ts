// -X options and PYTHON* variables: what they set, and what is wrong with them. Mirrors Python/preconfig.c and initconfig.c. See docs/cli.md.
import type { StartConfig } from "../vm/config.ts";

/** Ends the start: what CPython calls a fatal error. */
export class ConfigFault {
  readonly message: string;
  /** "preinitializing" or "preinitialized". */
  readonly state: string;
  constructor(message: string, state = "preinitialized") {
    this.message = message;
    this.state = state;
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The int of a variable that counts like a repeated option; any other text is 1. */
function level(text: string): number {
  return /^\s*[+-]?\d+$/.test(text) ? Math.max(0, Number(text)) : 1;
}

/** Fills in what the variables and -X options say; options of the command line have been set before. */
export function completeConfig(config: StartConfig, variables: Variables): void {
  const env = (name: string): string | undefined => (config.ignoreEnvironment || variables[name] === "" ? undefined : variables[name]);
  const x = (name: string): string | true | undefined => config.xOptions.findLast(([n]) => n === name)?.[1];

  utf8Mode(config, x("utf8"), env("PYTHONUTF8"), variables);
  if (x("dev") !== undefined || (env("PYTHONDEVMODE") ?? "0") !== "0") config.devMode = true;
  config.debug = Math.max(config.debug, level(env("PYTHONDEBUG") ?? "0"));
  config.verbose = Math.max(config.verbose, level(env("PYTHONVERBOSE") ?? "0"));
  config.optimize = Math.max(config.optimize, level(env("PYTHONOPTIMIZE") ?? "0"));
  if (env("PYTHONINSPECT") !== undefined) config.inspect = true;
  if (level(env("PYTHONDONTWRITEBYTECODE") ?? "0") > 0) config.dontWriteBytecode = true;
  if (level(env("PYTHONUNBUFFERED") ?? "0") > 0) config.unbuffered = true;
  if (level(env("PYTHONNOUSERSITE") ?? "0") > 0) config.noUserSite = true;
  if (env("PYTHONSAFEPATH") !== undefined) config.safePath = true;
  if (x("faulthandler") !== undefined || env("PYTHONFAULTHANDLER") !== undefined || config.devMode) config.faulthandler = true;
  if (x("no_debug_ranges") !== undefined || env("PYTHONNODEBUGRANGES") !== undefined) config.noDebugRanges = true;
  if (x("warn_default_encoding") !== undefined || env("PYTHONWARNDEFAULTENCODING") !== undefined) config.warnDefaultEncoding = true;
  hashSeed(config, env("PYTHONHASHSEED"));
  importTime(config, x("importtime"), env("PYTHONPROFILEIMPORTTIME"));
  digits(config, x("int_max_str_digits"), env("PYTHONINTMAXSTRDIGITS"));
  frozen(config, x("frozen_modules"), env("PYTHON_FROZEN_MODULES"));
  config.cpuCount = cpuCount(x("cpu_count"), env("PYTHON_CPU_COUNT"));
  config.contextAwareWarnings = zeroOne("context_aware_warnings", x("context_aware_warnings"), env("PYTHON_CONTEXT_AWARE_WARNINGS"));
  config.threadInheritContext = zeroOne("thread_inherit_context", x("thread_inherit_context"), env("PYTHON_THREAD_INHERIT_CONTEXT"));
  const prefix = x("pycache_prefix");
  const chosen = prefix === true ? "" : (prefix ?? env("PYTHONPYCACHEPREFIX"));
  config.pycachePrefix = chosen === undefined || chosen === "" ? null : chosen;
  const [encoding, errors] = splitOnce(env("PYTHONIOENCODING") ?? "", ":");
  if (encoding !== "") config.stdioEncoding = encoding;
  if (errors !== "") config.stdioErrors = errors;
  else if (encoding !== "") config.stdioErrors = "strict";
  else if (config.stdioErrors === null) config.stdioErrors = config.utf8Mode === 1 || plainLocale(variables) ? "surrogateescape" : "strict";
  const memory = x("memory-limit");
  if (memory !== undefined) config.memoryLimit = byteCount(memory);
  config.tracemalloc = tracedFrames(x("tracemalloc"), env("PYTHONTRACEMALLOC"));
  if (x("memory-model") !== undefined) config.memoryModel = true;
  warnings(config, env("PYTHONWARNINGS"));
  const platlibdir = env("PYTHONPLATLIBDIR");
  if (platlibdir !== undefined) config.platlibdir = platlibdir;
}

const COERCED =
  "Python detected LC_CTYPE=C: LC_CTYPE coerced to C.UTF-8 (set another locale or PYTHONCOERCECLOCALE=0 to disable this locale coercion behavior).\n";
const LEGACY =
  "Python runtime initialized with LC_CTYPE=C (a locale with default ASCII encoding), which may cause Unicode compatibility problems. " +
  "Using C.UTF-8, C.utf8, or UTF-8 (if available) as alternative Unicode-compatible locales is recommended.\n";

/**
 * PEP 538: where the locale is C, or none that we know, the process and its children get LC_CTYPE=C.UTF-8 instead. Answers what is to be said
 * about it, or null.
 */
export function coerceLocale(config: StartConfig, variables: Record<string, string | undefined>): string | null {
  const name = localeName(variables);
  if (/utf-?8/i.test(name)) return null;
  const wish = config.ignoreEnvironment ? undefined : variables["PYTHONCOERCECLOCALE"];
  // UTF-8 mode comes from the locale that was found.
  if (config.utf8Mode === 0 && !config.xOptions.some(([n]) => n === "utf8") && (config.ignoreEnvironment || (variables["PYTHONUTF8"] ?? "") === "")) config.utf8Mode = 1;
  if (wish === "0" || (variables["LC_ALL"] ?? "") !== "") return wish === "warn" ? LEGACY : null;
  variables["LC_CTYPE"] = "C.UTF-8";
  return wish === "warn" ? COERCED : null;
}

function splitOnce(text: string, at: string): [string, string] {
  const i = text.indexOf(at);
  return i < 0 ? [text, ""] : [text.slice(0, i), text.slice(i + 1)];
}

/** The C locale, or the one that CPython takes instead of it. */
function plainLocale(variables: Variables): boolean {
  return ["C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"].includes(localeName(variables));
}

function localeName(variables: Variables): string {
  return variables["LC_ALL"] || variables["LC_CTYPE"] || variables["LANG"] || "C";
}

function utf8Mode(config: StartConfig, option: string | true | undefined, variable: string | undefined, variables: Variables): void {
  if (option !== undefined) {
    if (option !== true && option !== "0" && option !== "1") throw new ConfigFault("preconfig_init_utf8_mode: invalid -X utf8 option value", "preinitializing");
    config.utf8Mode = option === "0" ? 0 : 1;
  } else if (variable !== undefined) {
    if (variable !== "0" && variable !== "1") throw new ConfigFault("preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value", "preinitializing");
    config.utf8Mode = Number(variable);
  } else if (["C", "POSIX"].includes(localeName(variables))) config.utf8Mode = 1;
}

function hashSeed(config: StartConfig, text: string | undefined): void {
  if (text === undefined || text === "random") return;
  if (!/^\d+$/.test(text) || Number(text) > 4294967295) throw new ConfigFault('config_init_hash_seed: PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]');
  config.hashSeed = config.randomHash ? null : Number(text);
}

function importTime(config: StartConfig, option: string | true | undefined, variable: string | undefined): void {
  if (option !== undefined) {
    const level = option !== true && /^[+-]?\d+$/.test(option) ? Number(option) : 1;
    if (level < 0 || level > 2) throw new ConfigFault("config_init_import_time: -X importtime: values other than 1 and 2 are reserved for future use.");
    config.importTime = level;
  } else if (variable !== undefined) config.importTime = variable === "2" ? 2 : 1;
}

function digits(config: StartConfig, option: string | true | undefined, variable: string | undefined): void {
  const read = (text: string | true, name: string): void => {
    const n = text !== true && /^\d+$/.test(text) ? Number(text) : -1;
    if ((n < 640 && n !== 0) || n > 0x7fffffff) throw new ConfigFault(`config_init_int_max_str_digits: ${name}: invalid limit; must be >= 640 or 0 for unlimited.`);
    config.intMaxStrDigits = n;
  };
  if (variable !== undefined) read(variable, "PYTHONINTMAXSTRDIGITS");
  if (option !== undefined) read(option, "-X int_max_str_digits");
}

function frozen(config: StartConfig, option: string | true | undefined, variable: string | undefined): void {
  const value = option ?? variable;
  if (value === undefined) return;
  if (value === "on" || value === true) config.frozenModules = true;
  else if (value === "off") config.frozenModules = false;
  else throw new ConfigFault(`bad value for ${option === undefined ? "PYTHON_FROZEN_MODULES" : "option -X frozen_modules"} (expected "on" or "off")`);
}

function cpuCount(option: string | true | undefined, variable: string | undefined): number {
  const value = option ?? variable;
  if (value === undefined || value === "default") return -1;
  const n = value !== true && /^\d+$/.test(value) ? Number(value) : 0;
  if (n < 1) throw new ConfigFault("config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0");
  return n;
}

/** Also 0, which means none. */
function tracedFrames(option: string | true | undefined, variable: string | undefined): number {
  const read = (text: string, name: string): number => {
    const n = /^\s*[+-]?\d*$/.test(text) ? Number(text) : -1;
    if (n < 0 || n > 0x7fffffff) throw new ConfigFault(`config_init_tracemalloc: ${name}: invalid number of frames`);
    return n;
  };
  const given = variable === undefined ? 0 : read(variable, "PYTHONTRACEMALLOC");
  const frames = option === undefined ? given : option === true ? 1 : read(option, "-X tracemalloc=NFRAME");
  if (frames > 65535) throw new ConfigFault("init_interp_main: can't start tracemalloc", "core initialized\nValueError: the number of frames must be in range [1; 65535]");
  return frames;
}

/** -X memory-limit=N with K, M or G behind it; ours alone. */
function byteCount(option: string | true): number {
  const match = option === true ? null : /^(\d+)([KMG]?)$/i.exec(option);
  if (match === null || Number(match[1]) === 0) throw new ConfigFault("-X memory-limit=n: n is missing or invalid");
  return Number(match[1]) * 1024 ** " KMG".indexOf((match[2] || " ").toUpperCase());
}

function zeroOne(name: string, option: string | true | undefined, variable: string | undefined): number {
  const value = option ?? variable;
  if (value === undefined) return 0;
  if (value !== "0" && value !== "1") throw new ConfigFault(`config_init_${name}: ${option === undefined ? `PYTHON_${name.toUpperCase()}=N: N` : `-X ${name}=n: n`} is missing or invalid`);
  return Number(value);
}

/** sys.warnoptions: development mode first, then the variable, the options, and -b last. */
function warnings(config: StartConfig, variable: string | undefined): void {
  const options: string[] = [];
  const add = (option: string): void => {
    options.push(option);
  };
  if (config.devMode) add("default");
  if (variable !== undefined) variable.split(",").filter((o) => o !== "").forEach(add);
  config.warnOptions.forEach(add);
  if (config.bytesWarning > 1) add("error::BytesWarning");
  else if (config.bytesWarning === 1) add("default::BytesWarning");
  config.warnOptions = options;
}
