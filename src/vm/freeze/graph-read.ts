// Reads what graph-write.ts wrote: first all objects, empty, then their fields. See docs/freeze.md.
import { FreezeError, ImageReader } from "./format.ts";
import {
  type GraphImage, O_ARRAY, O_CLASS, O_MAP, O_PLAIN, O_SET, O_SHARED, O_SLOT_SPEC, O_STATIC, O_TYPED, TYPED, V_BIGINT, V_COUNT, V_DOUBLE, V_FALSE, V_NEGATIVE, V_NULL,
  V_OBJECT, V_RUN, V_TEXT, V_TRUE, V_UNDEFINED,
} from "./graph-write.ts";
import type { World } from "./world.ts";

/** Items of all arrays together: an image that claims more is damaged. */
const MOST_ITEMS = 1 << 27;

/** The root of the graph. Throws FreezeError when the image does not fit this build or is damaged. */
export function readGraph(image: GraphImage, world: World): object {
  const texts: string[] = [];
  const textReader = new ImageReader(image.texts);
  for (let n = textReader.length(); n > 0; n--) texts.push(textReader.text());
  const text = (index: number): string => {
    const found = texts[index];
    if (found === undefined) throw new FreezeError("the image refers to a text that it does not have");
    return found;
  };
  const kinds = new ImageReader(image.kinds);
  const fields = new ImageReader(image.fields);
  const count = kinds.length();
  const objects: unknown[] = [];
  const filled: number[] = [];
  for (let i = 0; i < count; i++) {
    const kind = kinds.byte();
    filled.push(kind);
    switch (kind) {
      case O_STATIC:
        objects.push(world.valueOf(text(kinds.count())));
        break;
      case O_SHARED:
        objects.push(world.sharedOf(text(kinds.count())));
        break;
      case O_SLOT_SPEC:
        objects.push(world.slotSpec(text(kinds.count()), kinds.count()));
        break;
      case O_ARRAY:
        objects.push([]);
        break;
      case O_PLAIN:
        objects.push({});
        break;
      case O_MAP:
        objects.push(new Map());
        break;
      case O_SET:
        objects.push(new Set());
        break;
      case O_CLASS:
        objects.push(world.newOf(text(kinds.count())));
        break;
      case O_TYPED: {
        const made = TYPED[kinds.byte()];
        const bytes = kinds.raw();
        if (made === undefined || bytes.length % made.BYTES_PER_ELEMENT !== 0) throw new FreezeError("the image holds a malformed array of numbers");
        objects.push(new made(bytes.buffer as ArrayBuffer, 0, bytes.length / made.BYTES_PER_ELEMENT));
        break;
      }
      default:
        throw new FreezeError("the image holds an object of an unknown kind");
    }
  }
  let runs = 0;
  let repeated: unknown;
  const value = (): unknown => {
    const tag = fields.byte();
    switch (tag) {
      case V_UNDEFINED:
        return undefined;
      case V_NULL:
        return null;
      case V_FALSE:
        return false;
      case V_TRUE:
        return true;
      case V_COUNT:
        return fields.count();
      case V_NEGATIVE:
        return -fields.count();
      case V_DOUBLE:
        return fields.double();
      case V_TEXT:
        return text(fields.count());
      case V_BIGINT: {
        const digits = text(fields.count());
        if (!/^-?[0-9a-f]+$/.test(digits)) throw new FreezeError("the image holds a malformed number");
        return digits.startsWith("-") ? -BigInt(`0x${digits.slice(1)}`) : BigInt(`0x${digits}`);
      }
      case V_OBJECT: {
        const id = fields.count();
        if (id >= count) throw new FreezeError("the image refers to an object that it does not have");
        return objects[id];
      }
      case V_RUN:
        runs = fields.count();
        if (runs > 1 << 20) throw new FreezeError("the image holds a run that is too long");
        repeated = value();
        runs--;
        return repeated;
      default:
        throw new FreezeError("the image holds a value of an unknown kind");
    }
  };
  let items = 0;
  for (let i = 0; i < count; i++) {
    const object = objects[i];
    switch (filled[i]) {
      case O_ARRAY: {
        const array = object as unknown[];
        const length = fields.count();
        items += length;
        if (items > MOST_ITEMS) throw new FreezeError("the image holds arrays that are too long");
        runs = 0;
        for (let k = 0; k < length; k++) {
          if (runs > 0) {
            runs--;
            array.push(repeated);
          } else array.push(value());
        }
        break;
      }
      case O_PLAIN:
      case O_CLASS:
        for (let n = fields.length(); n > 0; n--) {
          const key = text(fields.count());
          if (key === "__proto__") throw new FreezeError("the image holds a field that no object has");
          (object as Record<string, unknown>)[key] = value();
        }
        break;
      case O_MAP:
        for (let n = fields.length(); n > 0; n--) {
          const key = value();
          (object as Map<unknown, unknown>).set(key, value());
        }
        break;
      case O_SET:
        for (let n = fields.length(); n > 0; n--) (object as Set<unknown>).add(value());
        break;
      default:
    }
  }
  if (!fields.done || !kinds.done) throw new FreezeError("the image is longer than its contents");
  return objects[0] as object;
}
