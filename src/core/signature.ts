// Signatures of native functions: one string says what Python sees as __text_signature__ and how arguments are bound.
// Messages are those of CPython's Argument Clinic (Python/getargs.c). See docs/core.md.
import { nearestName } from "../base/suggest.ts";
import type { Vm } from "../vm/vm.ts";
import { typeError } from "./errors.ts";
import type { NativeDef } from "./native-def.ts";
import type { PyStr, Value } from "./object.ts";
import { isExactStr, newStr, textOf } from "../types/str/str-object.ts";
import { equalValues } from "./compare.ts";

export { type CallStyle, NativeDef, type Parameter, parseSignature, type Signature } from "./native-def.ts";

/** Keyword arguments for a `**kwargs` parameter: names and values in order. */
export interface KeywordArgs {
  readonly names: readonly PyStr[];
  readonly values: readonly Value[];
}

const plural = (n: number): string => (n === 1 ? "" : "s");

/** Raises the TypeError for a wrong number of positional arguments. */
export function arityError(vm: Vm, def: NativeDef, given: number): Error {
  const { style, maxPositional: max, minPositional: min, parameters } = def.signature;
  const full = def.qualname;
  switch (style) {
    case "noargs":
      throw typeError(vm, `${full}() takes no arguments (${given} given)`);
    case "one":
      throw typeError(vm, `${full}() takes exactly one argument (${given} given)`);
    case "positional": {
      const bound = given < min ? min : max;
      const how = min === max ? "" : given < min ? "at least " : "at most ";
      throw typeError(vm, `${def.name} expected ${how}${bound} argument${plural(bound)}, got ${given}`);
    }
    default: {
      if (given > max) {
        const total = parameters.length;
        if (total === 0 && def.signature.starStar !== null) throw typeError(vm, `${def.name}() takes no positional arguments`);
        if (given > total) throw typeError(vm, `${def.name}() takes at most ${total} argument${plural(total)} (${given} given)`);
        if (max === 0) throw typeError(vm, `${def.name}() takes no positional arguments`);
        throw typeError(vm, `${def.name}() takes ${min < max ? "at most" : "exactly"} ${max} positional argument${plural(max)} (${given} given)`);
      }
      const missing = parameters.findIndex((p, i) => i >= given && !p.optional);
      if (parameters[missing]?.positionalOnly === true) {
        throw typeError(vm, `${def.name}() takes ${min < max ? "at least" : "exactly"} ${min} positional argument${plural(min)} (${given} given)`);
      }
      throw typeError(vm, `${def.name}() missing required argument '${parameters[missing]!.name}' (pos ${missing + 1})`);
    }
  }
}

/** What bindArguments answers, where nothing is wrong with the arguments; else undefined. */
export function bindQuick(def: NativeDef, args: readonly Value[], kwnames: readonly PyStr[] | null): any[] | undefined {
  const { parameters, maxPositional, star, starStar } = def.signature;
  const count = parameters.length;
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (npos > maxPositional && star === null) return undefined;
  const bound: any[] = [];
  for (let i = 0; i < count; i++) bound.push(i < npos && i < maxPositional ? args[i] : undefined);
  let extraNames: PyStr[] | null = null;
  let extraValues: Value[] | null = null;
  for (let k = 0; k < nkw; k++) {
    const name = kwnames![k]!;
    const text = name.data as unknown;
    let at = count - 1;
    while (at >= 0 && parameters[at]!.name !== text) at--;
    if (at >= 0) {
      if (parameters[at]!.positionalOnly || bound[at] !== undefined) return undefined;
      bound[at] = args[npos + k];
    } else {
      if (starStar === null) return undefined;
      (extraNames ??= []).push(name);
      (extraValues ??= []).push(args[npos + k]!);
    }
  }
  for (let i = npos < maxPositional ? npos : maxPositional; i < count; i++) if (bound[i] === undefined && !parameters[i]!.optional) return undefined;
  if (star !== null) bound.push(npos > maxPositional ? args.slice(maxPositional, npos) : []);
  if (starStar !== null) bound.push(extraNames === null ? undefined : { names: extraNames, values: extraValues! });
  return bound;
}

