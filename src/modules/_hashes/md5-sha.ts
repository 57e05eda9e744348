// _md5, _sha1 and _sha2. Mirrors Modules/md5module.c, sha1module.c and sha2module.c over base/digest. See docs/modules.md.
import type { Digest } from "../../base/digest/block-hash.ts";
import { newMd5, newSha1, newSha224, newSha256, newSha384, newSha512 } from "../../base/digest/library-hash.ts";
import { defineModule, defineType, type ModuleSpec, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { DATA_SIGNATURE, givenData, hashMembers, newHash } from "./shared.ts";

/** CPython releases its lock for data from this size on. */
export const GIL_MINSIZE = 2048;

interface Algorithm {
  /** The constructor's name. */
  name: string;
  /** The type's attribute in the module, and its own name. */
  attribute: string;
  typeName: string;
  make(): Digest;
}

function hashModule(module: string, algorithms: readonly Algorithm[]): ModuleSpec {
  const D = documented(module, docs);
  const types: Record<string, TypeRec> = {};
  const functions: NonNullable<ModuleSpec["functions"]> = {};
  for (const { name, attribute, typeName, make } of algorithms) {
    const type = defineType({
      name: `${module}.${typeName}`,
      flags: TPFLAGS_DISALLOW_INSTANTIATION,
      ...hashMembers(`${module}.${attribute}`),
      slots: { tp_traverse: () => {}, tp_clear: () => {} },
    });
    types[attribute] = type;
    functions[name] = D.func(
      name,
      (vm: Vm, data?: Value, _usedforsecurity?: Value, string?: Value) => {
        const bytes = givenData(vm, data, string);
        const hash = make();
        if (bytes !== undefined) hash.update(bytes);
        return newHash(vm, type, hash);
      },
      DATA_SIGNATURE,
    );
  }
  return defineModule({ name: module, doc: D.doc(""), functions, types, attributes: { _GIL_MINSIZE: () => GIL_MINSIZE } });
}

export const md5Module = hashModule("_md5", [{ name: "md5", attribute: "MD5Type", typeName: "md5", make: newMd5 }]);
export const sha1Module = hashModule("_sha1", [{ name: "sha1", attribute: "SHA1Type", typeName: "sha1", make: newSha1 }]);
export const sha2Module = hashModule("_sha2", [
  { name: "sha224", attribute: "SHA224Type", typeName: "SHA224Type", make: newSha224 },
  { name: "sha256", attribute: "SHA256Type", typeName: "SHA256Type", make: newSha256 },
  { name: "sha384", attribute: "SHA384Type", typeName: "SHA384Type", make: newSha384 },
  { name: "sha512", attribute: "SHA512Type", typeName: "SHA512Type", make: newSha512 },
]);
