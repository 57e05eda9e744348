// sys: the module's table. Mirrors Python/sysmodule.c. See docs/modules.md.
import {
  argumentName, asCInt, asDouble, defineModule, dictGetText, dictSetText, False, exc, isStr, makeModule, newBool, newError, newFloat, newStr, None, type PyDict, textOf, typeError, type Value, valueError, type Vm, warn,
} from "../../core/api.ts";
import { allocatedBlocks, mallocStats } from "../../memory/malloc-stats.ts";
import { declarer } from "../declare.ts";
import { getAsyncgenHooks, getOriginDepth, setAsyncgenHooks, setOriginDepth, warnUnawaited } from "./asyncgen.ts";
import { docs, moduleDoc } from "./docs.generated.ts";
import { callTracing, currentExceptions, currentFrames, excInfo, exception, exit, getframe, getframemodulename, getprofile, getrecursionlimit, gettrace, setprofile, setrecursionlimit, settrace } from "./frames.ts";
import { addaudithook, audit, breakpointhook, callUnraisableHook, displayhook, excepthook, unraisablehook } from "./hooks.ts";
import { addInfo } from "./info.ts";
import { clearTypeDescriptors, getrefcount, getsizeof, internString, isImmortal, isInterned, setIntMaxStrDigits } from "./memory.ts";
import { monitoringModule } from "./monitoring.ts";
import { sysState } from "./state.ts";

const f = declarer(docs);
const nothing = (): void => {};

function setswitchinterval(vm: Vm, interval: Value): void {
  const seconds = asDouble(vm, interval);
  if (!(seconds > 0)) throw valueError(vm, "switch interval must be strictly positive");
  sysState(vm).switchInterval = seconds;
}

function activateStackTrampoline(vm: Vm, backend: Value): void {
  if (!isStr(backend)) throw typeError(vm, `activate_stack_trampoline() argument must be str, not ${argumentName(backend)}`);
  const name = textOf(backend);
  throw valueError(vm, name === "perf" || name === "perf_jit" ? "perf trampoline not available" : `invalid backend: ${name}`);
}

/** sys._jit. */
export const jitModule = defineModule({
  name: "sys._jit",
  doc: "Utilities for observing just-in-time compilation.",
  functions: {
    is_available: declarer({ is_available: ["($module, /)", "Return True if the current Python executable supports JIT compilation, and False otherwise."] })("is_available", () => False),
    is_enabled: declarer({ is_enabled: ["($module, /)", "Return True if JIT compilation is enabled for the current Python process (implies sys._jit.is_available()), and False otherwise."] })("is_enabled", () => False),
    is_active: declarer({ is_active: ["($module, /)", "Return True if the topmost Python frame is currently executing JIT code (implies sys._jit.is_enabled()), and False otherwise."] })("is_active", () => False),
  },
});

