// Keys from passwords: PBKDF2 and scrypt, from the package @noble/hashes. See docs/base.md.
import { md5, ripemd160, sha1 } from "@noble/hashes/legacy.js";
import { pbkdf2 as derive } from "@noble/hashes/pbkdf2.js";
import { scrypt as deriveScrypt } from "@noble/hashes/scrypt.js";
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from "@noble/hashes/sha2.js";
import { sha3_224, sha3_256, sha3_384, sha3_512 } from "@noble/hashes/sha3.js";

const HASHES = { md5, ripemd160, sha1, sha224, sha256, sha384, sha512, sha512_224, sha512_256, sha3_224, sha3_256, sha3_384, sha3_512 };

/** Size of the hash by its name; undefined when there is no such hash. */
export function hashSize(name: string): number | undefined {
  return Object.hasOwn(HASHES, name) ? HASHES[name as keyof typeof HASHES].outputLen : undefined;
}

/** `name` is one that hashSize knows. */
export function pbkdf2(name: string, password: Uint8Array, salt: Uint8Array, rounds: number, size: number): Uint8Array {
  return derive(HASHES[name as keyof typeof HASHES], password, salt, { c: rounds, dkLen: size });
}

export function scrypt(password: Uint8Array, salt: Uint8Array, n: number, r: number, p: number, size: number): Uint8Array {
  return deriveScrypt(password, salt, { N: n, r, p, dkLen: size, maxmem: 2 ** 40 });
}

/** Hashes that OpenSSL has beyond those of library-hash.ts, as makers of the package's streaming objects. */
export const OTHER_HASHES = { ripemd160, sha512_224, sha512_256 };
