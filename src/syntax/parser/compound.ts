// Fast parser: compound statements but match. Grammar/python.gram, section "COMPOUND STATEMENTS". See docs/syntax-tree.md.
import { typeComment } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import * as T from "../tokens.ts";
import { parseArguments } from "./atoms.ts";
import { finishExpressions, parseExpression, parseNamedExpression, parseStarExpressions } from "./expressions.ts";
import { parseParameters, parseTypeParams } from "./parameters.ts";
import { enter, expect, expectName, giveUp, lastToken, requires } from "./state.ts";
import type { ParserState } from "./state.ts";
import { parseSimpleStatements, parseStatement } from "./statements.ts";
import { parseStarTarget, parseStarTargets } from "./targets.ts";

/** Longest if-elif chain parsed here; CPython's parser ends at about six thousand. */
const MAX_ELIFS = 2000;

/** Appends a compound statement to `body` if one starts here; answers whether it did. */
export function parseCompoundStatement(p: ParserState, body: ast.stmt[]): boolean {
  const type = p.type[p.pos];
  switch (type) {
    case T.KW_IF:
      body.push(parseIf(p));
      return true;
    case T.KW_DEF:
      body.push(parseFunctionDef(p, []));
      return true;
    case T.KW_CLASS:
      body.push(parseClassDef(p, []));
      return true;
    case T.KW_FOR:
      body.push(parseFor(p));
      return true;
    case T.KW_TRY:
      body.push(parseTry(p));
      return true;
    case T.KW_WITH:
      body.push(parseWith(p));
      return true;
    case T.KW_WHILE:
      body.push(parseWhile(p));
      return true;
    case T.AT:
      body.push(parseDecorated(p));
      return true;
    case T.KW_ASYNC: {
      const next = p.type[p.pos + 1];
      requires(p, 5);
      if (next === T.KW_DEF) body.push(parseFunctionDef(p, []));
      else if (next === T.KW_FOR) body.push(parseFor(p));
      else if (next === T.KW_WITH) body.push(parseWith(p));
      else giveUp();
      return true;
    }
    default:
      return false;
  }
}

/** `:` and the block after it. */
function parseColonBlock(p: ParserState): ast.stmt[] {
  expect(p, T.COLON);
  return parseBlock(p);
}

/** block: indented statements, or simple statements on the same line. */
export function parseBlock(p: ParserState): ast.stmt[] {
  const body: ast.stmt[] = [];
  if (p.type[p.pos] !== T.NEWLINE) {
    parseSimpleStatements(p, body);
    return body;
  }
  p.pos++;
  expect(p, T.INDENT);
  enter(p);
  do parseStatement(p, body);
  while (p.type[p.pos] !== T.DEDENT);
  p.depth--;
  p.pos++;
  return body;
}

function parseElse(p: ParserState): ast.stmt[] {
  if (p.type[p.pos] !== T.KW_ELSE) return [];
  p.pos++;
  return parseColonBlock(p);
}

function optionalTypeComment(p: ParserState): string | null {
  return p.type[p.pos] === T.TYPE_COMMENT ? typeComment(p.tokens, p.pos++) : null;
}

