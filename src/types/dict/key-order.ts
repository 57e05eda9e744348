// The linked list of an OrderedDict's keys, beside its table: moving a key, and taking the first or last, cost the same at any size.
// Mirrors the list of Objects/odictobject.c. See docs/modules.md.
import { NULL, type PyDict, type Value } from "../../core/object.ts";
import { drop, newRef } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import { type DictTable, find } from "./table.ts";

export class OrderNode {
  /** Owned. */
  key: Value;
  previous: OrderNode | null = null;
  next: OrderNode | null = null;
  constructor(key: Value) {
    this.key = key;
  }
}

export class KeyOrder {
  first: OrderNode | null = null;
  last: OrderNode | null = null;
  count = 0;
  /** Changes with the list: iteration notices. */
  state = 0;
  /** Nodes by entry number, as long as the table has these `entries`. */
  nodes: (OrderNode | null)[] = [];
  entries: Value[] | null = null;
}

export function orderOf(dict: PyDict): KeyOrder {
  const table = dict.data as DictTable;
  return (table.order ??= new KeyOrder());
}

/** Numbers the nodes by the table's entries. Keys are found by identity: the table and the list have the same objects. */
function synchronise(table: DictTable, order: KeyOrder): void {
  const { entries } = table;
  const places = new Map<Value, number>();
  for (let i = 0; i < entries.length; i += 2) if (entries[i] !== NULL) places.set(entries[i]!, i >> 1);
  const nodes: (OrderNode | null)[] = new Array(entries.length >> 1).fill(null);
  for (let node = order.first; node !== null; node = node.next) {
    const place = places.get(node.key);
    if (place !== undefined) nodes[place] = node;
  }
  order.nodes = nodes;
  order.entries = entries;
}

function nodeAt(table: DictTable, order: KeyOrder, entry: number): OrderNode | null {
  if (order.entries !== table.entries) synchronise(table, order);
  const node = order.nodes[entry] ?? null;
  // The node may have been taken out, and somebody else may have put another key there, past the list.
  return node !== null && node.key === table.entries[entry << 1] ? node : null;
}

/** The node of a key; null when the list or the dict lacks it. May run Python code. */
export function findNode(vm: Vm, dict: PyDict, key: Value): OrderNode | null {
  const table = dict.data as DictTable;
  const entry = find(vm, table, key);
  return entry < 0 ? null : nodeAt(table, orderOf(dict), entry);
}

function linkLast(order: KeyOrder, node: OrderNode): void {
  const { last } = order;
  node.previous = last;
  node.next = null;
  if (last === null) order.first = node;
  else last.next = node;
  order.last = node;
  order.state++;
}

function linkFirst(order: KeyOrder, node: OrderNode): void {
  const { first } = order;
  node.previous = null;
  node.next = first;
  if (first === null) order.last = node;
  else first.previous = node;
  order.first = node;
  order.state++;
}

function unlink(order: KeyOrder, node: OrderNode): void {
  const { previous, next } = node;
  if (previous === null) order.first = next;
  else previous.next = next;
  if (next === null) order.last = previous;
  else next.previous = previous;
  node.previous = null;
  node.next = null;
  order.state++;
}

/** Appends the key of an entry unless the list has it. */
export function addNode(table: DictTable, order: KeyOrder, entry: number): void {
  if (nodeAt(table, order, entry) !== null) return;
  const node = new OrderNode(newRef(table.entries[entry << 1]!));
  const { nodes } = order;
  while (nodes.length < entry) nodes.push(null);
  nodes[entry] = node;
  order.count++;
  linkLast(order, node);
}

/** Takes a node out, with its count of the key. */
export function removeNode(vm: Vm, order: KeyOrder, node: OrderNode): void {
  const { key } = node;
  unlink(order, node);
  node.key = NULL;
  order.count--;
  drop(vm, key);
}

export function moveNode(order: KeyOrder, node: OrderNode, toEnd: boolean): void {
  if (node === (toEnd ? order.last : order.first)) return;
  unlink(order, node);
  if (toEnd) linkLast(order, node);
  else linkFirst(order, node);
}

/** Empties the list. */
export function clearOrder(vm: Vm, order: KeyOrder): void {
  let node = order.first;
  order.first = null;
  order.last = null;
  order.count = 0;
  order.nodes = [];
  order.entries = null;
  order.state++;
  while (node !== null) {
    const { key, next } = node;
    node.key = NULL;
    drop(vm, key);
    node = next;
  }
}
