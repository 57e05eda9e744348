// The audit finds what is planted: one fault of each kind, named with the object and who refers to it.
import { expect, test } from "vitest";
import type { Container, Value } from "../../src/core/object.ts";
import { audit, auditReport } from "../../src/vm/audit.ts";
import { bareVm } from "../../src/vm/bootstrap.ts";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { dictSetText, newTrackedDict } from "../../src/types/dict/dict-object.ts";
import { listOfOwned } from "../../src/types/list.ts";
import { newFloat } from "../../src/types/float.ts";
import { closeScope, note } from "../../src/memory/ref.ts";

function world() {
  const vm = bareVm(memoryHost({}));
  const list = listOfOwned(vm, []);
  const holder = listOfOwned(vm, [list]);
  vm.nativeInstances.set("planted", holder);
  expect(clean(vm)).toBe(true);
  return { vm, list, holder };
}

/** The one object that is off: is it the one expected, and what is said of it. (The heap itself is too large to be compared.) */
const one = (vm: Parameters<typeof audit>[0], object?: unknown) => {
  const wrong = audit(vm);
  if (wrong.length !== 1) throw new Error(auditReport(vm, wrong));
  const { count, found, owners } = wrong[0]!;
  return { expected: object === undefined || wrong[0]!.object === object, count, found, owners };
};
const clean = (vm: Parameters<typeof audit>[0]) => audit(vm).length === 0;

test("a count too high: a leak", () => {
  const { vm, list } = world();
  list.rc++;
  expect(one(vm, list)).toMatchObject({ expected: true, count: 2, found: 1, owners: ["list of 1[0]"] });
  expect(auditReport(vm, audit(vm))).toContain("list of 0: counts 2, found 1");
});

test("a count too low: an object that would die early", () => {
  const { vm, list } = world();
  list.rc--;
  expect(one(vm, list)).toMatchObject({ expected: true, count: 0, found: 1 });
});

test("an object that nobody owns", () => {
  const { vm } = world();
  const lost = listOfOwned(vm, []);
  expect(one(vm, lost)).toMatchObject({ expected: true, count: 1, found: 0, owners: [] });
});

test("a field that was written without counting", () => {
  const { vm, list, holder } = world();
  (holder.data as Value[]).push(list);
  expect(one(vm, list)).toMatchObject({ expected: true, count: 1, found: 2 });
});

test("a field that was emptied without counting", () => {
  const { vm, list, holder } = world();
  (holder.data as Value[]).pop();
  expect(one(vm, list)).toMatchObject({ expected: true, count: 1, found: 0 });
});

test("an uncounted leaf in a dict", () => {
  const { vm, holder } = world();
  const dict = newTrackedDict(vm) as Container;
  (holder.data as Value[]).push(dict);
  const f = newFloat(1.5);
  dictSetText(vm, dict, "key", f);
  expect(clean(vm)).toBe(true);
  (f as { rc: number }).rc--;
  expect(one(vm)).toMatchObject({ count: 0, found: 1, owners: ['dict of 1["key"], which is list of 2[1]'] });
});

test("what a scope notes is owned by it", () => {
  const { vm } = world();
  const kept = note(vm, listOfOwned(vm, []));
  expect(clean(vm)).toBe(true);
  kept.rc++;
  expect(one(vm)).toMatchObject({ owners: ["the scope of a native function"] });
  kept.rc--;
  closeScope(vm, 0);
  expect(clean(vm)).toBe(true);
});
