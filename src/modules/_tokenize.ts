// _tokenize: the C tokenizer's tokens for tokenize.py. Mirrors Python/Python-tokenize.c. See docs/modules.md.
import { TokenizerIter } from "../syntax/tokenize.ts";
import { asBytesLike, call, type Container, defineModule, defineType, dropError, exc, isBytes, isStr, matches, type ModuleSpec, newSubclassInstance, newTuple, type PyStr, strFromJs, textOf, truth, typeError, type TypeRec, type Value, type Vm } from "../core/api.ts";
import { checked } from "../core/python-error.ts";

/** Payload: the running tokenizer, null before it was set up. */
interface Payload {
  tokens: TokenizerIter;
}

/** All that readline() gives, as text. */
function readAll(vm: Vm, readline: Value): string {
  let text = "";
  for (;;) {
    let line: Value;
    try {
      line = call(vm, readline, []);
    } catch (error) {
      if (!matches(error, exc.StopIterationType)) throw error;
      dropError(vm, error);
      return text;
    }
    if (isStr(line)) {
      const part = textOf(line);
      if (part === "") return text;
      text += part;
    } else if (isBytes(line)) {
      const bytes = asBytesLike(vm, line);
      if (bytes.length === 0) return text;
      text += new TextDecoder("utf-8").decode(bytes);
    } else throw typeError(vm, "readline() returned a non-bytes object");
  }
}

function newIterator(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos !== 1) throw typeError(vm, `tokenizeriter() ${npos < 1 ? "missing required argument 'readline' (pos 1)" : `takes exactly 1 positional argument (${npos} given)`}`);
  let extra: boolean | undefined;
  for (let k = 0; k < (kwnames?.length ?? 0); k++) {
    const name = textOf(kwnames![k]!);
    if (name === "extra_tokens") extra = truth(vm, args[npos + k]!);
    else if (name !== "encoding") throw typeError(vm, `tokenizeriter() got an unexpected keyword argument '${name}'`);
  }
  if (extra === undefined) throw typeError(vm, "tokenizeriter() missing required keyword-only argument: 'extra_tokens'");
  return newSubclassInstance(vm, type, { tokens: new TokenizerIter(readAll(vm, args[0]!), extra) } satisfies Payload);
}

const TokenizerIterType = defineType({
  name: "_tokenize.TokenizerIter",
  slots: {
    tp_new: newIterator,
    tp_iter: (_vm, self) => self,
    tp_iternext: (vm, self: Container) => {
      const token = checked(vm, () => (self.data as Payload).tokens.next());
      if (token === null) return undefined;
      return newTuple(vm, [
        token.type,
        strFromJs(token.string),
        newTuple(vm, [token.startLine, token.startCol]),
        newTuple(vm, [token.endLine, token.endCol]),
        strFromJs(token.line),
      ]);
    },
  },
});

export const tokenizeModule: ModuleSpec = defineModule({ name: "_tokenize", types: { TokenizerIter: TokenizerIterType } });
