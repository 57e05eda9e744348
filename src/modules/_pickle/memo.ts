// The objects that an unpickler may get again, by number: an array while numbers are dense, a map for what hostile pickles make of them. See docs/modules.md.
import { drop, newRef, type Value, type Vm } from "../../core/api.ts";

/** How far beyond the end a number may lie to stay in the array. */
const SLACK = 1024;

export class Memo {
  private dense: (Value | undefined)[] = [];
  private sparse: Map<number, Value> | null = null;
  size = 0;

  get(index: number): Value | undefined {
    return index < this.dense.length ? this.dense[index] : this.sparse?.get(index);
  }

  set(vm: Vm, index: number, v: Value): void {
    newRef(v);
    const old = this.get(index);
    if (index < this.dense.length + SLACK) {
      while (this.dense.length < index) this.dense.push(this.sparse?.get(this.dense.length));
      this.dense[index] = v;
      this.sparse?.delete(index);
    } else (this.sparse ??= new Map()).set(index, v);
    if (old === undefined) this.size++;
    else drop(vm, old);
  }

  *entries(): Generator<[number, Value]> {
    for (let i = 0; i < this.dense.length; i++) if (this.dense[i] !== undefined) yield [i, this.dense[i]!];
    if (this.sparse !== null) for (const [i, v] of this.sparse) if (i >= this.dense.length) yield [i, v];
  }

  clear(vm: Vm): void {
    const old = [...this.entries()];
    this.dense = [];
    this.sparse = null;
    this.size = 0;
    for (const [, v] of old) drop(vm, v);
  }
}
