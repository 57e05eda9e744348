// TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, Generic: what PEP 695 syntax makes. Mirrors Objects/typevarobject.c. See docs/types.md.
import { setAttrText } from "../core/attribute.ts";
import { call } from "../core/call.ts";
import { getAttrText } from "../core/attribute.ts";
import { EQ, richCompareBool } from "../core/compare.ts";
import { asIndex, reprText } from "../core/convert.ts";
import { classMethod, defineType, type GetSet, getset, member, method } from "../core/define.ts";
import { listOf } from "../core/dir.ts";
import { typeError, valueError } from "../core/errors.ts";
import { getIter } from "../core/iterate.ts";
import { getItem, truth } from "../core/number.ts";
import { Container, IMMORTAL, K_INSTANCE, Leaf, type PyStr, TPFLAGS_BASETYPE, type TypeRec, type Value } from "../core/object.ts";
import { bindArguments, type KeywordArgs, NativeDef } from "../core/signature.ts";
import { argumentName, typeOf } from "../core/type.ts";
import { importModule } from "../core/import.ts";
import { drop, hold, newRef } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { dictGetText } from "./dict/dict-object.ts";
import { newGenericAlias, typeReprText } from "./generic-alias.ts";
import { None } from "./none.ts";
import { newSubclassInstance } from "./object-type.ts";
import { NotImplemented } from "./singletons.ts";
import { isStr, newStr, strFromJs, textOf } from "./str/str-object.ts";
import { emptyTuple, isTuple, newTuple } from "./tuple.ts";
import { newUnion } from "./union.ts";

/** Payload of the three kinds of type parameters and of aliases; a field that does not apply stays undefined. */
interface Param {
  name: Value;
  bound: Value | undefined;
  evaluateBound: Value | undefined;
  constraints: Value | undefined;
  evaluateConstraints: Value | undefined;
  fallback: Value | undefined;
  evaluateDefault: Value | undefined;
  covariant: boolean;
  contravariant: boolean;
  infer: boolean;
  /** Aliases: their parameters. */
  typeParams: Value | undefined;
  /** Aliases: the value. */
  value: Value | undefined;
  evaluateValue: Value | undefined;
  /** Aliases: `__module__`. */
  module: Value | undefined;
}
const FIELDS = ["name", "bound", "evaluateBound", "constraints", "evaluateConstraints", "fallback", "evaluateDefault", "typeParams", "value", "evaluateValue", "module"] as const;
type Field = (typeof FIELDS)[number];

const paramOf = (self: Value): Param => (self as Container).data as Param;

/** `bySyntax`: made by a statement's type parameter list, which leaves `__module__` that of the class. */
function newParam(vm: Vm, type: TypeRec, fields: Partial<Param> & { name: Value }, bySyntax = false): Container {
  const data: Param = {
    bound: undefined, evaluateBound: undefined, constraints: undefined, evaluateConstraints: undefined, fallback: undefined, evaluateDefault: undefined,
    covariant: false, contravariant: false, infer: false, typeParams: undefined, value: undefined, evaluateValue: undefined, module: undefined, ...fields,
  };
  const isAlias = type === TypeAliasType;
  if (isAlias) data.module = callerModule(vm);
  for (const field of FIELDS) if (data[field] !== undefined) newRef(data[field]!);
  const made = newSubclassInstance(vm, type, data);
  if (!bySyntax && !isAlias) setAttrText(vm, made, "__module__", callerModule(vm) ?? None);
  return made;
}

/** `__name__` of the running Python code's globals. */
function callerModule(vm: Vm): Value | undefined {
  const globals = (vm.frame as any)?.globals as Container | undefined;
  return globals === undefined ? undefined : dictGetText(globals, "__name__");
}

function typing(vm: Vm, name: string): Value {
  return getAttrText(vm, importModule(vm, "typing", None, None, 0), name);
}

function put(vm: Vm, data: Param, field: Field, v: Value): Value {
  const old = data[field];
  data[field] = newRef(v);
  if (old !== undefined) drop(vm, old);
  return v;
}

/** A field that is computed on first use by calling its evaluator for values. */
function lazy(vm: Vm, self: Value, field: Field, evaluator: Field, missing: Value): Value {
  const data = paramOf(self);
  const known = data[field];
  if (known !== undefined) return known;
  const compute = data[evaluator];
  if (compute === undefined) return missing;
  return put(vm, data, field, call(vm, hold(vm, compute), [1]));
}

