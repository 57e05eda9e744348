// _contextvars: ContextVar, Context, Token. Mirrors Python/context.c; a context is a JavaScript Map that is copied on write. See docs/modules.md.
import {
  addressText,
  call,
  Container,
  defineModule,
  defineType,
  drop,
  exc,
  False,
  getIter,
  hash,
  hold,
  IMMORTAL,
  isStr,
  keyError,
  Leaf,
  type ModuleSpec,
  newGenericAlias,
  newList,
  newRef,
  newStr,
  newSubclassInstance,
  newTuple,
  None,
  note,
  NotImplemented,
  PyError,
  type PyStr,
  reprText,
  richCompareBool,
  runtimeError,
  strFromJs,
  TPFLAGS_DISALLOW_INSTANTIATION,
  track,
  True,
  typeError,
  typeOf,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  EQ,
  addressHash,
} from "../core/api.ts";
import { constructorArguments, documented } from "./documented.ts";
import { startDocs } from "./start-docs.generated.ts";

const D = documented("_contextvars", startDocs);
type Vars = ReadonlyMap<Container, Value>;

/** Variables by identity. The map is never changed: set() makes another, so copies are free. Context objects count its keys and values. */
interface Context {
  vars: Vars;
  entered: boolean;
  prev: Container | null;
}
interface ContextVar {
  name: PyStr;
  fallback: Value | undefined;
}
interface Token {
  context: Value;
  variable: Value;
  old: Value | undefined;
  used: boolean;
}
interface State {
  current: Container | null;
}

const stateOf = (vm: Vm): State => vm.stateOf("_contextvars", () => ({ current: null }));
const contextOf = (v: Value): Context => (v as Container).data as Context;
const variableOf = (v: Value): ContextVar => (v as Container).data as ContextVar;

function newContext(vm: Vm, vars: Vars): Container {
  for (const [k, v] of vars) {
    newRef(k);
    newRef(v);
  }
  const made = new Container(ContextType, { vars, entered: false, prev: null } satisfies Context, null);
  track(vm, made);
  return note(vm, made);
}

function current(vm: Vm): Container {
  const state = stateOf(vm);
  return (state.current ??= newRef(newContext(vm, new Map())));
}

function replaceVars(vm: Vm, context: Context, vars: Vars): void {
  const old = context.vars;
  for (const [k, v] of vars) {
    newRef(k);
    newRef(v);
  }
  context.vars = vars;
  for (const [k, v] of old) {
    drop(vm, k);
    drop(vm, v);
  }
}

/** Forgets the context of the main program, where no other was entered. */
export function forgetMainContext(vm: Vm): void {
  const state = stateOf(vm);
  const left = state.current;
  if (left === null || contextOf(left).prev !== null) return;
  state.current = null;
  drop(vm, left);
}

/** The value of a variable in the current context, borrowed; undefined when it has none. */
export function readVariable(vm: Vm, variable: Container): Value | undefined {
  return contextOf(current(vm)).vars.get(variable);
}

export { write as writeVariable };

function write(vm: Vm, variable: Container, value: Value | undefined): void {
  const context = contextOf(current(vm));
  const vars = new Map(context.vars);
  if (value === undefined) vars.delete(variable);
  else vars.set(variable, value);
  replaceVars(vm, context, vars);
}

/** The code calls `run` within another context. */
function enterContext(vm: Vm, self: Container): void {
  const context = contextOf(self);
  if (context.entered) throw runtimeError(vm, `cannot enter context: ${reprText(vm, self)} is already entered`);
  context.prev = current(vm);
  context.entered = true;
  stateOf(vm).current = newRef(self);
}

function leaveContext(vm: Vm, self: Container): void {
  const context = contextOf(self);
  stateOf(vm).current = context.prev;
  context.prev = null;
  context.entered = false;
  drop(vm, self);
}

function variableKey(vm: Vm, key: Value): Container {
  if (typeOf(key) !== ContextVarType) throw typeError(vm, `a ContextVar key was expected, got ${reprText(vm, key)}`);
  return key as Container;
}

