// _bisect: positions in sorted sequences. Mirrors Modules/_bisectmodule.c. See docs/modules.md.
import { asSsize, call, callMethod, defineModule, getItem, hold, intern, isList, length, LT, type ModuleSpec, None, richCompareBool, type Value, valueError, type Vm, closeScope, asIndex, ListType } from "../core/api.ts";
import { documented } from "./documented.ts";

const D = documented("_bisect");

function position(vm: Vm, right: boolean, a: Value, x: Value, loArgument: Value | undefined, hiArgument: Value | undefined, key: Value | undefined): number {
  let lo = loArgument === undefined ? 0 : Number(asIndex(vm, loArgument));
  if (lo < 0) throw valueError(vm, "lo must be non-negative");
  let hi = hiArgument === undefined || hiArgument === None ? length(vm, a) : asSsize(vm, hiArgument);
  while (lo < hi) {
    const mark = vm.scopeCount;
    const mid = Math.floor((lo + hi) / 2);
    let item = hold(vm, getItem(vm, a, mid));
    if (key !== undefined && key !== None) item = call(vm, key, [item]);
    const less = right ? richCompareBool(vm, x, item, LT) : richCompareBool(vm, item, x, LT);
    if (right ? less : !less) hi = mid;
    else lo = mid + 1;
    closeScope(vm, mark);
  }
  return lo;
}

const bisect = (name: string, right: boolean) =>
  D.func(name, (vm: Vm, a: Value, x: Value, lo?: Value, hi?: Value, key?: Value) => position(vm, right, a, x, lo, hi, key), "($module, /, a, x, lo=0, hi=None, *, key=None)");
const insort = (name: string, right: boolean) =>
  D.func(
    name,
    (vm: Vm, a: Value, x: Value, lo?: Value, hi?: Value, key?: Value) => {
      const wanted = key === undefined || key === None ? x : call(vm, key, [x]);
      const at = position(vm, right, a, wanted, lo, hi, key);
      if (isList(a) && a.type === ListType) {
        const items = a.data as Value[];
        if (typeof x !== "number") x.rc++;
        items.splice(at, 0, x);
      } else callMethod(vm, a, intern(vm, "insert"), [at, x]);
    },
    "($module, /, a, x, lo=0, hi=None, *, key=None)",
  );

export const bisectModule: ModuleSpec = defineModule({
  name: "_bisect",
  doc: D.doc(""),
  functions: { bisect_right: bisect("bisect_right", true), bisect_left: bisect("bisect_left", false), insort_right: insort("insort_right", true), insort_left: insort("insort_left", false) },
});
