// HMAC (RFC 2104) over any of the hashes. See docs/base.md.
import { BlockHash } from "./block-hash.ts";

export class Hmac extends BlockHash {
  readonly inner: BlockHash;
  readonly outer: BlockHash;

  /** The two hashes have taken their halves of the key already. */
  constructor(inner: BlockHash, outer: BlockHash) {
    super(`hmac-${inner.name}`, inner.blockSize, inner.digestSize);
    this.inner = inner;
    this.outer = outer;
  }

  protected compress(): void {}

  override update(data: Uint8Array): void {
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

/** HMAC of a key over the hashes that `make` makes. */
export function newHmac(make: () => BlockHash, key: Uint8Array): Hmac {
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
