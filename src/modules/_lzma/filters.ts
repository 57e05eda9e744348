// Filter specifications (dicts) as filters, and back. Mirrors parse_filter_spec and build_filter_spec of Modules/_lzmamodule.c. See docs/modules.md.
import { ALIGNMENT, FILTER_DELTA, FILTER_LZMA1, FILTER_LZMA2 } from "../../base/lzma/branches.ts";
import { type Filter, LZMA1 } from "../../base/lzma/filters.ts";
import { LzmaFault } from "../../base/lzma/model.ts";
import { asIndex, dictGetText, dictItems, dictSetText, dropError, exc, getItem, intValue, isDict, isStr, length, matches, newInt, newScopedDict, newStr, overflowError, PyError, textOf, typeError, typeName, type Value, valueError, type Vm } from "../../core/api.ts";
import { lzmaError } from "./errors.ts";

const PRESET_EXTREME = 0x80000000;
const DICT_BITS = [18, 20, 21, 22, 22, 23, 23, 24, 25, 26];
const DEPTHS = [4, 6, 10, 12, 16, 24, 32, 40, 56, 72];
const NICE = [32, 32, 48, 64, 64, 64, 64, 96, 128, 273];

type Lzma = NonNullable<Filter["lzma"]>;

/** An unsigned C integer of so many bits. */
export function unsigned(vm: Vm, v: Value, bits: 32 | 64): number | bigint {
  const n = asIndex(vm, v);
  if (n < 0) throw valueError(vm, "Cannot convert negative int");
  if (BigInt(n) >> BigInt(bits) !== 0n) throw overflowError(vm, `Python int too large for C uint${bits}_t`);
  return n;
}

/** LZMA's options for a preset; undefined when there is none. */
export function presetOptions(preset: number): Lzma | undefined {
  const level = preset & 31;
  if (level > 9 || (preset & ~31 & 0x7fffffff) !== 0) return undefined;
  const extreme = preset >= PRESET_EXTREME;
  return { dictSize: 2 ** DICT_BITS[level]!, lc: 3, lp: 0, pb: 2, niceLength: extreme ? 273 : NICE[level]!, depth: extreme ? 2 * DEPTHS[level]! + 32 : DEPTHS[level]! };
}

function entry(vm: Vm, spec: Value, name: string): Value | undefined {
  if (isDict(spec)) return dictGetText(spec, name);
  try {
    return getItem(vm, spec, newStr(name));
  } catch (error) {
    if (!matches(error, exc.KeyErrorType)) throw error;
    dropError(vm, error);
    return undefined;
  }
}

/** The entries besides "id", as unsigned integers; anything else is an invalid specifier. */
function numbers(vm: Vm, spec: Value, what: string, names: readonly string[]): Record<string, number> {
  const invalid = (): PyError => valueError(vm, `Invalid filter specifier for ${what} filter`);
  if (!isDict(spec)) throw invalid();
  const out: Record<string, number> = {};
  for (const [key, value] of dictItems(spec)) {
    if (!isStr(key)) throw invalid();
    const name = textOf(key);
    if (name === "id" || name === "preset") {
      if (name === "preset" && !names.includes("preset")) throw invalid();
      continue;
    }
    if (!names.includes(name)) throw invalid();
    try {
      out[name] = Number(unsigned(vm, value, 32));
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      dropError(vm, error);
      throw invalid();
    }
  }
  return out;
}

const FINDERS: Readonly<Record<number, number>> = { 3: 3, 4: 4, 18: 2, 19: 3, 20: 4 };

/** Are they options that liblzma takes? */
function checkLzma(o: Lzma, mode: number, finder: number): void {
  if (o.dictSize < 4096 || o.dictSize > 1.5 * 2 ** 30 || o.lc + o.lp > 4 || o.pb > 4) throw new LzmaFault("options");
  if ((mode !== 1 && mode !== 2) || FINDERS[finder] === undefined || o.niceLength < FINDERS[finder]! || o.niceLength > 273) throw new LzmaFault("options");
}

