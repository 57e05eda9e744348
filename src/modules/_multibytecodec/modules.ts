// _codecs_cn, _codecs_hk, _codecs_iso2022, _codecs_jp, _codecs_kr and _codecs_tw: the modules that hand out the multibyte codecs. Mirrors the
// module part of Modules/cjkcodecs/cjkcodecs.h. See docs/modules.md.
import { defineModule, exc, func, isStr, type ModuleSpec, newCapsule, newError, textOf, typeError, type Value, type Vm } from "../../core/api.ts";
import { newCodec } from "./index.ts";

function codecs(country: string, names: string, maps: string): ModuleSpec {
  const known = new Set(names.split(" "));
  return defineModule({
    name: `_codecs_${country}`,
    doc: null,
    functions: {
      getcodec: func("($self, object, /)", null, (vm: Vm, encoding: Value) => {
        if (!isStr(encoding)) throw typeError(vm, "encoding name must be a string.");
        if (!known.has(textOf(encoding))) throw newError(vm, exc.LookupErrorType, "no such codec is supported.");
        return newCodec(vm, textOf(encoding));
      }),
    },
    attributes: Object.fromEntries(maps.split(" ").filter((map) => map !== "").map((map) => [`__map_${map}`, (vm: Vm) => newCapsule(vm, "multibytecodec.map")])),
  });
}

export const codecsCnModule: ModuleSpec = codecs("cn", "gb2312 gbk gb18030 hz", "gb2312 gbkext gbcommon gb18030ext");
export const codecsHkModule: ModuleSpec = codecs("hk", "big5hkscs", "big5hkscs big5hkscs_bmp big5hkscs_nonbmp");
export const codecsIso2022Module: ModuleSpec = codecs("iso2022", "iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext", "");
export const codecsJpModule: ModuleSpec = codecs(
  "jp",
  "shift_jis cp932 euc_jp shift_jis_2004 euc_jis_2004 euc_jisx0213 shift_jisx0213",
  "jisx0208 jisx0212 jisxcommon jisx0213_1_bmp jisx0213_2_bmp jisx0213_bmp jisx0213_1_emp jisx0213_2_emp jisx0213_emp jisx0213_pair cp932ext",
);
export const codecsKrModule: ModuleSpec = codecs("kr", "euc_kr cp949 johab", "ksx1001 cp949 cp949ext");
export const codecsTwModule: ModuleSpec = codecs("tw", "big5 cp950", "big5 cp950ext");
