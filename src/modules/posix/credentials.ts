// Changing the users and groups of the process. Mirrors their part of Modules/posixmodule.c. See docs/posix.md.
import { asIndex, collectItems, newInt, newTuple, noteOwned, overflowError, typeError, typeName, typeOf, type Value, type Vm } from "../../core/api.ts";
import { newFault } from "../../host/fault.ts";
import type { IdCall } from "../../host/host.ts";
import { hostCall } from "../os-error.ts";

const NOBODY = 0xffffffff;

/** A uid_t or gid_t; -1 says "leave it". */
function id(vm: Vm, v: Value, what: string): number {
  const n = asIndex(vm, v);
  if (n === -1) return NOBODY;
  if (n > 9223372036854775807n) throw overflowError(vm, `${what} is greater than maximum`);
  if (n < 0 || n > NOBODY) throw overflowError(vm, `${what} is less than minimum`);
  return Number(n);
}

/** The same of an argument; `what` is uid or gid. */
export function idArgument(vm: Vm, v: Value, what: string): number {
  if (typeof v !== "number" && typeOf(v).nb_index === undefined) throw typeError(vm, `${what} should be integer, not ${typeName(v)}`);
  return id(vm, v, what);
}

function setter(name: IdCall) {
  const what = name.includes("uid") ? "uid" : "gid";
  return (vm: Vm, ...given: Value[]): void => {
    const ids = given.map((v) => idArgument(vm, v, what));
    hostCall(vm, () => {
      const { processes } = vm.host;
      if (processes?.setIds === undefined) throw newFault("ENOSYS", name);
      processes.setIds(name, ids);
    });
  };
}

function reader(name: "getresuid" | "getresgid") {
  return (vm: Vm): Value => {
    const ids = hostCall(vm, () => {
      const { processes } = vm.host;
      if (processes?.ids === undefined) throw newFault("ENOSYS", name);
      return processes.ids(name);
    });
    return newTuple(vm, ids.map((n) => newInt(n)));
  };
}

function setgroups(vm: Vm, groups: Value): void {
  const type = typeOf(groups);
  if (type.sq_item === undefined && type.mp_subscript === undefined) throw typeError(vm, "setgroups argument must be a sequence");
  const items = collectItems(vm, groups);
  for (const item of items) noteOwned(vm, item);
  const ids = items.map((item) => {
    if (typeof item !== "number" && typeOf(item).nb_index === undefined) throw typeError(vm, "groups must be integers");
    return id(vm, item, "gid");
  });
  hostCall(vm, () => {
    const { processes } = vm.host;
    if (processes?.setGroups === undefined) throw newFault("ENOSYS", "setgroups");
    processes.setGroups(ids);
  });
}

export const credentialFunctions: Record<string, (...args: any[]) => any> = {
  setuid: setter("setuid"),
  setgid: setter("setgid"),
  seteuid: setter("seteuid"),
  setegid: setter("setegid"),
  setreuid: setter("setreuid"),
  setregid: setter("setregid"),
  setresuid: setter("setresuid"),
  setresgid: setter("setresgid"),
  getresuid: reader("getresuid"),
  getresgid: reader("getresgid"),
  setgroups,
};
