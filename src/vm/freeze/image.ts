// Freezing a Vm to bytes and thawing it, in this process or another. See docs/freeze.md.
import { crc32 } from "../../base/checksums.ts";
import { Container, Instance, type PyObject } from "../../core/object.ts";
import { TypeRec } from "../../core/object.ts";
import type { Host } from "../../host/host.ts";
import { topOfStack } from "../../interpreter/ops/call.ts";
import { installCodecs } from "../../modules/_codecs/text-codecs.ts";
import { FileData } from "../../modules/_io/fileio.ts";
import { connectSignals } from "../../modules/_signal.ts";
import { connectWarnings } from "../../modules/_warnings.ts";
import { builtinsModule } from "../../modules/builtins/index.ts";
import { nativeModules } from "../../modules/registry.ts";
import { connectHooks, jitModule, sysModule } from "../../modules/sys/index.ts";
import { monitoringModule } from "../../modules/sys/monitoring.ts";
import { bareVm } from "../bootstrap.ts";
import { warmUp } from "../../interpreter/breaker.ts";
import { GeneratorData } from "../../types/generator.ts";
import { installFrozen } from "../frozen.ts";
import type { Vm } from "../vm.ts";
import { headsOf, keepTracked, withoutStatics } from "./generations.ts";
import { FreezeError, ImageReader, ImageWriter } from "./format.ts";
import { readGraph } from "./graph-read.ts";
import { writeGraph } from "./graph-write.ts";
import { World } from "./world.ts";

const MAGIC = "vivarium image 1\n";

/** Fields of a Vm that its process gives it. */
const NOT_FROZEN: ReadonlySet<string> = new Set(["host", "nativeModules", "frozenModules", "framePool", "finishers", "rootVisitors", "finalized", "addresses", "trash", "unwinding", "memory"]);

/** States of modules that are made again when they are needed. */
const SPARE: ReadonlySet<string> = new Set(["_sre"]);

/** What a host that can be frozen along with its Vm offers (the memory host does). */
interface FreezableHost {
  state(): object;
  restore(state: object): void;
  names(): Record<string, unknown>;
}

const freezable = (host: Host): FreezableHost | undefined => ("state" in host && "restore" in host && "names" in host ? (host as unknown as FreezableHost) : undefined);

/** The root of an image's graph. */
interface Frozen {
  readonly fields: Record<string, unknown>;
  readonly host: object | undefined;
  readonly finalized: unknown[];
  readonly addresses: [object: unknown, address: number][];
  readonly extra: unknown;
}

/** Native modules that the registry does not list. */
const builtIn = { sys: () => sysModule, builtins: () => builtinsModule, "sys.monitoring": () => monitoringModule, "sys._jit": () => jitModule };

function worldOf(modules: Iterable<string>): World {
  const specs: Record<string, (() => ReturnType<NonNullable<(typeof nativeModules)[string]>>) | undefined> = { ...builtIn };
  for (const name of modules) specs[name] ??= nativeModules[name];
  return new World(specs);
}

/**
 * The bytes of a Vm that stands still: between two runs, or paused by `Vm.pauseAfter`. `extra` goes along (Python objects of the Vm, plain
 * data). Throws FreezeError, with the way from the Vm to it, when something cannot be written: an open file of the real system, a host function.
 */
export function freezeVm(vm: Vm, extra: unknown = null): Uint8Array {
  if (vm.nativeDepth > 0) throw new FreezeError("a Vm can be frozen only while it stands still");
  const modules = [...vm.nativeInstances.keys()];
  const world = worldOf(modules);
  world.name(vm, "the Vm");
  const host = freezable(vm.host);
  if (host !== undefined) for (const [name, value] of Object.entries(host.names())) world.name(value, `host ${name}`);
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(vm)) if (!NOT_FROZEN.has(name) && typeof value !== "function") fields[name] = value;
  fields["moduleState"] = new Map([...vm.moduleState].filter(([name]) => !SPARE.has(name)));
  world.cut(vm.stack, vm.frame === null ? 0 : topOfStack(vm));
  world.cut(vm.scope, vm.scopeCount);
  // A first pass finds the objects that have an address or were finalized: these live in weak tables.
  const frozen: Frozen = { fields, host: host?.state(), finalized: [], addresses: [], extra };
  const found = new Set<object>();
  world.check = (object, where) => {
    if (object instanceof FileData && object.fd > 2 && host === undefined) throw new FreezeError(`cannot freeze an open file, descriptor ${object.fd} (${where()})`);
    // What a generator's slots held before goes not along.
    if (object instanceof GeneratorData) world.cut(object.slots, object.count);
    if (object instanceof Container || object instanceof Instance || object instanceof TypeRec || "rc" in (object as object)) found.add(object as object);
  };
  const graph = withoutStatics(vm, () => {
    writeGraph(frozen, world);
    for (const object of found) {
      if ((object instanceof Container || object instanceof Instance) && vm.isFinalized(object)) frozen.finalized.push(object);
      const address = vm.addresses.get(object);
      if (address !== undefined) frozen.addresses.push([object, address]);
    }
    world.check = () => undefined;
    return writeGraph(frozen, world);
  });
  const body = new ImageWriter();
  body.text(modules.join(" "));
  body.raw(graph.texts);
  body.raw(graph.kinds);
  body.raw(graph.fields);
  const bytes = body.result();
  const out = new ImageWriter();
  for (let i = 0; i < MAGIC.length; i++) out.byte(MAGIC.charCodeAt(i));
  out.count(crc32(bytes));
  out.raw(bytes);
  return out.result();
}

/** A Vm as it was frozen, with a host of this process. Throws FreezeError for bytes that are no image, are damaged, or were made by another build. */
export function thawVm(bytes: Uint8Array, host: Host): { vm: Vm; extra: unknown } {
  const reader = new ImageReader(bytes);
  for (let i = 0; i < MAGIC.length; i++) if (bytes.length <= i || reader.byte() !== MAGIC.charCodeAt(i)) throw new FreezeError("not an image of a Vivarium of this version");
  const sum = reader.count();
  const body = reader.raw();
  if (crc32(body) !== sum || !reader.done) throw new FreezeError("the image is damaged");
  const parts = new ImageReader(body);
  const modules = parts.text().split(" ");
  const vm = bareVm(host);
  const world = worldOf(modules);
  world.name(vm, "the Vm");
  const own = freezable(host);
  if (own !== undefined) for (const [name, value] of Object.entries(own.names())) world.name(value, `host ${name}`);
  const frozen = readGraph({ texts: parts.raw(), kinds: parts.raw(), fields: parts.raw() }, world) as Frozen;
  if (frozen.host !== undefined) {
    if (own === undefined) throw new FreezeError("the image brings a world in memory along and needs a host in memory");
    own.restore(frozen.host);
  }
  const heads = headsOf(vm);
  Object.assign(vm, frozen.fields);
  keepTracked(vm, heads);
  vm.nativeModules = nativeModules;
  warmUp(vm);
  installFrozen(vm, vm.config);
  for (const object of frozen.finalized) vm.setFinalized(object as Container);
  for (const [object, address] of frozen.addresses) vm.addresses.set(object as PyObject, address);
  vm.growStack(vm.stack.length + 1024);
  installCodecs(vm);
  connectWarnings(vm);
  connectHooks(vm);
  connectSignals(vm);
  return { vm, extra: frozen.extra };
}
