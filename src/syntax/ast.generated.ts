// Made by `npm run generate` from ast-spec.ts; do not edit.
import type { ConstValue } from "../base/constant.ts";

export const Load = 1;
export const Store = 2;
export const Del = 3;
export type expr_context_kind = typeof Load | typeof Store | typeof Del;
/** Names of the expr_context numbers; entry 0 is unused. */
export const expr_context_names: readonly string[] = ["", "Load", "Store", "Del"];

export const And = 1;
export const Or = 2;
export type boolop_kind = typeof And | typeof Or;
/** Names of the boolop numbers; entry 0 is unused. */
export const boolop_names: readonly string[] = ["", "And", "Or"];

export const Add = 1;
export const Sub = 2;
export const Mult = 3;
export const MatMult = 4;
export const Div = 5;
export const Mod = 6;
export const Pow = 7;
export const LShift = 8;
export const RShift = 9;
export const BitOr = 10;
export const BitXor = 11;
export const BitAnd = 12;
export const FloorDiv = 13;
export type operator_kind = typeof Add | typeof Sub | typeof Mult | typeof MatMult | typeof Div | typeof Mod | typeof Pow | typeof LShift | typeof RShift | typeof BitOr | typeof BitXor | typeof BitAnd | typeof FloorDiv;
/** Names of the operator numbers; entry 0 is unused. */
export const operator_names: readonly string[] = ["", "Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"];

export const Invert = 1;
export const Not = 2;
export const UAdd = 3;
export const USub = 4;
export type unaryop_kind = typeof Invert | typeof Not | typeof UAdd | typeof USub;
/** Names of the unaryop numbers; entry 0 is unused. */
export const unaryop_names: readonly string[] = ["", "Invert", "Not", "UAdd", "USub"];

export const Eq = 1;
export const NotEq = 2;
export const Lt = 3;
export const LtE = 4;
export const Gt = 5;
export const GtE = 6;
export const Is = 7;
export const IsNot = 8;
export const In = 9;
export const NotIn = 10;
export type cmpop_kind = typeof Eq | typeof NotEq | typeof Lt | typeof LtE | typeof Gt | typeof GtE | typeof Is | typeof IsNot | typeof In | typeof NotIn;
/** Names of the cmpop numbers; entry 0 is unused. */
export const cmpop_names: readonly string[] = ["", "Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"];

export interface Module {
  nodeKind: typeof Module_kind;
  body: stmt[];
  type_ignores: type_ignore[];
}
export function Module(body: stmt[], type_ignores: type_ignore[]): Module {
  return { nodeKind: Module_kind, body, type_ignores };
}

export interface Interactive {
  nodeKind: typeof Interactive_kind;
  body: stmt[];
}
export function Interactive(body: stmt[]): Interactive {
  return { nodeKind: Interactive_kind, body };
}

export interface Expression {
  nodeKind: typeof Expression_kind;
  body: expr;
}
export function Expression(body: expr): Expression {
  return { nodeKind: Expression_kind, body };
}

export interface FunctionType {
  nodeKind: typeof FunctionType_kind;
  argtypes: expr[];
  returns: expr;
}
export function FunctionType(argtypes: expr[], returns: expr): FunctionType {
  return { nodeKind: FunctionType_kind, argtypes, returns };
}

export type mod = Module | Interactive | Expression | FunctionType;