const ContextType: TypeRec = defineType({
  name: "_contextvars.Context",
  doc: D.doc("Context"),
  hasWeakrefs: true,
  layoutChange: true,
  methods: {
    run: D.method("Context.run", (vm: Vm, self: Container, args: Value[], kwargs?: { names: readonly PyStr[]; values: readonly Value[] }) => {
      if (args.length < 1) throw typeError(vm, "run() missing 1 required positional argument");
      enterContext(vm, self);
      try {
        return call(vm, args[0]!, [...args.slice(1), ...(kwargs?.values ?? [])], kwargs?.names ?? null);
      } finally {
        leaveContext(vm, self);
      }
    }, "($self, *args, **kwargs)"),
    copy: D.method("Context.copy", (vm: Vm, self: Container) => newContext(vm, contextOf(self).vars)),
    get: D.method("Context.get", (vm: Vm, self: Container, key: Value, fallback?: Value) => contextOf(self).vars.get(variableKey(vm, key)) ?? fallback ?? None),
    keys: D.method("Context.keys", (vm: Vm, self: Container) => newList(vm, [...contextOf(self).vars.keys()])),
    values: D.method("Context.values", (vm: Vm, self: Container) => newList(vm, [...contextOf(self).vars.values()])),
    items: D.method("Context.items", (vm: Vm, self: Container) => newList(vm, [...contextOf(self).vars].map((pair) => newTuple(vm, pair)))),
  },
  slots: {
    tp_hash: null,
    tp_new: (vm, _type, args) => {
      if (args.length > 0) throw typeError(vm, "Context() does not accept any arguments");
      return newContext(vm, new Map());
    },
    tp_richcompare: (vm, left, right, op) => {
      if ((op !== 2 && op !== 3) || typeOf(left) !== ContextType || typeOf(right) !== ContextType) return NotImplemented;
      const a = contextOf(left).vars;
      const b = contextOf(right).vars;
      let equal = a.size === b.size;
      if (equal) {
        for (const [k, v] of a) {
          const other = b.get(k);
          if (other === undefined || !richCompareBool(vm, hold(vm, v), hold(vm, other), EQ)) {
            equal = false;
            break;
          }
        }
      }
      return equal === (op === 2) ? True : False;
    },
    tp_iter: (vm, self: Container) => getIter(vm, newTuple(vm, [...contextOf(self).vars.keys()])),
    mp_length: (_vm, self) => contextOf(self).vars.size,
    mp_subscript: (vm, self, key: Value) => {
      const value = contextOf(self).vars.get(variableKey(vm, key));
      if (value === undefined) throw keyError(vm, key);
      return value;
    },
    sq_contains: (vm, self, key) => contextOf(self).vars.has(variableKey(vm, key)),
    tp_traverse: (self: Container, visit) => {
      for (const [k, v] of contextOf(self).vars) {
        visit(k);
        visit(v);
      }
      const { prev } = contextOf(self);
      if (prev !== null) visit(prev);
    },
    tp_clear: (vm, self: Container) => {
      const context = contextOf(self);
      replaceVars(vm, context, new Map());
      const { prev } = context;
      context.prev = null;
      if (prev !== null) drop(vm, prev);
    },
  },
});

const variableArguments = constructorArguments("ContextVar", "(name, /, *, default=None)");

