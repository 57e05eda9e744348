// traceback. Mirrors Python/traceback.c. See docs/types.md.
import { audit } from "../core/audit.ts";
import { asInt32 } from "../core/convert.ts";
import { defineType, getset, member, method } from "../core/define.ts";
import { typeError, valueError } from "../core/errors.ts";
import { Container, type TypeRec, type Value } from "../core/object.ts";
import { typeName } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, dropMaybe, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { FrameType, frameData, lineOf } from "./frame.ts";
import { newList } from "./list.ts";
import { None } from "./none.ts";
import { newStr } from "./str/str-object.ts";

export interface TracebackData {
  next: Container | null;
  frame: Container;
  /** Byte offset of the instruction. */
  lasti: number;
  /** -1: computed from lasti. */
  lineno: number;
}

export const tracebackData = (self: Value): TracebackData => (self as Container).data as TracebackData;

/** A traceback entry in front of `next`; the caller owns it. */
export function newOwnedTraceback(vm: Vm, next: Container | null, frame: Container, lasti: number): Container {
  if (next !== null) next.rc++;
  frame.rc++;
  const tb = new Container(TracebackType, { next, frame, lasti, lineno: -1 } satisfies TracebackData, null);
  track(vm, tb);
  return tb;
}

export function tracebackLine(d: TracebackData): number | undefined {
  return d.lineno >= 0 ? d.lineno : lineOf(frameData(d.frame).code, d.lasti >> 1);
}

export const TracebackType: TypeRec = defineType({
  name: "traceback",
  doc: "Create a new traceback object.",
  signature: "(tb_next, tb_frame, tb_lasti, tb_lineno)",
  methods: {
    __dir__: method("($self, /)", null, (vm: Vm) => newList(vm, ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"].map(newStr))),
  },
  getset: {
    tb_next: getset((_vm, self) => tracebackData(self).next ?? None, (vm, self, value) => {
      if (value === undefined) throw typeError(vm, "can't delete tb_next attribute");
      if (value !== None && (typeof value === "number" || value.type !== TracebackType)) throw typeError(vm, `expected traceback object, got '${typeName(value)}'`);
      for (let tb: Container | null = value === None ? null : (value as Container); tb !== null; tb = tracebackData(tb).next) {
        if (tb === self) throw valueError(vm, "traceback loop detected");
      }
      const old = tracebackData(self).next;
      if (value !== None) incref(value);
      tracebackData(self).next = value === None ? null : (value as Container);
      dropMaybe(vm, old);
    }),
    tb_frame: member((vm, self) => {
      audit(vm, "object.__getattr__", () => [self, newStr("tb_frame")]);
      return tracebackData(self).frame;
    }),
    tb_lasti: member((_vm, self) => tracebackData(self).lasti),
    tb_lineno: getset((_vm, self) => tracebackLine(tracebackData(self)) ?? None),
  },
  slots: {
    tp_new: (vm, _type, args) => {
      if (args.length !== 4) throw typeError(vm, `traceback() takes exactly 4 arguments (${args.length} given)`);
      const [next, frame, lasti, lineno] = args as [Value, Value, Value, Value];
      if (next !== None && (typeof next === "number" || next.type !== TracebackType)) throw typeError(vm, `expected traceback object or None, got '${typeName(next)}'`);
      if (typeof frame === "number" || frame.type !== FrameType) throw typeError(vm, `traceback() argument 'tb_frame' must be frame, not ${frame === None ? "None" : typeName(frame)}`);
      const tb = note(vm, newOwnedTraceback(vm, next === None ? null : (next as Container), frame as Container, asInt32(vm, lasti)));
      tracebackData(tb).lineno = asInt32(vm, lineno);
      return tb;
    },
    tp_traverse: (self: Container, visit) => {
      const d = tracebackData(self);
      if (d.next !== null) visit(d.next);
      visit(d.frame);
    },
    tp_clear: (vm, self: Container) => {
      const d = tracebackData(self);
      const next = d.next;
      d.next = null;
      dropMaybe(vm, next);
      if (self.rc === 0) drop(vm, d.frame);
    },
  },
});