export interface FunctionDef {
  nodeKind: typeof FunctionDef_kind;
  name: string;
  args: arguments_;
  body: stmt[];
  decorator_list: expr[];
  returns: expr | null;
  type_comment: string | null;
  type_params: type_param[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function FunctionDef(name: string, args: arguments_, body: stmt[], decorator_list: expr[], returns: expr | null, type_comment: string | null, type_params: type_param[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): FunctionDef {
  return { nodeKind: FunctionDef_kind, name, args, body, decorator_list, returns, type_comment, type_params, lineno, col_offset, end_lineno, end_col_offset };
}

export interface AsyncFunctionDef {
  nodeKind: typeof AsyncFunctionDef_kind;
  name: string;
  args: arguments_;
  body: stmt[];
  decorator_list: expr[];
  returns: expr | null;
  type_comment: string | null;
  type_params: type_param[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function AsyncFunctionDef(name: string, args: arguments_, body: stmt[], decorator_list: expr[], returns: expr | null, type_comment: string | null, type_params: type_param[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): AsyncFunctionDef {
  return { nodeKind: AsyncFunctionDef_kind, name, args, body, decorator_list, returns, type_comment, type_params, lineno, col_offset, end_lineno, end_col_offset };
}

export interface ClassDef {
  nodeKind: typeof ClassDef_kind;
  name: string;
  bases: expr[];
  keywords: keyword[];
  body: stmt[];
  decorator_list: expr[];
  type_params: type_param[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function ClassDef(name: string, bases: expr[], keywords: keyword[], body: stmt[], decorator_list: expr[], type_params: type_param[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): ClassDef {
  return { nodeKind: ClassDef_kind, name, bases, keywords, body, decorator_list, type_params, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Return {
  nodeKind: typeof Return_kind;
  value: expr | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Return(value: expr | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Return {
  return { nodeKind: Return_kind, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Delete {
  nodeKind: typeof Delete_kind;
  targets: expr[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Delete(targets: expr[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Delete {
  return { nodeKind: Delete_kind, targets, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Assign {
  nodeKind: typeof Assign_kind;
  targets: expr[];
  value: expr;
  type_comment: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Assign(targets: expr[], value: expr, type_comment: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Assign {
  return { nodeKind: Assign_kind, targets, value, type_comment, lineno, col_offset, end_lineno, end_col_offset };
}

export interface TypeAlias {
  nodeKind: typeof TypeAlias_kind;
  name: expr;
  type_params: type_param[];
  value: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function TypeAlias(name: expr, type_params: type_param[], value: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): TypeAlias {
  return { nodeKind: TypeAlias_kind, name, type_params, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface AugAssign {
  nodeKind: typeof AugAssign_kind;
  target: expr;
  op: operator_kind;
  value: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function AugAssign(target: expr, op: operator_kind, value: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): AugAssign {
  return { nodeKind: AugAssign_kind, target, op, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface AnnAssign {
  nodeKind: typeof AnnAssign_kind;
  target: expr;
  annotation: expr;
  value: expr | null;
  simple: number;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function AnnAssign(target: expr, annotation: expr, value: expr | null, simple: number, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): AnnAssign {
  return { nodeKind: AnnAssign_kind, target, annotation, value, simple, lineno, col_offset, end_lineno, end_col_offset };
}

export interface For {
  nodeKind: typeof For_kind;
  target: expr;
  iter: expr;
  body: stmt[];
  orelse: stmt[];
  type_comment: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function For(target: expr, iter: expr, body: stmt[], orelse: stmt[], type_comment: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): For {
  return { nodeKind: For_kind, target, iter, body, orelse, type_comment, lineno, col_offset, end_lineno, end_col_offset };
}

export interface AsyncFor {
  nodeKind: typeof AsyncFor_kind;
  target: expr;
  iter: expr;
  body: stmt[];
  orelse: stmt[];
  type_comment: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function AsyncFor(target: expr, iter: expr, body: stmt[], orelse: stmt[], type_comment: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): AsyncFor {
  return { nodeKind: AsyncFor_kind, target, iter, body, orelse, type_comment, lineno, col_offset, end_lineno, end_col_offset };
}

export interface While {
  nodeKind: typeof While_kind;
  test: expr;
  body: stmt[];
  orelse: stmt[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function While(test: expr, body: stmt[], orelse: stmt[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): While {
  return { nodeKind: While_kind, test, body, orelse, lineno, col_offset, end_lineno, end_col_offset };
}

export interface If {
  nodeKind: typeof If_kind;
  test: expr;
  body: stmt[];
  orelse: stmt[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function If(test: expr, body: stmt[], orelse: stmt[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): If {
  return { nodeKind: If_kind, test, body, orelse, lineno, col_offset, end_lineno, end_col_offset };
}

export interface With {
  nodeKind: typeof With_kind;
  items: withitem[];
  body: stmt[];
  type_comment: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function With(items: withitem[], body: stmt[], type_comment: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): With {
  return { nodeKind: With_kind, items, body, type_comment, lineno, col_offset, end_lineno, end_col_offset };
}

export interface AsyncWith {
  nodeKind: typeof AsyncWith_kind;
  items: withitem[];
  body: stmt[];
  type_comment: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function AsyncWith(items: withitem[], body: stmt[], type_comment: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): AsyncWith {
  return { nodeKind: AsyncWith_kind, items, body, type_comment, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Match {
  nodeKind: typeof Match_kind;
  subject: expr;
  cases: match_case[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Match(subject: expr, cases: match_case[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Match {
  return { nodeKind: Match_kind, subject, cases, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Raise {
  nodeKind: typeof Raise_kind;
  exc: expr | null;
  cause: expr | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Raise(exc: expr | null, cause: expr | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Raise {
  return { nodeKind: Raise_kind, exc, cause, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Try {
  nodeKind: typeof Try_kind;
  body: stmt[];
  handlers: excepthandler[];
  orelse: stmt[];
  finalbody: stmt[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Try(body: stmt[], handlers: excepthandler[], orelse: stmt[], finalbody: stmt[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Try {
  return { nodeKind: Try_kind, body, handlers, orelse, finalbody, lineno, col_offset, end_lineno, end_col_offset };
}

export interface TryStar {
  nodeKind: typeof TryStar_kind;
  body: stmt[];
  handlers: excepthandler[];
  orelse: stmt[];
  finalbody: stmt[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function TryStar(body: stmt[], handlers: excepthandler[], orelse: stmt[], finalbody: stmt[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): TryStar {
  return { nodeKind: TryStar_kind, body, handlers, orelse, finalbody, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Assert {
  nodeKind: typeof Assert_kind;
  test: expr;
  msg: expr | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Assert(test: expr, msg: expr | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Assert {
  return { nodeKind: Assert_kind, test, msg, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Import {
  nodeKind: typeof Import_kind;
  names: alias[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Import(names: alias[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Import {
  return { nodeKind: Import_kind, names, lineno, col_offset, end_lineno, end_col_offset };
}

export interface ImportFrom {
  nodeKind: typeof ImportFrom_kind;
  module: string | null;
  names: alias[];
  level: number | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function ImportFrom(module: string | null, names: alias[], level: number | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): ImportFrom {
  return { nodeKind: ImportFrom_kind, module, names, level, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Global {
  nodeKind: typeof Global_kind;
  names: string[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Global(names: string[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Global {
  return { nodeKind: Global_kind, names, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Nonlocal {
  nodeKind: typeof Nonlocal_kind;
  names: string[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Nonlocal(names: string[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Nonlocal {
  return { nodeKind: Nonlocal_kind, names, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Expr {
  nodeKind: typeof Expr_kind;
  value: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Expr(value: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Expr {
  return { nodeKind: Expr_kind, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Pass {
  nodeKind: typeof Pass_kind;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Pass(lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Pass {
  return { nodeKind: Pass_kind, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Break {
  nodeKind: typeof Break_kind;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Break(lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Break {
  return { nodeKind: Break_kind, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Continue {
  nodeKind: typeof Continue_kind;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Continue(lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Continue {
  return { nodeKind: Continue_kind, lineno, col_offset, end_lineno, end_col_offset };
}

export type stmt = FunctionDef | AsyncFunctionDef | ClassDef | Return | Delete | Assign | TypeAlias | AugAssign | AnnAssign | For | AsyncFor | While | If | With | AsyncWith | Match | Raise | Try | TryStar | Assert | Import | ImportFrom | Global | Nonlocal | Expr | Pass | Break | Continue;

export interface BoolOp {
  nodeKind: typeof BoolOp_kind;
  op: boolop_kind;
  values: expr[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function BoolOp(op: boolop_kind, values: expr[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): BoolOp {
  return { nodeKind: BoolOp_kind, op, values, lineno, col_offset, end_lineno, end_col_offset };
}

export interface NamedExpr {
  nodeKind: typeof NamedExpr_kind;
  target: expr;
  value: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function NamedExpr(target: expr, value: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): NamedExpr {
  return { nodeKind: NamedExpr_kind, target, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface BinOp {
  nodeKind: typeof BinOp_kind;
  left: expr;
  op: operator_kind;
  right: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function BinOp(left: expr, op: operator_kind, right: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): BinOp {
  return { nodeKind: BinOp_kind, left, op, right, lineno, col_offset, end_lineno, end_col_offset };
}

export interface UnaryOp {
  nodeKind: typeof UnaryOp_kind;
  op: unaryop_kind;
  operand: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function UnaryOp(op: unaryop_kind, operand: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): UnaryOp {
  return { nodeKind: UnaryOp_kind, op, operand, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Lambda {
  nodeKind: typeof Lambda_kind;
  args: arguments_;
  body: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Lambda(args: arguments_, body: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Lambda {
  return { nodeKind: Lambda_kind, args, body, lineno, col_offset, end_lineno, end_col_offset };
}

export interface IfExp {
  nodeKind: typeof IfExp_kind;
  test: expr;
  body: expr;
  orelse: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function IfExp(test: expr, body: expr, orelse: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): IfExp {
  return { nodeKind: IfExp_kind, test, body, orelse, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Dict {
  nodeKind: typeof Dict_kind;
  keys: (expr | null)[];
  values: expr[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Dict(keys: (expr | null)[], values: expr[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Dict {
  return { nodeKind: Dict_kind, keys, values, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Set {
  nodeKind: typeof Set_kind;
  elts: expr[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Set(elts: expr[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Set {
  return { nodeKind: Set_kind, elts, lineno, col_offset, end_lineno, end_col_offset };
}

export interface ListComp {
  nodeKind: typeof ListComp_kind;
  elt: expr;
  generators: comprehension[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function ListComp(elt: expr, generators: comprehension[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): ListComp {
  return { nodeKind: ListComp_kind, elt, generators, lineno, col_offset, end_lineno, end_col_offset };
}

export interface SetComp {
  nodeKind: typeof SetComp_kind;
  elt: expr;
  generators: comprehension[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function SetComp(elt: expr, generators: comprehension[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): SetComp {
  return { nodeKind: SetComp_kind, elt, generators, lineno, col_offset, end_lineno, end_col_offset };
}

export interface DictComp {
  nodeKind: typeof DictComp_kind;
  key: expr;
  value: expr;
  generators: comprehension[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function DictComp(key: expr, value: expr, generators: comprehension[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): DictComp {
  return { nodeKind: DictComp_kind, key, value, generators, lineno, col_offset, end_lineno, end_col_offset };
}

export interface GeneratorExp {
  nodeKind: typeof GeneratorExp_kind;
  elt: expr;
  generators: comprehension[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function GeneratorExp(elt: expr, generators: comprehension[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): GeneratorExp {
  return { nodeKind: GeneratorExp_kind, elt, generators, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Await {
  nodeKind: typeof Await_kind;
  value: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Await(value: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Await {
  return { nodeKind: Await_kind, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Yield {
  nodeKind: typeof Yield_kind;
  value: expr | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Yield(value: expr | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Yield {
  return { nodeKind: Yield_kind, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface YieldFrom {
  nodeKind: typeof YieldFrom_kind;
  value: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function YieldFrom(value: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): YieldFrom {
  return { nodeKind: YieldFrom_kind, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Compare {
  nodeKind: typeof Compare_kind;
  left: expr;
  ops: cmpop_kind[];
  comparators: expr[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Compare(left: expr, ops: cmpop_kind[], comparators: expr[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Compare {
  return { nodeKind: Compare_kind, left, ops, comparators, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Call {
  nodeKind: typeof Call_kind;
  func: expr;
  args: expr[];
  keywords: keyword[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Call(func: expr, args: expr[], keywords: keyword[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Call {
  return { nodeKind: Call_kind, func, args, keywords, lineno, col_offset, end_lineno, end_col_offset };
}

export interface FormattedValue {
  nodeKind: typeof FormattedValue_kind;
  value: expr;
  conversion: number;
  format_spec: expr | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function FormattedValue(value: expr, conversion: number, format_spec: expr | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): FormattedValue {
  return { nodeKind: FormattedValue_kind, value, conversion, format_spec, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Interpolation {
  nodeKind: typeof Interpolation_kind;
  value: expr;
  str: ConstValue;
  conversion: number;
  format_spec: expr | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Interpolation(value: expr, str: ConstValue, conversion: number, format_spec: expr | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Interpolation {
  return { nodeKind: Interpolation_kind, value, str, conversion, format_spec, lineno, col_offset, end_lineno, end_col_offset };
}

export interface JoinedStr {
  nodeKind: typeof JoinedStr_kind;
  values: expr[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function JoinedStr(values: expr[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): JoinedStr {
  return { nodeKind: JoinedStr_kind, values, lineno, col_offset, end_lineno, end_col_offset };
}

export interface TemplateStr {
  nodeKind: typeof TemplateStr_kind;
  values: expr[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function TemplateStr(values: expr[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): TemplateStr {
  return { nodeKind: TemplateStr_kind, values, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Constant {
  nodeKind: typeof Constant_kind;
  value: ConstValue;
  kind: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Constant(value: ConstValue, kind: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Constant {
  return { nodeKind: Constant_kind, value, kind, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Attribute {
  nodeKind: typeof Attribute_kind;
  value: expr;
  attr: string;
  ctx: expr_context_kind;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Attribute(value: expr, attr: string, ctx: expr_context_kind, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Attribute {
  return { nodeKind: Attribute_kind, value, attr, ctx, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Subscript {
  nodeKind: typeof Subscript_kind;
  value: expr;
  slice: expr;
  ctx: expr_context_kind;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Subscript(value: expr, slice: expr, ctx: expr_context_kind, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Subscript {
  return { nodeKind: Subscript_kind, value, slice, ctx, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Starred {
  nodeKind: typeof Starred_kind;
  value: expr;
  ctx: expr_context_kind;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Starred(value: expr, ctx: expr_context_kind, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Starred {
  return { nodeKind: Starred_kind, value, ctx, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Name {
  nodeKind: typeof Name_kind;
  id: string;
  ctx: expr_context_kind;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Name(id: string, ctx: expr_context_kind, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Name {
  return { nodeKind: Name_kind, id, ctx, lineno, col_offset, end_lineno, end_col_offset };
}

export interface List {
  nodeKind: typeof List_kind;
  elts: expr[];
  ctx: expr_context_kind;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function List(elts: expr[], ctx: expr_context_kind, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): List {
  return { nodeKind: List_kind, elts, ctx, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Tuple {
  nodeKind: typeof Tuple_kind;
  elts: expr[];
  ctx: expr_context_kind;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Tuple(elts: expr[], ctx: expr_context_kind, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Tuple {
  return { nodeKind: Tuple_kind, elts, ctx, lineno, col_offset, end_lineno, end_col_offset };
}

export interface Slice {
  nodeKind: typeof Slice_kind;
  lower: expr | null;
  upper: expr | null;
  step: expr | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function Slice(lower: expr | null, upper: expr | null, step: expr | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): Slice {
  return { nodeKind: Slice_kind, lower, upper, step, lineno, col_offset, end_lineno, end_col_offset };
}

export type expr = BoolOp | NamedExpr | BinOp | UnaryOp | Lambda | IfExp | Dict | Set | ListComp | SetComp | DictComp | GeneratorExp | Await | Yield | YieldFrom | Compare | Call | FormattedValue | Interpolation | JoinedStr | TemplateStr | Constant | Attribute | Subscript | Starred | Name | List | Tuple | Slice;

export interface comprehension {
  nodeKind: typeof comprehension_kind;
  target: expr;
  iter: expr;
  ifs: expr[];
  is_async: number;
}
export function comprehension(target: expr, iter: expr, ifs: expr[], is_async: number): comprehension {
  return { nodeKind: comprehension_kind, target, iter, ifs, is_async };
}

export interface ExceptHandler {
  nodeKind: typeof ExceptHandler_kind;
  type: expr | null;
  name: string | null;
  body: stmt[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function ExceptHandler(type: expr | null, name: string | null, body: stmt[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): ExceptHandler {
  return { nodeKind: ExceptHandler_kind, type, name, body, lineno, col_offset, end_lineno, end_col_offset };
}

export type excepthandler = ExceptHandler;

export interface arguments_ {
  nodeKind: typeof arguments_kind;
  posonlyargs: arg[];
  args: arg[];
  vararg: arg | null;
  kwonlyargs: arg[];
  kw_defaults: (expr | null)[];
  kwarg: arg | null;
  defaults: expr[];
}
export function arguments_(posonlyargs: arg[], args: arg[], vararg: arg | null, kwonlyargs: arg[], kw_defaults: (expr | null)[], kwarg: arg | null, defaults: expr[]): arguments_ {
  return { nodeKind: arguments_kind, posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
}

export interface arg {
  nodeKind: typeof arg_kind;
  arg: string;
  annotation: expr | null;
  type_comment: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function arg(arg: string, annotation: expr | null, type_comment: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): arg {
  return { nodeKind: arg_kind, arg, annotation, type_comment, lineno, col_offset, end_lineno, end_col_offset };
}

export interface keyword {
  nodeKind: typeof keyword_kind;
  arg: string | null;
  value: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function keyword(arg: string | null, value: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): keyword {
  return { nodeKind: keyword_kind, arg, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface alias {
  nodeKind: typeof alias_kind;
  name: string;
  asname: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function alias(name: string, asname: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): alias {
  return { nodeKind: alias_kind, name, asname, lineno, col_offset, end_lineno, end_col_offset };
}

export interface withitem {
  nodeKind: typeof withitem_kind;
  context_expr: expr;
  optional_vars: expr | null;
}
export function withitem(context_expr: expr, optional_vars: expr | null): withitem {
  return { nodeKind: withitem_kind, context_expr, optional_vars };
}

export interface match_case {
  nodeKind: typeof match_case_kind;
  pattern: pattern;
  guard: expr | null;
  body: stmt[];
}
export function match_case(pattern: pattern, guard: expr | null, body: stmt[]): match_case {
  return { nodeKind: match_case_kind, pattern, guard, body };
}

export interface MatchValue {
  nodeKind: typeof MatchValue_kind;
  value: expr;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function MatchValue(value: expr, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): MatchValue {
  return { nodeKind: MatchValue_kind, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface MatchSingleton {
  nodeKind: typeof MatchSingleton_kind;
  value: ConstValue;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function MatchSingleton(value: ConstValue, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): MatchSingleton {
  return { nodeKind: MatchSingleton_kind, value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface MatchSequence {
  nodeKind: typeof MatchSequence_kind;
  patterns: pattern[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function MatchSequence(patterns: pattern[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): MatchSequence {
  return { nodeKind: MatchSequence_kind, patterns, lineno, col_offset, end_lineno, end_col_offset };
}

export interface MatchMapping {
  nodeKind: typeof MatchMapping_kind;
  keys: expr[];
  patterns: pattern[];
  rest: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function MatchMapping(keys: expr[], patterns: pattern[], rest: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): MatchMapping {
  return { nodeKind: MatchMapping_kind, keys, patterns, rest, lineno, col_offset, end_lineno, end_col_offset };
}

export interface MatchClass {
  nodeKind: typeof MatchClass_kind;
  cls: expr;
  patterns: pattern[];
  kwd_attrs: string[];
  kwd_patterns: pattern[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function MatchClass(cls: expr, patterns: pattern[], kwd_attrs: string[], kwd_patterns: pattern[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): MatchClass {
  return { nodeKind: MatchClass_kind, cls, patterns, kwd_attrs, kwd_patterns, lineno, col_offset, end_lineno, end_col_offset };
}

export interface MatchStar {
  nodeKind: typeof MatchStar_kind;
  name: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function MatchStar(name: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): MatchStar {
  return { nodeKind: MatchStar_kind, name, lineno, col_offset, end_lineno, end_col_offset };
}

export interface MatchAs {
  nodeKind: typeof MatchAs_kind;
  pattern: pattern | null;
  name: string | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function MatchAs(pattern: pattern | null, name: string | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): MatchAs {
  return { nodeKind: MatchAs_kind, pattern, name, lineno, col_offset, end_lineno, end_col_offset };
}

export interface MatchOr {
  nodeKind: typeof MatchOr_kind;
  patterns: pattern[];
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function MatchOr(patterns: pattern[], lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): MatchOr {
  return { nodeKind: MatchOr_kind, patterns, lineno, col_offset, end_lineno, end_col_offset };
}

export type pattern = MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

export interface TypeIgnore {
  nodeKind: typeof TypeIgnore_kind;
  lineno: number;
  tag: string;
}
export function TypeIgnore(lineno: number, tag: string): TypeIgnore {
  return { nodeKind: TypeIgnore_kind, lineno, tag };
}

export type type_ignore = TypeIgnore;

export interface TypeVar {
  nodeKind: typeof TypeVar_kind;
  name: string;
  bound: expr | null;
  default_value: expr | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function TypeVar(name: string, bound: expr | null, default_value: expr | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): TypeVar {
  return { nodeKind: TypeVar_kind, name, bound, default_value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface ParamSpec {
  nodeKind: typeof ParamSpec_kind;
  name: string;
  default_value: expr | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function ParamSpec(name: string, default_value: expr | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): ParamSpec {
  return { nodeKind: ParamSpec_kind, name, default_value, lineno, col_offset, end_lineno, end_col_offset };
}

export interface TypeVarTuple {
  nodeKind: typeof TypeVarTuple_kind;
  name: string;
  default_value: expr | null;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}
export function TypeVarTuple(name: string, default_value: expr | null, lineno: number, col_offset: number, end_lineno: number, end_col_offset: number): TypeVarTuple {
  return { nodeKind: TypeVarTuple_kind, name, default_value, lineno, col_offset, end_lineno, end_col_offset };
}

export type type_param = TypeVar | ParamSpec | TypeVarTuple;

export const Module_kind = 1;
export const Interactive_kind = 2;
export const Expression_kind = 3;
export const FunctionType_kind = 4;
export const FunctionDef_kind = 5;
export const AsyncFunctionDef_kind = 6;
export const ClassDef_kind = 7;
export const Return_kind = 8;
export const Delete_kind = 9;
export const Assign_kind = 10;
export const TypeAlias_kind = 11;
export const AugAssign_kind = 12;
export const AnnAssign_kind = 13;
export const For_kind = 14;
export const AsyncFor_kind = 15;
export const While_kind = 16;
export const If_kind = 17;
export const With_kind = 18;
export const AsyncWith_kind = 19;
export const Match_kind = 20;
export const Raise_kind = 21;
export const Try_kind = 22;
export const TryStar_kind = 23;
export const Assert_kind = 24;
export const Import_kind = 25;
export const ImportFrom_kind = 26;
export const Global_kind = 27;
export const Nonlocal_kind = 28;
export const Expr_kind = 29;
export const Pass_kind = 30;
export const Break_kind = 31;
export const Continue_kind = 32;
export const BoolOp_kind = 33;
export const NamedExpr_kind = 34;
export const BinOp_kind = 35;
export const UnaryOp_kind = 36;
export const Lambda_kind = 37;
export const IfExp_kind = 38;
export const Dict_kind = 39;
export const Set_kind = 40;
export const ListComp_kind = 41;
export const SetComp_kind = 42;
export const DictComp_kind = 43;
export const GeneratorExp_kind = 44;
export const Await_kind = 45;
export const Yield_kind = 46;
export const YieldFrom_kind = 47;
export const Compare_kind = 48;
export const Call_kind = 49;
export const FormattedValue_kind = 50;
export const Interpolation_kind = 51;
export const JoinedStr_kind = 52;
export const TemplateStr_kind = 53;
export const Constant_kind = 54;
export const Attribute_kind = 55;
export const Subscript_kind = 56;
export const Starred_kind = 57;
export const Name_kind = 58;
export const List_kind = 59;
export const Tuple_kind = 60;
export const Slice_kind = 61;
export const comprehension_kind = 62;
export const ExceptHandler_kind = 63;
export const arguments_kind = 64;
export const arg_kind = 65;
export const keyword_kind = 66;
export const alias_kind = 67;
export const withitem_kind = 68;
export const match_case_kind = 69;
export const MatchValue_kind = 70;
export const MatchSingleton_kind = 71;
export const MatchSequence_kind = 72;
export const MatchMapping_kind = 73;
export const MatchClass_kind = 74;
export const MatchStar_kind = 75;
export const MatchAs_kind = 76;
export const MatchOr_kind = 77;
export const TypeIgnore_kind = 78;
export const TypeVar_kind = 79;
export const ParamSpec_kind = 80;
export const TypeVarTuple_kind = 81;

export type AnyNode = Module | Interactive | Expression | FunctionType | FunctionDef | AsyncFunctionDef | ClassDef | Return | Delete | Assign | TypeAlias | AugAssign | AnnAssign | For | AsyncFor | While | If | With | AsyncWith | Match | Raise | Try | TryStar | Assert | Import | ImportFrom | Global | Nonlocal | Expr | Pass | Break | Continue | BoolOp | NamedExpr | BinOp | UnaryOp | Lambda | IfExp | Dict | Set | ListComp | SetComp | DictComp | GeneratorExp | Await | Yield | YieldFrom | Compare | Call | FormattedValue | Interpolation | JoinedStr | TemplateStr | Constant | Attribute | Subscript | Starred | Name | List | Tuple | Slice | comprehension | ExceptHandler | arguments_ | arg | keyword | alias | withitem | match_case | MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr | TypeIgnore | TypeVar | ParamSpec | TypeVarTuple;

export interface FieldInfo {
  name: string;
  /** identifier, string, int, constant, an enum or a node group */
  type: string;
  optional: boolean;
  list: boolean;
}
export interface NodeInfo {
  name: string;
  group: string;
  located: boolean;
  fields: readonly FieldInfo[];
}
/** Indexed by kind; entry 0 is unused. */
export const nodeInfo: readonly NodeInfo[] = [
  { name: "", group: "", located: false, fields: [] },
  { name: "Module", group: "mod", located: false, fields: [{ name: "body", type: "stmt", optional: false, list: true }, { name: "type_ignores", type: "type_ignore", optional: false, list: true }] },
  { name: "Interactive", group: "mod", located: false, fields: [{ name: "body", type: "stmt", optional: false, list: true }] },
  { name: "Expression", group: "mod", located: false, fields: [{ name: "body", type: "expr", optional: false, list: false }] },
  { name: "FunctionType", group: "mod", located: false, fields: [{ name: "argtypes", type: "expr", optional: false, list: true }, { name: "returns", type: "expr", optional: false, list: false }] },
  { name: "FunctionDef", group: "stmt", located: true, fields: [{ name: "name", type: "identifier", optional: false, list: false }, { name: "args", type: "arguments", optional: false, list: false }, { name: "body", type: "stmt", optional: false, list: true }, { name: "decorator_list", type: "expr", optional: false, list: true }, { name: "returns", type: "expr", optional: true, list: false }, { name: "type_comment", type: "string", optional: true, list: false }, { name: "type_params", type: "type_param", optional: false, list: true }] },
  { name: "AsyncFunctionDef", group: "stmt", located: true, fields: [{ name: "name", type: "identifier", optional: false, list: false }, { name: "args", type: "arguments", optional: false, list: false }, { name: "body", type: "stmt", optional: false, list: true }, { name: "decorator_list", type: "expr", optional: false, list: true }, { name: "returns", type: "expr", optional: true, list: false }, { name: "type_comment", type: "string", optional: true, list: false }, { name: "type_params", type: "type_param", optional: false, list: true }] },
  { name: "ClassDef", group: "stmt", located: true, fields: [{ name: "name", type: "identifier", optional: false, list: false }, { name: "bases", type: "expr", optional: false, list: true }, { name: "keywords", type: "keyword", optional: false, list: true }, { name: "body", type: "stmt", optional: false, list: true }, { name: "decorator_list", type: "expr", optional: false, list: true }, { name: "type_params", type: "type_param", optional: false, list: true }] },
  { name: "Return", group: "stmt", located: true, fields: [{ name: "value", type: "expr", optional: true, list: false }] },
  { name: "Delete", group: "stmt", located: true, fields: [{ name: "targets", type: "expr", optional: false, list: true }] },
  { name: "Assign", group: "stmt", located: true, fields: [{ name: "targets", type: "expr", optional: false, list: true }, { name: "value", type: "expr", optional: false, list: false }, { name: "type_comment", type: "string", optional: true, list: false }] },
  { name: "TypeAlias", group: "stmt", located: true, fields: [{ name: "name", type: "expr", optional: false, list: false }, { name: "type_params", type: "type_param", optional: false, list: true }, { name: "value", type: "expr", optional: false, list: false }] },
  { name: "AugAssign", group: "stmt", located: true, fields: [{ name: "target", type: "expr", optional: false, list: false }, { name: "op", type: "operator", optional: false, list: false }, { name: "value", type: "expr", optional: false, list: false }] },
  { name: "AnnAssign", group: "stmt", located: true, fields: [{ name: "target", type: "expr", optional: false, list: false }, { name: "annotation", type: "expr", optional: false, list: false }, { name: "value", type: "expr", optional: true, list: false }, { name: "simple", type: "int", optional: false, list: false }] },
  { name: "For", group: "stmt", located: true, fields: [{ name: "target", type: "expr", optional: false, list: false }, { name: "iter", type: "expr", optional: false, list: false }, { name: "body", type: "stmt", optional: false, list: true }, { name: "orelse", type: "stmt", optional: false, list: true }, { name: "type_comment", type: "string", optional: true, list: false }] },
  { name: "AsyncFor", group: "stmt", located: true, fields: [{ name: "target", type: "expr", optional: false, list: false }, { name: "iter", type: "expr", optional: false, list: false }, { name: "body", type: "stmt", optional: false, list: true }, { name: "orelse", type: "stmt", optional: false, list: true }, { name: "type_comment", type: "string", optional: true, list: false }] },
  { name: "While", group: "stmt", located: true, fields: [{ name: "test", type: "expr", optional: false, list: false }, { name: "body", type: "stmt", optional: false, list: true }, { name: "orelse", type: "stmt", optional: false, list: true }] },
  { name: "If", group: "stmt", located: true, fields: [{ name: "test", type: "expr", optional: false, list: false }, { name: "body", type: "stmt", optional: false, list: true }, { name: "orelse", type: "stmt", optional: false, list: true }] },
  { name: "With", group: "stmt", located: true, fields: [{ name: "items", type: "withitem", optional: false, list: true }, { name: "body", type: "stmt", optional: false, list: true }, { name: "type_comment", type: "string", optional: true, list: false }] },
  { name: "AsyncWith", group: "stmt", located: true, fields: [{ name: "items", type: "withitem", optional: false, list: true }, { name: "body", type: "stmt", optional: false, list: true }, { name: "type_comment", type: "string", optional: true, list: false }] },
  { name: "Match", group: "stmt", located: true, fields: [{ name: "subject", type: "expr", optional: false, list: false }, { name: "cases", type: "match_case", optional: false, list: true }] },
  { name: "Raise", group: "stmt", located: true, fields: [{ name: "exc", type: "expr", optional: true, list: false }, { name: "cause", type: "expr", optional: true, list: false }] },
  { name: "Try", group: "stmt", located: true, fields: [{ name: "body", type: "stmt", optional: false, list: true }, { name: "handlers", type: "excepthandler", optional: false, list: true }, { name: "orelse", type: "stmt", optional: false, list: true }, { name: "finalbody", type: "stmt", optional: false, list: true }] },
  { name: "TryStar", group: "stmt", located: true, fields: [{ name: "body", type: "stmt", optional: false, list: true }, { name: "handlers", type: "excepthandler", optional: false, list: true }, { name: "orelse", type: "stmt", optional: false, list: true }, { name: "finalbody", type: "stmt", optional: false, list: true }] },
  { name: "Assert", group: "stmt", located: true, fields: [{ name: "test", type: "expr", optional: false, list: false }, { name: "msg", type: "expr", optional: true, list: false }] },
  { name: "Import", group: "stmt", located: true, fields: [{ name: "names", type: "alias", optional: false, list: true }] },
  { name: "ImportFrom", group: "stmt", located: true, fields: [{ name: "module", type: "identifier", optional: true, list: false }, { name: "names", type: "alias", optional: false, list: true }, { name: "level", type: "int", optional: true, list: false }] },
  { name: "Global", group: "stmt", located: true, fields: [{ name: "names", type: "identifier", optional: false, list: true }] },
  { name: "Nonlocal", group: "stmt", located: true, fields: [{ name: "names", type: "identifier", optional: false, list: true }] },
  { name: "Expr", group: "stmt", located: true, fields: [{ name: "value", type: "expr", optional: false, list: false }] },
  { name: "Pass", group: "stmt", located: true, fields: [] },
  { name: "Break", group: "stmt", located: true, fields: [] },
  { name: "Continue", group: "stmt", located: true, fields: [] },
  { name: "BoolOp", group: "expr", located: true, fields: [{ name: "op", type: "boolop", optional: false, list: false }, { name: "values", type: "expr", optional: false, list: true }] },
  { name: "NamedExpr", group: "expr", located: true, fields: [{ name: "target", type: "expr", optional: false, list: false }, { name: "value", type: "expr", optional: false, list: false }] },
  { name: "BinOp", group: "expr", located: true, fields: [{ name: "left", type: "expr", optional: false, list: false }, { name: "op", type: "operator", optional: false, list: false }, { name: "right", type: "expr", optional: false, list: false }] },
  { name: "UnaryOp", group: "expr", located: true, fields: [{ name: "op", type: "unaryop", optional: false, list: false }, { name: "operand", type: "expr", optional: false, list: false }] },
  { name: "Lambda", group: "expr", located: true, fields: [{ name: "args", type: "arguments", optional: false, list: false }, { name: "body", type: "expr", optional: false, list: false }] },
  { name: "IfExp", group: "expr", located: true, fields: [{ name: "test", type: "expr", optional: false, list: false }, { name: "body", type: "expr", optional: false, list: false }, { name: "orelse", type: "expr", optional: false, list: false }] },
  { name: "Dict", group: "expr", located: true, fields: [{ name: "keys", type: "expr", optional: true, list: true }, { name: "values", type: "expr", optional: false, list: true }] },
  { name: "Set", group: "expr", located: true, fields: [{ name: "elts", type: "expr", optional: false, list: true }] },
  { name: "ListComp", group: "expr", located: true, fields: [{ name: "elt", type: "expr", optional: false, list: false }, { name: "generators", type: "comprehension", optional: false, list: true }] },
  { name: "SetComp", group: "expr", located: true, fields: [{ name: "elt", type: "expr", optional: false, list: false }, { name: "generators", type: "comprehension", optional: false, list: true }] },
  { name: "DictComp", group: "expr", located: true, fields: [{ name: "key", type: "expr", optional: false, list: false }, { name: "value", type: "expr", optional: false, list: false }, { name: "generators", type: "comprehension", optional: false, list: true }] },
  { name: "GeneratorExp", group: "expr", located: true, fields: [{ name: "elt", type: "expr", optional: false, list: false }, { name: "generators", type: "comprehension", optional: false, list: true }] },
  { name: "Await", group: "expr", located: true, fields: [{ name: "value", type: "expr", optional: false, list: false }] },
  { name: "Yield", group: "expr", located: true, fields: [{ name: "value", type: "expr", optional: true, list: false }] },
  { name: "YieldFrom", group: "expr", located: true, fields: [{ name: "value", type: "expr", optional: false, list: false }] },
  { name: "Compare", group: "expr", located: true, fields: [{ name: "left", type: "expr", optional: false, list: false }, { name: "ops", type: "cmpop", optional: false, list: true }, { name: "comparators", type: "expr", optional: false, list: true }] },
  { name: "Call", group: "expr", located: true, fields: [{ name: "func", type: "expr", optional: false, list: false }, { name: "args", type: "expr", optional: false, list: true }, { name: "keywords", type: "keyword", optional: false, list: true }] },
  { name: "FormattedValue", group: "expr", located: true, fields: [{ name: "value", type: "expr", optional: false, list: false }, { name: "conversion", type: "int", optional: false, list: false }, { name: "format_spec", type: "expr", optional: true, list: false }] },
  { name: "Interpolation", group: "expr", located: true, fields: [{ name: "value", type: "expr", optional: false, list: false }, { name: "str", type: "constant", optional: false, list: false }, { name: "conversion", type: "int", optional: false, list: false }, { name: "format_spec", type: "expr", optional: true, list: false }] },
  { name: "JoinedStr", group: "expr", located: true, fields: [{ name: "values", type: "expr", optional: false, list: true }] },
  { name: "TemplateStr", group: "expr", located: true, fields: [{ name: "values", type: "expr", optional: false, list: true }] },
  { name: "Constant", group: "expr", located: true, fields: [{ name: "value", type: "constant", optional: false, list: false }, { name: "kind", type: "string", optional: true, list: false }] },
  { name: "Attribute", group: "expr", located: true, fields: [{ name: "value", type: "expr", optional: false, list: false }, { name: "attr", type: "identifier", optional: false, list: false }, { name: "ctx", type: "expr_context", optional: false, list: false }] },
  { name: "Subscript", group: "expr", located: true, fields: [{ name: "value", type: "expr", optional: false, list: false }, { name: "slice", type: "expr", optional: false, list: false }, { name: "ctx", type: "expr_context", optional: false, list: false }] },
  { name: "Starred", group: "expr", located: true, fields: [{ name: "value", type: "expr", optional: false, list: false }, { name: "ctx", type: "expr_context", optional: false, list: false }] },
  { name: "Name", group: "expr", located: true, fields: [{ name: "id", type: "identifier", optional: false, list: false }, { name: "ctx", type: "expr_context", optional: false, list: false }] },
  { name: "List", group: "expr", located: true, fields: [{ name: "elts", type: "expr", optional: false, list: true }, { name: "ctx", type: "expr_context", optional: false, list: false }] },
  { name: "Tuple", group: "expr", located: true, fields: [{ name: "elts", type: "expr", optional: false, list: true }, { name: "ctx", type: "expr_context", optional: false, list: false }] },
  { name: "Slice", group: "expr", located: true, fields: [{ name: "lower", type: "expr", optional: true, list: false }, { name: "upper", type: "expr", optional: true, list: false }, { name: "step", type: "expr", optional: true, list: false }] },
  { name: "comprehension", group: "comprehension", located: false, fields: [{ name: "target", type: "expr", optional: false, list: false }, { name: "iter", type: "expr", optional: false, list: false }, { name: "ifs", type: "expr", optional: false, list: true }, { name: "is_async", type: "int", optional: false, list: false }] },
  { name: "ExceptHandler", group: "excepthandler", located: true, fields: [{ name: "type", type: "expr", optional: true, list: false }, { name: "name", type: "identifier", optional: true, list: false }, { name: "body", type: "stmt", optional: false, list: true }] },
  { name: "arguments", group: "arguments", located: false, fields: [{ name: "posonlyargs", type: "arg", optional: false, list: true }, { name: "args", type: "arg", optional: false, list: true }, { name: "vararg", type: "arg", optional: true, list: false }, { name: "kwonlyargs", type: "arg", optional: false, list: true }, { name: "kw_defaults", type: "expr", optional: true, list: true }, { name: "kwarg", type: "arg", optional: true, list: false }, { name: "defaults", type: "expr", optional: false, list: true }] },
  { name: "arg", group: "arg", located: true, fields: [{ name: "arg", type: "identifier", optional: false, list: false }, { name: "annotation", type: "expr", optional: true, list: false }, { name: "type_comment", type: "string", optional: true, list: false }] },
  { name: "keyword", group: "keyword", located: true, fields: [{ name: "arg", type: "identifier", optional: true, list: false }, { name: "value", type: "expr", optional: false, list: false }] },
  { name: "alias", group: "alias", located: true, fields: [{ name: "name", type: "identifier", optional: false, list: false }, { name: "asname", type: "identifier", optional: true, list: false }] },
  { name: "withitem", group: "withitem", located: false, fields: [{ name: "context_expr", type: "expr", optional: false, list: false }, { name: "optional_vars", type: "expr", optional: true, list: false }] },
  { name: "match_case", group: "match_case", located: false, fields: [{ name: "pattern", type: "pattern", optional: false, list: false }, { name: "guard", type: "expr", optional: true, list: false }, { name: "body", type: "stmt", optional: false, list: true }] },
  { name: "MatchValue", group: "pattern", located: true, fields: [{ name: "value", type: "expr", optional: false, list: false }] },
  { name: "MatchSingleton", group: "pattern", located: true, fields: [{ name: "value", type: "constant", optional: false, list: false }] },
  { name: "MatchSequence", group: "pattern", located: true, fields: [{ name: "patterns", type: "pattern", optional: false, list: true }] },
  { name: "MatchMapping", group: "pattern", located: true, fields: [{ name: "keys", type: "expr", optional: false, list: true }, { name: "patterns", type: "pattern", optional: false, list: true }, { name: "rest", type: "identifier", optional: true, list: false }] },
  { name: "MatchClass", group: "pattern", located: true, fields: [{ name: "cls", type: "expr", optional: false, list: false }, { name: "patterns", type: "pattern", optional: false, list: true }, { name: "kwd_attrs", type: "identifier", optional: false, list: true }, { name: "kwd_patterns", type: "pattern", optional: false, list: true }] },
  { name: "MatchStar", group: "pattern", located: true, fields: [{ name: "name", type: "identifier", optional: true, list: false }] },
  { name: "MatchAs", group: "pattern", located: true, fields: [{ name: "pattern", type: "pattern", optional: true, list: false }, { name: "name", type: "identifier", optional: true, list: false }] },
  { name: "MatchOr", group: "pattern", located: true, fields: [{ name: "patterns", type: "pattern", optional: false, list: true }] },
  { name: "TypeIgnore", group: "type_ignore", located: false, fields: [{ name: "lineno", type: "int", optional: false, list: false }, { name: "tag", type: "string", optional: false, list: false }] },
  { name: "TypeVar", group: "type_param", located: true, fields: [{ name: "name", type: "identifier", optional: false, list: false }, { name: "bound", type: "expr", optional: true, list: false }, { name: "default_value", type: "expr", optional: true, list: false }] },
  { name: "ParamSpec", group: "type_param", located: true, fields: [{ name: "name", type: "identifier", optional: false, list: false }, { name: "default_value", type: "expr", optional: true, list: false }] },
  { name: "TypeVarTuple", group: "type_param", located: true, fields: [{ name: "name", type: "identifier", optional: false, list: false }, { name: "default_value", type: "expr", optional: true, list: false }] },
];