/** The filter of a specification. `checks`: options must be ones that work. */
export function filterFromSpec(vm: Vm, spec: Value, checks = true): Filter {
  if (typeof spec === "number" || spec.type.mp_subscript === undefined) throw typeError(vm, "Filter specifier must be a dict or dict-like object");
  const idValue = entry(vm, spec, "id");
  if (idValue === undefined) throw valueError(vm, 'Filter specifier must have an "id" entry');
  const id = unsigned(vm, idValue, 64);
  const big = BigInt(id);
  if (big === FILTER_LZMA1 || big === BigInt(FILTER_LZMA2)) {
    const presetValue = entry(vm, spec, "preset");
    const preset = presetValue === undefined ? 6 : Number(unsigned(vm, presetValue, 32));
    const base = presetOptions(preset);
    if (base === undefined) throw lzmaError(vm, `Invalid compression preset: ${preset}`);
    const given = numbers(vm, spec, "LZMA", ["preset", "dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth"]);
    const depth = given.depth === undefined || given.depth === 0 ? base.depth : given.depth;
    const lzma: Lzma = { dictSize: given.dict_size ?? base.dictSize, lc: given.lc ?? base.lc, lp: given.lp ?? base.lp, pb: given.pb ?? base.pb, niceLength: given.nice_len ?? base.niceLength, depth };
    if (checks) checkLzma(lzma, given.mode ?? 2, given.mf ?? 20);
    else if (big === FILTER_LZMA1 && (lzma.lc + lzma.lp > 4 || lzma.pb > 4)) throw new LzmaFault("program");
    return { id: big === FILTER_LZMA1 ? LZMA1 : FILTER_LZMA2, lzma };
  }
  if (id === FILTER_DELTA) {
    const { dist = 1 } = numbers(vm, spec, "delta", ["dist"]);
    if (dist < 1 || dist > 256) throw new LzmaFault(checks ? "options" : "program");
    return { id, distance: dist };
  }
  if (typeof id !== "number" || ALIGNMENT[id] === undefined) throw valueError(vm, `Invalid filter ID: ${id}`);
  const { start_offset: start } = numbers(vm, spec, "BCJ", ["start_offset"]);
  return start === undefined ? { id } : { id, start };
}

/** The chain of a sequence of specifications. */
export function filtersFromSpecs(vm: Vm, specs: Value): Filter[] {
  if (isDict(specs)) throw typeError(vm, "dict is not a sequence");
  const n = length(vm, specs);
  if (n > 4) throw valueError(vm, "Too many filters - liblzma supports a maximum of 4");
  if (n > 0 && (typeof specs === "number" || specs.type.sq_item === undefined)) throw typeError(vm, `${typeName(specs)} is not a sequence`);
  const faults: LzmaFault[] = [];
  const out: Filter[] = [];
  for (let i = 0; i < n; i++) {
    try {
      out.push(filterFromSpec(vm, getItem(vm, specs, i)));
    } catch (fault) {
      // What liblzma would say comes after all that Python says.
      if (!(fault instanceof LzmaFault)) throw fault;
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0]!;
  return out;
}

/** The specification of a filter. */
export function specOfFilter(vm: Vm, filter: Filter): Value {
  const dict = newScopedDict(vm);
  const put = (name: string, value: number | bigint): void => dictSetText(vm, dict, name, newInt(value));
  put("id", filter.id === LZMA1 ? FILTER_LZMA1 : filter.id);
  if (filter.lzma !== undefined) {
    if (filter.id === LZMA1) {
      put("lc", filter.lzma.lc);
      put("lp", filter.lzma.lp);
      put("pb", filter.lzma.pb);
    }
    put("dict_size", filter.lzma.dictSize);
  } else if (filter.distance !== undefined) put("dist", filter.distance);
  else if (filter.start !== undefined && filter.start !== 0) put("start_offset", filter.start);
  return dict;
}

/** The number of a filter, which may be 0x4000000000000001. */
export function filterNumber(vm: Vm, v: Value): number {
  const id = unsigned(vm, v, 64);
  if (BigInt(id) === FILTER_LZMA1) return LZMA1;
  return Number(intValue(newInt(id)));
}