function evaluatorOf(vm: Vm, self: Value, field: Field, evaluator: Field): Value {
  const data = paramOf(self);
  if (data[evaluator] !== undefined) return data[evaluator]!;
  return data[field] === undefined ? None : newSubclassInstance(vm, ConstEvaluatorType, newRef(data[field]!));
}

const paramSlots = {
  tp_traverse: (self: Container, visit: (v: Value) => void): void => {
    const data = paramOf(self);
    for (const field of FIELDS) if (data[field] !== undefined) visit(data[field]!);
  },
  tp_clear: (vm: Vm, self: Container): void => {
    const data = paramOf(self);
    for (const field of FIELDS) {
      const old = data[field];
      if (field === "name") data.name = None;
      else data[field] = undefined;
      if (old !== undefined) drop(vm, old);
    }
  },
};

function paramRepr(_vm: Vm, self: Value): Value {
  const { name, covariant, contravariant, infer } = paramOf(self);
  const text = isStr(name) ? textOf(name) : "";
  return strFromJs(infer ? text : (covariant ? "+" : contravariant ? "-" : "~") + text);
}

const or = (vm: Vm, left: Value, right: Value): Value => newUnion(vm, [left, right]);
const noSubclass = (what: string) =>
  method("($self, object, /)", null, (vm: Vm) => {
    throw typeError(vm, `Cannot subclass an instance of ${what}`);
  });
const flag = (get: (p: Param) => boolean): GetSet => member((_vm, self) => (get(paramOf(self)) ? True : False));
const nameMember: GetSet = member((_vm, self) => paramOf(self).name);

const reduceToName = method("($self, /)", null, (_vm: Vm, self: Value) => paramOf(self).name);
const hasDefault = method("($self, /)", null, (_vm: Vm, self: Value) => {
  const { fallback, evaluateDefault } = paramOf(self);
  return evaluateDefault !== undefined || (fallback !== undefined && fallback !== NoDefault) ? True : False;
});
const defaultGetset = (doc: string): GetSet => getset((vm, self) => lazy(vm, self, "fallback", "evaluateDefault", NoDefault), undefined, doc);
const evaluateDefaultGetset: GetSet = getset((vm, self) => evaluatorOf(vm, self, "fallback", "evaluateDefault"));

// ---- NoDefault and evaluators of constants

export const NoDefaultType: TypeRec = defineType({
  name: "NoDefaultType",
  doc: "The type of the NoDefault singleton.",
  signature: "()",
  leaf: true,
  methods: { __reduce__: method("($self, /)", null, () => newStr("NoDefault")) },
  slots: {
    tp_new: (vm, _type, args) => {
      if (args.length > 0) throw typeError(vm, "NoDefaultType takes no arguments");
      return NoDefault;
    },
    tp_repr: () => newStr("typing.NoDefault"),
  },
});

/** typing.NoDefault. */
export const NoDefault: Leaf = new Leaf(NoDefaultType, null, null);
NoDefault.rc = IMMORTAL;

const FORMAT_STRING = 4;

const ConstEvaluatorType: TypeRec = defineType({
  name: "_typing._ConstEvaluator",
  layoutChange: true,
  slots: {
    tp_repr: (vm, self) => strFromJs(`<constevaluator ${reprText(vm, (self as Container).data as Value)}>`),
    tp_call: (vm, self, args) => {
      if (args.length !== 1) throw typeError(vm, `_ConstEvaluator expected 1 argument, got ${args.length}`);
      const value = (self as Container).data as Value;
      if (Number(asIndex(vm, args[0]!)) !== FORMAT_STRING) return value;
      if (!isTuple(value)) return strFromJs(typeReprText(vm, value));
      return strFromJs(`(${(value.data as Value[]).map((v) => typeReprText(vm, v)).join(", ")})`);
    },
    tp_traverse: (self: Container, visit) => visit(self.data as Value),
    tp_clear: (vm, self: Container) => {
      const old = self.data as Value;
      self.data = None;
      drop(vm, old);
    },
  },
});

// ---- constructors

function binder(name: string, signature: string): (vm: Vm, args: readonly Value[], kwnames: readonly PyStr[] | null) => any[] {
  let def: NativeDef | undefined;
  return (vm, args, kwnames) => bindArguments(vm, (def ??= new NativeDef(name, signature, null, () => undefined, "function", true)), args, kwnames);
}

