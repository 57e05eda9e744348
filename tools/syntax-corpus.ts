// Compares our errors with CPython's over a corpus of wrong sources, and records the part of it that is committed.
//
//   npm run corpus:syntax -- PYTHON [--mutations N] [--seed S] [--collected FILE] [--list N]
//   npm run corpus:syntax -- PYTHON --write      records tests/syntax/errors/*.json
//
// The corpus: the sources in PYTHON's own test modules that do not compile, and mutations of our statements and of the pinned
// library's. --collected keeps the first part in FILE, or takes it from there. See docs/syntax-errors.md.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compileOutcome, exactOutcome, parseOutcome } from "../tests/syntax/errors/outcome.ts";
import type { Outcome } from "../tests/syntax/errors/outcome.ts";
import { mutate, random } from "./syntax-corpus/mutate.ts";
import { librarySeeds, ownSeeds } from "./syntax-corpus/seeds.ts";

/** Test modules of CPython that compile wrong sources. */
const MODULES = [
  "annotationlib", "asyncgen", "builtin", "bytes", "class", "cmd_line_script", "code", "codeop", "compile", "complex",
  "coroutines", "decorators", "dictcomps", "dis", "eof", "except_star", "exceptions", "extcall", "float", "flufl", "fstring", "funcattrs",
  "future_stmt", "generators", "genexps", "global", "grammar", "int", "keywordonlyarg", "listcomps", "long", "metaclass",
  "named_expressions", "patma", "positional_only_arg", "raise", "scope", "setcomps", "source_encoding", "string_literals", "super",
  "symtable", "syntax", "ast", "tokenize", "traceback", "tstring", "type_aliases", "type_annotations", "type_comments", "type_params",
  "unicode_identifiers", "unpack_ex", "unparse", "with", "yield_from",
].map((name) => `test.test_${name}`);

const recorder = fileURLToPath(new URL("./syntax-corpus/record.py", import.meta.url));

interface Row {
  source: string;
  mode: string;
  flags: number;
  stage: "parse" | "compile" | "ok";
  expected: Outcome;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutations: { type: "string", default: "8000" },
    seed: { type: "string", default: "1" },
    collected: { type: "string" },
    list: { type: "string", default: "40" },
    write: { type: "boolean", default: false },
  },
});
const python = positionals[0];
if (python === undefined) {
  console.error("usage: npm run corpus:syntax -- PYTHON [--mutations N] [--seed S] [--collected FILE] [--list N] [--write]");
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), "syntax-corpus-"));
try {
  if (values.write) recordCommitted();
  else compareAll();
} finally {
  rmSync(scratch, { recursive: true });
}

function readRows(file: string): Row[] {
  const rows: Row[] = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue;
    const [source, mode, flags, stage, ...expected] = JSON.parse(line);
    rows.push({ source, mode, flags, stage, expected: stage === "ok" ? ["ok"] : expected });
  }
  return rows;
}

function ask(questions: readonly string[]): Row[] {
  const input = join(scratch, "questions");
  const output = join(scratch, "answers");
  writeFileSync(input, `${questions.join("\n")}\n`);
  execFileSync(python!, [recorder, "ask", input, output], { stdio: ["ignore", "inherit", "inherit"] });
  return readRows(output);
}

function collect(): Row[] {
  const file = values.collected ?? join(scratch, "collected");
  if (!existsSync(file)) {
    // Its tests write to the current folder and print a great deal.
    execFileSync(python!, [recorder, "collect", file, ...MODULES], { cwd: scratch, stdio: ["ignore", "ignore", "ignore"] });
  }
  return readRows(file);
}

