// Newlines in decoded text: translation, what was seen, a carriage return at the end of a piece. IncrementalNewlineDecoder.
// Mirrors Modules/_io/textio.c. See docs/io.md.
import { type Text, textConcat, textLength, textSlice, textAt } from "../../base/text.ts";
import { textReplace } from "../../base/text-search.ts";
import { asIndex, type Container, defineType, dropMaybe, getset, incref, intValue, isStr, isTuple, newBytes, newInt, newStr, newSubclassInstance, newText, newTuple, None, type PyStr, strText, TPFLAGS_BASETYPE, truth, typeError, type TypeRec, typeName, type Value, valueError, type Vm } from "../../core/api.ts";
import { bindArguments, NativeDef } from "../../core/signature.ts";
import { describedMethods, docOf, signatureOf } from "../described.ts";
import { invoke } from "./base.ts";

const SEEN_CR = 1;
const SEEN_LF = 2;
const SEEN_CRLF = 4;

/** The state of one stream's newlines. */
export class NewlineState {
  translate: boolean;
  pendingCr = false;
  seen = 0;
  constructor(translate: boolean) {
    this.translate = translate;
  }
  /** Takes a piece of text; `final`: no more comes. */
  feed(text: Text, final: boolean): Text {
    if (this.pendingCr && (final || textLength(text) > 0)) {
      text = textConcat("\r", text);
      this.pendingCr = false;
    }
    let n = textLength(text);
    if (!final && n > 0 && textAt(text, n - 1) === 13) {
      text = textSlice(text, 0, n - 1);
      this.pendingCr = true;
      n--;
    }
    if (n === 0) return text;
    if (typeof text === "string" && !text.includes("\r")) {
      if ((this.seen & SEEN_LF) === 0 && text.includes("\n")) this.seen |= SEEN_LF;
      return text;
    }
    let crs = false;
    for (let i = 0; i < n; i++) {
      const c = textAt(text, i);
      if (c === 10) this.seen |= SEEN_LF;
      else if (c === 13) {
        crs = true;
        if (i + 1 < n && textAt(text, i + 1) === 10) {
          this.seen |= SEEN_CRLF;
          i++;
        } else this.seen |= SEEN_CR;
      }
    }
    if (crs && this.translate) text = textReplace(textReplace(text, "\r\n", "\n"), "\r", "\n");
    return text;
  }
  reset(): void {
    this.seen = 0;
    this.pendingCr = false;
  }
  /** `newlines` as Python shows it. */
  shown(vm: Vm): Value {
    const kinds: string[] = [];
    if ((this.seen & SEEN_CR) !== 0) kinds.push("\r");
    if ((this.seen & SEEN_LF) !== 0) kinds.push("\n");
    if ((this.seen & SEEN_CRLF) !== 0) kinds.push("\r\n");
    if (kinds.length === 0) return None;
    return kinds.length === 1 ? newStr(kinds[0]!) : newTuple(vm, kinds.map((k) => newStr(k)));
  }
}

interface DecoderData {
  decoder: Value | null;
  errors: Value | null;
  state: NewlineState | null;
}
const decoderOf = (self: Container): DecoderData => self.data as DecoderData;

function stateOf(vm: Vm, self: Container): NewlineState {
  const { state } = decoderOf(self);
  if (state === null) throw valueError(vm, "IncrementalNewlineDecoder.__init__() not called");
  return state;
}

const initDef = new NativeDef("IncrementalNewlineDecoder", "(decoder, translate, errors='strict')", null, () => None, "function", true);

export const IncrementalNewlineDecoderType: TypeRec = defineType({
  name: "_io.IncrementalNewlineDecoder",
  doc: docOf("_io.IncrementalNewlineDecoder"),
  signature: signatureOf("_io.IncrementalNewlineDecoder")!,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: describedMethods("_io.IncrementalNewlineDecoder", {
    decode: (vm: Vm, self: Container, input: Value, final?: Value) => {
      const state = stateOf(vm, self);
      const isFinal = final !== undefined && truth(vm, final);
      const decoder = decoderOf(self).decoder!;
      let text: Value = input;
      if (decoder !== None) text = invoke(vm, decoder, "decode", [input, final ?? 0]);
      if (!isStr(text)) throw typeError(vm, `decoder should return a string result, not '${typeName(text)}'`);
      return newText(state.feed(strText(text), isFinal));
    },
    getstate: (vm: Vm, self: Container) => {
      const state = stateOf(vm, self);
      const decoder = decoderOf(self).decoder!;
      let buffer: Value = newBytes(new Uint8Array(0));
      let flag = 0n;
      if (decoder !== None) {
        const inner = invoke(vm, decoder, "getstate");
        if (!isTuple(inner) || (inner.data as Value[]).length !== 2) throw typeError(vm, "illegal decoder state");
        buffer = (inner.data as Value[])[0]!;
        flag = BigInt(asIndex(vm, (inner.data as Value[])[1]!));
      }
      return newTuple(vm, [buffer, newInt((flag << 1n) | (state.pendingCr ? 1n : 0n))]);
    },
    setstate: (vm: Vm, self: Container, given: Value) => {
      const state = stateOf(vm, self);
      if (!isTuple(given)) throw typeError(vm, "state argument must be a tuple");
      if ((given.data as Value[]).length !== 2) throw typeError(vm, "illegal decoder state");
      const [buffer, flagValue] = given.data as [Value, Value];
      const flag = BigInt(intValue(flagValue));
      state.pendingCr = (flag & 1n) !== 0n;
      const decoder = decoderOf(self).decoder!;
      if (decoder !== None) invoke(vm, decoder, "setstate", [newTuple(vm, [buffer, newInt(flag >> 1n)])]);
    },
    reset: (vm: Vm, self: Container) => {
      stateOf(vm, self).reset();
      const decoder = decoderOf(self).decoder!;
      if (decoder !== None) invoke(vm, decoder, "reset");
    },
  }),
  getset: { newlines: getset((vm, self) => stateOf(vm, self).shown(vm)) },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, { decoder: null, errors: null, state: null } satisfies DecoderData),
    tp_init: (vm, self, args, kwnames) => {
      const [decoder, translate, errors] = bindArguments(vm, initDef, args, kwnames as readonly PyStr[] | null) as [Value, Value, Value | undefined];
      incref(decoder);
      if (errors !== undefined) incref(errors);
      const old = decoderOf(self);
      self.data = { decoder, errors: errors ?? null, state: new NewlineState(truth(vm, translate)) } satisfies DecoderData;
      dropMaybe(vm, old.decoder);
      dropMaybe(vm, old.errors);
    },
    tp_traverse: (self, visit) => {
      const { decoder } = decoderOf(self);
      if (decoder !== null) visit(decoder);
    },
    tp_clear: (vm, self) => {
      const old = decoderOf(self);
      self.data = { decoder: null, errors: null, state: null } satisfies DecoderData;
      dropMaybe(vm, old.decoder);
      dropMaybe(vm, old.errors);
    },
  },
});
