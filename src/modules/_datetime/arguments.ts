// Arguments as PyArg_ParseTupleAndKeywords takes them, where CPython's functions of datetime still do: each is converted before the next
// is looked at. Mirrors vgetargskeywords of Python/getargs.c. See docs/modules.md.
import { nearestName } from "../../base/suggest.ts";
import { asIndex, overflowError, type PyStr, textOf, typeError, type Value, type Vm } from "../../core/api.ts";

export interface Parameters {
  /** As messages name the function; null where they say "function". */
  readonly name: string | null;
  readonly names: readonly string[];
  readonly required: number;
  /** How many may be given by position. */
  readonly positional: number;
  readonly convert: (vm: Vm, v: Value, index: number) => Value;
}

const plural = (n: number): string => (n === 1 ? "" : "s");

/** One entry for each parameter, undefined where it is absent. */
export function parseArguments(vm: Vm, { name, names, required, positional, convert }: Parameters, args: readonly Value[], kwnames: readonly PyStr[] | null): (Value | undefined)[] {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  const shown = name === null ? "function" : `${name}()`;
  const total = names.length;
  if (args.length > total) throw typeError(vm, `${shown} takes at most ${total} ${npos === 0 ? "keyword " : ""}argument${plural(total)} (${args.length} given)`);
  if (npos > positional) throw typeError(vm, `${shown} takes at most ${positional} positional argument${plural(positional)} (${npos} given)`);
  const given = new Map<string, Value>();
  for (let k = 0; k < nkw; k++) given.set(textOf(kwnames![k]!), args[npos + k]!);
  let left = nkw;
  const found: (Value | undefined)[] = [];
  for (let i = 0; i < total; i++) {
    const keyword = i >= npos && left > 0 ? given.get(names[i]!) : undefined;
    if (keyword !== undefined) left--;
    const v = i < npos ? args[i]! : keyword;
    if (v === undefined && i < required) throw typeError(vm, `${shown} missing required argument '${names[i]!}' (pos ${i + 1})`);
    found.push(v === undefined ? undefined : convert(vm, v, i));
  }
  if (left > 0) {
    for (let i = 0; i < npos; i++) if (given.has(names[i]!)) throw typeError(vm, `argument for ${shown} given by name ('${names[i]!}') and position (${i + 1})`);
    for (const key of given.keys()) {
      if (names.includes(key)) continue;
      const near = nearestName([...names], key);
      throw typeError(vm, `${name === null ? "this function" : shown} got an unexpected keyword argument '${key}'${near === undefined ? "" : `. Did you mean '${near}'?`}`);
    }
  }
  return found;
}

/** A C int as the format unit "i" takes it. */
export function formatInt(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n > 0x7fffffffffffffffn || n < -0x8000000000000000n) throw overflowError(vm, "Python int too large to convert to C long");
  if (n > 0x7fffffff) throw overflowError(vm, "signed integer is greater than maximum");
  if (n < -0x80000000) throw overflowError(vm, "signed integer is less than minimum");
  return Number(n);
}

/** Checks the number of arguments of a function that takes them as a tuple. */
export function exactArguments(vm: Vm, name: string, args: readonly Value[], count: number): void {
  if (args.length !== count) throw typeError(vm, `${name}() takes exactly ${count} argument${plural(count)} (${args.length} given)`);
}
