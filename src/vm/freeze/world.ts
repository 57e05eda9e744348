// What an image refers to instead of holding it: the static world, the classes of payloads, objects of which every process has one.
// See docs/freeze.md.
import type { ModuleSpec } from "../../core/define.ts";
import { NativeDef } from "../../core/native-def.ts";
import { Leaf, TypeRec } from "../../core/object.ts";
import { BytesType, newBytes } from "../../types/bytes.ts";
import { slotSpec, type SlotSpec } from "../../types/slot-member.ts";
import { newStr, sharedName, staticName } from "../../types/str/str-object.ts";
import { StrType } from "../../types/str/str.ts";
import { freezableClasses, singletons } from "./classes.ts";
import { FreezeError } from "./format.ts";
import { StaticWorld } from "./static-world.ts";

/** Tells of an object that must not be written, by throwing FreezeError; `where` says how it was reached. */
export type Check = (object: unknown, where: () => string) => void;

export class World {
  private readonly statics: StaticWorld;
  private readonly classNames = new Map<unknown, string>();
  private readonly limits = new Map<unknown, number>();
  check: Check = () => undefined;

  constructor(modules: Readonly<Record<string, (() => ModuleSpec) | undefined>>) {
    this.statics = new StaticWorld(modules, singletons);
    for (const [name, made] of Object.entries(freezableClasses)) this.classNames.set(made.prototype, name);
  }

  /** Only the first items of this array are written. */
  cut(array: unknown[], length: number): void {
    this.limits.set(array, length);
  }

  lengthOf(array: unknown[]): number {
    return this.limits.get(array) ?? array.length;
  }

  /** A name that `object` has in every process. */
  name(object: unknown, name: string): void {
    this.statics.names.set(object, name);
    this.statics.values.set(name, object);
  }

  nameOf(object: unknown): string | undefined {
    return this.statics.names.get(object);
  }

  valueOf(name: string): unknown {
    const found = this.statics.values.get(name);
    if (found === undefined) throw new FreezeError(`the image was made by another build: it needs ${JSON.stringify(name)}`);
    return found;
  }

  /** "s" and the text of a str, "b" and the byte of a bytes, of which every process has one object. */
  sharedTextOf(object: unknown): string | undefined {
    if (!(object instanceof Leaf)) return undefined;
    const { data } = object;
    if (object.type === StrType && typeof data === "string") {
      if (data.length <= 1 && newStr(data) === object) return `s${data}`;
      return sharedName(data) === object ? `n${data}` : undefined;
    }
    if (object.type === BytesType && data.length <= 1 && newBytes(data) === object) return `b${String.fromCharCode(...(data as Uint8Array))}`;
    return undefined;
  }

  sharedOf(text: string): unknown {
    const rest = text.slice(1);
    if (text.startsWith("s")) return newStr(rest);
    if (text.startsWith("n")) return staticName(rest);
    return newBytes(Uint8Array.from(rest, (unit) => unit.charCodeAt(0)));
  }

  slotOf(object: unknown): { name: string; offset: number } | undefined {
    const spec = object as Partial<SlotSpec> | null;
    return spec?.kind === "member" && typeof spec.slot === "object" ? spec.slot : undefined;
  }

  slotSpec(name: string, offset: number): SlotSpec {
    return slotSpec(name, offset);
  }

  classNameOf(object: object): string | undefined {
    return this.classNames.get(Object.getPrototypeOf(object));
  }

  newOf(name: string): object {
    const made = Object.hasOwn(freezableClasses, name) ? freezableClasses[name] : undefined;
    if (made === undefined) throw new FreezeError(`the image was made by another build: it needs the class ${JSON.stringify(name)}`);
    return made.make === undefined ? (Object.create(made.prototype as object) as object) : made.make();
  }

  describe(object: unknown): string {
    if (object instanceof TypeRec) return object.name;
    if (object instanceof NativeDef) return `native ${object.qualname}`;
    const type = (object as { type?: unknown } | null)?.type;
    return type instanceof TypeRec ? `<${type.name}>` : ((object as object).constructor?.name ?? "object");
  }
}
