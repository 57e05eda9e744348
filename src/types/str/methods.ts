// Methods of str over the algorithms of base/. See docs/types.md.
import { textJoin } from "../../base/text.ts";
import { textLower, textUpper } from "../../base/text-case.ts";
import { method } from "../../core/define.ts";
import { typeError } from "../../core/errors.ts";
import { collect } from "../../core/iterate.ts";
import type { PyStr, Value } from "../../core/object.ts";
import { typeName } from "../../core/type.ts";
import { dropAll } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import { isStr, newText, strText, type Text } from "./str-object.ts";

function str_join(vm: Vm, self: PyStr, iterable: Value): Value {
  const items = collect(vm, iterable);
  const texts: Text[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (!isStr(item)) {
      const error = typeError(vm, `sequence item ${i}: expected str instance, ${typeName(item)} found`);
      dropAll(vm, items);
      throw error;
    }
    texts.push(strText(item));
  }
  const joined = textJoin(strText(self), texts);
  dropAll(vm, items);
  return newText(joined);
}

export const strMethods = {
  join: method("($self, iterable, /)", "Concatenate any number of strings.\n\nThe string whose method is called is inserted in between each given string.\nThe result is returned as a new string.\n\nExample: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'", str_join),
  lower: method("($self, /)", "Return a copy of the string converted to lowercase.", (_vm: Vm, self: PyStr) => newText(textLower(strText(self)))),
  upper: method("($self, /)", "Return a copy of the string converted to uppercase.", (_vm: Vm, self: PyStr) => newText(textUpper(strText(self)))),
};
