// Names of types as reprs and messages show them. See docs/core.md.
import { dictGetText } from "../types/dict/dict-object.ts";
import { isStr, textOf } from "../types/str/str-object.ts";
import { TPFLAGS_HEAPTYPE, type TypeRec, type Value } from "./object.ts";
import { shortName, typeOf } from "./type.ts";

/** `__module__` when it is a str, else null. */
export function typeModuleName(type: TypeRec): string | null {
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) {
    const dot = type.name.lastIndexOf(".");
    return dot < 0 ? "builtins" : type.name.slice(0, dot);
  }
  const module = dictGetText(type.dict, "__module__");
  return module !== undefined && isStr(module) ? textOf(module) : null;
}

/** `__qualname__`. */
export function typeQualname(type: TypeRec): string {
  return (type.flags & TPFLAGS_HEAPTYPE) !== 0 ? textOf(type.htQualname) : shortName(type);
}

/** "module.qualname", without the module for builtins and __main__ (CPython's %T). */
export function fullTypeNameOf(type: TypeRec): string {
  const module = typeModuleName(type);
  const name = typeQualname(type);
  return module === null || module === "builtins" || module === "__main__" ? name : `${module}.${name}`;
}

export function fullTypeName(v: Value): string {
  return fullTypeNameOf(typeOf(v));
}
