// tp_flags, tp_basicsize and the offsets of types as Python sees them: recorded for native types, computed for classes as CPython lays
// their instances out. Mirrors type_new_alloc and inherit_special in Objects/typeobject.c. See docs/types.md.
import {
  TPFLAGS_HAVE_GC, TPFLAGS_HAVE_VECTORCALL, TPFLAGS_HEAPTYPE, TPFLAGS_IMMUTABLETYPE, TPFLAGS_INLINE_VALUES, TPFLAGS_ITEMS_AT_END, TPFLAGS_MANAGED_DICT,
  TPFLAGS_MANAGED_WEAKREF, TPFLAGS_READY, TPFLAGS_STATIC_BUILTIN, type TypeRec,
} from "./object.ts";
import { staticTypeFacts, type StaticTypeFacts } from "./static-types.generated.ts";

export interface Layout {
  readonly basicsize: number;
  readonly itemsize: number;
  /** -1: the dict stands in front of the object. */
  readonly dictoffset: number;
  readonly weakrefoffset: number;
}

const POINTER = 8;
/** Where managed weak references stand, seen from the object. */
const MANAGED_WEAKREF_OFFSET = -4 * POINTER;
const UNKNOWN: Layout = { basicsize: 16, itemsize: 0, dictoffset: 0, weakrefoffset: 0 };

/** What was recorded of a native type; undefined for classes and for types that CPython does not have. */
export function factsOf(type: TypeRec): StaticTypeFacts | undefined {
  return (type.flags & TPFLAGS_HEAPTYPE) === 0 && Object.hasOwn(staticTypeFacts, type.name) ? staticTypeFacts[type.name] : undefined;
}

/** The layout of a type's instances. */
export function layoutOf(type: TypeRec): Layout {
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) {
    const facts = factsOf(type);
    if (facts !== undefined) return { basicsize: facts[1], itemsize: facts[2], dictoffset: facts[3], weakrefoffset: facts[4] };
    return type.base === null ? UNKNOWN : layoutOf(type.base);
  }
  const base = type.base!;
  const below = layoutOf(base);
  let basicsize = below.basicsize + POINTER * (type.slotCount - base.slotCount);
  let { dictoffset, weakrefoffset } = below;
  if (type.hasDict && dictoffset === 0) {
    dictoffset = -1;
    // A class that inherits its dict from another base than the first has it in the object's tail in no other way.
    if (below.itemsize !== 0 && (type.flags & TPFLAGS_MANAGED_DICT) === 0) basicsize += POINTER;
  }
  if (type.hasWeakrefs && weakrefoffset === 0) weakrefoffset = MANAGED_WEAKREF_OFFSET;
  return { basicsize, itemsize: below.itemsize, dictoffset, weakrefoffset };
}

const INHERITED = TPFLAGS_MANAGED_DICT | TPFLAGS_MANAGED_WEAKREF | TPFLAGS_INLINE_VALUES | TPFLAGS_ITEMS_AT_END;

/** tp_flags as Python sees them. */
export function visibleFlags(type: TypeRec): number {
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) {
    const facts = factsOf(type);
    return facts !== undefined ? facts[0] : (type.flags | TPFLAGS_READY | TPFLAGS_IMMUTABLETYPE | TPFLAGS_STATIC_BUILTIN) >>> 0;
  }
  const base = type.base!;
  let flags = type.flags | TPFLAGS_READY | TPFLAGS_HAVE_GC;
  const inherited = visibleFlags(base);
  flags |= inherited & INHERITED;
  if (type.tp_call === base.tp_call) flags |= inherited & TPFLAGS_HAVE_VECTORCALL;
  return flags >>> 0;
}

/** The managed flags of a new class: which of them its base does not give it. */
export function managedFlags(base: TypeRec, addsDict: boolean, addsWeakrefs: boolean): number {
  let flags = 0;
  if (addsDict) flags |= TPFLAGS_MANAGED_DICT | (layoutOf(base).itemsize === 0 ? TPFLAGS_INLINE_VALUES : 0);
  if (addsWeakrefs) flags |= TPFLAGS_MANAGED_WEAKREF;
  return flags;
}
