// The entry to parsing: source text to tree. The fast parser reads valid programs; what it does not take goes to the exact parser,
// which finds CPython's error. See docs/syntax-tree.md.
import type { WarningSink } from "../base/python-error.ts";
import { ActionError } from "./actions.ts";
import * as ast from "./ast.generated.ts";
import { DEFAULT_MAX_STR_DIGITS } from "./number-literals.ts";
import type { TokenBuffer } from "./token-buffer.ts";
import { GIVE_UP, ParserState } from "./parser/state.ts";
import type { PendingWarning } from "./parser/state.ts";
import { parseExact } from "./peg/parse-exact.ts";
import { parseEval, parseFile, parseFunctionType, parseInteractive } from "./parser/statements.ts";
import { Tokenizer } from "./tokenizer.ts";
import { ENDMARKER, ERRORTOKEN, TYPE_IGNORE } from "./tokens.ts";

export type ParseMode = "exec" | "eval" | "single" | "func_type";

export interface ParseOptions {
  /** Default "exec". */
  mode?: ParseMode;
  /** Stands in errors and warnings; default "<string>". */
  filename?: string;
  /** Minor version of the grammar wanted (ast.parse's feature_version); default 14. */
  featureVersion?: number;
  /** PyCF_TYPE_COMMENTS: keep type comments and `type: ignore`s. */
  typeComments?: boolean;
  /** CO_FUTURE_BARRY_AS_BDFL is already in force: `<>` instead of `!=`. */
  barryAsFlufl?: boolean;
  /** PyCF_DONT_IMPLY_DEDENT, for mode "single". */
  dontImplyDedent?: boolean;
  /** PyCF_ALLOW_INCOMPLETE_INPUT: an error at the end of the source is an _IncompleteInputError. */
  allowIncompleteInput?: boolean;
  /** sys.get_int_max_str_digits(); default 4300. */
  maxStrDigits?: number;
  /** Receives SyntaxWarnings in CPython's order; without one they are dropped. */
  warn?: WarningSink | null;
}

/** The tree of a source (already decoded). Raises PythonSyntaxError, or PythonError MemoryError for sources nested too deep. */
export function parse(source: string, options: ParseOptions = {}): ast.mod {
  const fast = parseFast(source, options);
  if (fast === null) return parseExact(source, options);
  const warn = options.warn;
  if (warn) {
    for (let i = 0; i < fast.warnings.length; i++) {
      if (!warn(fast.warnings[i]!.warning)) continue;
      // This warning is to be an error: the exact parser knows how it looks. It says again what has been said.
      let seen = 0;
      return parseExact(source, {
        ...options,
        warn: (warning) => {
          const index = seen++;
          return index === i || (index > i && warn(warning));
        },
      });
    }
  }
  return fast.tree;
}

/** What the fast parser makes of a source: tree and warnings, in the order of CPython's parser. */
export interface FastResult {
  tree: ast.mod;
  warnings: readonly PendingWarning[];
}

/** The fast parser alone: null for whatever is not a valid program, and for what nests deeper than it follows. */
export function parseFast(source: string, options: ParseOptions = {}): FastResult | null {
  // How an interactive source ends depends on how far CPython's tokenizer has read.
  if (options.mode === "single" && options.dontImplyDedent) return null;
  // Then `<>` is a token; rare enough to be left to the exact parser.
  if (options.barryAsFlufl) return null;
  const warnings: PendingWarning[] = [];
  const typeIgnores: ast.type_ignore[] = [];
  const tokens = readTokens(source, options, warnings, typeIgnores);
  if (tokens === null) return null;
  const parser = new ParserState(
    tokens,
    options.filename ?? "<string>",
    options.featureVersion ?? 14,
    options.maxStrDigits ?? DEFAULT_MAX_STR_DIGITS,
  );
  const tree = parseTokens(parser, options, typeIgnores);
  if (tree === null) return null;
  if (warnings.length === 0) return { tree, warnings: parser.warnings };
  // At the same token the tokenizer comes before the parser; sort() keeps equal ones in order.
  return { tree, warnings: [...warnings, ...parser.warnings].sort((a, b) => a.token - b.token) };
}

/** All tokens but TYPE_IGNOREs, which become nodes in `typeIgnores`; null when there is an error among them. */
export function readTokens(
  source: string, options: ParseOptions, warnings: PendingWarning[], typeIgnores: ast.type_ignore[],
): TokenBuffer | null {
  const mode = options.mode ?? "exec";
  const tokenizer: Tokenizer = new Tokenizer(source, {
    filename: options.filename ?? "<string>",
    typeComments: options.typeComments ?? false,
    execInput: mode === "exec",
    interactive: mode === "single",
    warn: (warning) => {
      warnings.push({ token: tokenizer.buffer.count, warning });
      return false;
    },
  });
  for (;;) {
    const type = tokenizer.append();
    if (type === ENDMARKER) return tokenizer.buffer;
    if (type === ERRORTOKEN) return null;
    if (type === TYPE_IGNORE) {
      const buffer = tokenizer.buffer;
      typeIgnores.push(ast.TypeIgnore(tokenizer.state.lineno, buffer.text(buffer.count - 1)));
      buffer.count--;
    }
  }
}

/** Parses a complete token buffer; null as in parseFast. */
export function parseTokens(parser: ParserState, options: ParseOptions, typeIgnores: ast.type_ignore[]): ast.mod | null {
  try {
    switch (options.mode) {
      case "eval":
        return parseEval(parser);
      case "single":
        return parseInteractive(parser);
      case "func_type":
        return parseFunctionType(parser);
      default:
        return parseFile(parser, typeIgnores);
    }
  } catch (error) {
    if (error === GIVE_UP || error instanceof ActionError || error instanceof RangeError) return null;
    throw error;
  }
}
