// _hashlib: the hashes that hashlib takes from OpenSSL where CPython has it, HMAC, PBKDF2 and scrypt. Mirrors Modules/_hashopenssl.c over base/digest.
// See docs/modules.md.
import type { Digest } from "../../base/digest/block-hash.ts";
import { Blake2b, Blake2s } from "../../base/digest/blake2.ts";
import { hashSize, OTHER_HASHES, pbkdf2, scrypt } from "../../base/digest/derive.ts";
import { newHmac, newLibraryHash, newMd5, newSha1, newSha224, newSha256, newSha384, newSha512, Sha3 } from "../../base/digest/library-hash.ts";
import {
  addressText, asBytesLike, asIndex, call, callMethod, defineModule, defineType, dictSet, exc, getAttrText, importModule, intern, isStr, type ModuleSpec, newBytes, newDictProxy, newError, newFrozenSet, newInt, newScopedDict, newStr, None, overflowError, strFromJs, textOf,
  TPFLAGS_BASETYPE, TPFLAGS_DISALLOW_INSTANTIATION, typeError, typeName, type TypeRec, type Value, valueError, type Vm, dictGetText,
} from "../../core/api.ts";
import { documented } from "../documented.ts";
import { exceptionClass } from "../exception-class.ts";
import { GIL_MINSIZE } from "./md5-sha.ts";
import { docs } from "./openssl-docs.generated.ts";
import { givenData, hashData, hashMembers, hashOf, hexText, newHash } from "./shared.ts";

const D = documented("_hashlib", docs);
const SHAKE_SUFFIX = 0x1f;
const SHA3_SUFFIX = 0x06;
const INT_LIMIT = 2 ** 31 - 1;
/** OpenSSL's limit of memory where none is given. */
const SCRYPT_MEMORY = 32 << 20;

function plainBlock(size: number): Uint8Array {
  const block = new Uint8Array(size);
  block.set([size, 0, 1, 1]);
  return block;
}

const NO_KEY = new Uint8Array();
const sha3 = (name: string, rate: number, size: number): (() => Digest) => () => new Sha3(name, rate, size, size === 0 ? SHAKE_SUFFIX : SHA3_SUFFIX);

const ALGORITHMS: Readonly<Record<string, () => Digest>> = {
  md5: newMd5,
  sha1: newSha1,
  sha224: newSha224,
  sha256: newSha256,
  sha384: newSha384,
  sha512: newSha512,
  sha3_224: sha3("sha3_224", 144, 28),
  sha3_256: sha3("sha3_256", 136, 32),
  sha3_384: sha3("sha3_384", 104, 48),
  sha3_512: sha3("sha3_512", 72, 64),
  shake_128: sha3("shake_128", 168, 0),
  shake_256: sha3("shake_256", 136, 0),
  blake2b: () => new Blake2b(64, plainBlock(64), NO_KEY, false),
  blake2s: () => new Blake2s(32, plainBlock(32), NO_KEY, false),
  ...Object.fromEntries(Object.entries(OTHER_HASHES).map(([name, hash]) => [name, () => newLibraryHash(name, () => hash.create())])),
};
/** Those that have a constructor of their own. */
const NAMED = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"];

const unsupportedType = (vm: Vm): TypeRec => exceptionClass(vm, "_hashlib", "UnsupportedDigestmodError", exc.ValueErrorType);
const unsupported = (vm: Vm) => newError(vm, unsupportedType(vm), "[digital envelope routines] unsupported");

function algorithm(vm: Vm, name: string): () => Digest {
  const key = name.toLowerCase().replace("-", "_").replace(/^sha_(?=\d)/, "sha");
  if (!Object.hasOwn(ALGORITHMS, key)) throw unsupported(vm);
  return ALGORITHMS[key]!;
}

function nameOf(vm: Vm, digestmod: Value): string {
  if (isStr(digestmod)) return textOf(digestmod);
  const found = callMethod(vm, constructors(vm), intern(vm, "get"), [digestmod]);
  if (!isStr(found)) throw newError(vm, unsupportedType(vm), "Unsupported digestmod");
  return textOf(found);
}

const constructors = (vm: Vm): Value => getAttrText(vm, importModule(vm, "_hashlib", None, None, 0), "_constructors");

