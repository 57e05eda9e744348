// `npm run fuzz:pyc [COUNT] [SEED]`: mutates .pyc files of the pinned library and reads, disassembles and writes what comes of them.
// Every outcome must be a value or a PythonError; a host error, or one that does not come back, is a failure. See docs/bytecode.md.
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { PythonError } from "../src/base/python-error.ts";
import { disassemble } from "../src/bytecode/disassemble.ts";
import { writeMarshal } from "../src/bytecode/marshal-write.ts";
import { readPyc, writePyc } from "../src/bytecode/pyc.ts";
import { compileTree } from "../src/compiler/compile.ts";
import { parse } from "../src/syntax/parse.ts";

const LONGEST_SOURCE = 6000;
const FILES = 60;
/** Milliseconds for a hundred cases. */
const PATIENCE = 30_000;
/** Bytes that mean something to the format: types with and without FLAG_REF, extreme sizes. */
const TELLING = [..."0NFTS.iIlfgxysztaAzZu()[{<>c:r", "\0", "\x01", "\x7f", "\x80", "\xff"].flatMap((char) => {
  const byte = char.charCodeAt(0);
  return [byte, byte | 0x80];
});

/** A small generator (mulberry32), so that a seed repeats a run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function samples(): Uint8Array[] {
  const zip = fileURLToPath(new URL("../node_modules/pyodide/python_stdlib.zip", import.meta.url));
  const files = unzipSync(readFileSync(zip), { filter: ({ name, originalSize }) => name.endsWith(".py") && originalSize < LONGEST_SOURCE });
  const sources = Object.entries(files).filter(([, bytes]) => bytes.length > 500).slice(0, FILES);
  return sources.map(([filename, bytes]) => {
    const source = new TextDecoder().decode(bytes);
    const tree = parse(source, { filename });
    const code = compileTree(tree, { filename, optimize: 0, flags: 0, warn: () => false, source });
    return writePyc(code, { mode: "timestamp", mtime: 0, size: bytes.length });
  });
}

function mutate(original: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = original.slice();
  const changes = 1 + random(4);
  for (let i = 0; i < changes; i++) {
    const at = random(20) === 0 ? random(16) : 16 + random(Math.max(1, bytes.length - 16));
    switch (random(7)) {
      case 0:
        bytes[at]! ^= 1 << random(8);
        break;
      case 1:
        bytes[at] = random(256);
        break;
      case 2:
      case 3:
        bytes[at] = TELLING[random(TELLING.length)]!;
        break;
      case 4:
        bytes = bytes.slice(0, at);
        break;
      case 5: {
        const length = 1 + random(8);
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
        break;
      }
      default: {
        const from = random(bytes.length);
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(from, from + 1 + random(40)), ...bytes.subarray(at)]);
      }
    }
    if (bytes.length < 17) return bytes;
  }
  return bytes;
}

/** Tells the parent now and then that it is alive: a hang is seen from outside only. */
async function work(count: number, seed: number): Promise<void> {
  const random = randomNumbers(seed);
  const originals = samples();
  const outcomes = new Map<string, number>();
  let faults = 0;
  let slowest = 0;
  for (let i = 0; i < count; i++) {
    if (i % 100 === 0) {
      process.send!(i);
      await setImmediate();
    }
    const bytes = mutate(originals[random(originals.length)]!, random);
    const start = performance.now();
    let outcome: string;
    try {
      const { code } = readPyc(bytes, "fuzzed");
      disassemble(code, { showCaches: true, showPositions: true });
      writeMarshal(code);
      outcome = "code object";
    } catch (error) {
      if (error instanceof PythonError) outcome = error.type;
      else {
        outcome = "HOST ERROR";
        if (faults++ < 5) console.error(`case ${i}:`, error);
      }
    }
    slowest = Math.max(slowest, performance.now() - start);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  console.log(`${count} mutated .pyc files, seed ${seed}, slowest ${slowest.toFixed(0)} ms`);
  for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1])) console.log(`${String(times).padStart(8)}  ${outcome}`);
  if (faults > 0) process.exitCode = 1;
}

const [count = "100000", seed = "1"] = process.argv.slice(2);
if (process.send === undefined) {
  const child = fork(fileURLToPath(import.meta.url), [count, seed], { execArgv: process.execArgv });
  let done = 0;
  let watch: NodeJS.Timeout | undefined;
  child.on("message", (cases) => {
    done = cases as number;
    clearTimeout(watch);
    watch = setTimeout(() => {
      console.error(`one of the cases from ${done} on (seed ${seed}) does not come back`);
      child.kill("SIGKILL");
    }, PATIENCE);
  });
  child.on("exit", (status) => {
    clearTimeout(watch);
    process.exitCode = status ?? 1;
  });
} else {
  await work(Number(count), Number(seed));
  process.disconnect();
}
