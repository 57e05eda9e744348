// dict: slots and methods; the table is in table.ts, the methods in methods.ts, the views in views.ts. Mirrors Objects/dictobject.c. See docs/types.md.
import { EQ, richCompareBool } from "../../core/compare.ts";
import { reprText } from "../../core/convert.ts";
import { defineType } from "../../core/define.ts";
import { typeError } from "../../core/errors.ts";
import { K_DICT, NULL, type PyDict, type PyStr, TPFLAGS_BASETYPE, TPFLAGS_DICT_SUBCLASS, TPFLAGS_MAPPING, TPFLAGS_MATCH_SELF, type TypeRec, type Value } from "../../core/object.ts";
import { trackFresh } from "../../memory/gc-list.ts";
import { closeScope, hold, note } from "../../memory/ref.ts";
import { enterRepr, leaveRepr } from "../../core/identity.ts";
import type { Vm } from "../../vm/vm.ts";
import { False, True } from "../bool.ts";
import { newSubclassInstance } from "../object-type.ts";
import { NotImplemented } from "../singletons.ts";
import { newStr, strFromJs } from "../str/str-object.ts";
import { dictClear, dictCopy, dictGet, dictMergeFrom, dictLength, dictDelete, dictSet, dictUpdateFrom, isDict, newDict, tableOf } from "./dict-object.ts";
import { DictTable } from "./table.ts";
import { DictKeyIteratorType, newDictIterator } from "./iterators.ts";
import { dict_subscript, dictMethods } from "./methods.ts";

function dict_repr(vm: Vm, self: PyDict): Value {
  if (dictLength(self) === 0) return newStr("{}");
  if (enterRepr(vm, self)) return newStr("{...}");
  try {
    const parts: string[] = [];
    for (let i = 0; i < tableOf(self).entries.length; i += 2) {
      const key = tableOf(self).entries[i]!;
      if (key === NULL) continue;
      const mark = vm.scopeCount;
      const value = tableOf(self).entries[i + 1]!;
      hold(vm, key);
      hold(vm, value);
      parts.push(`${reprText(vm, key)}: ${reprText(vm, value)}`);
      closeScope(vm, mark);
    }
    return strFromJs(`{${parts.join(", ")}}`);
  } finally {
    leaveRepr(vm, self);
  }
}

/** Equality of two dicts. */
function dictEquals(vm: Vm, a: PyDict, b: PyDict): boolean {
  if (dictLength(a) !== dictLength(b)) return false;
  for (let i = 0; i < tableOf(a).entries.length; i += 2) {
    const key = tableOf(a).entries[i]!;
    if (key === NULL) continue;
    const value = hold(vm, tableOf(a).entries[i + 1]!);
    const other = dictGet(vm, b, hold(vm, key));
    if (other === undefined || !richCompareBool(vm, value, hold(vm, other), EQ)) return false;
  }
  return true;
}

/** dict(mapping_or_iterable, **kwargs) and update(). */
function dictInit(vm: Vm, self: PyDict, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos > 1) throw typeError(vm, `dict expected at most 1 argument, got ${npos}`);
  if (npos === 1) dictUpdateFrom(vm, self, args[0]!);
  for (let k = 0; k < (kwnames?.length ?? 0); k++) dictSet(vm, self, kwnames![k]!, args[npos + k]!);
}

export const DictType: TypeRec = defineType({
  name: "dict",
  doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
  kind: K_DICT,
  flags: TPFLAGS_BASETYPE | TPFLAGS_DICT_SUBCLASS | TPFLAGS_MATCH_SELF | TPFLAGS_MAPPING,
  methods: dictMethods,
  slots: {
    tp_new: (vm, type) => {
      if (type !== DictType) return newSubclassInstance(vm, type, new DictTable());
      const dict = newDict();
      trackFresh(vm, dict);
      return note(vm, dict);
    },
    tp_init: (vm, self, args, kwnames) => dictInit(vm, self, args, kwnames),
    tp_hash: null,
    tp_repr: dict_repr,
    tp_richcompare: (vm, left, right, op) => {
      if (!isDict(left) || !isDict(right) || (op !== 2 && op !== 3)) return NotImplemented;
      return dictEquals(vm, left, right) === (op === 2) ? True : False;
    },
    tp_iter: (vm, self) => newDictIterator(vm, DictKeyIteratorType, self),
    nb_or: (vm, left, right) => {
      if (!isDict(left) || !isDict(right)) return NotImplemented;
      const merged = dictCopy(vm, left);
      dictMergeFrom(vm, merged, right);
      return merged;
    },
    nb_inplace_or: (vm, self, other) => {
      dictUpdateFrom(vm, self, other);
      return self;
    },
    tp_traverse: (self: PyDict, visit) => tableOf(self).entries.forEach(visit),
    tp_clear: dictClear,
    sq_contains: (vm, self, key) => dictGet(vm, self, key) !== undefined,
    mp_length: (_vm, self) => dictLength(self),
    mp_subscript: dict_subscript,
    mp_ass_subscript: (vm, self, key, value) => (value === undefined ? dictDelete(vm, self, key) : dictSet(vm, self, key, value)),
  },
});