/**
 * Binds arguments to the parameters of a native function: one entry per parameter in order of declaration (undefined where absent),
 * then the array for `*args` and the KeywordArgs (or undefined) for `**kwargs` where the signature has them.
 */
export function bindArguments(vm: Vm, def: NativeDef, args: readonly Value[], kwnames: readonly PyStr[] | null): any[] {
  return bindQuick(def, args, kwnames) ?? bindChecked(vm, def, args, kwnames);
}

/** The same with every check, which raises. */
function bindChecked(vm: Vm, def: NativeDef, args: readonly Value[], kwnames: readonly PyStr[] | null): any[] {
  const { parameters, maxPositional, minPositional, star, starStar, style } = def.signature;
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  const byPosition = style === "noargs" || style === "one" || style === "positional" || (style === "star" && parameters.every((p) => p.positionalOnly));
  if (nkw > 0 && starStar === null && byPosition) {
    throw typeError(vm, `${style === "positional" && !def.signature.bound && def.kind !== "staticmethod" ? def.name : def.qualname}() takes no keyword arguments`);
  }
  if (style === "keywords" && npos + nkw > parameters.length) {
    throw typeError(vm, `${def.name}() takes at most ${parameters.length} ${npos === 0 ? "keyword " : ""}argument${plural(parameters.length)} (${npos + nkw} given)`);
  }
  if (npos > maxPositional && star === null) arityError(vm, def, npos);
  const bound: any[] = new Array(parameters.length).fill(undefined);
  const direct = Math.min(npos, maxPositional);
  for (let i = 0; i < direct; i++) bound[i] = args[i];
  let extraNames: PyStr[] | null = null;
  let extraValues: Value[] | null = null;
  for (let k = 0; k < nkw; k++) {
    const name = textOf(kwnames![k]!);
    const at = parameters.findIndex((p) => !p.positionalOnly && p.name === name);
    if (at < 0) {
      if (starStar === null) {
        if (npos < minPositional) checkMissing(vm, def, bound);
        if (parameters.some((p) => p.positionalOnly && p.name === name)) {
          throw typeError(vm, `${def.name}() got some positional-only arguments passed as keyword arguments: '${name}'`);
        }
        // A str subclass may equal a name that it is not found by.
        if (parameters.some((p) => !p.positionalOnly && !isExactStr(kwnames![k]!) && equalValues(vm, newStr(p.name), kwnames![k]!))) throw typeError(vm, `invalid keyword argument for ${def.name}()`);
        const near = nearestName(parameters.filter((p) => !p.positionalOnly).map((p) => p.name), name);
        throw typeError(vm, `${def.name}() got an unexpected keyword argument '${name}'${near === undefined ? "" : `. Did you mean '${near}'?`}`);
      }
      (extraNames ??= []).push(kwnames![k]!);
      (extraValues ??= []).push(args[npos + k]!);
    } else if (bound[at] !== undefined) {
      throw typeError(vm, `argument for ${def.name}() given by name ('${name}') and position (${at + 1})`);
    } else bound[at] = args[npos + k];
  }
  checkMissing(vm, def, bound);
  if (star !== null) bound.push(npos > maxPositional ? args.slice(maxPositional, npos) : []);
  if (starStar !== null) bound.push(extraNames === null ? undefined : { names: extraNames, values: extraValues! });
  return bound;
}

function checkMissing(vm: Vm, def: NativeDef, bound: readonly unknown[]): void {
  const parameters = def.signature.parameters;
  for (let i = 0; i < parameters.length; i++) {
    const p = parameters[i]!;
    if (bound[i] !== undefined || p.optional) continue;
    if (p.keywordOnly) throw typeError(vm, `${def.name}() missing required keyword-only argument: '${p.name}'`);
    if (p.positionalOnly) arityError(vm, def, bound.filter((v, j) => v !== undefined && !parameters[j]!.keywordOnly).length);
    throw typeError(vm, `${def.name}() missing required argument '${p.name}' (pos ${i + 1})`);
  }
}