const members = hashMembers("_md5.MD5Type");
const shown = (vm: Vm, self: Value): Value => strFromJs(`<${hashOf(self).name} _hashlib.${hashOf(self).digestSize === 0 ? "HASHXOF" : "HASH"} object @ ${addressText(vm, self)}>`);
const empty = { tp_traverse: () => {}, tp_clear: () => {} };

const HashType: TypeRec = defineType({ name: "_hashlib.HASH", doc: D.doc("HASH"), flags: TPFLAGS_BASETYPE | TPFLAGS_DISALLOW_INSTANTIATION, ...documentedMembers("HASH"), slots: { tp_repr: shown, ...empty } });

function documentedMembers(owner: string): ReturnType<typeof hashMembers> {
  const M = documented(`_hashlib.${owner}`, docs);
  const { methods, getset } = members;
  return {
    methods: {
      ...methods,
      copy: M.method("copy", (vm: Vm, self: any) => newHash(vm, self.type, hashOf(self).copy()), "($self, /)"),
      digest: M.method("digest", (_vm: Vm, self: Value) => newBytes(hashOf(self).digest()), "($self, /)"),
      hexdigest: M.method("hexdigest", (_vm: Vm, self: Value) => newStr(hexText(hashOf(self).digest())), "($self, /)"),
      update: M.method("update", (vm: Vm, self: Value, data: Value) => hashOf(self).update(hashData(vm, data)), "($self, obj, /)"),
    },
    getset,
  };
}

function length(vm: Vm, v: Value): number {
  const n = Number(asIndex(vm, v));
  if (n < 0) throw valueError(vm, "negative digest length");
  return n;
}

const X = documented("_hashlib.HASHXOF", docs);
const XofType: TypeRec = defineType({
  name: "_hashlib.HASHXOF",
  doc: D.doc("HASHXOF"),
  base: () => HashType,
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  methods: {
    digest: X.method("digest", (vm: Vm, self: Value, n: Value) => newBytes(hashOf(self).digest(length(vm, n))), "($self, /, length)"),
    hexdigest: X.method("hexdigest", (vm: Vm, self: Value, n: Value) => newStr(hexText(hashOf(self).digest(length(vm, n)))), "($self, /, length)"),
  },
  slots: { tp_repr: shown, ...empty },
});

const HmacType: TypeRec = defineType({
  name: "_hashlib.HMAC",
  doc: D.doc("HMAC"),
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  ...documentedMembers("HMAC"),
  slots: { tp_repr: (vm, self) => strFromJs(`<${hashOf(self).name.replace(/^hmac-/, "")} HMAC object @ ${addressText(vm, self)}>`), ...empty },
});

function make(vm: Vm, name: string, data: Value | undefined, string: Value | undefined): Value {
  const hash = algorithm(vm, name)();
  const bytes = givenData(vm, data, string);
  if (bytes !== undefined) hash.update(bytes);
  return newHash(vm, hash.digestSize === 0 ? XofType : HashType, hash);
}

function bounded(vm: Vm, v: Value, message: string): number {
  const n = asIndex(vm, v);
  if (n > INT_LIMIT) throw overflowError(vm, message);
  return Number(n);
}

function derivePbkdf2(vm: Vm, name: Value, password: Value, salt: Value, iterations: Value, dklen?: Value): Value {
  if (!isStr(name)) throw typeError(vm, `pbkdf2_hmac() argument 'hash_name' must be str, not ${typeName(name)}`);
  const secret = asBytesLike(vm, password);
  const salted = asBytesLike(vm, salt);
  const key = textOf(name).toLowerCase().replace("-", "_").replace(/^sha_(?=\d)/, "sha");
  const size = hashSize(key);
  if (size === undefined) throw unsupported(vm);
  const rounds = bounded(vm, iterations, "iteration value is too great.");
  if (rounds < 1) throw valueError(vm, "iteration value must be greater than 0.");
  const wanted = dklen === undefined || dklen === None ? size : bounded(vm, dklen, "key length is too great.");
  if (wanted < 1) throw valueError(vm, "key length must be greater than 0.");
  return newBytes(pbkdf2(key, secret, salted, rounds, wanted));
}

