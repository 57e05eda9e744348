// Modules that a start-up image holds ready: imported when it was made, taken out of sys.modules again, put back when the machine itself imports
// them, provided that the import would have found the same file. See docs/startup.md.
import { importModule } from "../core/import.ts";
import type { Container, Value } from "../core/object.ts";
import { pathBytes } from "../host/posix.ts";
import { dictDelete, dictGetText, dictSetText } from "../types/dict/dict-object.ts";
import { isList } from "../types/list.ts";
import { None } from "../types/none.ts";
import { isStr, newStr, textOf } from "../types/str/str-object.ts";
import type { StartConfig } from "./config.ts";
import type { Vm } from "./vm.ts";

/** What a module's file may be called in a folder, behind its name. */
const ENDINGS = ["", ".py", ".pyc"];

/** Imports a module of the library and keeps it aside. */
export function prepare(vm: Vm, name: string): void {
  const module = importModule(vm, name, None, None, 0) as Container;
  module.rc++;
  vm.prepared.set(name, module);
  vm.rootVisitors.push((report) => {
    if (vm.prepared.get(name) === module) report(`prepared module ${name}`, module);
  });
  dictDelete(vm, vm.modules, newStr(name));
}

/** The module, now in sys.modules; undefined when it is not prepared or an import could find another one. */
export function importPrepared(vm: Vm, name: string): Value | undefined {
  const module = vm.prepared.get(name);
  if (module === undefined || !pathsAsStarted(vm, name)) return undefined;
  dictSetText(vm, vm.modules, name, module);
  vm.prepared.delete(name);
  module.rc--;
  return module;
}

/** Is the library the first entry of sys.path where a module of this name is, and did nobody put other finders in front? */
function pathsAsStarted(vm: Vm, name: string): boolean {
  const list = (key: string): readonly Value[] => {
    const v = dictGetText(vm.sysDict, key);
    return v !== undefined && isList(v) ? (v.data as Value[]) : [];
  };
  if (list("meta_path").length !== 3 || list("path_hooks").length !== 2) return false;
  const { library } = vm.config as StartConfig;
  const { files } = vm.host;
  for (const entry of list("path")) {
    if (!isStr(entry)) return false;
    const folder = textOf(entry);
    if (folder === library) return true;
    try {
      if (ENDINGS.some((ending) => files?.lookup(pathBytes(`${folder === "" ? "." : folder}/${name}${ending}`), true) !== undefined)) return false;
    } catch {
      return false;
    }
  }
  return false;
}