function checkName(vm: Vm, type: string, name: Value): void {
  if (!isStr(name)) throw typeError(vm, `${type}() argument 'name' must be str, not ${argumentName(name)}`);
}

function variance(vm: Vm, covariant: Value | undefined, contravariant: Value | undefined, infer: Value | undefined): { covariant: boolean; contravariant: boolean; infer: boolean } {
  const co = covariant !== undefined && truth(vm, covariant);
  const contra = contravariant !== undefined && truth(vm, contravariant);
  const inferred = infer !== undefined && truth(vm, infer);
  if (co && contra) throw valueError(vm, "Bivariant types are not supported.");
  if (inferred && (co || contra)) throw valueError(vm, "Variance cannot be specified with infer_variance.");
  return { covariant: co, contravariant: contra, infer: inferred };
}

const checkType = (vm: Vm, v: Value, message: string): Value => call(vm, typing(vm, "_type_check"), [v, newStr(message)]);
const boundOf = (vm: Vm, bound: Value | undefined): Value | undefined => (bound === undefined || bound === None ? undefined : checkType(vm, bound, "Bound must be a type."));

const typeVarArguments = binder("typevar", "(name, *constraints, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)");

function tooFew(vm: Vm, self: Value, alias: Value, args: Value): Value {
  const params = getAttrText(vm, alias, "__parameters__");
  const index = listOf(vm, params).findIndex((p) => richCompareBool(vm, p, self, EQ));
  if (index < 0) throw valueError(vm, "sequence.index(x): x not in sequence");
  const given = listOf(vm, args);
  if (index < given.length) return args;
  if (index === given.length) {
    const fallback = lazy(vm, self, "fallback", "evaluateDefault", NoDefault);
    if (fallback !== NoDefault) return newTuple(vm, [...given, fallback]);
  }
  throw typeError(vm, `Too few arguments for ${reprText(vm, alias)}; actual ${given.length}, expected at least ${index + 1}`);
}

export const TypeVarType: TypeRec = defineType({
  name: "typing.TypeVar",
  doc: "Type variable.\n\nThe preferred way to construct a type variable is via the dedicated\nsyntax for generic functions, classes, and type aliases::\n\n    class Sequence[T]:  # T is a TypeVar\n        ...\n\nThis syntax can also be used to create bound and constrained type\nvariables::\n\n    # S is a TypeVar bound to str\n    class StrSequence[S: str]:\n        ...\n\n    # A is a TypeVar constrained to str or bytes\n    class StrOrBytesSequence[A: (str, bytes)]:\n        ...\n\nType variables can also have defaults:\n\n    class IntDefault[T = int]:\n        ...\n\nHowever, if desired, reusable type variables can also be constructed\nmanually, like so::\n\n   T = TypeVar('T')  # Can be anything\n   S = TypeVar('S', bound=str)  # Can be any subtype of str\n   A = TypeVar('A', str, bytes)  # Must be exactly str or bytes\n   D = TypeVar('D', default=int)  # Defaults to int\n\nType variables exist primarily for the benefit of static type\ncheckers.  They serve as the parameters for generic types as well\nas for generic function and type alias definitions.\n\nThe variance of type variables is inferred by type checkers when they\nare created through the type parameter syntax and when\n``infer_variance=True`` is passed. Manually created type variables may\nbe explicitly marked covariant or contravariant by passing\n``covariant=True`` or ``contravariant=True``. By default, manually\ncreated type variables are invariant. See PEP 484 and PEP 695 for more\ndetails.\n",
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: {
    __typing_subst__: method("($self, arg, /)", null, (vm: Vm, self: Value, arg: Value) => call(vm, typing(vm, "_typevar_subst"), [self, arg])),
    __typing_prepare_subst__: method("($self, alias, args, /)", null, (vm: Vm, self: Value, alias: Value, args: Value) => tooFew(vm, self, alias, args)),
    __reduce__: reduceToName,
    has_default: hasDefault,
    __mro_entries__: noSubclass("TypeVar"),
  },
  getset: {
    __name__: nameMember,
    __covariant__: flag((p) => p.covariant),
    __contravariant__: flag((p) => p.contravariant),
    __infer_variance__: flag((p) => p.infer),
    __bound__: getset((vm, self) => lazy(vm, self, "bound", "evaluateBound", None)),
    __constraints__: getset((vm, self) => lazy(vm, self, "constraints", "evaluateConstraints", emptyTuple())),
    __default__: defaultGetset("The default value for this TypeVar."),
    evaluate_bound: getset((vm, self) => evaluatorOf(vm, self, "bound", "evaluateBound")),
    evaluate_constraints: getset((vm, self) => evaluatorOf(vm, self, "constraints", "evaluateConstraints")),
    evaluate_default: evaluateDefaultGetset,
  },
  slots: {
    ...paramSlots,
    tp_new: (vm, type, args, kwnames) => {
      const [name, bound, fallback, co, contra, infer, constraints] = typeVarArguments(vm, args, kwnames) as [Value, Value?, Value?, Value?, Value?, Value?, Value[]?];
      checkName(vm, "typevar", name);
      const flags = variance(vm, co, contra, infer);
      const checked = boundOf(vm, bound);
      const limits = constraints ?? [];
      if (limits.length === 1) throw typeError(vm, "A single constraint is not allowed");
      if (limits.length > 0 && checked !== undefined) throw typeError(vm, "Constraints cannot be combined with bound=...");
      const list = limits.length === 0 ? undefined : newTuple(vm, limits.map((v) => checkType(vm, v, "TypeVar(name, constraint, ...): constraints must be types.")));
      return newParam(vm, type, { name, bound: checked, constraints: list, fallback: fallback === undefined || fallback === NoDefault ? undefined : fallback, ...flags });
    },
    tp_repr: paramRepr,
    nb_or: or,
  },
});

