// Standard streams for a Vm without the io library: text goes straight to the host. See docs/vm.md.
import { defineType, getset, method } from "../core/define.ts";
import { typeError } from "../core/errors.ts";
import { Leaf, type Value } from "../core/object.ts";
import { argumentName } from "../core/type.ts";
import { False } from "../types/bool.ts";
import { isStr, newStr, textOf } from "../types/str/str-object.ts";
import { textLength } from "../base/text.ts";
import { encodeUtf8 } from "../base/utf8.ts";
import type { Vm } from "./vm.ts";

/** data: the descriptor. */
export const PlainStreamType = defineType({
  name: "_vivarium.PlainStream",
  doc: "Text stream that writes to a descriptor of the host at once.",
  leaf: true,
  methods: {
    write: method("($self, text, /)", "Write the text; answers its length.", (vm: Vm, self: Leaf, text: Value) => {
      if (!isStr(text)) throw typeError(vm, `write() argument must be str, not ${argumentName(text)}`);
      vm.host.files?.write(self.data as number, encodeUtf8(textOf(text)));
      return textLength(text.data);
    }),
    flush: method("($self, /)", "Nothing is kept back.", () => undefined),
    isatty: method("($self, /)", "Never a terminal.", () => False),
    fileno: method("($self, /)", "The descriptor.", (_vm: Vm, self: Leaf) => self.data as number),
  },
  getset: { encoding: getset(() => newStr("utf-8")), errors: getset(() => newStr("strict")) },
});

export function newPlainStream(fd: number): Leaf {
  return new Leaf(PlainStreamType, fd, null);
}