/** An if statement. The chain of its elifs is a loop here, so that its length costs no stack. */
function parseIf(p: ParserState): ast.If {
  const starts: number[] = [];
  const tests: ast.expr[] = [];
  const bodies: ast.stmt[][] = [];
  do {
    starts.push(p.pos++);
    tests.push(parseNamedExpression(p));
    bodies.push(parseColonBlock(p));
    if (starts.length > MAX_ELIFS) giveUp();
  } while (p.type[p.pos] === T.KW_ELIF);
  let orelse = parseElse(p);
  const e = lastToken(p);
  for (let i = starts.length - 1; i > 0; i--) {
    const s = starts[i];
    orelse = [ast.If(tests[i], bodies[i], orelse, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e])];
  }
  const s = starts[0];
  return ast.If(tests[0], bodies[0], orelse, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseWhile(p: ParserState): ast.While {
  const s = p.pos++;
  const test = parseNamedExpression(p);
  const body = parseColonBlock(p);
  const orelse = parseElse(p);
  const e = lastToken(p);
  return ast.While(test, body, orelse, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseFor(p: ParserState): ast.For | ast.AsyncFor {
  const s = p.pos;
  const isAsync = p.type[s] === T.KW_ASYNC;
  p.pos += isAsync ? 2 : 1;
  const target = parseStarTargets(p);
  expect(p, T.KW_IN);
  const iter = parseStarExpressions(p);
  expect(p, T.COLON);
  const comment = optionalTypeComment(p);
  const body = parseBlock(p);
  const orelse = parseElse(p);
  const e = lastToken(p);
  const build = isAsync ? ast.AsyncFor : ast.For;
  return build(target, iter, body, orelse, comment, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseWith(p: ParserState): ast.With | ast.AsyncWith {
  const s = p.pos;
  const isAsync = p.type[s] === T.KW_ASYNC;
  p.pos += isAsync ? 2 : 1;
  const items: ast.withitem[] = [];
  if (p.type[p.pos] === T.LPAR && parenthesesHoldItems(p, isAsync)) {
    p.pos++;
    for (;;) {
      items.push(parseWithItem(p));
      if (p.type[p.pos] !== T.COMMA) break;
      p.pos++;
      if (p.type[p.pos] === T.RPAR) break;
    }
    expect(p, T.RPAR);
  } else {
    for (;;) {
      items.push(parseWithItem(p));
      if (p.type[p.pos] !== T.COMMA) break;
      p.pos++;
    }
  }
  expect(p, T.COLON);
  const comment = optionalTypeComment(p);
  const body = parseBlock(p);
  const e = lastToken(p);
  const build = isAsync ? ast.AsyncWith : ast.With;
  return build(items, body, comment, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseWithItem(p: ParserState): ast.withitem {
  const value = parseExpression(p);
  if (p.type[p.pos] !== T.KW_AS) return ast.withitem(value, null);
  p.pos++;
  return ast.withitem(value, parseStarTarget(p));
}

/**
 * Whether the `(` after `with` encloses the items rather than starts the first item's expression: its `)` stands before the
 * colon, and nothing directly inside makes it an expression that items cannot be.
 */
function parenthesesHoldItems(p: ParserState, isAsync: boolean): boolean {
  let at = p.pos + 1;
  let level = 1;
  let lambdas = 0;
  if (p.type[at] === T.RPAR) return false;
  for (;; at++) {
    switch (p.type[at]) {
      case T.LPAR:
      case T.LSQB:
      case T.LBRACE:
        level++;
        break;
      case T.RPAR:
      case T.RSQB:
      case T.RBRACE:
        if (--level === 0) {
          if (p.type[at + 1] !== T.COLON) return false;
          // The grammar has no type comment after `async with (items):`.
          return !(isAsync && p.type[at + 2] === T.TYPE_COMMENT);
        }
        break;
      case T.KW_LAMBDA:
        if (level === 1) lambdas++;
        break;
      case T.COLON:
        if (level === 1) lambdas--;
        break;
      case T.STAR:
        if (level === 1 && lambdas === 0 && (p.type[at - 1] === T.LPAR || p.type[at - 1] === T.COMMA)) return false;
        break;
      case T.COLONEQUAL:
      case T.KW_YIELD:
      case T.KW_FOR:
        if (level === 1) return false;
        break;
      case T.NEWLINE:
      case T.ENDMARKER:
        return giveUp();
    }
  }
}

function parseTry(p: ParserState): ast.Try | ast.TryStar {
  const s = p.pos++;
  const body = parseColonBlock(p);
  const handlers: ast.excepthandler[] = [];
  let star = false;
  while (p.type[p.pos] === T.KW_EXCEPT) {
    const starred = p.type[p.pos + 1] === T.STAR;
    if (handlers.length === 0) star = starred;
    else if (star !== starred) giveUp();
    handlers.push(parseExceptHandler(p, starred));
  }
  if (star) requires(p, 11);
  const orelse = handlers.length > 0 ? parseElse(p) : [];
  let finalbody: ast.stmt[] = [];
  if (p.type[p.pos] === T.KW_FINALLY) {
    p.pos++;
    finalbody = parseColonBlock(p);
  } else if (handlers.length === 0) giveUp();
  const e = lastToken(p);
  const build = star ? ast.TryStar : ast.Try;
  return build(body, handlers, orelse, finalbody, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseExceptHandler(p: ParserState, starred: boolean): ast.ExceptHandler {
  const s = p.pos;
  p.pos += starred ? 2 : 1;
  let type: ast.expr | null = null;
  let name: string | null = null;
  if (starred || p.type[p.pos] !== T.COLON) {
    const first = p.pos;
    type = parseExpression(p);
    // One expression may have a name; several without parentheses are a tuple and may not.
    const bareTuple = p.type[p.pos] === T.COMMA;
    if (bareTuple) {
      requires(p, 14);
      type = finishExpressions(p, first, type);
    }
    if (p.type[p.pos] === T.KW_AS) {
      if (bareTuple) giveUp();
      p.pos++;
      name = expectName(p);
    }
  }
  const body = parseColonBlock(p);
  const e = lastToken(p);
  return ast.ExceptHandler(type, name, body, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseDecorated(p: ParserState): ast.stmt {
  const decorators: ast.expr[] = [];
  while (p.type[p.pos] === T.AT) {
    p.pos++;
    decorators.push(parseNamedExpression(p));
    expect(p, T.NEWLINE);
  }
  const type = p.type[p.pos];
  if (type === T.KW_CLASS) return parseClassDef(p, decorators);
  if (type === T.KW_DEF) return parseFunctionDef(p, decorators);
  if (type !== T.KW_ASYNC || p.type[p.pos + 1] !== T.KW_DEF) giveUp();
  requires(p, 5);
  return parseFunctionDef(p, decorators);
}

function parseFunctionDef(p: ParserState, decorators: ast.expr[]): ast.FunctionDef | ast.AsyncFunctionDef {
  const s = p.pos;
  const isAsync = p.type[s] === T.KW_ASYNC;
  p.pos += isAsync ? 2 : 1;
  const name = expectName(p);
  const typeParams = parseTypeParams(p);
  expect(p, T.LPAR);
  const args = parseParameters(p, T.RPAR);
  expect(p, T.RPAR);
  let returns: ast.expr | null = null;
  if (p.type[p.pos] === T.RARROW) {
    p.pos++;
    returns = parseExpression(p);
  }
  expect(p, T.COLON);
  let comment = optionalTypeComment(p);
  if (comment === null && p.type[p.pos] === T.NEWLINE && p.type[p.pos + 1] === T.TYPE_COMMENT) {
    // On a line of its own before the block.
    comment = typeComment(p.tokens, p.pos + 1);
    p.pos += 2;
    if (p.type[p.pos] !== T.NEWLINE) giveUp();
  }
  const body = parseBlock(p);
  const e = lastToken(p);
  const build = isAsync ? ast.AsyncFunctionDef : ast.FunctionDef;
  return build(name, args, body, decorators, returns, comment, typeParams, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}

function parseClassDef(p: ParserState, decorators: ast.expr[]): ast.ClassDef {
  const s = p.pos++;
  const name = expectName(p);
  const typeParams = parseTypeParams(p);
  const bases: ast.expr[] = [];
  const keywords: ast.keyword[] = [];
  if (p.type[p.pos] === T.LPAR) parseArguments(p, bases, keywords, false);
  const body = parseColonBlock(p);
  const e = lastToken(p);
  return ast.ClassDef(name, bases, keywords, body, decorators, typeParams, p.lineno[s], p.col[s], p.endLineno[e], p.endCol[e]);
}
