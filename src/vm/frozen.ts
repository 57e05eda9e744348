// Frozen modules: those of the library that do not come from files by the path, under the names and with the origins that CPython freezes them with.
// Mirrors Python/frozen.c. Their code is the library's own, read when it is first asked for. See docs/vm.md.
import { readCode } from "../bytecode/marshal-read.ts";
import { type CodeUnit, isCodeUnit } from "../bytecode/code-unit.ts";
import { compileSource } from "../compiler/compile.ts";
import type { Leaf, PyObject } from "../core/object.ts";
import { pathBytes } from "../host/posix.ts";
import { newCode } from "../types/code.ts";
import type { StartConfig } from "./config.ts";
import type { Vm } from "./vm.ts";

/** Origins of the parts of importlib that have another name when frozen. */
const ORIGINS: Readonly<Record<string, string>> = { _frozen_importlib: "importlib._bootstrap", _frozen_importlib_external: "importlib._bootstrap_external" };

const MODULES = ["_frozen_importlib", "_frozen_importlib_external", "zipimport", "abc", "codecs", "io", "_collections_abc", "_sitebuiltins", "genericpath", "ntpath", "posixpath", "os", "site", "stat", "importlib.util", "importlib.machinery", "runpy"];

/** Modules for tests of freezing itself: name, origin, file below the library, is it a package. */
const SAMPLES: readonly [name: string, origin: string | null, file: string, isPackage: boolean][] = [
  ["__hello__", "__hello__", "__hello__", false],
  ["__hello_alias__", "__hello__", "__hello__", false],
  ["__phello_alias__", "__hello__", "__hello__", true],
  ["__phello_alias__.spam", "__hello__", "__hello__", false],
  ["__phello__", "__phello__", "__phello__/__init__", true],
  ["__phello__.__init__", "<__phello__", "__phello__/__init__", false],
  ["__phello__.ham", "__phello__.ham", "__phello__/ham/__init__", true],
  ["__phello__.ham.__init__", "<__phello__.ham", "__phello__/ham/__init__", false],
  ["__phello__.ham.eggs", "__phello__.ham.eggs", "__phello__/ham/eggs", false],
  ["__phello__.spam", "__phello__.spam", "__phello__/spam", false],
  ["__hello_only__", null, "", false],
];

/** The source of the one frozen module that is in no file. */
const HELLO_ONLY = 'initialized = True\nprint("Hello world!")\n';

/** Fills the table of frozen modules. */
export function installFrozen(vm: Vm, config: StartConfig): void {
  for (const name of MODULES) {
    const origin = ORIGINS[name] ?? name;
    add(vm, config, name, origin, origin.replaceAll(".", "/"), false);
  }
  for (const [name, origin, file, isPackage] of SAMPLES) add(vm, config, name, origin, file, isPackage);
}

function add(vm: Vm, config: StartConfig, name: string, origin: string | null, file: string, isPackage: boolean): void {
  const module = {
    made: null as PyObject | null,
    code: (): PyObject => {
      if (module.made === null) {
        const made = frozenCode(vm, config, file, origin === null || origin.startsWith("<") || SAMPLES.some(([n]) => n === name) ? name : origin);
        made.rc++;
        vm.rootVisitors.push((report) => report(`frozen module ${name}`, made));
        module.made = made;
      }
      return module.made;
    },
    isPackage,
    origin,
  };
  vm.frozenModules.set(name, module);
}

function frozenCode(vm: Vm, config: StartConfig, file: string, name: string): Leaf {
  const filename = `<frozen ${name}>`;
  const compiled = (source: Uint8Array | string): Leaf => newCode(vm, compileSource(source, { filename, mode: "exec", optimize: 0, flags: 0, warn: () => false }));
  if (file === "") return compiled(HELLO_ONLY);
  const slash = file.lastIndexOf("/");
  const cache = `${config.library}/${file.slice(0, slash + 1)}__pycache__/${file.slice(slash + 1)}.cpython-314`;
  const frozen = readFile(vm, `${cache}.frozen`);
  if (frozen !== undefined) return newCode(vm, readCode(frozen));
  const pyc = readFile(vm, `${cache}.pyc`);
  if (pyc !== undefined && pyc.length > 16 && pyc[0] === 0x2b && pyc[1] === 0x0e) {
    const unit = readCode(pyc.subarray(16));
    rename(unit, unit.filename, filename);
    return newCode(vm, unit);
  }
  const source = readFile(vm, `${config.library}/${file}.py`);
  if (source === undefined) throw new MissingLibrary(config.library);
  return compiled(source);
}

/** There is no standard library where it should be. */
export class MissingLibrary extends Error {
  readonly library: string;
  constructor(library: string) {
    super(`the standard library is missing at ${library}`);
    this.library = library;
  }
}

/** Gives a code unit and those inside it another filename. */
function rename(unit: CodeUnit, from: string, to: string): void {
  unit.filename = to;
  for (const c of unit.consts) if (isCodeUnit(c) && c.filename === from) rename(c, from, to);
}

function readFile(vm: Vm, path: string): Uint8Array | undefined {
  const { files } = vm.host;
  if (files?.lookup(pathBytes(path), true) === undefined) return undefined;
  try {
    const fd = files.open(pathBytes(path), 0, 0);
    try {
      const size = Number(files.stat(fd).size);
      const bytes = new Uint8Array(size);
      let at = 0;
      while (at < size) {
        const n = files.read(fd, bytes.subarray(at));
        if (n === 0) break;
        at += n;
      }
      return bytes.subarray(0, at);
    } finally {
      files.close(fd);
    }
  } catch {
    return undefined;
  }
}
