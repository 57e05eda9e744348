// _csv: readers, writers and dialects of comma-separated values. Mirrors Modules/_csv.c. See docs/modules.md.
import { defineModule, intValue, isBigOrInt, type KeywordArgs, type ModuleSpec, newInt, newList, dictItems, overflowError, typeError, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { askedDialect, csvState, dialectNamed, DialectType, errorClass, QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS, registerDialect, unregisterDialect } from "./dialect.ts";
import { docs } from "./docs.generated.ts";
import { newReader, ReaderType } from "./reader.ts";
import { newWriter, WriterType } from "./writer.ts";

const D = documented("_csv", docs);

function checkCount(vm: Vm, name: string, args: readonly Value[]): void {
  if (args.length < 1) throw typeError(vm, `${name} expected at least 1 argument, got 0`);
  if (args.length > 2) throw typeError(vm, `${name} expected at most 2 arguments, got ${args.length}`);
}

const ANY = "($module, /, *args, **fmtparams)";

export const csvModule: ModuleSpec = defineModule({
  name: "_csv",
  doc: D.doc(""),
  functions: {
    reader: D.func("reader", (vm: Vm, args: Value[], options?: KeywordArgs) => {
      checkCount(vm, "reader", args);
      return newReader(vm, args[0]!, () => askedDialect(vm, args[1], options));
    }, ANY),
    writer: D.func("writer", (vm: Vm, args: Value[], options?: KeywordArgs) => {
      checkCount(vm, "writer", args);
      return newWriter(vm, args[0]!, () => askedDialect(vm, args[1], options));
    }, ANY),
    list_dialects: D.func("list_dialects", (vm: Vm) => newList(vm, [...dictItems(csvState(vm).dialects)].map(([name]) => name))),
    register_dialect: D.func("register_dialect", (vm: Vm, args: Value[], options?: KeywordArgs) => {
      checkCount(vm, "register_dialect", args);
      registerDialect(vm, args[0]!, args[1], options);
    }, ANY),
    unregister_dialect: D.func("unregister_dialect", unregisterDialect),
    get_dialect: D.func("get_dialect", dialectNamed),
    field_size_limit: D.func("field_size_limit", (vm: Vm, limit?: Value) => {
      const state = csvState(vm);
      const old = state.fieldLimit;
      if (limit !== undefined) {
        if (!isBigOrInt(limit)) throw typeError(vm, "limit must be an integer");
        const wanted = intValue(limit);
        if (typeof wanted === "bigint" && BigInt.asIntN(64, wanted) !== wanted) throw overflowError(vm, "Python int too large to convert to C ssize_t");
        state.fieldLimit = Number(wanted);
      }
      return newInt(old);
    }),
  },
  types: { Dialect: DialectType, Reader: ReaderType, Writer: WriterType },
  attributes: {
    Error: (vm) => errorClass(vm).obj,
    _dialects: (vm) => csvState(vm).dialects,
    QUOTE_MINIMAL: () => QUOTE_MINIMAL,
    QUOTE_ALL: () => QUOTE_ALL,
    QUOTE_NONNUMERIC: () => QUOTE_NONNUMERIC,
    QUOTE_NONE: () => QUOTE_NONE,
    QUOTE_STRINGS: () => QUOTE_STRINGS,
    QUOTE_NOTNULL: () => QUOTE_NOTNULL,
  },
});
