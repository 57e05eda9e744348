// Tables of native functions whose signatures and docs stand in system-docs.generated.ts: a module's file then only names its
// implementations. See docs/core.md.
import { method, func, NO_TEXT } from "../core/api.ts";
import type { TypeSpec } from "../core/api.ts";
import { systemDocs } from "./system-docs.generated.ts";

type Fn = (...args: any[]) => any;
type Table = NonNullable<TypeSpec["methods"]>;

/** The doc of a dotted name. */
export function docOf(name: string): string | null {
  return systemDocs[name]?.[1] ?? null;
}

/** The text signature of a dotted name. */
export function signatureOf(name: string): string | undefined {
  return systemDocs[name]?.[0] ?? undefined;
}

function describe(owner: string, fns: Record<string, Fn>, own: Record<string, string>, make: typeof method, bound: string): Table {
  const table: Table = {};
  for (const [name, fn] of Object.entries(fns)) {
    const [signature, doc] = systemDocs[`${owner}.${name}`] ?? [null, null];
    table[name] = signature === null ? make(own[name] ?? `(${bound}, /, *args)`, doc, fn, NO_TEXT) : make(own[name] ?? signature, doc, fn);
  }
  return table;
}

/** Functions of a module; `own` gives the signature to bind by where CPython shows none. */
export function describedFunctions(module: string, fns: Record<string, Fn>, own: Record<string, string> = {}): Table {
  return describe(module, fns, own, func, "$module");
}

/** Methods of a type. */
export function describedMethods(type: string, fns: Record<string, Fn>, own: Record<string, string> = {}): Table {
  return describe(type, fns, own, method, "$self");
}
