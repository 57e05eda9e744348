// _datetime: dates and times under the accelerator's name. The classes are those of the library's _pydatetime, so that there is one
// implementation; the C interface (datetime_CAPI) has no counterpart. See docs/modules.md.
import { defineModule, dictSetText, getAttrText, importModule, isType, type ModuleSpec, None, recOf } from "../core/api.ts";

const NAMES = ["MAXYEAR", "MINYEAR", "UTC", "date", "datetime", "time", "timedelta", "timezone", "tzinfo"];

export const datetimeModule: ModuleSpec = defineModule({
  name: "_datetime",
  doc: "Fast implementation of the datetime module.",
  exec: (vm, dict) => {
    const library = importModule(vm, "_pydatetime", None, None, 0);
    for (const name of NAMES) {
      const found = getAttrText(vm, library, name);
      // Messages name them with their module, as they name all types of C.
      if (isType(found)) recOf(found).name = `datetime.${name}`;
      dictSetText(vm, dict, name, found);
    }
  },
});
