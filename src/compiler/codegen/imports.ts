// import and from-import. Mirrors codegen_import of Python/codegen.c. See docs/compiler.md.
import { TupleConst } from "../../base/constant.ts";
import { INTRINSIC_IMPORT_STAR } from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { NO_LOCATION, type Location } from "../instruction.ts";
import { indexOf, locationOf, type Compiler } from "./compiler.ts";
import { nameOp } from "./names.ts";

export function importNames(c: Compiler, s: ast.Import): void {
  const location = locationOf(s);
  for (const alias of s.names) {
    c.loadConst(location, 0);
    c.loadConst(location, null);
    c.opName(location, Op.IMPORT_NAME, alias.name);
    if (alias.asname !== null) importAs(c, location, alias.name, alias.asname);
    else {
      const dot = alias.name.indexOf(".");
      nameOp(c, location, dot < 0 ? alias.name : alias.name.slice(0, dot), ast.Store);
    }
  }
}

/** `import a.b.c as d`: IMPORT_NAME gave a; the others are taken from it one by one. */
function importAs(c: Compiler, location: Location, name: string, asname: string): void {
  let dot = name.indexOf(".");
  if (dot < 0) {
    nameOp(c, location, asname, ast.Store);
    return;
  }
  for (;;) {
    const start = dot + 1;
    dot = name.indexOf(".", start);
    const attr = dot < 0 ? name.slice(start) : name.slice(start, dot);
    c.opArg(location, Op.IMPORT_FROM, indexOf(c.unit.metadata.names, attr));
    if (dot < 0) break;
    c.opArg(location, Op.SWAP, 2);
    c.op(location, Op.POP_TOP);
  }
  nameOp(c, location, asname, ast.Store);
  c.op(location, Op.POP_TOP);
}

export function importFrom(c: Compiler, s: ast.ImportFrom): void {
  const location = locationOf(s);
  c.loadConst(location, s.level ?? 0);
  const names: string[] = [];
  for (const alias of s.names) names.push(alias.name);
  c.loadConst(location, new TupleConst(names));
  c.opName(location, Op.IMPORT_NAME, s.module ?? "");
  for (let i = 0; i < s.names.length; i++) {
    const alias = s.names[i]!;
    if (i === 0 && alias.name.startsWith("*")) {
      c.opArg(location, Op.CALL_INTRINSIC_1, INTRINSIC_IMPORT_STAR);
      c.op(NO_LOCATION, Op.POP_TOP);
      return;
    }
    c.opName(location, Op.IMPORT_FROM, alias.name);
    nameOp(c, location, alias.asname ?? alias.name, ast.Store);
  }
  c.op(location, Op.POP_TOP);
}