export const sysModule = defineModule({
  name: "sys",
  doc: moduleDoc,
  functions: {
    addaudithook: f("addaudithook", addaudithook),
    audit: f("audit", audit, "($module, /, *args)"),
    _baserepl: f("_baserepl", (vm: Vm) => vm.baseRepl?.()),
    breakpointhook: f("breakpointhook", breakpointhook),
    _clear_internal_caches: f("_clear_internal_caches", nothing),
    _clear_type_cache: f("_clear_type_cache", (vm: Vm) => warn(vm, "DeprecationWarning", "sys._clear_type_cache() is deprecated and scheduled for removal in a future version. Use sys._clear_internal_caches() instead.")),
    _current_frames: f("_current_frames", currentFrames),
    _current_exceptions: f("_current_exceptions", currentExceptions),
    displayhook: f("displayhook", displayhook),
    exception: f("exception", exception),
    exc_info: f("exc_info", excInfo),
    excepthook: f("excepthook", excepthook),
    exit: f("exit", exit),
    getdefaultencoding: f("getdefaultencoding", () => newStr("utf-8")),
    getdlopenflags: f("getdlopenflags", (vm: Vm) => sysState(vm).dlopenFlags),
    getallocatedblocks: f("getallocatedblocks", (vm: Vm) => allocatedBlocks(vm)),
    getunicodeinternedsize: f("getunicodeinternedsize", (vm: Vm) => vm.interned.size),
    getfilesystemencoding: f("getfilesystemencoding", () => newStr("utf-8")),
    getfilesystemencodeerrors: f("getfilesystemencodeerrors", () => newStr("surrogateescape")),
    getrefcount: f("getrefcount", getrefcount),
    getrecursionlimit: f("getrecursionlimit", getrecursionlimit),
    getsizeof: f("getsizeof", getsizeof, "($module, /, object, default=None)"),
    _getframe: f("_getframe", getframe),
    _getframemodulename: f("_getframemodulename", getframemodulename),
    _is_immortal: f("_is_immortal", isImmortal),
    intern: f("intern", internString),
    _is_interned: f("_is_interned", isInterned),
    is_finalizing: f("is_finalizing", (vm: Vm) => newBool(sysState(vm).finalizing)),
    setswitchinterval: f("setswitchinterval", setswitchinterval),
    getswitchinterval: f("getswitchinterval", (vm: Vm) => newFloat(sysState(vm).switchInterval)),
    setdlopenflags: f("setdlopenflags", (vm: Vm, flags: Value) => void (sysState(vm).dlopenFlags = asCInt(vm, flags))),
    setprofile: f("setprofile", setprofile),
    _setprofileallthreads: f("_setprofileallthreads", setprofile),
    getprofile: f("getprofile", getprofile),
    setrecursionlimit: f("setrecursionlimit", setrecursionlimit),
    settrace: f("settrace", settrace),
    _settraceallthreads: f("_settraceallthreads", settrace),
    gettrace: f("gettrace", gettrace),
    call_tracing: f("call_tracing", callTracing),
    _debugmallocstats: f("_debugmallocstats", (vm: Vm) => void vm.host.files?.write(2, new TextEncoder().encode(mallocStats(vm)))),
    set_coroutine_origin_tracking_depth: f("set_coroutine_origin_tracking_depth", setOriginDepth),
    get_coroutine_origin_tracking_depth: f("get_coroutine_origin_tracking_depth", getOriginDepth),
    set_asyncgen_hooks: f("set_asyncgen_hooks", setAsyncgenHooks, "($module, /, *args, **kwargs)"),
    get_asyncgen_hooks: f("get_asyncgen_hooks", getAsyncgenHooks),
    activate_stack_trampoline: f("activate_stack_trampoline", activateStackTrampoline),
    deactivate_stack_trampoline: f("deactivate_stack_trampoline", nothing),
    is_stack_trampoline_active: f("is_stack_trampoline_active", () => False),
    is_remote_debug_enabled: f("is_remote_debug_enabled", () => False),
    remote_exec: f("remote_exec", (vm: Vm) => {
      throw newError(vm, exc.RuntimeErrorType, "Remote debugging is not enabled");
    }),
    unraisablehook: f("unraisablehook", unraisablehook),
    get_int_max_str_digits: f("get_int_max_str_digits", (vm: Vm) => vm.intMaxStrDigits),
    set_int_max_str_digits: f("set_int_max_str_digits", setIntMaxStrDigits),
    _get_cpu_count_config: f("_get_cpu_count_config", (vm: Vm) => (vm.config?.cpuCount as number | undefined) ?? -1),
    _clear_type_descriptors: f("_clear_type_descriptors", clearTypeDescriptors),
    _is_gil_enabled: f("_is_gil_enabled", () => newBool(true)),
    _dump_tracelets: f("_dump_tracelets", nothing),
  },
  exec: (vm: Vm, dict: PyDict) => {
    for (const name of ["displayhook", "excepthook", "breakpointhook", "unraisablehook"]) dictSetText(vm, dict, `__${name}__`, dictGetText(dict, name) ?? None);
    addInfo(vm, dict);
    if (vm.modules !== undefined) dictSetText(vm, dict, "modules", vm.modules);
    dictSetText(vm, dict, "monitoring", makeModule(vm, monitoringModule));
    dictSetText(vm, dict, "_jit", makeModule(vm, jitModule));
    connectHooks(vm);
  },
});

/** Lets the machine report what nobody can catch. */
export function connectHooks(vm: Vm): void {
  vm.warnUnawaited ??= (coroutine) => warnUnawaited(vm, coroutine);
  vm.unraisableHook ??= (error, object, message) => callUnraisableHook(vm, error, object, message);
}
