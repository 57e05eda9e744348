// The text of `python -m symtable FILE`. Mirrors main() of Lib/symtable.py. See docs/compiler-symtable.md.
import { strRepr } from "../base/repr.ts";
import {
  CELL,
  DEF_ANNOT,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_COMP_ITER,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  ModuleBlock,
  SCOPE_OFFSET,
  USE,
} from "./symtable/entry.ts";
import type { Symtable, SymtableEntry } from "./symtable/entry.ts";

/** Names of the block types, by number. */
export const blockTypeNames: readonly string[] = [
  "function",
  "class",
  "module",
  "annotation",
  "type alias",
  "type parameters",
  "type variable",
];

/** Flags in the order in which the symtable module lists them; def_bound shows when all its bits are set. */
const FLAG_NAMES: readonly (readonly [string, number])[] = [
  ["use", USE],
  ["def_global", DEF_GLOBAL],
  ["def_nonlocal", DEF_NONLOCAL],
  ["def_local", DEF_LOCAL],
  ["def_param", DEF_PARAM],
  ["def_type_param", DEF_TYPE_PARAM],
  ["def_free_class", DEF_FREE_CLASS],
  ["def_import", DEF_IMPORT],
  ["def_bound", DEF_BOUND],
  ["def_annot", DEF_ANNOT],
  ["def_comp_iter", DEF_COMP_ITER],
  ["def_comp_cell", DEF_COMP_CELL],
];

const SCOPE_NAMES: ReadonlyMap<number, string> = new Map([
  [LOCAL, "local"],
  [GLOBAL_EXPLICIT, "global_explicit"],
  [GLOBAL_IMPLICIT, "global_implicit"],
  [FREE, "free"],
  [CELL, "cell"],
]);

/** The listing of a table and those within, as `python -m symtable` prints it. */
export function dumpSymtable(symtable: Symtable): string {
  const lines: string[] = [];
  dumpEntry(symtable.top, strRepr(symtable.filename), 0, lines);
  return lines.join("\n") + "\n";
}

function dumpEntry(entry: SymtableEntry, file: string, level: number, lines: string[]): void {
  const indent = "    ".repeat(level);
  const what = entry.type === ModuleBlock ? `from file ${file}` : strRepr(entry.name);
  lines.push(`${indent}symbol table for ${entry.nested ? "nested " : ""}${blockTypeNames[entry.type]} ${what}:`);
  for (const [name, symbol] of entry.symbols) {
    const scope = symbol >> SCOPE_OFFSET;
    lines.push(`    ${indent}${SCOPE_NAMES.get(scope) ?? scope} symbol ${strRepr(name)}: ${flagNames(symbol).join(", ")}`);
  }
  lines.push("");
  for (const child of entry.children) dumpEntry(child, file, level + 1, lines);
}

/** The names of the flags of a symbol, in lower case. */
export function flagNames(symbol: number): string[] {
  const names: string[] = [];
  for (const [name, bits] of FLAG_NAMES) if ((symbol & bits) === bits) names.push(name);
  return names;
}