/** `count` different mutations as questions to the recorder. */
function mutations(seeds: readonly string[], count: number, seed: number): string[] {
  const next = random(seed);
  const questions = new Set<string>();
  while (questions.size < count) {
    const source = mutate(seeds[Math.floor(next() * seeds.length)], next);
    const mode = next() < 0.8 ? "exec" : next() < 0.6 ? "single" : "eval";
    const flags = next() < 0.1 ? 0x1000 : next() < 0.04 ? 0x4200 : 0;
    questions.add(JSON.stringify([source, mode, flags]));
  }
  return [...questions];
}

function compare(title: string, rows: readonly Row[], unequal: [Row, Outcome][]): void {
  let errors = 0;
  let equal = 0;
  let texts = 0;
  let right = 0;
  let rightEqual = 0;
  for (const row of rows) {
    let got: Outcome;
    try {
      got = compileOutcome(row.source, row.mode, row.flags);
    } catch (error) {
      got = ["host error", String(error)];
    }
    const same = JSON.stringify(got.slice(0, 6)) === JSON.stringify(row.expected.slice(0, 6));
    if (row.stage === "ok") {
      right++;
      if (same) rightEqual++;
    } else {
      errors++;
      if (same) equal++;
      if (same && got[6] === row.expected[6]) texts++;
    }
    if (!same) unequal.push([row, got]);
  }
  const percent = (n: number, of: number): string => `${n} of ${of} (${((100 * n) / of).toFixed(2)} %)`;
  console.log(`${title}: errors equal ${percent(equal, errors)}, with equal text ${texts}; right sources accepted ${rightEqual} of ${right}`);
}

function compareAll(): void {
  const count = Number(values.mutations);
  const seed = Number(values.seed);
  const unequal: [Row, Outcome][] = [];
  compare("sources in CPython's tests   ", collect(), unequal);
  compare("mutations of our statements  ", ask(mutations(ownSeeds(), Math.ceil(count / 2), seed)), unequal);
  compare("mutations of library sources ", ask(mutations(librarySeeds(), Math.floor(count / 2), seed + 1)), unequal);
  console.log(`unequal: ${unequal.length}`);
  for (const [row, got] of unequal.slice(0, Number(values.list))) {
    console.log(`\n${JSON.stringify(row.source.slice(0, 300))} ${row.mode} ${row.flags} (${row.stage})`);
    console.log(`  CPython: ${JSON.stringify(row.expected).slice(0, 300)}`);
    console.log(`  ours:    ${JSON.stringify(got).slice(0, 300)}`);
  }
}

/** The committed part: our own statements, mutated; compact rows, the message table apart. */
function recordCommitted(): void {
  const rows = ask(mutations(ownSeeds(), 4000, 20));
  const messages: string[] = [];
  const known = new Map<string, number>();
  const compact = rows.map((row) => {
    const head = [row.source, row.mode === "exec" && row.flags === 0 ? 0 : [row.mode, row.flags]];
    if (row.stage === "ok") return head;
    const [type, message, lineno, offset, endLineno, endOffset] = row.expected;
    const key = `${type}\n${message}`;
    let index = known.get(key);
    if (index === undefined) {
      index = messages.push(key) - 1;
      known.set(key, index);
    }
    return [...head, row.stage === "parse" ? 0 : 1, index, lineno, offset, endLineno, endOffset];
  });
  const text = `{"messages": ${JSON.stringify(messages, null, 0)},\n"rows": [\n${compact.map((row) => JSON.stringify(row)).join(",\n")}\n]}\n`;
  const target = fileURLToPath(new URL("../tests/syntax/errors/mutations.json", import.meta.url));
  writeFileSync(target, text);
  console.log(`${target}: ${rows.length} sources, ${messages.length} different errors, ${text.length} characters`);
  for (const row of rows) {
    if (row.stage === "ok" || row.stage === "compile") continue;
    for (const got of [parseOutcome(row.source, row.mode, row.flags), exactOutcome(row.source, row.mode, row.flags)]) {
      if (JSON.stringify(got.slice(0, 6)) !== JSON.stringify(row.expected.slice(0, 6))) console.log("unequal:", row, got);
    }
  }
}
