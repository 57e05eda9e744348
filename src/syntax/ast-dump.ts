// The text of a tree: what ast.dump of Lib/ast.py makes of it, with any of its options. See docs/syntax-tree.md.
import { PythonError } from "../base/python-error.ts";
import type { ConstValue } from "../base/constant.ts";
import * as ast from "./ast.generated.ts";
import { constRepr, textRepr } from "./const-repr.ts";

export interface DumpOptions {
  /** Names of fields before their values; default true. */
  annotateFields?: boolean;
  /** lineno, col_offset, end_lineno, end_col_offset; default false. */
  includeAttributes?: boolean;
  /** Number of spaces, or the string, by which each level is indented; null (the default) keeps all on one line. */
  indent?: number | string | null;
  /** Show empty lists; default false. */
  showEmpty?: boolean;
}

/** Field types that are numbers in our tree and nodes without fields in Python's. */
const enumNames: Readonly<Record<string, readonly string[]>> = {
  expr_context: ast.expr_context_names,
  boolop: ast.boolop_names,
  operator: ast.operator_names,
  unaryop: ast.unaryop_names,
  cmpop: ast.cmpop_names,
};

const positions = ["lineno", "col_offset", "end_lineno", "end_col_offset"];
/** Python's own limit of 1,000 frames is of this order; a deeper tree cannot be dumped there either. */
const MAX_DEPTH = 1000;

type Fields = Record<string, unknown>;

/** ast.dump. Raises PythonError RecursionError for a tree that is too deep. */
export function dump(node: ast.AnyNode, options: DumpOptions = {}): string {
  const indent = options.indent ?? null;
  return new Dumper(options, typeof indent === "number" ? " ".repeat(indent) : indent).node(node, 0);
}

class Dumper {
  private readonly annotateFields: boolean;
  private readonly includeAttributes: boolean;
  private readonly showEmpty: boolean;
  private readonly indent: string | null;
  /** Whether what was formatted last is simple: no fields, or not a node. */
  private simple = true;

  constructor(options: DumpOptions, indent: string | null) {
    this.annotateFields = options.annotateFields ?? true;
    this.includeAttributes = options.includeAttributes ?? false;
    this.showEmpty = options.showEmpty ?? false;
    this.indent = indent;
  }

  node(node: ast.AnyNode, level: number): string {
    if (level > MAX_DEPTH) throw new PythonError("RecursionError", "maximum recursion depth exceeded");
    level++;
    const info = ast.nodeInfo[node.nodeKind]!;
    const values = node as unknown as Fields;
    const args: string[] = [];
    let buffered: string[] = [];
    let allSimple = true;
    let keywords = this.annotateFields;
    for (const field of info.fields) {
      const value = values[field.name];
      if (value === null && field.optional && !field.list) {
        keywords = true;
        continue;
      }
      if (!this.showEmpty) {
        if (field.list && (value as unknown[]).length === 0) {
          if (!keywords) buffered.push("[]");
          continue;
        }
        if (!keywords) {
          args.push(...buffered);
          buffered = [];
        }
      }
      const text = field.list ? this.list(value as unknown[], field.type, level) : this.value(value, field.type, level);
      allSimple &&= this.simple;
      args.push(keywords ? `${field.name}=${text}` : text);
    }
    if (this.includeAttributes && info.located) {
      for (const name of positions) args.push(`${name}=${String(values[name])}`);
    }
    this.simple = args.length === 0;
    if (allSimple && args.length <= 3) return `${info.name}(${args.join(", ")})`;
    this.simple = false;
    return `${info.name}(${this.joined(args, level)})`;
  }

  private joined(items: string[], level: number): string {
    if (this.indent === null) return items.join(", ");
    const newline = "\n" + this.indent.repeat(level);
    return newline + items.join("," + newline);
  }

  private list(items: unknown[], type: string, level: number): string {
    if (items.length === 0) {
      this.simple = true;
      return "[]";
    }
    level++;
    const texts = items.map((item) => this.value(item, type, level));
    this.simple = false;
    return `[${this.joined(texts, level)}]`;
  }

  private value(value: unknown, type: string, level: number): string {
    this.simple = true;
    if (value === null) return "None";
    switch (type) {
      case "identifier":
      case "string":
        return textRepr(value as string);
      case "int":
        return String(value);
      case "constant":
        return constRepr(value as ConstValue);
    }
    const names = enumNames[type];
    if (names !== undefined) return `${names[value as number]}()`;
    return this.node(value as ast.AnyNode, level);
  }
}
