// The algorithms of random, binascii and zlib's checksums against CPython's answers (recorded).
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import * as B from "../../src/base/binary-text.ts";
import * as C from "../../src/base/checksums.ts";
import * as R from "../../src/base/random.ts";
import { runCases } from "./cases.ts";

test("Mersenne Twister", () => {
  const draw = (mt: R.MersenneTwister, k: number): unknown => (k < 0 ? R.nextDouble(mt) : R.randomBits(mt, k));
  const seeded = (seed: any): R.MersenneTwister => {
    const mt = new R.MersenneTwister();
    R.seedByInt(mt, seed);
    return mt;
  };
  const r = runCases("random-numbers", {
    ops: (seed, ks: number[]) => {
      const mt = seeded(seed);
      return ks.map((k) => draw(mt, k));
    },
    state: (seed, _n, ks: number[]) => {
      const mt = seeded(seed);
      for (const k of ks) draw(mt, k);
      return createHash("sha256").update(`(${R.twisterState(mt).join(", ")})`).digest("hex");
    },
    resume: (state) => {
      const mt = new R.MersenneTwister();
      expect(R.setTwisterState(mt, state)).toBe(true);
      return [1, 2, 3, 4, 5].map(() => R.nextDouble(mt));
    },
  });
  expect(r.differences).toEqual([]);
});

test("bytes as ASCII, checksums", () => {
  const r = runCases("binary-text", {
    b2a_uu: B.encodeUu,
    a2b_uu: B.decodeUu,
    b2a_base64: B.encodeBase64,
    a2b_base64: B.decodeBase64,
    a2b_hex: B.decodeHex,
    b2a_qp: B.encodeQp,
    a2b_qp: B.decodeQp,
    crc32: C.crc32,
    adler32: C.adler32,
    crc_hqx: C.crcHqx,
  });
  expect(r.differences).toEqual([]);
});
