// pwd and grp: the accounts and groups of /etc/passwd and /etc/group, read through the host's files. Mirrors Modules/pwdmodule.c and grpmodule.c; other
// sources of accounts (LDAP and the like) are not asked. See docs/modules.md.
import { decodeUtf8 } from "../../base/utf8.ts";
import { asIndex, defineModule, isBigOrInt, isStr, keyError, type ModuleSpec, newList, newStr, overflowError, reprText, strFromJs, textOf, typeError, typeName, None, type TypeRec, type Value, valueError, type Vm } from "../../core/api.ts";
import { encode } from "../../core/codec-hooks.ts";
import { defineStructSequence, newStructSequence } from "../../types/struct-sequence.ts";
import { documented } from "../documented.ts";
import { filesOf, hostCall } from "../os-error.ts";
import { systemDocs } from "../system-docs.generated.ts";

const READ = 65536;
/** Numbers of users and groups are 32 bits wide; -1 stands for "leave it". */
const ID_LIMIT = 2 ** 32 - 1;

function lines(vm: Vm, path: string): string[][] {
  const files = filesOf(vm);
  const name = new TextEncoder().encode(path);
  if (files.lookup(name, true) === undefined) return [];
  const fd = hostCall(vm, () => files.open(name, 0, 0));
  const pieces: Uint8Array[] = [];
  try {
    for (;;) {
      const buffer = new Uint8Array(READ);
      const n = hostCall(vm, () => files.read(fd, buffer));
      if (n === 0) break;
      pieces.push(buffer.subarray(0, n));
    }
  } finally {
    files.close(fd);
  }
  const bytes = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  pieces.reduce((at, piece) => (bytes.set(piece, at), at + piece.length), 0);
  const text = String(decodeUtf8(bytes, 0, bytes.length, true));
  return text.split("\n").filter((line) => line.includes(":") && !/^[#+-]/.test(line)).map((line) => line.split(":"));
}

interface Database {
  readonly module: "pwd" | "grp";
  readonly file: string;
  readonly type: TypeRec;
  /** Which part of a line is the number. */
  readonly id: number;
  values(vm: Vm, parts: readonly string[]): Value[];
  readonly byName: string;
  readonly byId: string;
  readonly idName: string;
  readonly all: string;
}

function struct(module: "pwd" | "grp", name: string, fields: readonly string[]): TypeRec {
  const D = documented(module, systemDocs);
  return defineStructSequence({ name: `${module}.${name}`, doc: D.doc(name), fields: fields.map((field) => [field, D.doc(`${name}.${field}`)] as const), visible: fields.length });
}

const USERS: Database = {
  module: "pwd",
  file: "/etc/passwd",
  type: struct("pwd", "struct_passwd", ["pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"]),
  id: 2,
  values: (_vm, [name = "", password = "", uid = "", gid = "", gecos = "", home = "", shell = ""]) => [strFromJs(name), strFromJs(password), Number(uid), Number(gid), strFromJs(gecos), strFromJs(home), strFromJs(shell)],
  byName: "getpwnam",
  byId: "getpwuid",
  idName: "uid",
  all: "getpwall",
};

const GROUPS: Database = {
  module: "grp",
  file: "/etc/group",
  type: struct("grp", "struct_group", ["gr_name", "gr_passwd", "gr_gid", "gr_mem"]),
  id: 2,
  values: (vm, [name = "", password = "", gid = "", members = ""]) => [strFromJs(name), strFromJs(password), Number(gid), newList(vm, members === "" ? [] : members.split(",").map((member) => strFromJs(member)))],
  byName: "getgrnam",
  byId: "getgrgid",
  idName: "gid",
  all: "getgrall",
};

const shown = (v: Value): string => (v === None ? "None" : typeName(v));

function accounts(database: Database): ModuleSpec {
  const { module, file, type, id, values, byName, byId, idName, all } = database;
  const D = documented(module, systemDocs);
  const entry = (vm: Vm, parts: readonly string[]): Value => newStructSequence(vm, type, values(vm, parts));
  return defineModule({
    name: module,
    doc: D.doc(""),
    functions: {
      [all]: D.func(all, (vm: Vm) => newList(vm, lines(vm, file).map((parts) => entry(vm, parts)))),
      [byName]: D.func(byName, (vm: Vm, name: Value) => {
        if (!isStr(name)) throw typeError(vm, `${byName}() argument${module === "grp" ? " 'name'" : ""} must be str, not ${shown(name)}`);
        const wanted = textOf(name);
        // Lone surrogates have no bytes: that raises.
        encode(vm, name, newStr("utf-8"), newStr("surrogateescape"));
        if (wanted.includes("\0")) throw valueError(vm, "embedded null byte");
        const parts = lines(vm, file).find((line) => line[0] === wanted);
        if (parts === undefined) throw keyError(vm, strFromJs(`${byName}(): name not found: ${reprText(vm, name)}`));
        return entry(vm, parts);
      }),
      [byId]: D.func(byId, (vm: Vm, number: Value) => {
        if (!isBigOrInt(number)) throw typeError(vm, `${idName} should be integer, not ${typeName(number)}`);
        const wanted = asIndex(vm, number);
        if (wanted < -1 || wanted >= ID_LIMIT + (module === "grp" ? 1 : 0)) {
          if (module === "grp") throw overflowError(vm, `gid is ${wanted >= 2 ** 63 ? "greater than maximum" : "less than minimum"}`);
          throw keyError(vm, strFromJs(`${byId}(): ${idName} not found`));
        }
        const parts = lines(vm, file).find((line) => Number(line[id]) === Number(wanted));
        if (parts === undefined) throw keyError(vm, strFromJs(`${byId}(): ${idName} not found: ${Number(wanted) === ID_LIMIT ? -1 : wanted}`));
        return entry(vm, parts);
      }),
    },
    types: { [module === "pwd" ? "struct_passwd" : "struct_group"]: type },
  });
}

export const pwdModule = accounts(USERS);
export const grpModule = accounts(GROUPS);