const paramSpecArguments = binder("paramspec", "(name, *, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False)");

export const ParamSpecType: TypeRec = defineType({
  name: "typing.ParamSpec",
  doc: "Parameter specification variable.\n\nThe preferred way to construct a parameter specification is via the\ndedicated syntax for generic functions, classes, and type aliases,\nwhere the use of '**' creates a parameter specification::\n\n    type IntFunc[**P] = Callable[P, int]\n\nThe following syntax creates a parameter specification that defaults\nto a callable accepting two positional-only arguments of types int\nand str:\n\n    type IntFuncDefault[**P = (int, str)] = Callable[P, int]\n\nFor compatibility with Python 3.11 and earlier, ParamSpec objects\ncan also be created as follows::\n\n    P = ParamSpec('P')\n    DefaultP = ParamSpec('DefaultP', default=(int, str))\n\nParameter specification variables exist primarily for the benefit of\nstatic type checkers.  They are used to forward the parameter types of\none callable to another callable, a pattern commonly found in\nhigher-order functions and decorators.  They are only valid when used\nin ``Concatenate``, or as the first argument to ``Callable``, or as\nparameters for user-defined Generics. See class Generic for more\ninformation on generic types.\n\nAn example for annotating a decorator::\n\n    def add_logging[**P, T](f: Callable[P, T]) -> Callable[P, T]:\n        '''A type-safe decorator to add logging to a function.'''\n        def inner(*args: P.args, **kwargs: P.kwargs) -> T:\n            logging.info(f'{f.__name__} was called')\n            return f(*args, **kwargs)\n        return inner\n\n    @add_logging\n    def add_two(x: float, y: float) -> float:\n        '''Add two numbers together.'''\n        return x + y\n\nParameter specification variables can be introspected. e.g.::\n\n    >>> P = ParamSpec(\"P\")\n    >>> P.__name__\n    'P'\n\nNote that parameter specification variables defined in the global\nscope can be pickled.\n",
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: {
    __typing_subst__: method("($self, arg, /)", null, (vm: Vm, self: Value, arg: Value) => call(vm, typing(vm, "_paramspec_subst"), [self, arg])),
    __typing_prepare_subst__: method("($self, alias, args, /)", null, (vm: Vm, self: Value, alias: Value, args: Value) => call(vm, typing(vm, "_paramspec_prepare_subst"), [self, alias, args])),
    __reduce__: reduceToName,
    has_default: hasDefault,
    __mro_entries__: noSubclass("ParamSpec"),
  },
  getset: {
    __name__: nameMember,
    __bound__: member((_vm, self) => paramOf(self).bound ?? None),
    __covariant__: flag((p) => p.covariant),
    __contravariant__: flag((p) => p.contravariant),
    __infer_variance__: flag((p) => p.infer),
    args: getset((vm, self) => newSubclassInstance(vm, ParamSpecArgsType, newRef(self)), undefined, "Represents positional arguments."),
    kwargs: getset((vm, self) => newSubclassInstance(vm, ParamSpecKwargsType, newRef(self)), undefined, "Represents keyword arguments."),
    __default__: defaultGetset("The default value for this ParamSpec."),
    evaluate_default: evaluateDefaultGetset,
  },
  slots: {
    ...paramSlots,
    tp_new: (vm, type, args, kwnames) => {
      const [name, bound, fallback, co, contra, infer] = paramSpecArguments(vm, args, kwnames) as [Value, Value?, Value?, Value?, Value?, Value?];
      checkName(vm, "paramspec", name);
      const flags = variance(vm, co, contra, infer);
      return newParam(vm, type, { name, bound: boundOf(vm, bound), fallback: fallback === undefined || fallback === NoDefault ? undefined : fallback, ...flags });
    },
    tp_repr: paramRepr,
    nb_or: or,
  },
});

