// repr of modules and the message of a missing attribute. Mirrors Objects/moduleobject.c. See docs/types.md.
import { decodeUtf8 } from "../base/utf8.ts";
import { lookupAttrText } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { truth } from "../core/number.ts";
import { contains } from "../core/iterate.ts";
import { type Container, PyError, type PyStr, type Value } from "../core/object.ts";
import { hold } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { dictGetText } from "./dict/dict-object.ts";
import { moduleDict } from "./module.ts";
import { None } from "./none.ts";
import { isAnySet, setContains } from "./set/set-object.ts";
import { isStr, strFromJs, textOf } from "./str/str-object.ts";

/** importlib's _module_repr once it runs. */
export function moduleRepr(vm: Vm, self: Container): Value {
  if (vm.importlib !== null) return call(vm, lookupAttrText(vm, vm.importlib, "_module_repr")!, [self]);
  const name = dictGetText(moduleDict(self), "__name__");
  return strFromJs(`<module '${name !== undefined && isStr(name) ? textOf(name) : "?"}'>`);
}

/** Where a module's file is, by its spec; undefined for what is built in, frozen or has no spec. */
export function fileOrigin(vm: Vm, spec: Value | undefined): string | undefined {
  if (spec === undefined || spec === None) return undefined;
  const located = lookupAttrText(vm, spec, "has_location");
  if (located === undefined || !truth(vm, located)) return undefined;
  const origin = lookupAttrText(vm, spec, "origin");
  return origin !== undefined && isStr(origin) ? textOf(origin) : undefined;
}

export function isInitializing(vm: Vm, spec: Value | undefined): boolean {
  if (spec === undefined || spec === None) return false;
  const flag = lookupAttrText(vm, spec, "_initializing");
  return flag !== undefined && truth(vm, flag);
}

/** Is the submodule still being imported, so that its package has no such attribute yet? */
function isUninitializedSubmodule(vm: Vm, spec: Value | undefined, name: PyStr): boolean {
  if (spec === undefined || spec === None) return false;
  const names = lookupAttrText(vm, spec, "_uninitialized_submodules");
  return names !== undefined && contains(vm, names, name);
}

/** Does a file lie in the folder that the command put in front of sys.path, where it hides modules of the same name? */
export function mayShadow(vm: Vm, origin: string | undefined): boolean {
  const config = vm.config as { safePath?: boolean; firstPath?: string | null } | null;
  const first = config?.firstPath;
  if (origin === undefined || first === undefined || first === null || config!.safePath === true) return false;
  let cut = origin.lastIndexOf("/");
  if (cut >= 0 && origin.slice(cut + 1) === "__init__.py") cut = origin.lastIndexOf("/", cut - 1);
  if (cut < 0) return false;
  return origin.slice(0, cut) === (first === "" ? currentFolder(vm) : first);
}

/** The current folder, undefined when it is gone. */
function currentFolder(vm: Vm): string | undefined {
  try {
    const bytes = vm.host.files?.getcwd();
    const text = bytes === undefined ? undefined : decodeUtf8(bytes, 0, bytes.length, true);
    return typeof text === "string" ? text : undefined;
  } catch (error) {
    if (error instanceof PyError) throw error;
    return undefined;
  }
}

/** Is a module's name one of the standard library's? */
export function namesLibraryModule(vm: Vm, name: Value): boolean {
  const names = dictGetText(vm.sysDict, "stdlib_module_names");
  return names !== undefined && isAnySet(names) && setContains(vm, names, name);
}

/** What AttributeError says of a module, with CPython's guesses: a file that hides another, a circular import. */
export function moduleAttributeMessage(vm: Vm, self: Container, nameObject: PyStr, attribute: PyStr): string {
  const name = textOf(nameObject);
  const plain = `module '${name}' has no attribute '${textOf(attribute)}'`;
  const spec = dictGetText(moduleDict(self), "__spec__");
  if (spec === undefined) return plain;
  hold(vm, spec);
  const origin = fileOrigin(vm, spec);
  const shadows = mayShadow(vm, origin);
  if (shadows && namesLibraryModule(vm, nameObject)) return plain + hidesLibrary(origin!, name);
  if (isInitializing(vm, spec)) {
    if (shadows) return plain + hidesOther(origin!);
    const from = origin === undefined ? "" : ` from '${origin}'`;
    return `partially initialized module '${name}'${from} has no attribute '${textOf(attribute)}' (most likely due to a circular import)`;
  }
  if (isUninitializedSubmodule(vm, spec, attribute)) return `cannot access submodule '${textOf(attribute)}' of module '${name}' (most likely due to a circular import)`;
  return plain;
}

/** Messages' ends where a file hides a module of the library, or perhaps another one. */
export function hidesLibrary(origin: string, name: string): string {
  return ` (consider renaming '${origin}' since it has the same name as the standard library module named '${name}' and prevents importing that standard library module)`;
}

export function hidesOther(origin: string): string {
  return ` (consider renaming '${origin}' if it has the same name as a library you intended to import)`;
}
