// gc: the collector as Python sees it. Mirrors Modules/gcmodule.c. See docs/memory.md.
import { audit } from "../core/api.ts";
import {
  asCInt,
  asInt32,
  asSsize,
  type Container,
  defineModule,
  dictSetText,
  func,
  type GcNode,
  dictItems,
  isExactStr,
  K_BUILTIN,
  K_GENERATOR,
  runningValues,
  K_DICT,
  type ModuleSpec,
  newList,
  newScopedDict,
  newTuple,
  None,
  NO_TEXT,
  NULL,
  typeError,
  typeName,
  typeOf,
  type Value,
  valueError,
  type Vm,
  False,
  True,
} from "../core/api.ts";
import { countArgumentTuple } from "../memory/free-lists.ts";
import {
  collect,
  DEBUG_COLLECTABLE,
  DEBUG_LEAK,
  DEBUG_SAVEALL,
  DEBUG_STATS,
  DEBUG_UNCOLLECTABLE,
  freeze,
  gcState,
  generationHead,
  GENERATIONS,
  listMembers,
  listSize,
  traverse,
  unfreeze,
  updateThreshold,
} from "../memory/gc.ts";

const bool = (v: boolean): Value => (v ? True : False);

function setEnabled(vm: Vm, enabled: boolean): void {
  gcState(vm).enabled = enabled;
  updateThreshold(vm);
}

function setThreshold(vm: Vm, args: readonly Value[]): void {
  if (args.length < 1 || args.length > 3) throw typeError(vm, "gc.set_threshold requires 1 to 3 arguments");
  countArgumentTuple(vm, args.length);
  const gc = gcState(vm);
  args.forEach((v, i) => {
    gc.thresholds[i as 0 | 1 | 2] = asInt32(vm, v);
  });
  updateThreshold(vm);
}

function gcCollect(vm: Vm, generation?: Value): Value {
  const n = generation === undefined ? GENERATIONS - 1 : asCInt(vm, generation);
  if (n < 0 || n >= GENERATIONS) throw valueError(vm, "invalid generation");
  return collect(vm, n);
}

function getObjects(vm: Vm, generation?: Value): Value {
  let wanted = -1;
  if (generation !== undefined && generation !== None) {
    if (typeof generation !== "number" && typeOf(generation).nb_index === undefined) throw typeError(vm, `argument should be integer or None, not '${typeName(generation)}'`);
    wanted = asSsize(vm, generation);
    if (wanted >= GENERATIONS) throw valueError(vm, `generation parameter must be less than the number of available generations (${GENERATIONS})`);
    if (wanted < -1) throw valueError(vm, "generation parameter cannot be negative");
  }
  audit(vm, "gc.get_objects", () => [wanted]);
  const found: Value[] = [];
  for (let i = 0; i < GENERATIONS; i++) if (wanted === -1 || wanted === i) for (const o of listMembers(generationHead(vm, i))) found.push(o);
  return newList(vm, found);
}

function getStats(vm: Vm): Value {
  return newList(
    vm,
    gcState(vm).stats.map((stats) => {
      const dict = newScopedDict(vm);
      dictSetText(vm, dict, "collections", stats.collections);
      dictSetText(vm, dict, "collected", stats.collected);
      dictSetText(vm, dict, "uncollectable", stats.uncollectable);
      return dict;
    }),
  );
}

/** Objects of CPython's tracked types that refer to nothing here count as tracked too. */
function isTracked(v: Value): boolean {
  if (typeof v === "number") return false;
  if (v.type.leaf) return v.type.name.endsWith("_descriptor") || v.type.name === "method-wrapper";
  if (v.type.kind === K_BUILTIN) return true;
  return (v as GcNode).gcNext !== null;
}

function isCollectorType(v: Value): v is GcNode {
  return typeof v !== "number" && !v.type.leaf && ((v as GcNode).gcNext !== null || v.type.tp_traverse !== undefined);
}

function getReferrers(vm: Vm, objects: readonly Value[]): Value {
  audit(vm, "gc.get_referrers", () => [newTuple(vm, [...objects])]);
  const wanted = new Set(objects);
  const found: Value[] = [];
  for (let i = 0; i < GENERATIONS; i++) {
    for (const o of listMembers(generationHead(vm, i))) {
      let refers = false;
      traverse(o, (v) => {
        if (!refers && wanted.has(v)) refers = true;
      });
      if (!refers && o.type.kind === K_GENERATOR) refers = runningValues(vm, o as Container).some((v) => wanted.has(v));
      if (refers) found.push(o);
    }
  }
  return newList(vm, found);
}

function getReferents(vm: Vm, objects: readonly Value[]): Value {
  audit(vm, "gc.get_referents", () => [newTuple(vm, [...objects])]);
  const found: Value[] = [];
  for (const o of objects) {
    if (!isCollectorType(o)) continue;
    // CPython's dicts with nothing but str keys do not show them.
    const hidden = o.type.kind === K_DICT && [...dictItems(o as Container)].every(([k]) => isExactStr(k)) ? new Set([...dictItems(o as Container)].map(([k]) => k)) : null;
    let index = 0;
    traverse(o, (v) => {
      const key = hidden !== null && index++ % 2 === 1 && hidden.has(v);
      if (v !== NULL && !key) found.push(v);
    });
    if (o.type.kind === K_GENERATOR) found.push(...runningValues(vm, o as Container));
  }
  return newList(vm, found);
}

