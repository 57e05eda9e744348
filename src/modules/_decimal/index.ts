// _decimal: arbitrary-precision decimal arithmetic. Mirrors Modules/_decimal/_decimal.c over base/decimal. See docs/modules.md.
import { ROUND_HALF_EVEN, ROUND_HALF_UP, ROUNDINGS } from "../../base/decimal/number.ts";
import {
  asSsize,
  call,
  Container,
  defineModule,
  defineType,
  dictSetText,
  drop,
  getAttrText,
  importModule,
  intern,
  isBigOrInt,
  type KeywordArgs,
  type ModuleSpec,
  newInt,
  newRef,
  newScopedDict,
  newStr,
  newTuple,
  None,
  note,
  setAttrText,
  textOf,
  track,
  True,
  typeError,
  TPFLAGS_DISALLOW_INSTANTIATION,
  type Value,
  valueError,
  type Vm,
} from "../../core/api.ts";
import { documented } from "../documented.ts";
import { numberDocs } from "../number-docs.generated.ts";
import { attributeNames, ContextType, setAttributes, SignalDictMixinType } from "./context.ts";
import { DecimalType } from "./decimal.ts";
import {
  BASIC_CONTEXT,
  checkKeywords,
  contextData,
  ContextData,
  currentContext,
  DEFAULT_CONTEXT,
  exceptionNamed,
  exceptionNames,
  EXTENDED_CONTEXT,
  isContext,
  keep,
  kept,
  newContext,
  setCurrentContext,
  SIGNAL_DICT,
  signals,
  TUPLE,
  VARIABLE,
} from "./state.ts";

const D = documented("_decimal", numberDocs);

/** Payload of what localcontext() answers: both owned; undefined once cleared. */
interface Manager {
  local: Value | undefined;
  global: Value | undefined;
}

const ContextManagerType = defineType({
  name: "decimal.ContextManager",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  layoutChange: true,
  methods: {
    __enter__: D.method("ContextManager.__enter__", (vm: Vm, self: Container) => {
      const { local } = self.data as Manager;
      setCurrentContext(vm, local!);
      return local!;
    }, "($self, /)"),
    __exit__: D.method("ContextManager.__exit__", (vm: Vm, self: Container) => setCurrentContext(vm, (self.data as Manager).global!), "($self, /, *args)"),
  },
  slots: {
    tp_traverse: (self: Container, visit) => {
      const { local, global } = self.data as Manager;
      if (local !== undefined) visit(local);
      if (global !== undefined) visit(global);
    },
    tp_clear: (vm, self: Container) => {
      const data = self.data as Manager;
      const { local, global } = data;
      data.local = data.global = undefined;
      if (local !== undefined) drop(vm, local);
      if (global !== undefined) drop(vm, global);
    },
  },
});

function localContext(vm: Vm, ctx?: Value, kwargs?: KeywordArgs): Value {
  const global = currentContext(vm);
  if (ctx !== undefined && ctx !== None && !isContext(ctx)) throw typeError(vm, "optional argument must be a context");
  const data = contextData(ctx === undefined || ctx === None ? global : ctx).copy();
  const values: Record<string, Value> = {};
  checkKeywords(vm, kwargs?.names ?? null, attributeNames);
  kwargs?.names.forEach((name, i) => {
    values[textOf(name)] = kwargs.values[i]!;
  });
  setAttributes(vm, data, values);
  const made = new Container(ContextManagerType, { local: newRef(newContext(vm, data)), global: newRef(global) } satisfies Manager, null);
  track(vm, made);
  return note(vm, made);
}

const MAX_BITS = 512;

