// _string: the grammar of str.format for string.Formatter. Mirrors Objects/unicodeobject.c (its _string module). See docs/modules.md.
import { nextFieldStep, nextMarkup, splitFieldName } from "../base/format-markup.ts";
import { type Text } from "../base/text.ts";
import {
  Container,
  defineModule,
  defineType,
  False,
  fromPythonError,
  isStr,
  type ModuleSpec,
  newInt,
  newText,
  newTuple,
  None,
  note,
  strFromCodePoints,
  strText,
  TPFLAGS_DISALLOW_INSTANTIATION,
  track,
  True,
  typeError,
  typeName,
  type TypeRec,
  type Value,
  type Vm,
} from "../core/api.ts";
import { documented } from "./documented.ts";

const D = documented("_string");

interface TextIterator {
  text: Text;
  pos: number;
}

function guard<T>(vm: Vm, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw fromPythonError(vm, error);
  }
}

const iterator = (name: string, next: (vm: Vm, it: TextIterator) => Value | undefined): TypeRec =>
  defineType({ name, flags: TPFLAGS_DISALLOW_INSTANTIATION, slots: { tp_iter: (_vm, self) => self, tp_iternext: (vm, self: Container) => next(vm, self.data as TextIterator) } });

const FormatterIteratorType = iterator("formatteriterator", (vm, it) => {
  const m = guard(vm, () => nextMarkup(it.text, it.pos));
  if (m === undefined) return undefined;
  it.pos = m.next;
  const literal = newText(m.literal);
  if (m.fieldName === undefined) return newTuple(vm, [literal, None, None, None]);
  return newTuple(vm, [literal, newText(m.fieldName), newText(m.spec), m.conversion === 0 ? None : strFromCodePoints([m.conversion])]);
});

const FieldNameIteratorType = iterator("fieldnameiterator", (vm, it) => {
  const step = guard(vm, () => nextFieldStep(it.text, it.pos));
  if (step === undefined) return undefined;
  it.pos = step.next;
  return newTuple(vm, [step.isAttribute ? True : False, !step.isAttribute && step.index >= 0 ? newInt(step.index) : newText(step.name)]);
});

function newIterator(vm: Vm, type: TypeRec, text: Text): Container {
  const made = new Container(type, { text, pos: 0 } satisfies TextIterator, null);
  track(vm, made);
  return note(vm, made);
}

function asStr(vm: Vm, v: Value): Text {
  if (!isStr(v)) throw typeError(vm, `expected str, got ${typeName(v)}`);
  return strText(v);
}

export const stringModule: ModuleSpec = defineModule({
  name: "_string",
  doc: D.doc(""),
  functions: {
    formatter_field_name_split: D.func("formatter_field_name_split", (vm: Vm, object: Value) => {
      const head = guard(vm, () => splitFieldName(asStr(vm, object)));
      return newTuple(vm, [head.index >= 0 ? newInt(head.index) : newText(head.name), newIterator(vm, FieldNameIteratorType, head.rest)]);
    }),
    formatter_parser: D.func("formatter_parser", (vm: Vm, object: Value) => newIterator(vm, FormatterIteratorType, asStr(vm, object))),
  },
});
