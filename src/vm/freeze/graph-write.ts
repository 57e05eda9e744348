// Writes a graph of JavaScript objects: each once, in the order in which they are met; a reference is a number. See docs/freeze.md.
import { FreezeError, ImageWriter } from "./format.ts";
import type { World } from "./world.ts";

// How a value is written ...
export const V_UNDEFINED = 0;
export const V_NULL = 1;
export const V_FALSE = 2;
export const V_TRUE = 3;
export const V_COUNT = 4;
export const V_NEGATIVE = 5;
export const V_DOUBLE = 6;
export const V_TEXT = 7;
export const V_BIGINT = 8;
export const V_OBJECT = 9;
/** `n` times the same value. */
export const V_RUN = 10;

// ... and what an object is.
export const O_STATIC = 0;
export const O_ARRAY = 1;
export const O_PLAIN = 2;
export const O_CLASS = 3;
export const O_MAP = 4;
export const O_SET = 5;
export const O_TYPED = 6;
export const O_SLOT_SPEC = 7;
/** A str of at most one Latin-1 character, a bytes of at most one byte, a name of ours: one object each in every process. */
export const O_SHARED = 8;

export const TYPED = [Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float64Array, BigInt64Array, BigUint64Array, Uint8ClampedArray, Float32Array] as const;

export interface GraphImage {
  readonly texts: Uint8Array;
  readonly kinds: Uint8Array;
  readonly fields: Uint8Array;
}

/** The graph of what `root` refers to. `world` names what is not to be written. Throws FreezeError for what cannot be. */
export function writeGraph(root: object, world: World): GraphImage {
  const texts = new Map<string, number>();
  const textBytes = new ImageWriter();
  const kinds = new ImageWriter();
  const fields = new ImageWriter();
  const ids = new Map<unknown, number>();
  const queue: unknown[] = [];
  /** Who referred to an object first: for messages. */
  const owners: [owner: number, key: string][] = [];

  const textId = (text: string): number => {
    let id = texts.get(text);
    if (id === undefined) {
      id = texts.size;
      texts.set(text, id);
      textBytes.text(text);
    }
    return id;
  };
  const objectId = (object: unknown, owner: number, key: string): number => {
    let id = ids.get(object);
    if (id === undefined) {
      id = queue.length;
      ids.set(object, id);
      queue.push(object);
      owners.push([owner, key]);
    }
    return id;
  };
  const where = (id: number): string => {
    const parts: string[] = [];
    for (let at = id, n = 0; at > 0 && n < 8; n++) {
      const [owner, key] = owners[at]!;
      parts.unshift(`${world.describe(queue[owner])}.${key}`);
      at = owner;
    }
    return parts.join(" > ");
  };
  let current = 0;
  const value = (v: unknown, key: string): void => {
    switch (typeof v) {
      case "undefined":
        fields.byte(V_UNDEFINED);
        return;
      case "boolean":
        fields.byte(v ? V_TRUE : V_FALSE);
        return;
      case "number":
        if (Number.isSafeInteger(v) && !Object.is(v, -0)) {
          fields.byte(v < 0 ? V_NEGATIVE : V_COUNT);
          fields.count(Math.abs(v));
        } else {
          fields.byte(V_DOUBLE);
          fields.double(v);
        }
        return;
      case "string":
        fields.byte(V_TEXT);
        fields.count(textId(v));
        return;
      case "bigint":
        fields.byte(V_BIGINT);
        fields.count(textId(v.toString(16)));
        return;
      case "object":
      case "function":
        if (v === null) fields.byte(V_NULL);
        else {
          fields.byte(V_OBJECT);
          fields.count(objectId(v, current, key));
        }
        return;
      default:
        throw new FreezeError(`cannot freeze a ${typeof v} (${where(current)}.${key})`);
    }
  };
  const properties = (object: object): void => {
    const entries = Object.entries(object);
    fields.count(entries.length);
    for (const [key, item] of entries) {
      fields.count(textId(key));
      value(item, key);
    }
  };

  objectId(root, 0, "");
  for (; current < queue.length; current++) {
    const object = queue[current];
    const name = world.nameOf(object);
    if (name !== undefined) {
      kinds.byte(O_STATIC);
      kinds.count(textId(name));
      continue;
    }
    if (typeof object === "function") throw new FreezeError(`cannot freeze a host function (${where(current)})`);
    const shared = world.sharedTextOf(object);
    if (shared !== undefined) {
      kinds.byte(O_SHARED);
      kinds.count(textId(shared));
      continue;
    }
    world.check(object, () => where(current));
    const slot = world.slotOf(object);
    if (slot !== undefined) {
      kinds.byte(O_SLOT_SPEC);
      kinds.count(textId(slot.name));
      kinds.count(slot.offset);
    } else if (Array.isArray(object)) {
      kinds.byte(O_ARRAY);
      const length = world.lengthOf(object);
      fields.count(length);
      for (let i = 0; i < length; ) {
        let n = 1;
        while (i + n < length && n < 1 << 20 && object[i + n] === object[i]) n++;
        if (n > 3) {
          fields.byte(V_RUN);
          fields.count(n);
        } else n = 1;
        value(object[i], String(i));
        i += n;
      }
    } else if (object instanceof Map) {
      kinds.byte(O_MAP);
      fields.count(object.size);
      for (const [key, item] of object as Map<unknown, unknown>) {
        value(key, "key");
        value(item, typeof key === "string" ? key : "value");
      }
    } else if (object instanceof Set) {
      kinds.byte(O_SET);
      fields.count(object.size);
      for (const item of object as Set<unknown>) value(item, "item");
    } else if (ArrayBuffer.isView(object)) {
      const kind = TYPED.findIndex((made) => object.constructor === made || (made === Uint8Array && object instanceof Uint8Array));
      if (kind < 0) throw new FreezeError(`cannot freeze a ${object.constructor.name} (${where(current)})`);
      kinds.byte(O_TYPED);
      kinds.byte(kind);
      kinds.raw(new Uint8Array(object.buffer, object.byteOffset, object.byteLength));
    } else {
      const prototype: unknown = Object.getPrototypeOf(object);
      if (prototype === Object.prototype || prototype === null) kinds.byte(O_PLAIN);
      else {
        const name = world.classNameOf(object as object);
        if (name === undefined) throw new FreezeError(`cannot freeze a ${(object as object).constructor.name} (${where(current)})`);
        kinds.byte(O_CLASS);
        kinds.count(textId(name));
      }
      properties(object as object);
    }
  }
  const head = new ImageWriter();
  head.count(texts.size);
  const body = textBytes.result();
  const all = new ImageWriter();
  all.count(queue.length);
  const headed = (first: Uint8Array, rest: Uint8Array): Uint8Array => {
    const out = new Uint8Array(first.length + rest.length);
    out.set(first);
    out.set(rest, first.length);
    return out;
  };
  return { texts: headed(head.result(), body), kinds: headed(all.result(), kinds.result()), fields: fields.result() };
}
