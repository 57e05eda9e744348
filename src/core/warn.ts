// Warnings from native code. The filters live in _warnings. See docs/core.md.
import type { Vm } from "../vm/vm.ts";
import * as exc from "../types/exceptions.ts";
import type { TypeRec, Value } from "./object.ts";

const categories = {
  DeprecationWarning: () => exc.DeprecationWarningType,
  SyntaxWarning: () => exc.SyntaxWarningType,
  RuntimeWarning: () => exc.RuntimeWarningType,
  BytesWarning: () => exc.BytesWarningType,
  ResourceWarning: () => exc.ResourceWarningType,
  FutureWarning: () => exc.FutureWarningType,
  UserWarning: () => exc.UserWarningType,
  ImportWarning: () => exc.ImportWarningType,
  EncodingWarning: () => exc.EncodingWarningType,
  UnicodeWarning: () => exc.UnicodeWarningType,
} as const;

export type WarningName = keyof typeof categories;

/** warnings.warn(message, category, stacklevel, source): may raise when a filter makes it an error. */
export function warn(vm: Vm, category: WarningName, message: string, stacklevel = 1, source?: Value): void {
  const type: TypeRec = categories[category]();
  vm.warnHook?.(type, message, stacklevel, source);
}
