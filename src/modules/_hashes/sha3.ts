// _sha3: SHA-3 and SHAKE. Mirrors Modules/sha3module.c over base/digest. See docs/modules.md.
import { Sha3 } from "../../base/digest/library-hash.ts";
import { asIndex, defineModule, defineType, newBytes, newInt, newStr, overflowError, strFromJs, type TypeRec, type Value, valueError, type Vm } from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { GIL_MINSIZE } from "./md5-sha.ts";
import { givenData, hashMembers, hashOf, hexText, newHash } from "./shared.ts";

const D = documented("_sha3", docs);

/** Bits that mark the end of a message of SHA-3 and of SHAKE. */
const SUFFIX = 0x06;
const SHAKE_SUFFIX = 0x1f;

function length(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n < 0) throw valueError(vm, "Cannot convert negative int");
  if (n >= 2 ** 64) throw overflowError(vm, "Python int too large for C unsigned long long");
  if (n >= 2 ** 29) throw valueError(vm, "length is too large");
  return Number(n);
}

function sha3Type(name: string, rate: number, digestSize: number): TypeRec {
  const shake = digestSize === 0;
  const { methods, getset } = hashMembers(`_sha3.${name}`);
  const M = documented(`_sha3.${name}`, docs);
  const bind = constructorArguments(name, "(data=b'', *, usedforsecurity=True, string=None)");
  if (shake) {
    methods["digest"] = M.method("digest", (vm: Vm, self: Value, n: Value) => newBytes(hashOf(self).digest(length(vm, n))));
    methods["hexdigest"] = M.method("hexdigest", (vm: Vm, self: Value, n: Value) => newStr(hexText(hashOf(self).digest(length(vm, n)))));
  }
  getset["_capacity_bits"] = M.getset("_capacity_bits", (_vm, self) => newInt(1600 - 8 * hashOf(self).blockSize));
  getset["_rate_bits"] = M.getset("_rate_bits", (_vm, self) => newInt(8 * hashOf(self).blockSize));
  getset["_suffix"] = M.getset("_suffix", (_vm, self) => newBytes(Uint8Array.of((hashOf(self) as Sha3).suffix)));
  return defineType({
    name: `_sha3.${name}`,
    doc: D.doc(name),
    methods,
    getset,
    slots: {
      tp_new: (vm, type, args, kwnames) => {
        const [data, , string] = bind(vm, args, kwnames) as [Value?, Value?, Value?];
        const bytes = givenData(vm, data, string);
        const hash = new Sha3(name, rate, digestSize, shake ? SHAKE_SUFFIX : SUFFIX);
        if (bytes !== undefined) hash.update(bytes);
        return newHash(vm, type, hash);
      },
      tp_traverse: () => {},
      tp_clear: () => {},
    },
  });
}

export const sha3Module = defineModule({
  name: "_sha3",
  doc: D.doc(""),
  types: {
    sha3_224: sha3Type("sha3_224", 144, 28),
    sha3_256: sha3Type("sha3_256", 136, 32),
    sha3_384: sha3Type("sha3_384", 104, 48),
    sha3_512: sha3Type("sha3_512", 72, 64),
    shake_128: sha3Type("shake_128", 168, 0),
    shake_256: sha3Type("shake_256", 136, 0),
  },
  attributes: { _GIL_MINSIZE: () => GIL_MINSIZE, implementation: () => strFromJs("HACL") },
});
