// One Python: all its mutable state. Several can live in one process, and each is data that can be walked. See docs/vm.md.
import { Container, type Instance, NULL, type PyError, type PyDict, type PyObject, type PyStr, type TypeRec, type Value } from "../core/object.ts";
import type { ModuleSpec } from "../core/define.ts";
import type { Host } from "../host/host.ts";
import type { Finishing } from "../interpreter/continuation.ts";
import type { Frame } from "../interpreter/frame.ts";
import type { Monitoring } from "../interpreter/monitoring.ts";
import { FREE_LISTS } from "../memory/free-lists.ts";
import { newGcHead } from "../memory/gc-list.ts";
import type { MemoryWatcher } from "../memory/watch.ts";

/** Why the breaker fired; a bit set in Vm.pending. */
export const PENDING_GC = 1;
export const PENDING_SIGNAL = 2;
export const PENDING_STOP = 4;
export const PENDING_TRACE = 8;
export const PENDING_PAUSE = 16;

/** Entries of the handled-exception stack: what `sys.exc_info()` shows; generators carry their own. */
export interface ExcInfo {
  /** The exception being handled, owned; null for none. */
  value: Container | null;
  prev: ExcInfo | null;
}

export class Vm {
  /** Replaced only when a start-up image wakes (vm/wake.ts). */
  host: Host;

  // Ownership (memory/ref.ts)
  /** Values noted by running natives, one count each. */
  readonly scope: PyObject[] = [];
  scopeCount = 0;
  deallocDepth = 0;
  readonly trash: PyObject[] = [];
  /** Heads of the generations, youngest first. */
  young: Container = newGcHead();
  middle: Container = newGcHead();
  old: Container = newGcHead();
  permanent: Container = newGcHead();
  /** What a start-up image brought: part of the oldest generation, which it joins when somebody looks at that (memory/gc.ts). */
  brought: Container = newGcHead();
  youngCount = 0;
  /** Objects on CPython's free lists, by kind (memory/free-lists.ts). */
  readonly freeLists = new Int32Array(FREE_LISTS);
  /** What youngCount is compared with: gcThreshold, or -1 so that watchers hear of every allocation. */
  gcThreshold0 = 2000;
  gcThreshold = 2000;
  /** Who is told of births and deaths (memory/watch.ts). */
  readonly watchers: MemoryWatcher[] = [];
  /** There are some. */
  watched = false;
  /** The tracer of tracemalloc while it runs (interpreter/tracemalloc.ts). */
  tracer: MemoryWatcher | null = null;
  /** The allocator model under -X memory-model (memory/model.ts). */
  memoryModel: MemoryWatcher | null = null;
  /** What gc keeps beside the lists (memory/gc.ts). */
  gc: any = null;
  private readonly finalized = new WeakSet<Container | Instance>();

  // Execution
  /** The data stack: fast locals, cells and operands of all frames. */
  readonly stack: Value[] = [];
  /** The running frame. */
  frame: Frame | null = null;
  /** The exception that a call answering undefined has raised, owned; null when none travels. */
  raised: Container | null = null;
  /** What a native function that answered undefined has raised without throwing it (core/errors.ts, fail). */
  failure: PyError | null = null;
  /** The value of a StopIteration that ended an iteration unraised, owned; undefined for None. */
  stopValue: Value | undefined = undefined;
  excInfo: ExcInfo = { value: null, prev: null };
  /** Python frames on the stack, against recursionLimit. */
  depth = 0;
  recursionLimit = 1000;
  /** Nested JavaScript activations of the interpreter or of recursive natives. */
  nativeDepth = 0;
  nativeDepthLimit = 1500;
  /** Counts down with the work done; at zero the slow path looks at `pending` and the budgets. */
  breaker = 1 << 12;
  /** Slices still to be short (interpreter/breaker.ts). */
  shortSlices = 64;
  pending = 0;
  /** The last frame left run() by yielding. */
  yielded = false;
  /** scopeCount where the running run() began. */
  frameMark = 0;
  /** The exception that unwinding carries while it drops operands (a root for the audit). */
  unwinding: Container | null = null;
  /** Slots below this one still belong to a frame that is being left, while what it owned is destroyed. */
  stackFloor = 0;
  /** Instruction to blame for the exception that RERAISE throws; -1 for none. */
  reraiseAt = -1;
  /** Work left of the instruction budget; null for no budget. */
  budget: number | null = null;
  /** Work left before the machine is to stand still (docs/freeze.md); null for none. */
  pauseAfter: number | null = null;
  /** It was reported once already. */
  budgetSpent = false;
  /** Frames are left without running their handlers until the host has control. */
  stopping = false;
  /** Test mode: looks at the Vm every `auditEvery` steps of work. */
  auditHook: (() => void) | null = null;
  auditEvery = 0;
  /** What native code keeps beside the fields of this class: each tells who refers to which value, once per count. */
  readonly rootVisitors: ((report: (owner: string, v: Value) => void) => void)[] = [];
  /** What the breaker was set to. */
  slice = 1 << 12;
  /** Spare frame records. */
  readonly framePool: Frame[] = [];
  nextKeysVersion = 1;
  /** Containers whose repr is being made. */
  readonly reprRunning: Value[] = [];
  intMaxStrDigits = 4300;
  /** Bytes that live objects may take together (memory/budget.ts). */
  memoryLimit = 2 ** 32;
  /** Bytes allocated in large pieces since somebody looked at the use of memory. */
  memoryDebt = 0;
  /** What was seen then. */
  memory: any = null;

