// The npm API: a Python inside a JavaScript program, with what it may see and use. See docs/embed.md.
import { getAttr } from "../core/attribute.ts";
import { call, callMethod } from "../core/call.ts";
import { repr, strText as textOfObject } from "../core/convert.ts";
import { dropError, newError } from "../core/errors.ts";
import { importModule } from "../core/import.ts";
import { type Container, PyError, type PyStr, type Value } from "../core/object.ts";
import { NativeDef } from "../core/signature.ts";
import type { Host, Memory } from "../host/host.ts";
import { memoryHost, type MemoryHost } from "../host/memory/memory-host.ts";
import type { FileSource } from "../host/memory/mount.ts";
import { Paused, setSlice } from "../interpreter/breaker.ts";
import { enterCode, resumeMachine, runCode } from "../interpreter/run-code.ts";
import { type MemoryMap, memoryMap } from "../memory/memory-map.ts";
import { closeScope, drop, incref, openScope } from "../memory/ref.ts";
import { newModuleFunction } from "../types/builtin-function.ts";
import { dictDelete, dictGetText, dictSetText } from "../types/dict/dict-object.ts";
import * as exc from "../types/exceptions.ts";
import { isList } from "../types/list.ts";
import { moduleDict } from "../types/module.ts";
import { None } from "../types/none.ts";
import { intern, isStr, strFromJs, textOf } from "../types/str/str-object.ts";
import type { StartConfig } from "../vm/config.ts";
import { freezeVm, thawVm } from "../vm/freeze/image.ts";
import { compileMain, mainModule } from "../vm/run-main.ts";
import { finishVm, startVm } from "../vm/startup.ts";
import type { Vm } from "../vm/vm.ts";
import { type Foreign, fromJs, toJs } from "./values.ts";

export type { MemoryBlock, MemoryMap, MemoryPool, MemorySegment } from "../memory/memory-map.ts";

/** Where the standard library is in the memory host. */
const LIBRARY = "/usr/lib/python3.14";

export interface VivariumOptions {
  /** The standard library's files. The package's Node entry point has a default. */
  library?: FileSource;
  /** The world that the programs see. Without one they get a world in memory, which `files`, `input` and `variables` fill. */
  host?: Host;
  /** Of the memory host: the JavaScript engine, so that MemoryError comes before its heap is full. The Node entry point gives it. */
  engine?: Memory;
  /** Of the memory host: absolute path to contents. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** Of the memory host: standard input. */
  input?: string | Uint8Array;
  /** Of the memory host: os.environ. */
  variables?: Readonly<Record<string, string>>;
  /** Of the memory host: called with what is written to standard output (1) and error (2), which `output` collects as well. */
  onOutput?: (descriptor: 1 | 2, bytes: Uint8Array) => void;
  /** sys.argv. */
  argv?: readonly string[];
  /** Units of work (about an instruction each) that programs may spend; see {@link Vivarium.budget}. */
  budget?: number;
  /** Bytes that the objects of programs may take together; beyond that MemoryError is raised in the program. */
  memory?: number;
  /** Objects have addresses as CPython's allocator gives them, so that {@link Vivarium.memoryMap} can tell of them. */
  memoryModel?: boolean;
  /** More of what the command line can set. */
  config?: Partial<StartConfig>;
}

/** An exception that Python code did not handle. */
export class PythonException extends Error {
  /** Name of its class: "ValueError". */
  readonly type: string;
  /** As python3 prints it. */
  readonly traceback: string;
  /** The work allowed is spent. */
  readonly budgetSpent: boolean;

  constructor(type: string, text: string, traceback: string, budgetSpent: boolean) {
    super(text === "" ? type : `${type}: ${text}`);
    this.name = "PythonException";
    this.type = type;
    this.traceback = traceback;
    this.budgetSpent = budgetSpent;
  }
}

/** A Python object that stays where it is. Call {@link release} when done, or the object lives as long as its Python. */
export class PythonObject {
  readonly #python: Vivarium;
  readonly #value: Value;
  #released = false;

