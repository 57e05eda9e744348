// The multibyte codecs answer as CPython's (pyodide): a sample of what `npm run proof:cjk` compares in full.
import { loadPyodide } from "pyodide";
import { expect, test } from "vitest";
import { multibyteCodec, multibyteCodecNames } from "../../src/base/cjk/index.ts";
import { decodedBy, encodedBy, ourAnswers, QUESTION } from "../../tools/proof-cjk.ts";

const COUNT = 1500;
/** Compared in full; of the others random input only. */
const WHOLE = ["gb18030", "shift_jisx0213", "big5hkscs"];

test("multibyte codecs answer as CPython's", { timeout: 120_000 }, async () => {
  const pyodide = await loadPyodide();
  pyodide.runPython(QUESTION);
  const ask = (expression: string): string[] => JSON.parse(pyodide.runPython(`json.dumps(${expression})`) as string) as string[];
  pyodide.runPython("import json");
  for (const name of multibyteCodecNames()) {
    const codec = multibyteCodec(name)!;
    const ours = { bytes: (q: string) => decodedBy(codec, Buffer.from(q, "hex")), texts: (q: string) => encodedBy(codec, q.split(" ").map((c) => Number.parseInt(c, 16))) };
    for (const part of ["bytes", "texts"] as const) {
      expect([name, part, ask(`questions("${part}", 1, ${COUNT})`).map(ours[part])]).toEqual([name, part, ask(`answers("${name}", "${part}", 1, ${COUNT})`)]);
    }
    if (WHOLE.includes(name)) expect([name, ourAnswers(codec, "two")]).toEqual([name, ask(`answers("${name}", "two", 1, 0)`)]);
  }
});
