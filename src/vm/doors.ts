// What bundles that are loaded later may import of the machine, by path below src/: they must share its types, not bring copies along. Test-support
// modules (src/test-support) are such a bundle; add a line here for what they need besides core/api. See docs/test-support.md.
import * as api from "../core/api.ts";
import * as gc from "../memory/gc.ts";
import * as fault from "../host/fault.ts";
import * as osError from "../modules/os-error.ts";
import * as posix from "../host/posix.ts";

/** Modules of the machine by path below src/. */
export const doors: Readonly<Record<string, object>> = {
  "core/api.ts": api,
  "memory/gc.ts": gc,
  "host/fault.ts": fault,
  "host/posix.ts": posix,
  "modules/os-error.ts": osError,
};
