import { enums, located, nodes } from "../../src/syntax/ast-spec.ts";

interface Field {
  name: string;
  type: string;
  optional: boolean;
  list: boolean;
}

const reserved = new Set(["arguments", "default"]);
const positionFields = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

function parseFields(spec: string): Field[] {
  if (spec === "") return [];
  return spec.split(", ").map((part) => {
    const [type, name] = part.split(" ") as [string, string];
    return { name, type: type.replace(/[?*]/g, ""), optional: type.includes("?"), list: type.includes("*") };
  });
}

function tsType(field: Field): string {
  const builtin: Record<string, string> = { identifier: "string", string: "string", int: "number", constant: "ConstValue" };
  let type = builtin[field.type] ?? (field.type in enums ? `${field.type}_kind` : field.type === "arguments" ? "arguments_" : field.type);
  if (field.optional) type += " | null";
  if (field.list) type = type.includes("|") ? `(${type})[]` : `${type}[]`;
  return type;
}

/** Interfaces, numeric kinds (K.*), constructors and field tables for every node of ast-spec.ts. */
export function generateAst(): string {
  const out: string[] = [
    "// Made by `npm run generate` from ast-spec.ts; do not edit.",
    'import type { ConstValue } from "../base/constant.ts";',
    "",
  ];
  for (const [group, names] of Object.entries(enums)) {
    names.forEach((name, i) => out.push(`export const ${name} = ${i + 1};`));
    out.push(`export type ${group}_kind = ${names.map((name) => `typeof ${name}`).join(" | ")};`);
    out.push(`/** Names of the ${group} numbers; entry 0 is unused. */`);
    out.push(`export const ${group}_names: readonly string[] = ["", ${names.map((name) => `"${name}"`).join(", ")}];`, "");
  }
  let kind = 0;
  const kinds: string[] = [];
  const table: string[] = [];
  for (const [group, members] of Object.entries(nodes)) {
    const hasPosition = located.includes(group);
    for (const [name, spec] of Object.entries(members)) {
      const fields = parseFields(spec);
      const tsName = reserved.has(name) ? name + "_" : name;
      kind++;
      kinds.push(`export const ${name}_kind = ${kind};`);
      const allFields = [
        ...fields.map((field) => ({ name: field.name, type: tsType(field) })),
        ...(hasPosition ? positionFields.map((position) => ({ name: position, type: "number" })) : []),
      ];
      out.push(`export interface ${tsName} {`, `  nodeKind: typeof ${name}_kind;`);
      for (const field of allFields) out.push(`  ${field.name}: ${field.type};`);
      out.push("}");
      const parameters = allFields.map((field) => `${reserved.has(field.name) ? field.name + "_" : field.name}: ${field.type}`);
      const values = allFields.map((field) => (reserved.has(field.name) ? `${field.name}: ${field.name}_` : field.name));
      out.push(`export function ${tsName}(${parameters.join(", ")}): ${tsName} {`);
      out.push(`  return { nodeKind: ${name}_kind${values.map((value) => `, ${value}`).join("")} };`, "}", "");
      table.push(
        `  { name: "${name}", group: "${group}", located: ${hasPosition}, fields: [${fields
          .map((f) => `{ name: "${f.name}", type: "${f.type}", optional: ${f.optional}, list: ${f.list} }`)
          .join(", ")}] },`,
      );
    }
    const memberNames = Object.keys(members).map((name) => (reserved.has(name) ? name + "_" : name));
    if (memberNames.length > 1 || memberNames[0] !== group) {
      if (!reserved.has(group)) out.push(`export type ${group} = ${memberNames.join(" | ")};`, "");
    }
  }
  out.push(...kinds, "");
  out.push(`export type AnyNode = ${Object.values(nodes).flatMap((m) => Object.keys(m)).map((n) => (reserved.has(n) ? n + "_" : n)).join(" | ")};`, "");
  out.push("export interface FieldInfo {", "  name: string;", "  /** identifier, string, int, constant, an enum or a node group */", "  type: string;", "  optional: boolean;", "  list: boolean;", "}");
  out.push("export interface NodeInfo {", "  name: string;", "  group: string;", "  located: boolean;", "  fields: readonly FieldInfo[];", "}");
  out.push("/** Indexed by kind; entry 0 is unused. */", "export const nodeInfo: readonly NodeInfo[] = [", '  { name: "", group: "", located: false, fields: [] },', ...table, "];", "");
  return out.join("\n");
}
