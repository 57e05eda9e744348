// _bisect: positions in sorted sequences. Mirrors Modules/_bisectmodule.c. See docs/modules.md.
import { call, callMethod, defineModule, getItem, hold, intern, isList, length, LT, type ModuleSpec, newInt, None, richCompareBool, type Value, valueError, type Vm, closeScope, asIndex, ListType } from "../core/api.ts";
import { documented } from "./documented.ts";

const D = documented("_bisect");

function position(vm: Vm, right: boolean, a: Value, x: Value, loArgument: Value | undefined, hiArgument: Value | undefined, key: Value | undefined): Value {
  const { from, to } = bounds(vm, a, loArgument, hiArgument);
  if (typeof from === "bigint" || typeof to === "bigint") return farPosition(vm, right, a, x, BigInt(from), BigInt(to), key);
  let lo = from;
  let hi = to;
  while (lo < hi) {
    const mark = vm.scopeCount;
    const mid = Math.floor((lo + hi) / 2);
    if (goesLeft(vm, right, a, x, mid, key)) hi = mid;
    else lo = mid + 1;
    closeScope(vm, mark);
  }
  return lo;
}

/** Where the search begins and ends; bigints where numbers are not exact. */
function bounds(vm: Vm, a: Value, loArgument: Value | undefined, hiArgument: Value | undefined): { from: number | bigint; to: number | bigint } {
  const from = loArgument === undefined ? 0 : asIndex(vm, loArgument);
  if (from < 0) throw valueError(vm, "lo must be non-negative");
  if (hiArgument !== undefined && hiArgument !== None) return { from, to: asIndex(vm, hiArgument) };
  const size = length(vm, a);
  return { from, to: Number.isSafeInteger(size) ? size : asIndex(vm, callMethod(vm, a, intern(vm, "__len__"), [])) };
}

/** Whether `x` belongs before the item at `mid`. */
function goesLeft(vm: Vm, right: boolean, a: Value, x: Value, mid: Value, key: Value | undefined): boolean {
  let item = hold(vm, getItem(vm, a, mid));
  if (key !== undefined && key !== None) item = call(vm, key, [item]);
  return right ? richCompareBool(vm, x, item, LT) : !richCompareBool(vm, item, x, LT);
}

function farPosition(vm: Vm, right: boolean, a: Value, x: Value, from: bigint, to: bigint, key: Value | undefined): Value {
  let lo = from;
  let hi = to;
  while (lo < hi) {
    const mark = vm.scopeCount;
    const mid = (lo + hi) / 2n;
    if (goesLeft(vm, right, a, x, newInt(mid), key)) hi = mid;
    else lo = mid + 1n;
    closeScope(vm, mark);
  }
  return newInt(lo);
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
        items.splice(at as number, 0, x);
      } else callMethod(vm, a, intern(vm, "insert"), [at, x]);
    },
    "($module, /, a, x, lo=0, hi=None, *, key=None)",
  );

export const bisectModule: ModuleSpec = defineModule({
  name: "_bisect",
  doc: D.doc(""),
  functions: { bisect_right: bisect("bisect_right", true), bisect_left: bisect("bisect_left", false), insort_right: insort("insort_right", true), insort_left: insort("insort_left", false) },
});
