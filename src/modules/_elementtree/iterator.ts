// Iterators over an element and all below it, or over their text. Mirrors ElementIterObject of Modules/_elementtree.c. See docs/modules.md.
import { Container, defineType, drop, EQ, hold, isBytes, isStr, newRef, None, note, noteOwned, richCompareBool, textOf, TPFLAGS_DISALLOW_INSTANTIATION, track, truth, type TypeRec, type Value, type Vm } from "../../core/api.ts";
import { elementData } from "./element.ts";

interface ElementIterator {
  /** The elements on the way down, and which child of each comes next. */
  parents: Container[];
  next: number[];
  root: Container | null;
  tag: Value;
  texts: boolean;
}

const stateOf = (self: Container): ElementIterator => self.data as ElementIterator;

export function newElementIterator(vm: Vm, element: Container, tag: Value, texts: boolean): Container {
  const all = isStr(tag) ? textOf(tag) === "*" : isBytes(tag) && (tag.data as Uint8Array).length === 1 && (tag.data as Uint8Array)[0] === 42;
  const data: ElementIterator = { parents: [], next: [], root: newRef(element), tag: all ? None : newRef(tag), texts };
  const made = new Container(ElementIteratorType, data, null);
  track(vm, made);
  return note(vm, made);
}

/** What there is of text, unless it is false. */
function shownText(vm: Vm, text: Value): Value | undefined {
  if (text === None) return undefined;
  hold(vm, text);
  return truth(vm, text) ? text : undefined;
}

function step(vm: Vm, self: Container): Value | undefined {
  const it = stateOf(self);
  for (;;) {
    const depth = it.parents.length;
    let element: Container;
    if (depth === 0) {
      if (it.root === null) return undefined;
      element = it.root;
      it.root = null;
    } else {
      const parent = it.parents[depth - 1]!;
      const { children } = elementData(parent);
      const at = it.next[depth - 1]!;
      if (children === null || at >= children.length) {
        it.parents.pop();
        it.next.pop();
        noteOwned(vm, parent);
        if (!it.texts || depth === 1) continue;
        // Text behind the element that iteration started with is not within it.
        const tail = shownText(vm, elementData(parent).tail);
        if (tail !== undefined) return tail;
        continue;
      }
      element = newRef(children[at] as Container);
      it.next[depth - 1] = at + 1;
    }
    it.parents.push(element);
    it.next.push(0);
    hold(vm, element);
    if (it.texts) {
      const { tag } = elementData(element);
      // Comments and the like have no text that counts.
      if (tag !== None && !isStr(tag)) {
        it.next[depth] = Infinity;
        continue;
      }
      const text = shownText(vm, elementData(element).text);
      if (text !== undefined) return text;
    } else {
      if (it.tag === None) return element;
      const { tag } = elementData(element);
      if (tag === it.tag || richCompareBool(vm, hold(vm, tag), it.tag, EQ)) return element;
    }
  }
}

export const ElementIteratorType: TypeRec = defineType({
  name: "_elementtree._element_iterator",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: step,
    tp_traverse: (self: Container, visit) => {
      const { parents, root, tag } = stateOf(self);
      parents.forEach(visit);
      if (root !== null) visit(root);
      visit(tag);
    },
    tp_clear: (vm, self: Container) => {
      const { parents, root, tag } = stateOf(self);
      self.data = { parents: [], next: [], root: null, tag: None, texts: false } satisfies ElementIterator;
      for (let i = parents.length - 1; i >= 0; i--) drop(vm, parents[i]!);
      if (root !== null) drop(vm, root);
      drop(vm, tag);
    },
  },
});
