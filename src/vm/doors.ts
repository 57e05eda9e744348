// What bundles that are loaded later may import of the machine, by path below src/: they must share its types, not bring copies along. Test-support
// modules (src/test-support) are such a bundle; add a line here for what they need besides core/api. See docs/test-support.md.
import * as api from "../core/api.ts";
import * as object from "../core/object.ts";
import * as type from "../core/type.ts";
import * as typeLayout from "../core/type-layout.ts";
import * as stages from "../compiler/stages.ts";
import * as instruction from "../compiler/instruction.ts";
import * as docText from "../compiler/codegen/text.ts";
import * as fromPython from "../modules/_ast/from-python.ts";
import * as sourceErrors from "../modules/builtins/source-errors.ts";
import * as opcodes from "../bytecode/opcodes.ts";
import * as opcodeIds from "../bytecode/opcode-ids.generated.ts";
import * as codeConst from "../types/code-const.ts";
import * as code from "../types/code.ts";
import * as frame from "../types/frame.ts";
import * as gc from "../memory/gc.ts";
import * as fault from "../host/fault.ts";
import * as osError from "../modules/os-error.ts";
import * as plainTraceback from "../modules/sys/plain-traceback.ts";
import * as instrumented from "../interpreter/ops/instrumented.ts";
import * as posix from "../host/posix.ts";

/** Modules of the machine by path below src/. */
export const doors: Readonly<Record<string, object>> = {
  "core/api.ts": api,
  "core/object.ts": object,
  "core/type.ts": type,
  "core/type-layout.ts": typeLayout,
  "bytecode/opcode-ids.generated.ts": opcodeIds,
  "bytecode/opcodes.ts": opcodes,
  "compiler/codegen/text.ts": docText,
  "compiler/instruction.ts": instruction,
  "compiler/stages.ts": stages,
  "interpreter/ops/instrumented.ts": instrumented,
  "modules/_ast/from-python.ts": fromPython,
  "modules/builtins/source-errors.ts": sourceErrors,
  "modules/sys/plain-traceback.ts": plainTraceback,
  "types/code-const.ts": codeConst,
  "types/code.ts": code,
  "types/frame.ts": frame,
  "memory/gc.ts": gc,
  "host/fault.ts": fault,
  "host/posix.ts": posix,
  "modules/os-error.ts": osError,
};
