// sys._debugmallocstats: what is kept for reuse, by the model of CPython's free lists. Mirrors _PyObject_DebugTypeStats of Objects/object.c.
// See docs/modules.md.
import { freeCounts, type Vm } from "../../core/api.ts";

/** Sizes of the objects on the lists, without the collector's header. */
const listed: readonly (readonly [list: string, label: string, size: number])[] = [
  ["dict", "PyDictObject", 48],
  ["list", "PyListObject", 40],
  ["slice", "PySliceObject", 40],
  ["method", "PyMethodObject", 48],
];

const line = (count: number, label: string, size: number): string =>
  `${`${count} free ${label}s * ${size} bytes each`.padStart(48)} =${(count * size).toLocaleString("en-US").padStart(21)}\n`;

export function debugMallocStats(vm: Vm): void {
  const counts = freeCounts(vm);
  let text = "Small block threshold = 512, in 32 size classes.\n\n";
  for (const [list, label, size] of listed) text += line(counts.lists[list] ?? 0, label, size);
  counts.tuples.forEach((count, length) => {
    if (length > 0) text += line(count, `${length}-sized PyTupleObject`, 32 + 8 * length);
  });
  vm.host.files?.write(2, new TextEncoder().encode(text));
}
