// Declares functions, methods and types of native modules with the text signatures and docs that CPython shows for them
// (native-docs.generated.ts), so that module files hold behaviour only. See CONTRIBUTING.md.
import { bindArguments, getset, type GetSet, member, NativeDef, type PyStr, typeError, type TypeRec, type Value, type Vm } from "../core/api.ts";
import { nativeDocs } from "./native-docs.generated.ts";

type Fn = (...args: any[]) => any;
type Make = (name: string) => NativeDef;

export interface Documented {
  /** The doc of a name in the module; the module's own for "". */
  doc(name: string): string | null;
  /** The text signature of a type; for TypeSpec.signature. */
  signature(name: string): { signature?: string };
  /** A module's function. `signature` is needed only where CPython has no text signature, or one that does not say how arguments bind. */
  func(name: string, fn: Fn, signature?: string): Make;
  method(name: string, fn: Fn, signature?: string): Make;
  classMethod(name: string, fn: Fn, signature?: string): Make;
  getset(name: string, get: GetSet["get"], set?: GetSet["set"]): GetSet;
  member(name: string, get: GetSet["get"], set?: GetSet["set"]): GetSet;
}

/** Signatures and docs by dotted name. */
export type DocTable = Readonly<Record<string, readonly [signature: string | null, doc: string | null]>>;

/** Docs of the names below `prefix` ("itertools", "_sre.Pattern"). */
export function documented(prefix: string, docs: DocTable = nativeDocs): Documented {
  const entry = (name: string): readonly [string | null, string | null] => docs[name === "" ? prefix : `${prefix}.${name}`] ?? [null, null];
  const make =
    (kind: NativeDef["kind"]) =>
    (key: string, fn: Fn, signature?: string): Make => {
      const [shown, doc] = entry(key);
      const bound = signature ?? shown;
      if (bound === null) throw new Error(`${prefix}.${key} needs a signature`);
      return (name) => new NativeDef(name, bound, doc, fn, kind, shown === null, shown ?? bound);
    };
  return {
    doc: (name) => entry(name)[1],
    signature: (name) => {
      const shown = entry(name)[0];
      return shown === null ? {} : { signature: shown };
    },
    func: make("function"),
    method: make("method"),
    classMethod: make("classmethod"),
    getset: (name, get, set) => getset(get, set, entry(name)[1]),
    member: (name, get, set) => member(get, set, entry(name)[1]),
  };
}

/** Binds the arguments of a constructor: messages name it `name`. */
export function constructorArguments(name: string, signature: string): (vm: Vm, args: readonly Value[], kwnames: readonly PyStr[] | null) => any[] {
  let def: NativeDef | undefined;
  return (vm, args, kwnames) => {
    def ??= new NativeDef(name, signature, null, () => undefined, "function", true);
    return bindArguments(vm, def, args, kwnames);
  };
}

/** Does a class keep the __init__ of the type whose constructor it runs? Then keywords are nobody's. */
export function plainInit(type: TypeRec, made: TypeRec): boolean {
  return type === made || type.tp_init === made.tp_init;
}

/** Checks the arguments of a constructor that takes no keywords; subclasses may have a keyword-taking __init__. */
export function positionalArguments(vm: Vm, name: string, exact: boolean, args: readonly Value[], kwnames: readonly PyStr[] | null, min: number, max: number): readonly Value[] {
  const nkw = kwnames === null ? 0 : kwnames.length;
  if (nkw > 0 && exact) throw typeError(vm, `${name}() takes no keyword arguments`);
  const n = args.length - nkw;
  if (n < min || n > max) {
    const bound = n < min ? min : max;
    const how = min === max ? "" : n < min ? "at least " : "at most ";
    throw typeError(vm, `${name} expected ${how}${bound} argument${bound === 1 ? "" : "s"}, got ${n}`);
  }
  return nkw > 0 ? args.slice(0, n) : args;
}