  /** @internal */
  constructor(python: Vivarium, value: Value) {
    this.#python = python;
    this.#value = value;
    incref(value);
  }

  /** @internal The object itself, borrowed. */
  valueFor(python: Vivarium): Value {
    if (this.#released) throw new TypeError("this PythonObject was released");
    if (python !== this.#python) throw new TypeError("this PythonObject belongs to another Vivarium");
    return this.#value;
  }

  /** Calls it with positional arguments. */
  call(...args: readonly unknown[]): unknown {
    return this.#python.callObject(this.valueFor(this.#python), args);
  }

  /** An attribute. */
  get(name: string): unknown {
    return this.#python.attributeOf(this.valueFor(this.#python), name);
  }

  /** repr() of it. */
  toString(): string {
    return this.#python.reprOf(this.valueFor(this.#python));
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#python.dropValue(this.#value);
  }
}

/** A function offered to Python: positional arguments as JavaScript values, its answer as a Python value, what it throws as RuntimeError. */
export type HostFunction = (...args: unknown[]) => unknown;

/**
 * One Python. Several can live in one process; none sees another, nor anything of the host but what its options offer.
 *
 * @example
 * const python = new Vivarium();
 * python.run("def area(r): return 3.14159 * r ** 2");
 * python.eval("area(2)"); // 12.56636
 */
export class Vivarium {
  readonly #vm: Vm;
  readonly #main: Container;
  readonly #memory: MemoryHost | undefined;
  readonly #foreign: Foreign;
  #closed = false;

  /** @param image - What {@link freeze} gave, for {@link thaw}. */
  constructor(options: VivariumOptions = {}, image?: Uint8Array) {
    const { library, host, engine, files, input, variables, onOutput, argv = [""], config = {} } = options;
    if (host === undefined) {
      if (library === undefined) throw new TypeError("Vivarium needs a library, or a host that has one");
      this.#memory = memoryHost({
        mounts: { [LIBRARY]: library },
        files: { "/home/user/.keep": "", ...files },
        cwd: "/home/user",
        variables: { HOME: "/home/user", ...variables },
        ...(input === undefined ? {} : { input }),
        ...(engine === undefined ? {} : { engine }),
        ...(onOutput === undefined ? {} : { onOutput }),
        argv,
      });
    }
    const path = config.library ?? LIBRARY;
    const world = host ?? this.#memory!;
    if (image === undefined) {
      this.#vm = startVm(world, { library: path, path: ["", path], argv: [...argv], dontWriteBytecode: true, hashSeed: 0, memoryModel: options.memoryModel ?? false, ...config });
      this.#main = mainModule(this.#vm);
    } else {
      this.#vm = thawVm(image, world).vm;
      this.#main = dictGetText(this.#vm.modules, "__main__") as Container;
      setSlice(this.#vm);
    }
    this.#foreign = {
      wrap: (v) => new PythonObject(this, v),
      unwrap: (v) => (v instanceof PythonObject ? v.valueFor(this) : typeof v === "function" ? this.#function(v as HostFunction) : undefined),
    };
    if (options.memory !== undefined) {
      if (!(options.memory > 0)) throw new RangeError("memory is a number of bytes");
      this.#vm.memoryLimit = options.memory;
    }
    if (options.budget !== undefined) this.budget = options.budget;
  }

  /**
   * Work left, in units of about an instruction; null for no limit. When it is spent, RuntimeError "instruction budget exhausted" is raised:
   * once it can be caught, the second time no handler runs and control comes back here.
   */
  get budget(): number | null {
    return this.#vm.budget;
  }

  set budget(units: number | null) {
    if (units !== null && !(units >= 0)) throw new RangeError("a budget is a number of units, or null");
    const vm = this.#vm;
    vm.budget = units;
    vm.budgetSpent = false;
    vm.stopping = false;
    setSlice(vm);
  }

  /** Runs statements in the module __main__. @throws {@link PythonException} */
  run(source: string | Uint8Array, filename = "<string>"): void {
    this.#enter(() => void this.#execute(source, filename, "exec"));
  }

  /** The value of an expression in the module __main__. @throws {@link PythonException} */
  eval(expression: string, filename = "<string>"): unknown {
    return this.#enter(() => toJs(this.#execute(expression.trimStart(), filename, "eval"), this.#foreign));
  }

  /**
   * Makes statements ready to run in the module __main__; {@link resume} runs them, piece by piece when asked to.
   *
   * @throws {@link PythonException} for a SyntaxError
   */
  start(source: string | Uint8Array, filename = "<string>"): void {
    this.#enter(() => {
      const vm = this.#vm;
      if (vm.frame !== null) throw new TypeError("this Vivarium is in the middle of a program");
      const code = compileMain(vm, source, filename);
      const dict = moduleDict(this.#main);
      enterCode(vm, code, dict, dict);
    });
  }

