// A booted machine as start-up image: a Vm that has imported what every start imports, made before it is known what will run, and woken with the
// options, the environment and the streams of a process. See docs/startup.md.
import { callMethod } from "../core/call.ts";
import { importModule } from "../core/import.ts";
import type { Container } from "../core/object.ts";
import type { Host } from "../host/host.ts";
import { bringAll, collect, gcState } from "../memory/gc.ts";
import { closeScope } from "../memory/ref.ts";
import { connectSignals } from "../modules/_signal.ts";
import { fillEnviron } from "../modules/posix/process.ts";
import { addConfiguration } from "../modules/sys/info.ts";
import { setZones } from "../modules/time.ts";
import { dictGetText, dictSetText } from "../types/dict/dict-object.ts";
import { DictTable, rehashDict } from "../types/dict/table.ts";
import { moduleDict } from "../types/module.ts";
import { None } from "../types/none.ts";
import { rehashSet, SetTable } from "../types/set/table.ts";
import { intern } from "../types/str/str-object.ts";
import { defaultConfig, type StartConfig } from "./config.ts";
import { prepare } from "./prepared.ts";
import { installStreams, seedHash, startVm } from "./startup.ts";
import type { Vm } from "./vm.ts";

export interface BootImage {
  /** Null once it was woken. */
  vm: Vm | null;
  readonly library: string;
  /** Tables whose places depend on the hash seed. */
  readonly sets: readonly SetTable[];
  readonly dicts: readonly DictTable[];
}

/** Modules that most starts need, but not at a moment when all would: they are in the image, but not in sys.modules. */
const PREPARED = ["linecache"];

const STREAMS = ["stdin", "stdout", "stderr"];

/** What may differ from the image's own configuration: wakeImage applies it. */
const APPLIED: ReadonlySet<string> = new Set<keyof StartConfig>([
  "argv", "origArgv", "executable", "unbuffered", "dontWriteBytecode", "ignoreEnvironment", "isolated", "noUserSite", "safePath", "inspect", "interactive", "quiet", "debug", "utf8Mode", "hashSeed",
  "intMaxStrDigits", "randomHash", "skipFirstLine", "cpuCount", "stdioErrors", "memoryLimit",
]);

/** The configuration that an image is booted with: what the command makes of no options and no environment. */
function imageConfig(library: string): StartConfig {
  return { ...defaultConfig(), library, path: [library] };
}

/** A clock that does not ask where it is. */
export function withoutZone(clock: Host["clock"]): Host["clock"] {
  if (clock === undefined) return undefined;
  return Object.assign(Object.create(clock) as NonNullable<Host["clock"]>, { local: () => ({ offset: 0, dst: false, name: "UTC" }) });
}

/** Boots a Vm as far as every start goes. The host is that of the machine that builds: nothing of it may stay. */
export function bootImage(host: Host, library: string): BootImage {
  // The module site is there, but has not looked for anybody's packages yet.
  const vm = startVm({ clock: withoutZone(host.clock), files: host.files }, { ...imageConfig(library), site: false });
  importModule(vm, "site", None, None, 0);
  closeScope(vm, 0);
  for (const name of PREPARED) prepare(vm, name);
  for (const name of STREAMS) {
    dictSetText(vm, vm.sysDict, name, None);
    dictSetText(vm, vm.sysDict, `__${name}__`, None);
  }
  closeScope(vm, 0);
  const { collections, collected } = gcState(vm).stats[2]!;
  collect(vm, 2);
  Object.assign(gcState(vm).stats[2]!, { collections, collected });
  bringAll(vm);
  vm.host = {};
  vm.config = null;
  return { vm, library, ...seededTables(vm) };
}

/** Can a process with this configuration wake the image, or must it boot? */
export function fitsImage(image: BootImage, config: StartConfig): boolean {
  if (image.vm === null) return false;
  const own = imageConfig(image.library);
  for (const key of Object.keys(own) as (keyof StartConfig)[]) {
    if (!APPLIED.has(key) && JSON.stringify(own[key]) !== JSON.stringify(config[key])) return false;
  }
  return Object.keys(config.moreModules).length === 0;
}

/** The Vm of an image in this process, as startVm would have made it. Raises PyError when start-up fails. */
export function wakeImage(image: BootImage, host: Host, config: StartConfig): Vm {
  const vm = image.vm!;
  image.vm = null;
  vm.host = host;
  vm.config = config;
  vm.intMaxStrDigits = config.intMaxStrDigits;
  vm.memoryLimit = config.memoryLimit ?? host.memory?.use().heapLimit ?? vm.memoryLimit;
  vm.memory = null;
  reseed(image, vm);
  addConfiguration(vm, vm.sysDict);
  const module = (name: string): Container => dictGetText(vm.modules, name) as Container;
  fillEnviron(vm, dictGetText(moduleDict(module("posix")), "environ") as Container);
  setZones(vm, moduleDict(module("time")));
  installStreams(vm);
  connectSignals(vm);
  closeScope(vm, 0);
  callMethod(vm, module("site"), intern(vm, "main"), []);
  closeScope(vm, 0);
  return vm;
}

function reseed(image: BootImage, vm: Vm): void {
  seedHash(vm, (vm.config as StartConfig).hashSeed);
  vm.moduleState.delete("str.hash");
  vm.moduleState.delete("hash.key");
  for (const table of image.sets) rehashSet(vm, table);
  for (const table of image.dicts) rehashDict(vm, table);
}

/** Finds the tables whose keys' hashes depend on the seed: all that hold more than strs and numbers, and all sets of strs. */
function seededTables(vm: Vm): { sets: SetTable[]; dicts: DictTable[] } {
  const sets: SetTable[] = [];
  const dicts: DictTable[] = [];
  const seen = new Set<object>();
  const waiting: object[] = [vm];
  const meet = (v: unknown): void => {
    if (typeof v !== "object" || v === null || seen.has(v)) return;
    seen.add(v);
    waiting.push(v);
  };
  for (let o = waiting.pop(); o !== undefined; o = waiting.pop()) {
    if (ArrayBuffer.isView(o)) continue;
    if (o instanceof SetTable) sets.push(o);
    else if (o instanceof DictTable && !o.simple && o.index !== null) dicts.push(o);
    if (o instanceof Map) for (const pair of o) pair.forEach(meet);
    else if (o instanceof Set) for (const v of o) meet(v);
    else if (Array.isArray(o)) o.forEach(meet);
    for (const key of Object.keys(o)) meet((o as Record<string, unknown>)[key]);
  }
  return { sets, dicts };
}
