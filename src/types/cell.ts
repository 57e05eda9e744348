// cell: the box of a variable that closures share. Mirrors Objects/cellobject.c. See docs/types.md.
import { addressText } from "../core/identity.ts";
import { richCompare } from "../core/compare.ts";
import { defineType, getset } from "../core/define.ts";
import { typeError, valueError } from "../core/errors.ts";
import { Container, K_CELL, type TypeRec, type Value } from "../core/object.ts";
import { typeName } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { dropMaybe, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { NotImplemented } from "./singletons.ts";
import { strFromJs } from "./str/str-object.ts";

/** data: the contents, undefined while empty. */
export type PyCell = Container;

/** A cell that takes over one count of its contents; the caller owns the cell. */
export function newOwnedCell(vm: Vm, contents: Value | undefined): PyCell {
  const cell = new Container(CellType, contents, null);
  track(vm, cell);
  return cell;
}

/** Puts a value in, counting it, or empties the cell. */
export function setCell(vm: Vm, cell: PyCell, value: Value | undefined): void {
  if (value !== undefined && typeof value !== "number") value.rc++;
  const old = cell.data as Value | undefined;
  cell.data = value;
  dropMaybe(vm, old);
}

export const CellType: TypeRec = defineType({
  name: "cell",
  doc: "Create a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell will be empty,\n    and further attempts to access its cell_contents attribute will\n    raise a ValueError.",
  signature: "([contents])",
  kind: K_CELL,
  getset: {
    cell_contents: getset(
      (vm, self: PyCell) => {
        if (self.data === undefined) throw valueError(vm, "Cell is empty");
        return self.data;
      },
      (vm, self, value) => setCell(vm, self, value),
    ),
  },
  slots: {
    tp_new: (vm, _type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "cell() takes no keyword arguments");
      if (args.length > 1) throw typeError(vm, `cell expected at most 1 argument, got ${args.length}`);
      const cell = note(vm, newOwnedCell(vm, undefined));
      setCell(vm, cell, args[0]);
      return cell;
    },
    tp_repr: (vm, self: PyCell) =>
      strFromJs(
        self.data === undefined
          ? `<cell at ${addressText(vm, self)}: empty>`
          : `<cell at ${addressText(vm, self)}: ${typeName(self.data)} object at ${addressText(vm, self.data)}>`,
      ),
    tp_hash: null,
    tp_richcompare: (vm, left, right, op) => {
      if (left.type !== CellType || typeof right === "number" || right.type !== CellType) return NotImplemented;
      const a = left.data as Value | undefined;
      const b = right.data as Value | undefined;
      if (a !== undefined && b !== undefined) return richCompare(vm, a, b, op);
      const x = a === undefined ? 0 : 1;
      const y = b === undefined ? 0 : 1;
      return (op === 0 ? x < y : op === 1 ? x <= y : op === 2 ? x === y : op === 3 ? x !== y : op === 4 ? x > y : x >= y) ? True : False;
    },
    tp_traverse: (self, visit) => {
      if (self.data !== undefined) visit(self.data);
    },
    tp_clear: (vm, self) => setCell(vm, self, undefined),
  },
});
