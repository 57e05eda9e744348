// Speed of the fast parser over the pinned standard library: `npx tsx bench/parse.ts [rounds]` prints user CPU times of each round,
// tokens given, and the best one. See docs/syntax-tree.md.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { parseTokens, readTokens } from "../src/syntax/parse.ts";
import { ParserState } from "../src/syntax/parser/state.ts";
import type { TokenBuffer } from "../src/syntax/token-buffer.ts";

const rounds = Number(process.argv[2] ?? 6);
const zip = readFileSync(fileURLToPath(import.meta.resolve("pyodide/python_stdlib.zip")));
const decoder = new TextDecoder();
const sources = Object.entries(unzipSync(zip, { filter: (file) => file.name.endsWith(".py") })).map(([, bytes]) => decoder.decode(bytes));
const characters = sources.reduce((sum, source) => sum + source.length, 0);

let start = process.cpuUsage().user;
const buffers: TokenBuffer[] = sources.map((source) => readTokens(source, {}, [], [])!);
const tokens = buffers.reduce((sum, buffer) => sum + buffer.count, 0);
console.log(`${sources.length} files, ${(characters / 1e6).toFixed(1)} M characters, ${tokens} tokens read in ${milliseconds(start)} ms (cold)`);

const times: number[] = [];
for (let round = 0; round < rounds; round++) {
  start = process.cpuUsage().user;
  for (const buffer of buffers) {
    if (parseTokens(new ParserState(buffer, "<bench>", 14, 4300), {}, []) === null) throw new Error("not parsed");
  }
  times.push(milliseconds(start));
}
console.log(`parse, tokens given: ${times.join(" ")} ms, best ${Math.min(...times)} ms`);

function milliseconds(since: number): number {
  return Math.round((process.cpuUsage().user - since) / 1000);
}
