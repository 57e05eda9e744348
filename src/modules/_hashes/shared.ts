// What the types of hash objects have in common: their methods and attributes, and the data that they take. Mirrors
// Modules/hashlib.h. See docs/modules.md.
import type { Digest } from "../../base/digest/block-hash.ts";
import { asBytesLike, Container, hasBuffer, isStr, newBytes, newInt, newStr, note, track, typeError, type TypeRec, type TypeSpec, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";

/** How a constructor takes its data. */
export const DATA_SIGNATURE = "($module, /, data=b'', *, usedforsecurity=True, string=None)";

export const hashOf = (self: Value): Digest => (self as Container).data as Digest;

export function hexText(bytes: Uint8Array): string {
  let out = "";
  for (const b of bytes) out += b.toString(16).padStart(2, "0");
  return out;
}

/** The bytes to be hashed. */
export function hashData(vm: Vm, v: Value): Uint8Array {
  if (isStr(v)) throw typeError(vm, "Strings must be encoded before hashing");
  if (!hasBuffer(v)) throw typeError(vm, "object supporting the buffer API required");
  return asBytesLike(vm, v);
}

/** The data of a constructor, which may come as `data` or, for a while yet, as `string`. */
export function givenData(vm: Vm, data: Value | undefined, string: Value | undefined): Uint8Array | undefined {
  if (data !== undefined && string !== undefined) {
    throw typeError(vm, "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.");
  }
  const given = data ?? string;
  return given === undefined ? undefined : hashData(vm, given);
}

/** A hash object. */
export function newHash(vm: Vm, type: TypeRec, hash: Digest): Value {
  const made = new Container(type, hash, null);
  track(vm, made);
  return note(vm, made);
}

/** copy(), digest(), hexdigest(), update() and the attributes; `prefix` names their docs. */
export function hashMembers(prefix: string): Required<Pick<TypeSpec, "methods" | "getset">> {
  const D = documented(prefix, docs);
  return {
    methods: {
      copy: D.method("copy", (vm: Vm, self: Container) => newHash(vm, self.type, hashOf(self).copy())),
      digest: D.method("digest", (_vm: Vm, self: Value) => newBytes(hashOf(self).digest())),
      hexdigest: D.method("hexdigest", (_vm: Vm, self: Value) => newStr(hexText(hashOf(self).digest()))),
      update: D.method("update", (vm: Vm, self: Value, data: Value) => hashOf(self).update(hashData(vm, data))),
    },
    getset: {
      block_size: D.getset("block_size", (_vm, self) => newInt(hashOf(self).blockSize)),
      digest_size: D.getset("digest_size", (_vm, self) => newInt(hashOf(self).digestSize)),
      name: D.getset("name", (_vm, self) => newStr(hashOf(self).name)),
    },
  };
}
