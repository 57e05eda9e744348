// anext_awaitable: what anext(iterator, default) answers. Mirrors the end of Objects/iterobject.c. See docs/types.md.
import { callMethod } from "../core/call.ts";
import { defineType, method } from "../core/define.ts";
import { dropError, matches, stopIteration, typeError } from "../core/errors.ts";
import { dropStopValue } from "../core/stop-iteration.ts";
import { Container, type PyStr, type TypeRec, type Value } from "../core/object.ts";
import { typeName, typeOf } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import * as exc from "./exceptions.ts";
import { awaitableIterator } from "./generator.ts";
import { intern } from "./str/str-object.ts";

interface AnextAwaitable {
  wrapped: Value;
  fallback: Value;
}

/** An awaitable that answers `fallback` where the wrapped one ends with StopAsyncIteration; in the current scope. */
export function newAnextAwaitable(vm: Vm, wrapped: Value, fallback: Value): Container {
  incref(wrapped);
  incref(fallback);
  const self = new Container(AnextAwaitableType, { wrapped, fallback } satisfies AnextAwaitable, null);
  track(vm, self);
  return note(vm, self);
}

const data = (self: Container): AnextAwaitable => self.data as AnextAwaitable;

function iteratorOf(vm: Vm, self: Container): Value {
  let it = awaitableIterator(vm, data(self).wrapped);
  // Coroutines are driven through their wrapper.
  if (typeOf(it).tp_iternext === undefined && typeOf(it).am_await !== undefined) it = typeOf(it).am_await!(vm, it);
  if (typeOf(it).tp_iternext === undefined) throw typeError(vm, `${typeName(it)}.__await__() must return an iterable, not ${typeName(it)}`);
  return it;
}

function next(vm: Vm, self: Container): Value | undefined {
  const it = iteratorOf(vm, self);
  try {
    return typeOf(it).tp_iternext!(vm, it);
  } catch (error) {
    if (!matches(error, exc.StopAsyncIterationType)) throw error;
    dropError(vm, error);
    const { fallback } = data(self);
    dropStopValue(vm);
    incref(fallback);
    vm.stopValue = fallback;
    return undefined;
  }
}

function proxy(name: string) {
  return (vm: Vm, self: Container, args: Value[]): Value => {
    const it = iteratorOf(vm, self);
    try {
      return callMethod(vm, it, intern(vm, name) as PyStr, args);
    } catch (error) {
      if (!matches(error, exc.StopAsyncIterationType)) throw error;
      dropError(vm, error);
      throw stopIteration(vm, data(self).fallback);
    }
  };
}

const iterates = (_vm: Vm, self: Container): Value => self;

export const AnextAwaitableType: TypeRec = defineType({
  name: "anext_awaitable",
  methods: {
    send: method("($self, /, *args)", "send(arg) -> send 'arg' into the wrapped iterator,\nreturn next yielded value or raise StopIteration.", proxy("send"), "no text signature"),
    throw: method("($self, /, *args)", "throw(value)\nthrow(typ[,val[,tb]])\n\nraise exception in the wrapped iterator, return next yielded value\nor raise StopIteration.", proxy("throw"), "no text signature"),
    close: method("($self, /, *args)", "close() -> raise GeneratorExit inside generator.", proxy("close"), "no text signature"),
  },
  slots: {
    am_await: iterates,
    tp_iter: iterates,
    tp_iternext: next,
    tp_traverse: (self: Container, visit) => {
      if (self.data === null) return;
      visit(data(self).wrapped);
      visit(data(self).fallback);
    },
    tp_clear: (vm, self: Container) => {
      if (self.data === null) return;
      const { wrapped, fallback } = data(self);
      self.data = null;
      drop(vm, wrapped);
      drop(vm, fallback);
    },
  },
});
