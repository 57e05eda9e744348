// Paths of find() and its like: plain tags are compared here, all others go to xml.etree.ElementPath. Mirrors checkpath of Modules/_elementtree.c.
// See docs/modules.md.
import { callMethod, importModule, intern, isBytes, isStr, newStr, newTuple, None, textOf, type Value, type Vm } from "../../core/api.ts";

/** The library's own function for paths. */
export function elementPath(vm: Vm, name: string, args: readonly Value[]): Value {
  const module = importModule(vm, "xml.etree.ElementPath", None, newTuple(vm, [newStr("find")]), 0);
  return callMethod(vm, module, intern(vm, name), args);
}

/** Is it more than a tag? */
export function hasPath(path: Value): boolean {
  let text: string;
  if (isStr(path)) text = textOf(path);
  else if (isBytes(path)) text = String.fromCharCode(...(path.data as Uint8Array));
  else return true;
  if (text.length >= 3 && (text.startsWith("{}") || text.startsWith("{*}"))) return true;
  let outside = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === "{") outside = false;
    else if (c === "}") outside = true;
    else if (outside && (c === "/" || c === "*" || c === "[" || c === "@" || c === ".")) return true;
  }
  return false;
}