/** P.args and P.kwargs: data is the ParamSpec. */
function paramSpecPart(name: string, attribute: string, doc: string): TypeRec {
  const arguments_ = binder(name.toLowerCase(), "(origin)");
  const type: TypeRec = defineType({
    name: `typing.${name}`,
    doc,
    layoutChange: true,
    hasWeakrefs: true,
    methods: { __mro_entries__: noSubclass(name) },
    getset: { __origin__: member((_vm, self) => (self as Container).data as Value) },
    slots: {
      tp_hash: null,
      tp_new: (vm, made, args, kwnames) => newSubclassInstance(vm, made, newRef(arguments_(vm, args, kwnames)[0] as Value)),
      tp_repr: (vm, self) => {
        const origin = (self as Container).data as Value;
        return strFromJs(typeOf(origin) === ParamSpecType ? `${textOf(paramOf(origin).name as PyStr)}.${attribute}` : `${reprText(vm, origin)}.${attribute}`);
      },
      tp_richcompare: (vm, left, right, op) => {
        if ((op !== 2 && op !== 3) || typeOf(left) !== type || typeOf(right) !== type) return NotImplemented;
        return richCompareBool(vm, (left as Container).data, (right as Container).data, EQ) === (op === 2) ? True : False;
      },
      tp_traverse: (self: Container, visit) => visit(self.data as Value),
      tp_clear: (vm, self: Container) => {
        const old = self.data as Value;
        self.data = None;
        drop(vm, old);
      },
    },
  });
  return type;
}
export const ParamSpecArgsType: TypeRec = paramSpecPart("ParamSpecArgs", "args", "The args for a ParamSpec object.\n\nGiven a ParamSpec object P, P.args returns an instance of ParamSpecArgs.\n\nParamSpecArgs objects have a reference back to their ParamSpec::\n\n    >>> P = ParamSpec(\"P\")\n    >>> P.args.__origin__ is P\n    True\n\nThis type is meant for runtime introspection and has no special meaning\nto static type checkers.\n");
export const ParamSpecKwargsType: TypeRec = paramSpecPart("ParamSpecKwargs", "kwargs", "The kwargs for a ParamSpec object.\n\nGiven a ParamSpec object P, P.kwargs returns an instance of ParamSpecKwargs.\n\nParamSpecKwargs objects have a reference back to their ParamSpec::\n\n    >>> P = ParamSpec(\"P\")\n    >>> P.kwargs.__origin__ is P\n    True\n\nThis type is meant for runtime introspection and has no special meaning\nto static type checkers.\n");

const unpacked = (vm: Vm, self: Value): Value => getItem(vm, typing(vm, "Unpack"), self);
const unpackIterator = (vm: Vm, self: Value): Value => getIter(vm, newTuple(vm, [unpacked(vm, self)]));
const typeVarTupleArguments = binder("typevartuple", "(name, *, default=typing.NoDefault)");

