// MD5, SHA-1, SHA-2, SHA-3 and SHAKE are those of the package @noble/hashes, HMAC is put on top of any hash. See docs/base.md.
import { _MD5, _SHA1 } from "@noble/hashes/legacy.js";
import { _SHA224, _SHA256, _SHA384, _SHA512 } from "@noble/hashes/sha2.js";
import { Keccak } from "@noble/hashes/sha3.js";
import type { Digest } from "./block-hash.ts";

/** The package's hash in the making. */
interface Streaming {
  readonly blockLen: number;
  readonly outputLen: number;
  update(data: Uint8Array): unknown;
  clone(): Streaming;
  digest(): Uint8Array;
}

interface HashKind {
  readonly name: string;
  readonly blockSize: number;
  readonly digestSize: number;
  readonly make: () => Streaming;
}

/** Up to this many bytes wait: most hashes are of one short text, and making the package's object is what costs then. */
const WAITING = 256;

class LibraryHash implements Digest {
  readonly name: string;
  readonly blockSize: number;
  readonly digestSize: number;
  readonly kind: HashKind;
  /** Undefined while all that came is `waiting`. */
  hash: Streaming | undefined;
  waiting: Uint8Array | undefined = undefined;

  constructor(kind: HashKind, hash?: Streaming) {
    this.name = kind.name;
    this.blockSize = kind.blockSize;
    this.digestSize = kind.digestSize;
    this.kind = kind;
    this.hash = hash;
  }

  started(): Streaming {
    const hash = this.kind.make();
    if (this.waiting !== undefined) hash.update(this.waiting);
    return hash;
  }

  update(data: Uint8Array): void {
    if (this.hash === undefined) {
      if (this.waiting === undefined && data.length <= WAITING) {
        this.waiting = data.slice();
        return;
      }
      this.hash = this.started();
      this.waiting = undefined;
    }
    this.hash.update(data);
  }

  copy(): Digest {
    const other = new LibraryHash(this.kind, this.hash?.clone());
    other.waiting = this.waiting;
    return other;
  }

  digest(): Uint8Array {
    return (this.hash === undefined ? this.started() : this.hash.clone()).digest();
  }
}

/** SHA-3 and, with a `digestSize` of 0, SHAKE. */
export class Sha3 implements Digest {
  readonly name: string;
  readonly blockSize: number;
  readonly digestSize: number;
  /** What follows the message: tells SHA-3 and SHAKE apart. */
  readonly suffix: number;
  readonly hash: Keccak;

  constructor(name: string, rate: number, digestSize: number, suffix: number, hash = new Keccak(rate, suffix, digestSize, digestSize === 0)) {
    this.name = name;
    this.blockSize = rate;
    this.digestSize = digestSize;
    this.suffix = suffix;
    this.hash = hash;
  }

  update(data: Uint8Array): void {
    this.hash.update(data);
  }

  copy(): Sha3 {
    return new Sha3(this.name, this.blockSize, this.digestSize, this.suffix, this.hash.clone());
  }

  digest(length?: number): Uint8Array {
    const last = this.hash.clone();
    return this.digestSize === 0 ? last.xof(length ?? 0) : last.digest();
  }
}

const kind = (name: string, blockSize: number, digestSize: number, make: () => Streaming): HashKind => ({ name, blockSize, digestSize, make });
const MD5 = kind("md5", 64, 16, () => new _MD5());
const SHA1 = kind("sha1", 64, 20, () => new _SHA1());
const SHA224 = kind("sha224", 64, 28, () => new _SHA224());
const SHA256 = kind("sha256", 64, 32, () => new _SHA256());
const SHA384 = kind("sha384", 128, 48, () => new _SHA384());
const SHA512 = kind("sha512", 128, 64, () => new _SHA512());

export const newMd5 = (): Digest => new LibraryHash(MD5);
export const newSha1 = (): Digest => new LibraryHash(SHA1);
export const newSha224 = (): Digest => new LibraryHash(SHA224);
export const newSha256 = (): Digest => new LibraryHash(SHA256);
export const newSha384 = (): Digest => new LibraryHash(SHA384);
export const newSha512 = (): Digest => new LibraryHash(SHA512);

/** A hash of the package under a name of its own. */
export function newLibraryHash(name: string, make: () => Streaming): Digest {
  const hash = make();
  return new LibraryHash(kind(name, hash.blockLen, hash.outputLen, make), hash);
}

class Hmac implements Digest {
  readonly name: string;
  readonly blockSize: number;
  readonly digestSize: number;
  readonly inner: Digest;
  readonly outer: Digest;

  /** The two hashes have taken their halves of the key already. */
  constructor(inner: Digest, outer: Digest) {
    this.name = `hmac-${inner.name}`;
    this.blockSize = inner.blockSize;
    this.digestSize = inner.digestSize;
    this.inner = inner;
    this.outer = outer;
  }

  update(data: Uint8Array): void {
    this.inner.update(data);
  }

  copy(): Hmac {
    return new Hmac(this.inner.copy(), this.outer);
  }

  digest(): Uint8Array {
    const last = this.outer.copy();
    last.update(this.inner.digest());
    return last.digest();
  }
}

/** HMAC (RFC 2104) of a key over the hashes that `make` makes. The package's own takes only its own hashes. */
export function newHmac(make: () => Digest, key: Uint8Array): Digest {
  const inner = make();
  const outer = make();
  let short = key;
  if (key.length > inner.blockSize) {
    const hash = make();
    hash.update(key);
    short = hash.digest();
  }
  const pad = (byte: number): Uint8Array => {
    const block = new Uint8Array(inner.blockSize);
    block.set(short);
    return block.map((b) => b ^ byte);
  };
  inner.update(pad(0x36));
  outer.update(pad(0x5c));
  return new Hmac(inner, outer);
}
