// Filters of the xz format: their properties as bytes, and chains of them. See docs/base.md.
import { ALIGNMENT, FILTER_DELTA, FILTER_LZMA2 } from "./branches.ts";
import { BranchStep, DeltaStep, Lzma2Step, LzmaStep, type Step } from "./decode-chain.ts";
import { joinProperties, LzmaFault, type LzmaOptions, splitProperties } from "./model.ts";

/** The identifier of LZMA1 stands for 0x4000000000000001. */
export const LZMA1 = -1;

/** A filter: LZMA's options (with how hard to search), a distance, or a start. */
export interface Filter {
  readonly id: number;
  readonly lzma?: LzmaOptions & { readonly niceLength: number; readonly depth: number };
  readonly distance?: number;
  readonly start?: number;
}

/** Is the chain one that can be: branches and differences, then LZMA at the end? */
export function checkChain(filters: readonly Filter[], allowLzma1: boolean): void {
  if (filters.length === 0 || (filters.length === 1 && filters[0]!.id === LZMA1 && !allowLzma1)) throw new LzmaFault("program");
  if (filters.length > 4) throw new LzmaFault("options");
  filters.forEach((filter, i) => {
    const lzma = filter.id === FILTER_LZMA2 || filter.id === LZMA1;
    if (lzma !== (i === filters.length - 1) || (filter.id === LZMA1 && !allowLzma1)) throw new LzmaFault("options");
    if (filter.start !== undefined && filter.start % (ALIGNMENT[filter.id] ?? 1) !== 0) throw new LzmaFault("options");
  });
}

/** The byte for the smallest dictionary size of the form 2^n or 2^n + 2^(n-1) that is not smaller. */
function dictByte(size: number): number {
  let byte = 0;
  while (byte < 40 && dictSizeOf(byte) < size) byte++;
  return byte;
}
const dictSizeOf = (byte: number): number => (byte === 40 ? 0xffffffff : (2 | (byte & 1)) * 2 ** ((byte >> 1) + 11));

const word = (n: number): number[] => [n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff, (n >>> 24) & 0xff];

export function filterProperties(filter: Filter): Uint8Array {
  if (filter.id === LZMA1) return Uint8Array.of(joinProperties(filter.lzma!), ...word(filter.lzma!.dictSize));
  if (filter.id === FILTER_LZMA2) return Uint8Array.of(dictByte(filter.lzma!.dictSize));
  if (filter.id === FILTER_DELTA) return Uint8Array.of(filter.distance! - 1);
  return filter.start === 0 || filter.start === undefined ? new Uint8Array(0) : Uint8Array.from(word(filter.start));
}

const readWord = (b: Uint8Array, at: number): number => (b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0;

/** The filter that properties describe. `aligned`: its start must be one that works. */
export function filterOf(id: number, properties: Uint8Array, aligned = true): Filter {
  const options = (o: LzmaOptions): Filter => ({ id, lzma: { ...o, niceLength: 64, depth: 0 } });
  if (id === LZMA1) {
    const split = properties.length === 5 ? splitProperties(properties[0]!) : undefined;
    if (split === undefined) throw new LzmaFault("options");
    return options({ ...split, dictSize: readWord(properties, 1) });
  }
  if (id === FILTER_LZMA2) {
    if (properties.length !== 1 || properties[0]! > 40) throw new LzmaFault("options");
    return options({ lc: 3, lp: 0, pb: 2, dictSize: dictSizeOf(properties[0]!) });
  }
  if (id === FILTER_DELTA) {
    if (properties.length !== 1) throw new LzmaFault("options");
    return { id, distance: properties[0]! + 1 };
  }
  if (ALIGNMENT[id] === undefined || (properties.length !== 0 && properties.length !== 4)) throw new LzmaFault("options");
  const start = properties.length === 0 ? 0 : readWord(properties, 0);
  if (aligned && start % ALIGNMENT[id]! !== 0) throw new LzmaFault("options");
  return properties.length === 0 ? { id } : { id, start };
}

/** The decoder of a chain. */
export function decodingChain(filters: readonly Filter[]): Step {
  const last = filters[filters.length - 1]!;
  let step: Step = last.id === LZMA1 ? new LzmaStep(last.lzma!) : new Lzma2Step(last.lzma!.dictSize);
  for (let i = filters.length - 2; i >= 0; i--) {
    const filter = filters[i]!;
    step = filter.id === FILTER_DELTA ? new DeltaStep(step, filter.distance!) : new BranchStep(step, filter.id, filter.start ?? 0);
  }
  return step;
}

/** About what decoding a chain takes, as liblzma counts it. */
export function memoryOf(filters: readonly Filter[]): number {
  return filters.reduce((n, filter) => n + (filter.lzma === undefined ? 1024 : 65536 + filter.lzma.dictSize), 0);
}