  /** A program was started and has not ended. */
  get paused(): boolean {
    return this.#vm.frame !== null;
  }

  /**
   * Goes on with the program that {@link start} made ready, to its end (answer true), or until it has done about `units` of work and stands
   * between two of its own instructions (answer false).
   *
   * @throws {@link PythonException} when the program ends by one
   */
  resume(units?: number): boolean {
    const vm = this.#vm;
    if (vm.frame === null) throw new TypeError("no program was started");
    return this.#enter(() => {
      vm.pauseAfter = units ?? null;
      setSlice(vm);
      try {
        resumeMachine(vm);
        return true;
      } catch (error) {
        if (error instanceof Paused) return false;
        throw error;
      } finally {
        vm.pauseAfter = null;
      }
    });
  }

  /**
   * This Python as bytes, with its files when it lives in the memory host, also in the middle of a program that is paused. Throws
   * {@link FreezeError} when it holds what only this process has: host functions, open files of the real system.
   */
  freeze(): Uint8Array {
    return this.#enter(() => freezeVm(this.#vm));
  }

  /**
   * A Python as it was frozen, in this process or another. The options say what its world is now; what an image brings along (modules,
   * files of the memory host) comes from the image.
   *
   * @throws {@link FreezeError} for bytes that are no image, are damaged, or were made by another version
   */
  static thaw(image: Uint8Array, options: VivariumOptions = {}): Vivarium {
    return new this(options, image);
  }

  /** A global of the module __main__; undefined when there is none. */
  get(name: string): unknown {
    return this.#enter(() => {
      const found = dictGetText(moduleDict(this.#main), name);
      return found === undefined ? undefined : toJs(found, this.#foreign);
    });
  }

  /** Sets a global of the module __main__; functions become Python functions. */
  set(name: string, value: unknown): void {
    this.#enter(() => dictSetText(this.#vm, moduleDict(this.#main), name, typeof value === "function" ? this.#function(value as HostFunction, name) : fromJs(this.#vm, value, this.#foreign)));
  }

  /** Deletes a global of the module __main__, if it is there. */
  delete(name: string): void {
    this.#enter(() => {
      const dict = moduleDict(this.#main);
      if (dictGetText(dict, name) !== undefined) dictDelete(this.#vm, dict, strFromJs(name));
    });
  }

  /**
   * The memory of this Python as CPython would lay it out: segments, arenas, pools, blocks and who owns them. Only with the option `memoryModel`.
   */
  memoryMap(): MemoryMap {
    const map = this.#enter(() => memoryMap(this.#vm));
    if (map === undefined) throw new TypeError("memoryMap() needs the option memoryModel");
    return map;
  }

  /** What was written to standard output (1) or error (2) of the memory host. */
  output(descriptor: 1 | 2 = 1): string {
    if (this.#memory === undefined) throw new TypeError("output() is of the memory host");
    if (!this.#closed) this.#enter(() => this.#flush());
    return this.#memory.outputText(descriptor);
  }

  /** Ends this Python: atexit functions run, streams are flushed, modules are cleared. Later calls throw. */
  close(): void {
    if (this.#closed) return;
    this.#enter(() => finishVm(this.#vm));
    this.#closed = true;
  }

  /** @internal */
  callObject(f: Value, args: readonly unknown[]): unknown {
    return this.#enter(() => toJs(call(this.#vm, f, args.map((arg) => fromJs(this.#vm, arg, this.#foreign))), this.#foreign));
  }

  /** @internal */
  attributeOf(v: Value, name: string): unknown {
    return this.#enter(() => toJs(getAttr(this.#vm, v, intern(this.#vm, name)), this.#foreign));
  }

  /** @internal */
  reprOf(v: Value): string {
    return this.#enter(() => textOf(repr(this.#vm, v)));
  }

  /** @internal */
  dropValue(v: Value): void {
    if (!this.#closed) this.#enter(() => drop(this.#vm, v));
  }

  #execute(source: string | Uint8Array, filename: string, mode: "exec" | "eval"): Value {
    const vm = this.#vm;
    const code = compileMain(vm, source, filename, mode);
    const dict = moduleDict(this.#main);
    code.rc++;
    try {
      return runCode(vm, code, dict, dict);
    } finally {
      drop(vm, code);
    }
  }

  #function(f: HostFunction, name = f.name): Value {
    const body = (vm: Vm, args: readonly Value[]): Value => {
      let answer: unknown;
      try {
        answer = f(...args.map((arg) => toJs(arg, this.#foreign)));
      } catch (error) {
        if (error instanceof PyError) throw error;
        throw newError(vm, exc.RuntimeErrorType, error instanceof Error ? error.message : String(error));
      }
      return fromJs(vm, answer, this.#foreign);
    };
    return newModuleFunction(this.#vm, new NativeDef(name || "<host>", "(*args)", null, body as never, "function", false), "host");
  }

  /** Runs `body` in a scope of its own; a Python error becomes a PythonException. */
  #enter<T>(body: () => T): T {
    if (this.#closed) throw new TypeError("this Vivarium is closed");
    const vm = this.#vm;
    const mark = openScope(vm);
    try {
      return body();
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      const stopped = vm.stopping;
      vm.stopping = false;
      // Describing the error must not fail for want of budget.
      const { budget } = vm;
      vm.budget = null;
      const described = this.#describe(error, stopped);
      vm.budget = budget;
      return raise(described);
    } finally {
      closeScope(vm, mark);
    }
  }

  #describe(error: PyError, stopped: boolean): PythonException {
    const vm = this.#vm;
    const e = error.exc;
    const mark = openScope(vm);
    const attempt = (make: () => string, other: string): string => {
      try {
        return make();
      } catch (inner) {
        if (!(inner instanceof PyError)) throw inner;
        dropError(vm, inner);
        return other;
      }
    };
    const text = attempt(() => textOfObject(vm, e), "<exception str() failed>");
    const lines = attempt(() => {
      const traceback = importModule(vm, "traceback", None, None, 0);
      const parts = callMethod(vm, traceback, intern(vm, "format_exception"), [e]);
      return isList(parts) ? (parts.data as Value[]).map((part) => (isStr(part) ? textOf(part as PyStr) : "")).join("") : "";
    }, `${e.type.name}: ${text}\n`);
    const spent = stopped || (vm.budgetSpent && text === "instruction budget exhausted");
    const described = new PythonException(e.type.name, text, lines, spent);
    dropError(vm, error);
    closeScope(vm, mark);
    return described;
  }

  #flush(): void {
    for (const name of ["stdout", "stderr"]) {
      const stream = dictGetText(this.#vm.sysDict, name);
      if (stream !== undefined && stream !== None) callMethod(this.#vm, stream, intern(this.#vm, "flush"), []);
    }
  }
}

function raise(error: Error): never {
  throw error;
}
