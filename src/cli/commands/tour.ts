// glass tour [FILE]: the stages of a small program, one after the other: source, tokens, tree, scopes, bytecode. See docs/cli.md.
import { readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { dump } from "../../syntax/ast-dump.ts";
import { buildSymtable } from "../../compiler/symtable/build.ts";
import { disassemble } from "../../bytecode/disassemble.ts";
import { dumpSymtable } from "../../compiler/symtable-dump.ts";
import { futureFromAst } from "../../compiler/future.ts";
import { decodeSource } from "../../syntax/encoding.ts";
import { parse } from "../../syntax/parse.ts";
import { dumpTokens } from "../../syntax/tokenize-dump.ts";
import { compileSource } from "../compile-source.ts";
import { Fault } from "../fault.ts";
import { readArguments, run } from "../run.ts";
import { displayName, readInput, writeOut } from "../streams.ts";

const LONGEST = 40;

/** Escape sequences, empty when the output is no terminal. */
interface Style {
  title: string;
  stage: string;
  dim: string;
  end: string;
}

export function main(argv: readonly string[], examples: string): number {
  return run(() => {
    const args = readArguments(argv, { all: { type: "boolean" } });
    const paths = args.paths.length > 0 ? args.paths : programs(examples);
    const limit = args.flag("all") ? Infinity : LONGEST;
    const style = styleOf(process.stdout.isTTY === true && process.env.NO_COLOR === undefined);
    writeOut(paths.map((path) => stop(path, style, limit)).join("\n"));
    if (args.paths.length === 0) {
      writeOut(`\n${style.dim}Your own program: glass tour FILE. One stage alone: glass tokens|ast|symtable|dis FILE.${style.end}\n`);
    }
    return 0;
  });
}

/** The programs of the folder, in the order of their names. */
function programs(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    names = [];
  }
  const paths = names.filter((name) => name.endsWith(".py")).sort().map((name) => relative(process.cwd(), join(folder, name)));
  if (paths.length === 0) throw new Fault("tour: no examples here; name a file", 1);
  return paths;
}

function styleOf(colours: boolean): Style {
  return colours
    ? { title: "\x1b[1;36m", stage: "\x1b[1;33m", dim: "\x1b[2m", end: "\x1b[0m" }
    : { title: "", stage: "", dim: "", end: "" };
}

function stop(path: string, style: Style, limit: number): string {
  const filename = displayName(path);
  const bytes = readInput(path);
  const { text } = decodeSource(bytes, { filename });
  const source = text.replace(/\n$/, "").split("\n");
  const numbered = source.map((line, i) => `${String(i + 1).padStart(4)}  ${line}`.trimEnd()).join("\n");
  const tree = parse(text, { filename });
  const tokens = dumpTokens(bytes, { filename, exact: true }).text;
  const treeText = dump(tree, { indent: 2 });
  const symtable = dumpSymtable(buildSymtable(tree, filename, futureFromAst(tree, filename, text), text));
  const code = disassemble(compileSource(bytes, filename, 0, () => false));
  const name = basename(filename);
  const rule = "=".repeat(Math.max(8, 72 - name.length));
  const stage = (title: string, note: string, body: string): string =>
    `\n${style.stage}${title}${style.end} ${style.dim}${note}${style.end}\n${shortened(body, style, limit)}`;
  return [
    `${style.title}== ${name} ${rule}${style.end}\n`,
    stage("Source", "the text of the program", numbered),
    stage("Tokens", "words and signs, with line,column of start and end", tokens),
    stage("Tree", "how the tokens belong together", treeText),
    stage("Scopes", "which name lives where", symtable),
    stage("Bytecode", "what the machine executes: line, label, instruction, argument", code),
  ].join("");
}

function shortened(body: string, style: Style, limit: number): string {
  const lines = body.replace(/\n+$/, "").split("\n");
  if (lines.length <= limit + 5) return lines.join("\n") + "\n";
  const rest = lines.length - limit;
  return `${lines.slice(0, limit).join("\n")}\n${style.dim}... ${rest} more lines (--all shows them)${style.end}\n`;
}
