// _tokenize: the C tokenizer's tokens for tokenize.py. Mirrors Python/Python-tokenize.c. See docs/modules.md.
import { TokenizerIter } from "../syntax/tokenize.ts";
import { asBytesLike, call, callMethod, type Container, defineModule, defineType, dropError, exc, isBytes, isStr, matches, type ModuleSpec, newStr, newSubclassInstance, newTuple, type PyStr, strFromJs, textOf, truth, typeError, type TypeRec, type Value, type Vm } from "../core/api.ts";
import { checked } from "../core/python-error.ts";

/** Payload: the running tokenizer, null before it was set up. */
interface Payload {
  tokens: TokenizerIter;
}

/** All that readline() gives, as text: bytes where an encoding is given, otherwise str. */
function readAll(vm: Vm, readline: Value, encoding: Value | undefined): string {
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
    if (encoding !== undefined) {
      if (!isBytes(line)) throw typeError(vm, "readline() returned a non-bytes object");
      if (asBytesLike(vm, line).length === 0) return text;
      line = callMethod(vm, line, newStr("decode"), [encoding, newStr("replace")]);
    } else if (!isStr(line)) throw typeError(vm, "readline() returned a non-string object");
    const part = textOf(line as PyStr);
    if (part === "") return text;
    text += part;
  }
}

function newIterator(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos !== 1) throw typeError(vm, `tokenizeriter() ${npos < 1 ? "missing required argument 'readline' (pos 1)" : `takes exactly 1 positional argument (${npos} given)`}`);
  let extra: boolean | undefined;
  let encoding: Value | undefined;
  for (let k = 0; k < (kwnames?.length ?? 0); k++) {
    const name = textOf(kwnames![k]!);
    if (name === "extra_tokens") extra = truth(vm, args[npos + k]!);
    else if (name === "encoding") encoding = args[npos + k]!;
    else throw typeError(vm, `tokenizeriter() got an unexpected keyword argument '${name}'`);
  }
  if (extra === undefined) throw typeError(vm, "tokenizeriter() missing required keyword-only argument: 'extra_tokens'");
  return newSubclassInstance(vm, type, { tokens: new TokenizerIter(readAll(vm, args[0]!, encoding), extra) } satisfies Payload);
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
