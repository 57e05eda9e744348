// _blake2: BLAKE2b and BLAKE2s with all their parameters. Mirrors Modules/blake2module.c over base/digest/blake2.ts. See docs/modules.md.
import { Blake2b, Blake2s } from "../../base/digest/blake2.ts";
import type { Digest } from "../../base/digest/block-hash.ts";
import { asBytesLike, asIndex, asInt32, defineModule, defineType, overflowError, truth, type TypeRec, type Value, valueError, type Vm } from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { GIL_MINSIZE } from "./md5-sha.ts";
import { givenData, hashMembers, newHash } from "./shared.ts";

const D = documented("_blake2", docs);

interface Kind {
  readonly name: "blake2b" | "blake2s";
  readonly title: string;
  readonly maxDigest: number;
  readonly maxKey: number;
  /** Sizes of salt and personal string. */
  readonly salt: number;
  readonly offsetBits: number;
}

const B: Kind = { name: "blake2b", title: "Blake2b", maxDigest: 64, maxKey: 64, salt: 16, offsetBits: 64 };
const S: Kind = { name: "blake2s", title: "Blake2s", maxDigest: 32, maxKey: 32, salt: 8, offsetBits: 48 };

function unsigned(vm: Vm, v: Value | undefined, bits: number, name: string): bigint {
  if (v === undefined) return 0n;
  const n = BigInt(asIndex(vm, v));
  if (n < 0n) throw valueError(vm, "Cannot convert negative int");
  if (n >= 1n << 64n) throw overflowError(vm, `Python int too large for C unsigned ${name === "leaf_size" ? "long" : "long long"}`);
  if (n >= 1n << BigInt(bits)) throw overflowError(vm, `${name} is too large`);
  return n;
}

function ranged(vm: Vm, v: Value | undefined, fallback: number, low: number, high: number, message: string): number {
  const n = v === undefined ? fallback : asInt32(vm, v);
  if (n < low || n > high) throw valueError(vm, message);
  return n;
}

function bytesUpTo(vm: Vm, v: Value | undefined, max: number, name: string): Uint8Array {
  const bytes = v === undefined ? new Uint8Array() : asBytesLike(vm, v);
  if (bytes.length > max) throw valueError(vm, `maximum ${name} length is ${max} bytes`);
  return bytes;
}

type Parameters = [data?: Value, digestSize?: Value, key?: Value, salt?: Value, person?: Value, fanout?: Value, depth?: Value, leafSize?: Value, nodeOffset?: Value, nodeDepth?: Value, innerSize?: Value, lastNode?: Value, security?: Value, string?: Value];

/** The parameter block (RFC 7693, with the fields of trees) and the hash that starts with it. */
function make(vm: Vm, kind: Kind, given: Parameters): Digest {
  const [data, digestSize, key, salt, person, fanout, depth, leafSize, nodeOffset, nodeDepth, innerSize, lastNode, , string] = given;
  const bytes = givenData(vm, data, string);
  const size = digestSize === undefined ? kind.maxDigest : asInt32(vm, digestSize);
  if (size < 1 || size > kind.maxDigest) throw valueError(vm, `digest_size for ${kind.title} must be between 1 and ${kind.maxDigest} bytes, here it is ${size}`);
  const block = new Uint8Array(kind.maxDigest);
  const view = new DataView(block.buffer);
  block[0] = size;
  const saltBytes = bytesUpTo(vm, salt, kind.salt, "salt");
  block.set(saltBytes, kind.maxDigest - 2 * kind.salt);
  block.set(bytesUpTo(vm, person, kind.salt, "person"), kind.maxDigest - kind.salt);
  block[2] = ranged(vm, fanout, 1, 0, 255, "fanout must be between 0 and 255");
  block[3] = ranged(vm, depth, 1, 1, 255, "depth must be between 1 and 255");
  view.setUint32(4, Number(unsigned(vm, leafSize, 32, "leaf_size")), true);
  const offset = unsigned(vm, nodeOffset, kind.offsetBits, "node_offset");
  view.setUint32(8, Number(offset & 0xffffffffn), true);
  const high = Number(offset >> 32n);
  if (kind.offsetBits === 64) view.setUint32(12, high, true);
  else view.setUint16(12, high, true);
  const at = kind.offsetBits === 64 ? 16 : 14;
  block[at] = ranged(vm, nodeDepth, 0, 0, 255, "node_depth must be between 0 and 255");
  block[at + 1] = ranged(vm, innerSize, 0, 0, kind.maxDigest, `inner_size must be between 0 and is ${kind.maxDigest}`);
  const keyBytes = bytesUpTo(vm, key, kind.maxKey, "key");
  block[1] = keyBytes.length;
  const last = lastNode !== undefined && truth(vm, lastNode);
  const hash = kind === B ? new Blake2b(size, block, keyBytes, last) : new Blake2s(size, block, keyBytes, last);
  if (bytes !== undefined) hash.update(bytes);
  return hash;
}

function blakeType(kind: Kind): TypeRec {
  const bind = constructorArguments(
    kind.name,
    "(data=b'', *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True, string=None)",
  );
  return defineType({
    name: `_blake2.${kind.name}`,
    doc: D.doc(kind.name),
    ...D.signature(kind.name),
    ...hashMembers(`_blake2.${kind.name}`),
    attributes: { SALT_SIZE: () => kind.salt, PERSON_SIZE: () => kind.salt, MAX_KEY_SIZE: () => kind.maxKey, MAX_DIGEST_SIZE: () => kind.maxDigest },
    slots: {
      tp_new: (vm, type, args, kwnames) => newHash(vm, type, make(vm, kind, bind(vm, args, kwnames) as Parameters)),
      tp_traverse: () => {},
      tp_clear: () => {},
    },
  });
}

export const blake2Module = defineModule({
  name: "_blake2",
  doc: D.doc(""),
  types: { blake2b: blakeType(B), blake2s: blakeType(S) },
  attributes: {
    _GIL_MINSIZE: () => GIL_MINSIZE,
    BLAKE2B_MAX_DIGEST_SIZE: () => B.maxDigest,
    BLAKE2B_MAX_KEY_SIZE: () => B.maxKey,
    BLAKE2B_PERSON_SIZE: () => B.salt,
    BLAKE2B_SALT_SIZE: () => B.salt,
    BLAKE2S_MAX_DIGEST_SIZE: () => S.maxDigest,
    BLAKE2S_MAX_KEY_SIZE: () => S.maxKey,
    BLAKE2S_PERSON_SIZE: () => S.salt,
    BLAKE2S_SALT_SIZE: () => S.salt,
  },
});
