// How test modes of memory call objects and their fields, made without running Python code. See docs/memory.md.
import { type Container, type Ext, type Instance, K_BUILTIN, K_CODE, K_DICT, K_FUNCTION, K_INSTANCE, K_LIST, K_STR, K_TUPLE, K_TYPE, type PyObject, TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "../core/object.ts";
import { fullName } from "../core/type.ts";
import { traverse } from "../memory/gc.ts";
import type { BuiltinData } from "../types/builtin-function.ts";
import type { CodeData } from "../types/code.ts";
import type { DictTable } from "../types/dict/table.ts";
import type { FunctionData } from "../types/function.ts";
import { textOf } from "../types/str/str-object.ts";

const isStrValue = (v: Value | undefined): v is PyObject => v !== undefined && typeof v !== "number" && v.type.kind === K_STR;

/** A short name of an object. */
export function describe(o: PyObject): string {
  const type = fullName(o.type);
  const { data } = o as Container;
  switch (o.type.kind) {
    case K_STR:
      return `str ${JSON.stringify(textOf(o as never).slice(0, 40))}`;
    case K_FUNCTION:
      return `function ${textOf((data as FunctionData).qualname)}`;
    case K_TYPE:
      return `class ${(data as TypeRec).name}`;
    case K_BUILTIN:
      return `builtin ${(data as BuiltinData).def.name}`;
    case K_CODE:
      return `code ${textOf((data as CodeData).qualname)}`;
  }
  if (type === "module") return `module ${nameOf(o)}`;
  if (o.type.kind === K_DICT) return `dict of ${(data as DictTable).used}`;
  if (Array.isArray(data)) return `${type} of ${data.length}`;
  return (o.type.flags & TPFLAGS_HEAPTYPE) !== 0 ? `${type} object` : type;
}

function nameOf(o: PyObject): string {
  const dict = (o as Container).aux?.dict ?? (o as Container).data?.dict;
  const entries = (dict?.data?.entries ?? []) as Value[];
  for (let i = 0; i < entries.length; i += 2) {
    const key = entries[i];
    const v = entries[i + 1];
    if (isStrValue(key) && textOf(key as never) === "__name__" && isStrValue(v)) return textOf(v as never);
  }
  return "?";
}

/** The field of `o` that refers to `v`, as far as it has a name: `['key']`, `[3]`, `.name`. */
function fieldOf(o: PyObject, v: PyObject): string {
  const { data } = o as Container;
  switch (o.type.kind) {
    case K_DICT: {
      const { entries } = data as DictTable;
      const at = entries.indexOf(v);
      if (at < 0) return "";
      const key = entries[at & ~1]!;
      if ((at & 1) === 0) return ", as a key";
      return `[${typeof key === "number" ? key : key.type.kind === K_STR ? JSON.stringify(textOf(key as never).slice(0, 40)) : describe(key)}]`;
    }
    case K_LIST:
    case K_TUPLE:
      return `[${(data as Value[]).indexOf(v)}]`;
    case K_INSTANCE: {
      const instance = o as Instance;
      const at = [instance.s0, instance.s1, instance.s2, instance.s3, instance.s4, instance.s5, ...(instance.ext?.more ?? [])].indexOf(v);
      if (at >= 0 && isStrValue(o.type.sharedNames[at])) return `.${textOf(o.type.sharedNames[at])}`;
      break;
    }
    case K_CODE:
      return ", a constant";
  }
  const ext = (o.type.kind === K_INSTANCE ? (o as Instance).ext : (o as Container).aux) as Ext | null;
  if (typeof ext === "object" && ext?.dict === v) return ".__dict__";
  if (data !== null && typeof data === "object") for (const [name, field] of Object.entries(data)) if (field === v) return `.${name}`;
  return "";
}

/** Whom a container belongs to, one step up: a namespace to its module or class. Containers with one owner only are looked for. */
export function ownersOf(wanted: ReadonlySet<PyObject>, all: Iterable<PyObject>): Map<PyObject, string> {
  const names = new Map<PyObject, string>();
  for (const o of all) {
    if (o.type.leaf) continue;
    traverse(o as Container, (v) => {
      if (typeof v !== "number" && wanted.has(v) && !names.has(v)) names.set(v, `${describe(o)}${fieldOf(o, v)}`);
    });
  }
  return names;
}

/** One line for a reference from `o` to `v`. */
export function describeReference(o: PyObject, v: PyObject, names: ReadonlyMap<PyObject, string>): string {
  const field = fieldOf(o, v);
  const owner = names.get(o);
  return `${describe(o)}${field}${owner === undefined ? "" : `, which is ${owner}`}`;
}
