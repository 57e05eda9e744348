// __build_class__: what the class statement calls. Mirrors builtin___build_class__ and update_bases in Python/bltinmodule.c. See docs/modules.md.
import {
  call, type Container, Continuation, enterCode, type Finishing, incref, None, type FunctionData, isFunction, isStr, isSubtype, isTuple, isType, type KeywordArgs, lookupAttrText, newScopedDict, newStr, newTuple, type PyStr, recOf, reprText, runCode, runtimeError, setItem, shortName, textOf, type TypeRec,
  TypeType, typeError, typeName, typeOf, type Value, type Vm,
} from "../../core/api.ts";

/** The bases with those that are not classes replaced by what their __mro_entries__ answers; the same array when none is. */
function resolveBases(vm: Vm, bases: Value[]): Value[] {
  let resolved: Value[] | undefined;
  let original: Container | undefined;
  bases.forEach((base, i) => {
    const entries = isType(base) ? undefined : lookupAttrText(vm, base, "__mro_entries__");
    if (entries === undefined) {
      resolved?.push(base);
      return;
    }
    original ??= newTuple(vm, bases.slice());
    const answer = call(vm, entries, [original]);
    if (!isTuple(answer)) throw typeError(vm, "__mro_entries__ must return a tuple");
    resolved ??= bases.slice(0, i);
    resolved.push(...(answer.data as Value[]));
  });
  return resolved ?? bases;
}

/** The most derived of the metaclasses of a class and its bases. */
function calculateMetaclass(vm: Vm, metatype: TypeRec, bases: readonly Value[]): TypeRec {
  let winner = metatype;
  for (const base of bases) {
    const other = typeOf(base);
    if (isSubtype(winner, other)) continue;
    if (!isSubtype(other, winner)) {
      throw typeError(vm, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
    }
    winner = other;
  }
  return winner;
}

/** Everything before the class body runs: its function and namespace, and what the rest needs. */
interface Prepared {
  func: Container;
  namespace: Value;
  meta: Value;
  name: Value;
  bases: Value;
  /** The bases as written, where __mro_entries__ replaced some. */
  original: Value;
  values: Value[];
  kwnames: PyStr[] | null;
}

function prepareClass(vm: Vm, args: readonly Value[], kwargs: KeywordArgs | undefined): Prepared {
  if (args.length < 2) throw typeError(vm, "__build_class__: not enough arguments");
  const [func, name] = args as [Value, Value];
  if (!isFunction(func)) throw typeError(vm, "__build_class__: func must be a function");
  if (!isStr(name)) throw typeError(vm, "__build_class__: name is not a string");
  const given = args.slice(2);
  const resolved = resolveBases(vm, given);
  const bases = newTuple(vm, resolved.slice());
  let meta: Value | undefined;
  const names: PyStr[] = [];
  const values: Value[] = [];
  kwargs?.names.forEach((key, i) => {
    if (textOf(key) === "metaclass") meta = kwargs.values[i]!;
    else {
      names.push(key);
      values.push(kwargs.values[i]!);
    }
  });
  let isClass = true;
  if (meta === undefined) meta = resolved.length === 0 ? TypeType.obj : typeOf(resolved[0]!).obj;
  else isClass = isType(meta);
  if (isClass) meta = calculateMetaclass(vm, recOf(meta), resolved).obj;
  const kwnames = names.length === 0 ? null : names;
  const prepare = lookupAttrText(vm, meta, "__prepare__");
  const namespace = prepare === undefined ? newScopedDict(vm) : call(vm, prepare, [name, bases, ...values], kwnames);
  if (typeOf(namespace).mp_subscript === undefined) {
    throw typeError(vm, `${isClass ? shortName(recOf(meta)) : "<metaclass>"}.__prepare__() must return a mapping, not ${typeName(namespace)}`);
  }
  const original = resolved === given ? None : newTuple(vm, given.slice());
  return { func, namespace, meta, name, bases, original, values, kwnames };
}

/** Makes the class of the namespace that its body filled; `cell` is what the body returned. */
function finishClass(vm: Vm, kept: readonly Value[], kwnames: readonly PyStr[] | null, cell: Value): Value {
  const [meta, name, bases, namespace, original, ...values] = kept as [Value, Value, Value, Value, Value, ...Value[]];
  if (original !== None) setItem(vm, namespace, newStr("__orig_bases__"), original);
  const cls = call(vm, meta, [name, bases, namespace, ...values], kwnames);
  if (isType(cls) && typeof cell !== "number" && cell.type.name === "cell") checkClassCell(vm, cell as Container, name, cls);
  return cls;
}

const keptOf = (p: Prepared): Value[] => [p.meta, p.name, p.bases, p.namespace, p.original, ...p.values];

export function buildClass(vm: Vm, args: Value[], kwargs?: KeywordArgs): Value {
  const p = prepareClass(vm, args, kwargs);
  const f = p.func.data as FunctionData;
  const cell = runCode(vm, f.code, f.globals, p.namespace, f.closure);
  return finishClass(vm, keptOf(p), p.kwnames, cell);
}

/** The class statement: the body's frame is entered, the class is made when it returns. */
export function enterClass(vm: Vm, args: readonly Value[], kwnames: readonly PyStr[] | null): Continuation {
  const npos = args.length - (kwnames?.length ?? 0);
  const p = prepareClass(vm, args.slice(0, npos), kwnames === null ? undefined : ({ names: [...kwnames], values: args.slice(npos) } as KeywordArgs));
  const f = p.func.data as FunctionData;
  enterCode(vm, f.code, f.globals, p.namespace, f.closure);
  const kept = keptOf(p);
  for (const v of kept) incref(v);
  return new Continuation("class", kept, p.kwnames);
}

/** How the class statement goes on when its body has run (kind "class"). */
export const finishClassStatement: Finishing = { finish: finishClass };

/** `__class__` of the methods must be the class that came out. */
function checkClassCell(vm: Vm, cell: Container, name: Value, cls: Value): void {
  const found = cell.data as Value | undefined;
  if (found === cls) return;
  if (found === undefined) throw runtimeError(vm, `__class__ not set defining ${reprText(vm, name)} as ${reprText(vm, cls)}. Was __classcell__ propagated to type.__new__?`);
  throw typeError(vm, `__class__ set to ${reprText(vm, found)} defining ${reprText(vm, name)} as ${reprText(vm, cls)}`);
}