  /** Native modules by name: what `import` can make. */
  nativeModules: Record<string, (() => ModuleSpec) | undefined> = {};
  /** The declaration of a native module. A start-up image evaluates most of them only now, hence their types (docs/startup.md). */
  nativeModule(name: string): ModuleSpec | undefined {
    const declaration = this.nativeModules[name]?.();
    this.readyTypes();
    return declaration;
  }

  /** Native modules made so far, one count each. */
  readonly nativeInstances = new Map<string, Container>();
  /** Modules that are imported from code that start-up brings along. */
  readonly frozenModules = new Map<string, { code: (vm: Vm) => PyObject; made: PyObject | null; isPackage: boolean; origin: string | null }>();
  importLock = 0;
  /** Modules of a start-up image that no program has imported yet (vm/boot-image.ts), one count each. */
  readonly prepared = new Map<string, Container>();

  // Doors to higher layers, set by bootstrap.
  /** Readies native types that were declared since it was last called. */
  readyTypes: () => void = undefined as never;
  /** How natives go on when Python code that they ran last returns (interpreter/continuation.ts). */
  readonly finishers: Record<string, Finishing> = {};
  tryPython: (func: Value, args: readonly Value[]) => Value | undefined = undefined as never;
  callPython: (func: Value, args: readonly Value[], kwnames: readonly PyStr[] | null) => Value = undefined as never;
  resumeFrame: (gen: Container, value: Value, thrown: Container | null) => Value | undefined = undefined as never;
  discardGenerator: (gen: Container) => void = undefined as never;
  leaveDelegation: (gen: Container) => void = undefined as never;
  linkDelegating: (gen: Container) => void = undefined as never;
  unlinkDelegating: (gen: Container) => void = undefined as never;
  /** sys.unraisablehook. */
  unraisableHook: ((error: PyError, object: Value | null, message: string | null) => void) | null = null;
  /** The machinery of _warnings. */
  warnHook: ((category: TypeRec, message: string, stacklevel: number, source?: Value) => void) | null = null;
  /** The codec registry: bytes-like object, encoding and errors as given. */
  decodeHook: ((object: Value, encoding: Value | undefined, errors: Value | undefined) => PyStr) | null = null;
  /** str.encode(). */
  encodeHook: ((text: PyStr, encoding: Value | undefined, errors: Value | undefined) => Value) | null = null;
  warnUnawaited: ((coroutine: Container) => void) | null = null;
  pollHost: (() => void) | null = null;
  runSignalHandlers: (() => void) | null = null;
  /** sys._baserepl: the prompt without a line editor. */
  baseRepl: (() => void) | null = null;

  /** sys.set_asyncgen_hooks; owned. */
  asyncgenFirstiter: Value | null = null;
  asyncgenFinalizer: Value | null = null;
  /** sys.set_coroutine_origin_tracking_depth. */
  coroutineOriginDepth = 0;

  /** sys.monitoring, sys.settrace, sys.setprofile (interpreter/monitoring.ts); set by bootstrap. */
  monitoring: Monitoring = undefined as never;

  // Names and types
  readonly interned = new Map<string, PyStr>();
  nextTypeVersion = 1;
  nextFunctionVersion = 1;
  /** Hooks of sys.addaudithook, owned. */
  readonly auditHooks: Value[] = [];
  /** Direct subclasses by type, in creation order (weak: removed when the class dies). */
  readonly subclasses = new Map<TypeRec, Set<TypeRec>>();
  builtins: PyDict = undefined as never;
  /** sys.modules. */
  modules: PyDict = undefined as never;
  sysDict: PyDict = undefined as never;
  /** The module importlib._bootstrap once it runs. */
  importlib: Value | null = null;
  /** builtins.__import__ as made at start: the import statement then skips the call. */
  defaultImport: Value | null = null;
  /** State of native modules, by module name; made on first use. */
  readonly moduleState = new Map<string, any>();
  /** Addresses given out by id(). */
  nextAddress = 0x7f0000001000;
  readonly addresses = new WeakMap<object, number>();
  /** Keys of the str/bytes hash (SipHash-1-3). */
  /** PYTHONHASHSEED is fixed: hash() of str and bytes is CPython's for that seed. */
  seededHash = false;
  hashKey0 = 0n;
  hashKey1 = 0n;
  /** Command-line state (sys.flags and friends). */
  config: any = null;

  constructor(host: Host) {
    this.host = host;
  }

  requestCollection(): void {
    this.pending |= PENDING_GC;
  }

  isFinalized(o: Container | Instance): boolean {
    return this.finalized.has(o);
  }

  setFinalized(o: Container | Instance): void {
    this.finalized.add(o);
  }

  /** Makes room for `size` more slots above `top`. */
  growStack(top: number): void {
    const stack = this.stack;
    const wanted = Math.max(top + 1024, stack.length * 2);
    while (stack.length < wanted) stack.push(NULL);
  }

  /** State of a native module, made by `make` on first use. */
  stateOf<T>(name: string, make: () => T): T {
    let state = this.moduleState.get(name);
    if (state === undefined) {
      state = make();
      this.moduleState.set(name, state);
    }
    return state as T;
  }
}
