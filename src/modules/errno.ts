// errno: numbers of system errors, Linux's on every host. Mirrors Modules/errnomodule.c. See docs/host.md.
import { defineModule, dictSet, dictSetText, type ModuleSpec, newScopedDict, newStr } from "../core/api.ts";
import { errnoEntries, errnoName } from "../host/errno.ts";
import { documented } from "./documented.ts";
import { startDocs } from "./start-docs.generated.ts";

export const errnoModule: ModuleSpec = defineModule({
  name: "errno",
  doc: documented("errno", startDocs).doc(""),
  exec: (vm, dict) => {
    const codes = newScopedDict(vm);
    dictSetText(vm, dict, "errorcode", codes);
    for (const [name, number] of errnoEntries()) {
      dictSetText(vm, dict, name, number);
      dictSet(vm, codes, number, newStr(errnoName(number) ?? name));
    }
  },
});
