// Iterator over a str's characters. Mirrors the end of Objects/unicodeobject.c. See docs/types.md.
import { textAt, textFromPoint, textLength } from "../../base/text.ts";
import { defineType } from "../../core/define.ts";
import type { Container, PyStr, TypeRec, Value } from "../../core/object.ts";
import { drop, dropMaybe } from "../../memory/ref.ts";
import { type IndexIterator, indexIteratorMethods } from "../iterators.ts";
import { newChar, newText, strText } from "./str-object.ts";

const iteratorType = (name: string): TypeRec => defineType({
  name,
  get methods() {
    return indexIteratorMethods;
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_traverse: (self: Container, visit) => {
      const { source } = self.data as IndexIterator;
      if (source !== null) visit(source);
    },
    tp_clear: (vm, self: Container) => {
      const state = self.data as IndexIterator;
      const { source } = state;
      state.source = null;
      dropMaybe(vm, source);
    },
    tp_iternext: (vm, self: Container): Value | undefined => {
      const state = self.data as IndexIterator;
      const source = state.source as PyStr | null;
      if (source === null) return undefined;
      const text = strText(source);
      if (typeof text === "string") {
        if (state.index < text.length) return newChar(text.charCodeAt(state.index++));
      } else if (state.index < textLength(text)) return newText(textFromPoint(textAt(text, state.index++)));
      state.source = null;
      drop(vm, source);
      return undefined;
    },
  },
});

/** CPython has a faster type for ASCII, and shows it. */
export const StrAsciiIteratorType: TypeRec = iteratorType("str_ascii_iterator");
export const StrIteratorType: TypeRec = iteratorType("str_iterator");