const ContextVarType: TypeRec = defineType({
  name: "_contextvars.ContextVar",
  doc: D.doc("ContextVar"),
  layoutChange: true,
  methods: {
    get: D.method("ContextVar.get", (vm: Vm, self: Container, fallback?: Value) => {
      const state = stateOf(vm);
      const found = (state.current === null ? undefined : contextOf(state.current).vars.get(self)) ?? fallback ?? variableOf(self).fallback;
      if (found === undefined) throw newErrorOf(vm, exc.LookupErrorType, self);
      return found;
    }),
    set: D.method("ContextVar.set", (vm: Vm, self: Container, value: Value) => {
      const context = current(vm);
      const old = contextOf(context).vars.get(self);
      const token = new Container(TokenType, { context: newRef(context), variable: newRef(self), old: old === undefined ? undefined : newRef(old), used: false } satisfies Token, null);
      track(vm, token);
      note(vm, token);
      write(vm, self, value);
      return token;
    }),
    reset: D.method("ContextVar.reset", (vm: Vm, self: Container, token: Value) => {
      if (typeOf(token) !== TokenType) throw typeError(vm, `expected an instance of Token, got ${reprText(vm, token)}`);
      reset(vm, self, token as Container);
    }),
    __class_getitem__: D.classMethod("ContextVar.__class_getitem__", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  getset: { name: D.member("ContextVar.name", (_vm, self) => variableOf(self).name) },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [name, fallback] = variableArguments(vm, args, kwnames) as [Value, Value?];
      if (!isStr(name)) throw typeError(vm, "context variable name must be a str");
      // The variable's own hash is made of it: a str that has none is refused.
      hash(vm, name);
      return newSubclassInstance(vm, type, { name: newRef(name), fallback: fallback === undefined ? undefined : newRef(fallback) } satisfies ContextVar);
    },
    tp_hash: (vm, self) => addressHash(vm, self),
    tp_repr: (vm, self) => {
      const { name, fallback } = variableOf(self);
      return strFromJs(`<ContextVar name=${reprText(vm, name)}${fallback === undefined ? "" : ` default=${reprText(vm, fallback)}`} at ${addressText(vm, self)}>`);
    },
    tp_traverse: (self: Container, visit) => {
      visit(variableOf(self).name);
      if (variableOf(self).fallback !== undefined) visit(variableOf(self).fallback!);
    },
    tp_clear: (vm, self: Container) => {
      const data = variableOf(self);
      const { fallback } = data;
      data.fallback = undefined;
      if (fallback !== undefined) drop(vm, fallback);
    },
  },
});

function newErrorOf(vm: Vm, type: TypeRec, value: Value): unknown {
  return new PyError(exc.newException(vm, type, [value]));
}

function reset(vm: Vm, variable: Container, token: Container): void {
  const t = token.data as Token;
  if (t.used) throw runtimeError(vm, `${reprText(vm, token)} has already been used once`);
  if (t.variable !== variable) throw valueError(vm, `${reprText(vm, token)} was created by a different ContextVar`);
  if (t.context !== stateOf(vm).current) throw valueError(vm, `${reprText(vm, token)} was created in a different Context`);
  t.used = true;
  write(vm, variable, t.old);
}

const MissingType: TypeRec = defineType({ name: "Token.MISSING", leaf: true, flags: TPFLAGS_DISALLOW_INSTANTIATION, slots: { tp_repr: () => newStr("<Token.MISSING>") } });
export const Missing = new Leaf(MissingType, null, null);
Missing.rc = IMMORTAL;

const TokenType: TypeRec = defineType({
  name: "_contextvars.Token",
  doc: D.doc("Token"),
  layoutChange: true,
  methods: {
    __enter__: D.method("Token.__enter__", (_vm: Vm, self: Container) => self),
    __exit__: D.method("Token.__exit__", (vm: Vm, self: Container) => reset(vm, (self.data as Token).variable as Container, self), "($self, type, val, tb, /)"),
    __class_getitem__: D.classMethod("Token.__class_getitem__", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  getset: {
    var: D.getset("Token.var", (_vm, self) => ((self as Container).data as Token).variable),
    old_value: D.getset("Token.old_value", (_vm, self) => ((self as Container).data as Token).old ?? Missing),
  },
  attributes: { MISSING: () => Missing },
  slots: {
    tp_hash: null,
    tp_new: (vm) => {
      throw runtimeError(vm, "Tokens can only be created by ContextVars");
    },
    tp_repr: (vm, self) => {
      const t = (self as Container).data as Token;
      return strFromJs(`<Token${t.used ? " used" : ""} var=${reprText(vm, t.variable)} at ${addressText(vm, self)}>`);
    },
    tp_traverse: (self: Container, visit) => {
      const t = self.data as Token;
      visit(t.context);
      visit(t.variable);
      if (t.old !== undefined) visit(t.old);
    },
    tp_clear: (vm, self: Container) => {
      const t = self.data as Token;
      const { context, variable, old } = t;
      t.context = None;
      t.variable = None;
      t.old = undefined;
      drop(vm, context);
      drop(vm, variable);
      if (old !== undefined) drop(vm, old);
    },
  },
});

export const contextvarsModule: ModuleSpec = defineModule({
  name: "_contextvars",
  doc: D.doc(""),
  functions: { copy_context: D.func("copy_context", (vm: Vm) => newContext(vm, contextOf(current(vm)).vars)) },
  types: { Context: ContextType, ContextVar: ContextVarType, Token: TokenType },
});