const doc = `This module provides access to the garbage collector for reference cycles.

enable() -- Enable automatic garbage collection.
disable() -- Disable automatic garbage collection.
isenabled() -- Returns true if automatic collection is enabled.
collect() -- Do a full collection right now.
get_count() -- Return the current collection counts.
get_stats() -- Return list of dictionaries containing per-generation stats.
set_debug() -- Set debugging flags.
get_debug() -- Get debugging flags.
set_threshold() -- Set the collection thresholds.
get_threshold() -- Return the current collection thresholds.
get_objects() -- Return a list of all objects tracked by the collector.
is_tracked() -- Returns true if a given object is tracked.
is_finalized() -- Returns true if a given object has been already finalized.
get_referrers() -- Return the list of objects that refer to an object.
get_referents() -- Return the list of objects that an object refers to.
freeze() -- Freeze all tracked objects and ignore them for future collections.
unfreeze() -- Unfreeze all objects in the permanent generation.
get_freeze_count() -- Return the number of objects in the permanent generation.
`;

export const gcModule: ModuleSpec = defineModule({
  name: "gc",
  doc,
  functions: {
    enable: func("($module, /)", "Enable automatic garbage collection.", (vm: Vm) => setEnabled(vm, true)),
    disable: func("($module, /)", "Disable automatic garbage collection.", (vm: Vm) => setEnabled(vm, false)),
    isenabled: func("($module, /)", "Returns true if automatic garbage collection is enabled.", (vm: Vm) => bool(gcState(vm).enabled)),
    set_debug: func(
      "($module, flags, /)",
      "Set the garbage collection debugging flags.\n\n  flags\n    An integer that can have the following bits turned on:\n      DEBUG_STATS - Print statistics during collection.\n      DEBUG_COLLECTABLE - Print collectable objects found.\n      DEBUG_UNCOLLECTABLE - Print unreachable but uncollectable objects\n        found.\n      DEBUG_SAVEALL - Save objects to gc.garbage rather than freeing them.\n      DEBUG_LEAK - Debug leaking programs (everything but STATS).\n\nDebugging information is written to sys.stderr.",
      (vm: Vm, flags: Value) => void (gcState(vm).debug = asCInt(vm, flags)),
    ),
    get_debug: func("($module, /)", "Get the garbage collection debugging flags.", (vm: Vm) => gcState(vm).debug),
    get_count: func("($module, /)", "Return a three-tuple of the current collection counts.", (vm: Vm) => newTuple(vm, [vm.youngCount, gcState(vm).counts[1], gcState(vm).counts[2]])),
    set_threshold: func(
      "($module, *args)",
      "set_threshold(threshold0, [threshold1, [threshold2]])\nSet the collection thresholds (the collection frequency).\n\nSetting 'threshold0' to zero disables collection.",
      setThreshold,
      NO_TEXT,
    ),
    get_threshold: func("($module, /)", "Return the current collection thresholds.", (vm: Vm) => newTuple(vm, gcState(vm).thresholds.slice())),
    collect: func(
      "($module, /, generation=2)",
      "Run the garbage collector.\n\nWith no arguments, run a full collection.  The optional argument\nmay be an integer specifying which generation to collect.  A ValueError\nis raised if the generation number is invalid.\n\nThe number of unreachable objects is returned.",
      gcCollect,
    ),
    get_objects: func(
      "($module, /, generation=None)",
      "Return a list of objects tracked by the collector (excluding the list returned).\n\n  generation\n    Generation to extract the objects from.\n\nIf generation is not None, return only the objects tracked by the\ncollector that are in that generation.",
      getObjects,
    ),
    get_stats: func("($module, /)", "Return a list of dictionaries containing per-generation statistics.", getStats),
    is_tracked: func("($module, obj, /)", "Returns true if the object is tracked by the garbage collector.\n\nSimple atomic objects will return false.", (_vm: Vm, obj: Value) => bool(isTracked(obj))),
    is_finalized: func("($module, obj, /)", "Returns true if the object has been already finalized by the GC.", (vm: Vm, obj: Value) =>
      bool(typeof obj !== "number" && !obj.type.leaf && vm.isFinalized(obj as Container)),
    ),
    get_referrers: func("($module, /, *objs)", "Return the list of objects that directly refer to any of 'objs'.", getReferrers),
    get_referents: func("($module, /, *objs)", "Return the list of objects that are directly referred to by 'objs'.", getReferents),
    freeze: func(
      "($module, /)",
      "Freeze all current tracked objects and ignore them for future collections.\n\nThis can be used before a POSIX fork() call to make the gc copy-on-write\nfriendly.\nNote: collection before a POSIX fork() call may free pages for future\nallocation which can cause copy-on-write.",
      (vm: Vm) => freeze(vm),
    ),
    unfreeze: func("($module, /)", "Unfreeze all objects in the permanent generation.\n\nPut all objects in the permanent generation back into oldest generation.", (vm: Vm) => unfreeze(vm)),
    get_freeze_count: func("($module, /)", "Return the number of objects in the permanent generation.", (vm: Vm) => listSize(vm.permanent)),
  },
  attributes: {
    garbage: (vm) => gcState(vm).garbage,
    callbacks: (vm) => gcState(vm).callbacks,
    DEBUG_STATS: () => DEBUG_STATS,
    DEBUG_COLLECTABLE: () => DEBUG_COLLECTABLE,
    DEBUG_UNCOLLECTABLE: () => DEBUG_UNCOLLECTABLE,
    DEBUG_SAVEALL: () => DEBUG_SAVEALL,
    DEBUG_LEAK: () => DEBUG_LEAK,
  },
});
