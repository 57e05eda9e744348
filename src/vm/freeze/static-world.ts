// What every process that runs the same build of Vivarium has: static types and what hangs from them, the functions of native modules.
// Each gets a name that is the same everywhere, so that an image can refer to it. See docs/freeze.md.
import { allStaticTypes } from "../../core/define.ts";
import { slotDefs } from "../../core/slots.ts";
import type { ModuleSpec } from "../../core/define.ts";

/** Names of JavaScript objects and functions that exist without any Vm. */
export class StaticWorld {
  readonly names = new Map<unknown, string>();
  readonly values = new Map<string, unknown>();

  constructor(modules: Readonly<Record<string, (() => ModuleSpec) | undefined>>, more: Readonly<Record<string, unknown>>) {
    const types = allStaticTypes();
    types.forEach((type, i) => {
      const name = `type ${i} ${type.name}`;
      this.put(name, type);
      this.put(`${name} object`, type.obj);
      this.put(`${name} dict`, type.dict);
      this.put(`${name} spec`, type.spec);
    });
    slotDefs.forEach((def, i) => this.tree(`slot ${i}`, def, 3));
    types.forEach((type, i) => {
      const name = `type ${i} ${type.name}`;
      // Slots first: they are what heap types inherit.
      for (const [slot, value] of Object.entries(type)) if (typeof value === "function") this.put(`${name} ${slot}`, value);
      for (const field of ["bases", "mroTuple", "mro", "lookupCache", "sharedKeys", "sharedNames", "extra"] as const) this.put(`${name} ${field}`, type[field]);
      this.tree(`${name} entries`, type.dict?.data, 7);
      this.tree(`${name} spec`, type.spec, 6);
    });
    for (const [name, make] of Object.entries(modules)) {
      if (make === undefined) continue;
      this.put(`module ${name}`, make);
      const spec = make();
      for (const [key, define] of Object.entries(spec.functions ?? {})) {
        const def = define(key);
        this.put(`module ${name} function ${key}`, def.fn);
        this.put(`module ${name} enter ${key}`, def.enter);
      }
      this.tree(`module ${name} spec`, spec, 6);
    }
    for (const [name, value] of Object.entries(more)) this.tree(name, value, 6);
  }

  private put(name: string, value: unknown): boolean {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || this.names.has(value)) return false;
    this.names.set(value, name);
    this.values.set(name, value);
    return true;
  }

  /** Names a value and what it refers to, to a depth. What has a name already keeps it and is not entered. */
  private tree(name: string, value: unknown, depth: number): void {
    if (!this.put(name, value) && !(typeof value === "object" && value !== null && this.names.get(value) === name)) return;
    if (depth === 0 || typeof value === "function" || ArrayBuffer.isView(value)) return;
    if (value instanceof Map) {
      for (const [key, item] of value) if (typeof key === "string") this.tree(`${name}.${key}`, item, depth - 1);
    } else if (value instanceof Set) return;
    // The collector's lists lead from anything tracked to everything.
    else for (const [key, item] of Object.entries(value as object)) if (key !== "gcPrev" && key !== "gcNext" && item !== null && (typeof item === "object" || typeof item === "function")) this.tree(`${name}.${key}`, item, depth - 1);
  }
}
