// Descriptors as arguments: numbers, or objects with fileno(). Mirrors Objects/fileobject.c. See docs/modules.md.
import { asCInt, call, isBigOrInt, lookupAttrText, typeError, type Value, valueError, type Vm } from "../core/api.ts";

/** PyObject_AsFileDescriptor. */
export function fileDescriptor(vm: Vm, v: Value): number {
  let fd: Value = v;
  if (!isBigOrInt(v)) {
    const method = lookupAttrText(vm, v, "fileno");
    if (method === undefined) throw typeError(vm, "argument must be an int, or have a fileno() method.");
    fd = call(vm, method, []);
    if (!isBigOrInt(fd)) throw typeError(vm, "fileno() returned a non-integer");
  }
  const n = asCInt(vm, fd);
  if (n < 0) throw valueError(vm, `file descriptor cannot be a negative integer (${n})`);
  return n;
}