function deriveScrypt(vm: Vm, password: Value, salt: Value, nValue: Value, rValue: Value, pValue: Value, maxmem?: Value, dklen?: Value): Value {
  const secret = asBytesLike(vm, password);
  const salted = asBytesLike(vm, salt);
  const n = Number(asIndex(vm, nValue));
  const r = Number(asIndex(vm, rValue));
  const p = Number(asIndex(vm, pValue));
  if (n < 2 || (n < 2 ** 31 && (n & (n - 1)) !== 0)) throw valueError(vm, "n must be a power of 2.");
  const memory = maxmem === undefined ? 0 : Number(asIndex(vm, maxmem));
  if (memory < 0 || memory > INT_LIMIT) throw valueError(vm, `maxmem must be positive and smaller than ${INT_LIMIT}`);
  const size = dklen === undefined ? 64 : Number(asIndex(vm, dklen));
  if (size < 1 || size > INT_LIMIT) throw valueError(vm, `dklen must be greater than 0 and smaller than ${INT_LIMIT}`);
  if (r < 1 || p < 1 || r * p >= 2 ** 30) throw valueError(vm, "Invalid parameter combination for n, r, p, maxmem.");
  if (128 * r * (n + p + 2) > (memory === 0 ? SCRYPT_MEMORY : memory)) throw valueError(vm, "[digital envelope routines] memory limit exceeded");
  return newBytes(scrypt(secret, salted, n, r, p, size));
}

const named = Object.fromEntries(NAMED.map((name) => [`openssl_${name}`, D.func(`openssl_${name}`, (vm: Vm, data?: Value, _used?: Value, string?: Value) => make(vm, name, data, string))]));

export const hashlibModule: ModuleSpec = defineModule({
  name: "_hashlib",
  doc: D.doc(""),
  functions: {
    ...named,
    new: D.func("new", (vm: Vm, name: Value, data?: Value, _used?: Value, string?: Value) => {
      if (!isStr(name)) throw typeError(vm, `new() argument 'name' must be str, not ${typeName(name)}`);
      return make(vm, textOf(name), data, string);
    }),
    hmac_new: D.func("hmac_new", (vm: Vm, key: Value, msg?: Value, digestmod?: Value) => {
      if (digestmod === undefined || digestmod === None) throw typeError(vm, "Missing required parameter 'digestmod'.");
      const hmac = newHmac(algorithm(vm, nameOf(vm, digestmod)), asBytesLike(vm, key));
      if (msg !== undefined && msg !== None) hmac.update(hashData(vm, msg));
      return newHash(vm, HmacType, hmac);
    }),
    hmac_digest: D.func("hmac_digest", (vm: Vm, key: Value, msg: Value, digest: Value) => {
      const hmac = newHmac(algorithm(vm, nameOf(vm, digest)), asBytesLike(vm, key));
      hmac.update(hashData(vm, msg));
      return newBytes(hmac.digest());
    }),
    pbkdf2_hmac: D.func("pbkdf2_hmac", derivePbkdf2),
    scrypt: D.func("scrypt", deriveScrypt),
    get_fips_mode: D.func("get_fips_mode", () => newInt(0)),
    compare_digest: D.func("compare_digest", (vm: Vm, a: Value, b: Value) => call(vm, getAttrText(vm, importModule(vm, "_operator", None, None, 0), "_compare_digest"), [a, b])),
  },
  types: { HASH: HashType, HASHXOF: XofType, HMAC: HmacType },
  attributes: {
    UnsupportedDigestmodError: (vm) => unsupportedType(vm).obj,
    _GIL_MINSIZE: () => GIL_MINSIZE,
    openssl_md_meth_names: (vm) => newFrozenSet(vm, Object.keys(ALGORITHMS).map((name) => strFromJs(name))),
  },
  exec: (vm, dict) => {
    const table = newScopedDict(vm);
    for (const name of NAMED) dictSet(vm, table, dictGetText(dict, `openssl_${name}`)!, strFromJs(name));
    callMethod(vm, dict, intern(vm, "__setitem__"), [strFromJs("_constructors"), newDictProxy(vm, table)]);
  },
});