export const TypeVarTupleType: TypeRec = defineType({
  name: "typing.TypeVarTuple",
  doc: "Type variable tuple. A specialized form of type variable that enables\nvariadic generics.\n\nThe preferred way to construct a type variable tuple is via the\ndedicated syntax for generic functions, classes, and type aliases,\nwhere a single '*' indicates a type variable tuple::\n\n    def move_first_element_to_last[T, *Ts](tup: tuple[T, *Ts]) -> tuple[*Ts, T]:\n        return (*tup[1:], tup[0])\n\nType variables tuples can have default values:\n\n    type AliasWithDefault[*Ts = (str, int)] = tuple[*Ts]\n\nFor compatibility with Python 3.11 and earlier, TypeVarTuple objects\ncan also be created as follows::\n\n    Ts = TypeVarTuple('Ts')  # Can be given any name\n    DefaultTs = TypeVarTuple('Ts', default=(str, int))\n\nJust as a TypeVar (type variable) is a placeholder for a single type,\na TypeVarTuple is a placeholder for an *arbitrary* number of types. For\nexample, if we define a generic class using a TypeVarTuple::\n\n    class C[*Ts]: ...\n\nThen we can parameterize that class with an arbitrary number of type\narguments::\n\n    C[int]       # Fine\n    C[int, str]  # Also fine\n    C[()]        # Even this is fine\n\nFor more details, see PEP 646.\n\nNote that only TypeVarTuples defined in the global scope can be\npickled.\n",
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: {
    __typing_subst__: method("($self, arg, /)", null, (vm: Vm) => {
      throw typeError(vm, "Substitution of bare TypeVarTuple is not supported");
    }),
    __typing_prepare_subst__: method("($self, alias, args, /)", null, (vm: Vm, self: Value, alias: Value, args: Value) => call(vm, typing(vm, "_typevartuple_prepare_subst"), [self, alias, args])),
    __reduce__: reduceToName,
    has_default: hasDefault,
    __mro_entries__: noSubclass("TypeVarTuple"),
  },
  getset: { __name__: nameMember, __default__: defaultGetset("The default value for this TypeVarTuple."), evaluate_default: evaluateDefaultGetset },
  slots: {
    ...paramSlots,
    tp_new: (vm, type, args, kwnames) => {
      const [name, fallback] = typeVarTupleArguments(vm, args, kwnames) as [Value, Value?];
      checkName(vm, "typevartuple", name);
      return newParam(vm, type, { name, fallback: fallback === undefined || fallback === NoDefault ? undefined : fallback });
    },
    tp_repr: (_vm, self) => paramOf(self).name,
    tp_iter: unpackIterator,
  },
});

/** The parameters with TypeVarTuples replaced by their unpacked forms. */
function unpackTuples(vm: Vm, params: Value): Value {
  const items = isTuple(params) ? (params.data as Value[]) : [];
  return items.some((p) => typeOf(p) === TypeVarTupleType) ? newTuple(vm, items.map((p) => (typeOf(p) === TypeVarTupleType ? unpacked(vm, p) : p))) : params;
}

/** Type parameters, those with defaults last. */
function checkTypeParams(vm: Vm, params: readonly Value[]): void {
  let defaults = false;
  for (const p of params) {
    const type = typeOf(p);
    if (type !== TypeVarType && type !== ParamSpecType && type !== TypeVarTupleType) throw typeError(vm, `Expected a type param, got ${reprText(vm, p)}`);
    if (truth(vm, call(vm, getAttrText(vm, p, "has_default"), []))) defaults = true;
    else if (defaults) throw typeError(vm, `non-default type parameter '${reprText(vm, p)}' follows default type parameter`);
  }
}

const aliasArguments = binder("typealias", "(name, value, *, type_params=())");

