// _json: what the json package asks of native code. Mirrors Modules/_json.c. See docs/modules.md.
import { defineModule, dictGetText, isStr, type ModuleSpec, newRef, newText, strText, typeError, typeName, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { EncoderType, quotesOf } from "./encode.ts";
import { quoted, quotedAscii } from "./quote.ts";
import { ScannerType, scanstring } from "./scan.ts";

const D = documented("_json", docs);

const quoting = (quote: typeof quoted) => (vm: Vm, string: Value): Value => {
  if (!isStr(string)) throw typeError(vm, `first argument must be a string, not ${typeName(string)}`);
  return newText(quote(strText(string)));
};

export const jsonModule: ModuleSpec = defineModule({
  name: "_json",
  doc: D.doc(""),
  functions: {
    encode_basestring: D.func("encode_basestring", quoting(quoted)),
    encode_basestring_ascii: D.func("encode_basestring_ascii", quoting(quotedAscii)),
    scanstring: D.func("scanstring", scanstring, "($module, string, end, strict=True, /)"),
  },
  types: { make_scanner: ScannerType, make_encoder: EncoderType },
  exec: (vm, dict) => {
    const quotes = quotesOf(vm);
    quotes.ascii = newRef(dictGetText(dict, "encode_basestring_ascii")!);
    quotes.plain = newRef(dictGetText(dict, "encode_basestring")!);
  },
});
