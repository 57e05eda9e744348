// hash() of str and bytes under a key: SipHash-1-3, of str's compact representation as CPython stores it. See docs/types.md.
import { hashBytes, type HashKey, hashText } from "../../base/hash.ts";
import type { PyStr } from "../../core/object.ts";
import type { Vm } from "../../vm/vm.ts";
import { strText } from "./str-object.ts";

function hashKey(vm: Vm): HashKey {
  return vm.stateOf("hash.key", () => {
    const word = (k: bigint, shift: bigint): number => Number(BigInt.asIntN(32, k >> shift));
    return [word(vm.hashKey0, 0n), word(vm.hashKey0, 32n), word(vm.hashKey1, 0n), word(vm.hashKey1, 32n)] as const;
  });
}

export function seededStrHash(vm: Vm, s: PyStr): number | bigint {
  return hashText(strText(s), hashKey(vm));
}

export function seededBytesHash(vm: Vm, bytes: Uint8Array): number | bigint {
  return hashBytes(bytes, hashKey(vm));
}