function ieeeContext(vm: Vm, bits: Value): Value {
  if (!isBigOrInt(bits)) throw typeError(vm, "an integer is required");
  const n = asSsize(vm, bits);
  if (n <= 0 || n > MAX_BITS || n % 32 !== 0) throw valueError(vm, `argument must be a multiple of 32, with a maximum of ${MAX_BITS}`);
  const data = new ContextData();
  data.setPrec(9 * (n / 32) - 2);
  data.setEmax(3 * 2 ** (n / 16 + 3));
  data.setEmin(1 - data.emax);
  data.rounding = ROUND_HALF_EVEN;
  data.traps = 0;
  data.clamp = 1;
  return newContext(vm, data);
}

/** The three contexts that modules start from. */
function makeTemplates(vm: Vm): void {
  keep(vm, DEFAULT_CONTEXT, newContext(vm, new ContextData()));
  const basic = new ContextData();
  basic.setPrec(9);
  basic.rounding = ROUND_HALF_UP;
  for (const [name, mask] of signals) if (name === "Clamped" || name === "Underflow") basic.traps |= mask;
  keep(vm, BASIC_CONTEXT, newContext(vm, basic));
  const extended = new ContextData();
  extended.setPrec(9);
  extended.traps = 0;
  keep(vm, EXTENDED_CONTEXT, newContext(vm, extended));
}

function exec(vm: Vm, dict: Value): void {
  const set = (name: string, v: Value): void => dictSetText(vm, dict as Container, name, v);
  const abc = importModule(vm, "collections.abc", None, newTuple(vm, [newStr("MutableMapping")]), 0);
  const classDict = newScopedDict(vm);
  const mixins = newTuple(vm, [SignalDictMixinType.obj, getAttrText(vm, abc, "MutableMapping")]);
  const metaclass = getAttrText(vm, importModule(vm, "abc", None, None, 0), "ABCMeta");
  dictSetText(vm, classDict, "__module__", newStr("abc"));
  keep(vm, SIGNAL_DICT, call(vm, metaclass, [newStr("SignalDict"), mixins, classDict]));
  const numbers = importModule(vm, "numbers", None, None, 0);
  call(vm, getAttrText(vm, getAttrText(vm, numbers, "Number"), "register"), [DecimalType.obj]);
  const namedtuple = getAttrText(vm, importModule(vm, "collections", None, None, 0), "namedtuple");
  const tuple = keep(vm, TUPLE, call(vm, namedtuple, [newStr("DecimalTuple"), newStr("sign digits exponent")]));
  setAttrText(vm, tuple, "__module__", newStr("decimal"));
  set("DecimalTuple", tuple);
  keep(vm, VARIABLE, call(vm, getAttrText(vm, importModule(vm, "_contextvars", None, None, 0), "ContextVar"), [newStr("decimal_context")]));
  for (const name of exceptionNames) set(name, exceptionNamed(vm, name));
  makeTemplates(vm);
  set("DefaultContext", kept(vm, DEFAULT_CONTEXT));
  set("HAVE_CONTEXTVAR", True);
  set("HAVE_THREADS", True);
  set("BasicContext", kept(vm, BASIC_CONTEXT));
  set("ExtendedContext", kept(vm, EXTENDED_CONTEXT));
  set("MAX_PREC", newInt(999999999999999999n));
  set("MAX_EMAX", newInt(999999999999999999n));
  set("MIN_EMIN", newInt(-999999999999999999n));
  set("MIN_ETINY", newInt(-1999999999999999997n));
  set("IEEE_CONTEXT_MAX_BITS", MAX_BITS);
  for (const name of ROUNDINGS) set(name, intern(vm, name));
  set("__version__", newStr("1.70"));
  set("__libmpdec_version__", newStr("2.5.1"));
}

export const decimalModule: ModuleSpec = defineModule({
  name: "_decimal",
  doc: D.doc(""),
  functions: {
    getcontext: D.func("getcontext", (vm: Vm) => currentContext(vm)),
    setcontext: D.func("setcontext", setCurrentContext),
    localcontext: D.func("localcontext", localContext),
    IEEEContext: D.func("IEEEContext", ieeeContext),
  },
  types: { Decimal: DecimalType, Context: ContextType },
  exec,
});

