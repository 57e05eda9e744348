// __notes__ of exceptions. Mirrors BaseException_add_note in Objects/exceptions.c. See docs/types.md.
import { lookupAttrText, setAttrText } from "../core/attribute.ts";
import { insteadOf, typeError } from "../core/errors.ts";
import { type Container, PyError, type PyStr, type Value } from "../core/object.ts";
import { pushRef } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { isList, newList } from "./list.ts";
import { strFromJs } from "./str/str-object.ts";

/** exception.add_note(note). */
export function addNoteTo(vm: Vm, exception: Container, note: PyStr): void {
  let notes = lookupAttrText(vm, exception, "__notes__");
  if (notes === undefined) {
    notes = newList(vm, []);
    setAttrText(vm, exception, "__notes__", notes);
  }
  if (!isList(notes)) throw typeError(vm, "Cannot add note: __notes__ is not a list");
  pushRef(notes.data as Value[], note);
}

/** Adds a note to a thrown Python error; other throws are left alone. A text that takes calls of Python code is given as a function: they may raise. */
export function addNote(vm: Vm, error: unknown, text: string | (() => string)): void {
  if (error instanceof PyError) insteadOf(vm, error, () => addNoteTo(vm, error.exc, strFromJs(typeof text === "string" ? text : text())));
}