export const TypeAliasType: TypeRec = defineType({
  name: "typing.TypeAliasType",
  doc: "Type alias.\n\nType aliases are created through the type statement::\n\n    type Alias = int\n\nIn this example, Alias and int will be treated equivalently by static\ntype checkers.\n\nAt runtime, Alias is an instance of TypeAliasType. The __name__\nattribute holds the name of the type alias. The value of the type alias\nis stored in the __value__ attribute. It is evaluated lazily, so the\nvalue is computed only if the attribute is accessed.\n\nType aliases can also be generic::\n\n    type ListOrSet[T] = list[T] | set[T]\n\nIn this case, the type parameters of the alias are stored in the\n__type_params__ attribute.\n\nSee PEP 695 for more information.\n",
  layoutChange: true,
  hasWeakrefs: true,
  methods: { __reduce__: reduceToName },
  getset: {
    __name__: nameMember,
    __parameters__: getset((vm, self) => unpackTuples(vm, paramOf(self).typeParams ?? emptyTuple())),
    __type_params__: getset((_vm, self) => paramOf(self).typeParams ?? emptyTuple()),
    __value__: getset((vm, self) => lazy(vm, self, "value", "evaluateValue", None)),
    evaluate_value: getset((vm, self) => evaluatorOf(vm, self, "value", "evaluateValue")),
    __module__: getset((_vm, self) => paramOf(self).module ?? None),
  },
  slots: {
    ...paramSlots,
    tp_new: (vm, type, args, kwnames) => {
      const [name, value, typeParams] = aliasArguments(vm, args, kwnames) as [Value, Value, Value?];
      checkName(vm, "typealias", name);
      if (typeParams !== undefined && !isTuple(typeParams)) throw typeError(vm, "type_params must be a tuple");
      if (typeParams !== undefined) checkTypeParams(vm, typeParams.data as Value[]);
      return newParam(vm, type, { name, value, typeParams: typeParams === undefined || (typeParams.data as Value[]).length === 0 ? undefined : typeParams });
    },
    tp_repr: (_vm, self) => paramOf(self).name,
    tp_iter: unpackIterator,
    nb_or: or,
    mp_subscript: (vm, self, key) => {
      if (paramOf(self).typeParams === undefined) throw typeError(vm, "Only generic type aliases are subscriptable");
      return newGenericAlias(vm, self, isTuple(key) ? key : newTuple(vm, [key]));
    },
  },
});

const forward = (name: string) => (vm: Vm, type: TypeRec, args: Value[], kwargs?: KeywordArgs) =>
  call(vm, typing(vm, name), [type.obj, ...args, ...(kwargs?.values ?? [])], kwargs?.names ?? null);

export const GenericType: TypeRec = defineType({
  name: "typing.Generic",
  doc: "Abstract base class for generic types.\n\nOn Python 3.12 and newer, generic classes implicitly inherit from\nGeneric when they declare a parameter list after the class's name::\n\n    class Mapping[KT, VT]:\n        def __getitem__(self, key: KT) -> VT:\n            ...\n            # Etc.\n\nOn older versions of Python, however, generic classes have to\nexplicitly inherit from Generic.\n\nAfter a class has been declared to be generic, it can then be used as\nfollows::\n\n    def lookup_name[KT, VT](mapping: Mapping[KT, VT], key: KT, default: VT) -> VT:\n        try:\n            return mapping[key]\n        except KeyError:\n            return default\n",
  kind: K_INSTANCE,
  flags: TPFLAGS_BASETYPE,
  methods: {
    __class_getitem__: classMethod("($type, /, *args, **kwargs)", "Parameterizes a generic class.\n\nAt least, parameterizing a generic class is the *main* thing this\nmethod does. For example, for some generic class `Foo`, this is called\nwhen we do `Foo[int]` - there, with `cls=Foo` and `params=int`.\n\nHowever, note that this method is also called when defining generic\nclasses in the first place with `class Foo[T]: ...`.\n", forward("_generic_class_getitem"), "no text signature"),
    __init_subclass__: classMethod("($type, /, *args, **kwargs)", "Function to initialize subclasses.", forward("_generic_init_subclass"), "no text signature"),
  },
});

// ---- what the compiler's intrinsics make

export function newTypeVar(vm: Vm, name: Value, bound: Value | undefined, constraints: Value | undefined): Value {
  return newParam(vm, TypeVarType, { name, evaluateBound: bound, evaluateConstraints: constraints, infer: true }, true);
}
export function newParamSpec(vm: Vm, name: Value): Value {
  return newParam(vm, ParamSpecType, { name, infer: true }, true);
}
export function newTypeVarTuple(vm: Vm, name: Value): Value {
  return newParam(vm, TypeVarTupleType, { name }, true);
}
/** `parts`: name, parameters or None, evaluator of the value. */
export function newTypeAlias(vm: Vm, parts: Value): Value {
  const [name, typeParams, evaluate] = (parts as Container).data as [Value, Value, Value];
  return newParam(vm, TypeAliasType, { name, typeParams: typeParams === None ? undefined : typeParams, evaluateValue: evaluate });
}
/** Generic[params] as a class statement's base. */
export function subscriptGeneric(vm: Vm, params: Value): Value {
  return call(vm, typing(vm, "_GenericAlias"), [GenericType.obj, unpackTuples(vm, params)]);
}
export function setTypeParamDefault(vm: Vm, param: Value, fallback: Value): Value {
  put(vm, paramOf(param), "evaluateDefault", fallback);
  return param;
}
