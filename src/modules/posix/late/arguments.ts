// Arguments that the later half of the posix module shares. See docs/modules.md.
import { asIndex, overflowError, type Value, type Vm } from "../../../core/api.ts";

export const EFD_CLOEXEC = 0o2000000;
export const MFD_CLOEXEC = 1;

/** C's off_t. */
export function offsetArgument(vm: Vm, v: Value): bigint {
  const n = BigInt(asIndex(vm, v));
  if (BigInt.asIntN(64, n) !== n) throw overflowError(vm, "Python int too large to convert to C long");
  return n;
}
