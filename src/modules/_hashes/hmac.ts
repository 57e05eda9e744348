// _hmac: HMAC over the hashes of this folder. Mirrors Modules/hmacmodule.c over base/digest. See docs/modules.md.
import type { Digest } from "../../base/digest/block-hash.ts";
import { Blake2b, Blake2s } from "../../base/digest/blake2.ts";
import { newHmac, newMd5, newSha1, newSha224, newSha256, newSha384, newSha512, Sha3 } from "../../base/digest/library-hash.ts";
import { addressText, defineModule, defineType, exc, isStr, type ModuleSpec, newBytes, newError, None, reprText, strFromJs, textOf, TPFLAGS_DISALLOW_INSTANTIATION, typeError, type TypeRec, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { exceptionClass } from "../exception-class.ts";
import { docs } from "./docs.generated.ts";
import { GIL_MINSIZE } from "./md5-sha.ts";
import { hashData, hashMembers, hashOf, newHash } from "./shared.ts";

const D = documented("_hmac", docs);

function plainBlake(size: number): Uint8Array {
  const block = new Uint8Array(size);
  block.set([size, 0, 1, 1]);
  return block;
}

const NO_KEY = new Uint8Array();

const algorithms: Readonly<Record<string, () => Digest>> = {
  md5: newMd5,
  sha1: newSha1,
  sha224: newSha224,
  sha256: newSha256,
  sha384: newSha384,
  sha512: newSha512,
  sha3_224: () => new Sha3("sha3_224", 144, 28, 6),
  sha3_256: () => new Sha3("sha3_256", 136, 32, 6),
  sha3_384: () => new Sha3("sha3_384", 104, 48, 6),
  sha3_512: () => new Sha3("sha3_512", 72, 64, 6),
  blake2s: () => new Blake2s(32, plainBlake(32), NO_KEY, false),
  blake2b: () => new Blake2b(64, plainBlake(64), NO_KEY, false),
};

const unknownHash = (vm: Vm): TypeRec => exceptionClass(vm, "_hmac", "UnknownHashError", exc.ValueErrorType);

function algorithm(vm: Vm, digestmod: Value): () => Digest {
  if (isStr(digestmod)) {
    const name = textOf(digestmod);
    const found = algorithms[name] ?? (name === name.toUpperCase() ? algorithms[name.toLowerCase()] : undefined);
    if (found !== undefined) return found;
  }
  throw newError(vm, unknownHash(vm), `unsupported hash type: ${reprText(vm, digestmod)}`);
}

const members = hashMembers("_hmac.HMAC");

const HmacType: TypeRec = defineType({
  name: "_hmac.HMAC",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  ...members,
  slots: {
    tp_repr: (vm, self) => strFromJs(`<${hashOf(self).name.slice(5)} HMAC object @ ${addressText(vm, self)}>`),
    tp_traverse: () => {},
    tp_clear: () => {},
  },
});

function digestOf(vm: Vm, make: () => Digest, key: Value, msg: Value): Value {
  const hmac = newHmac(make, hashData(vm, key));
  hmac.update(hashData(vm, msg));
  return newBytes(hmac.digest());
}

const compute = (name: string, make: () => Digest): [string, NonNullable<ModuleSpec["functions"]>[string]] => [name, D.func(name, (vm: Vm, key: Value, msg: Value) => digestOf(vm, make, key, msg))];

export const hmacModule = defineModule({
  name: "_hmac",
  doc: D.doc(""),
  functions: {
    new: D.func("new", (vm: Vm, key: Value, msg?: Value, digestmod?: Value) => {
      if (digestmod === undefined) throw typeError(vm, "new() missing 1 required argument 'digestmod'");
      const make = algorithm(vm, digestmod);
      const hmac = newHmac(make, hashData(vm, key));
      if (msg !== undefined && msg !== None) hmac.update(hashData(vm, msg));
      return newHash(vm, HmacType, hmac);
    }),
    compute_digest: D.func("compute_digest", (vm: Vm, key: Value, msg: Value, digest: Value) => digestOf(vm, algorithm(vm, digest), key, msg)),
    ...Object.fromEntries(
      ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512"].map((name) => compute(`compute_${name}`, algorithms[name]!)),
    ),
    ...Object.fromEntries([compute("compute_blake2s_32", algorithms["blake2s"]!), compute("compute_blake2b_32", algorithms["blake2b"]!)]),
  },
  types: { HMAC: HmacType },
  attributes: { UnknownHashError: (vm) => unknownHash(vm).obj, _GIL_MINSIZE: () => GIL_MINSIZE },
});
