// Code lengths and codes of bzip2's Huffman tables, of at most 17 bits; the same trees as libbzip2 makes. See docs/base.md.

const MAX_LENGTH = 17;

/** A min-heap of nodes by weight that breaks ties as libbzip2 does: by where the nodes happen to lie. */
class Heap {
  readonly nodes: number[] = [0];
  readonly weight: readonly number[];

  constructor(weight: readonly number[]) {
    this.weight = weight;
  }

  get size(): number {
    return this.nodes.length - 1;
  }

  push(node: number): void {
    const { nodes, weight } = this;
    let at = nodes.push(node) - 1;
    while (weight[node]! < weight[nodes[at >> 1]!]!) {
      nodes[at] = nodes[at >> 1]!;
      at >>= 1;
    }
    nodes[at] = node;
  }

  pop(): number {
    const { nodes, weight } = this;
    const top = nodes[1]!;
    const moved = nodes.pop()!;
    if (nodes.length === 1) return top;
    let at = 1;
    for (;;) {
      let child = at << 1;
      if (child > this.size) break;
      if (child < this.size && weight[nodes[child + 1]!]! < weight[nodes[child]!]!) child++;
      if (weight[moved]! < weight[nodes[child]!]!) break;
      nodes[at] = nodes[child]!;
      at = child;
    }
    nodes[at] = moved;
    return top;
  }
}

/** Lengths of the codes for symbols of these frequencies. */
export function codeLengths(frequencies: ArrayLike<number>, count: number): Uint8Array {
  const lengths = new Uint8Array(count);
  // A weight is a frequency with the depth of its tree in the lowest eight bits.
  let leaves = Array.from({ length: count }, (_, i) => Math.max(1, frequencies[i]!) * 256);
  for (;;) {
    // Node 0 is the sentinel below all heaps; leaves are 1 to count.
    const weight = [0, ...leaves];
    const parent: number[] = [-2, ...leaves.map(() => -1)];
    const heap = new Heap(weight);
    for (let i = 1; i <= count; i++) heap.push(i);
    while (heap.size > 1) {
      const [a, b] = [heap.pop(), heap.pop()];
      const node = weight.length;
      const [wa, wb] = [weight[a]!, weight[b]!];
      const [da, db] = [wa % 256, wb % 256];
      weight.push(wa - da + (wb - db) + 1 + Math.max(da, db));
      parent.push(-1);
      parent[a] = node;
      parent[b] = node;
      heap.push(node);
    }
    let longest = 0;
    for (let i = 1; i <= count; i++) {
      let depth = 0;
      for (let node = i; parent[node]! >= 0; node = parent[node]!) depth++;
      lengths[i - 1] = depth;
      longest = Math.max(longest, depth);
    }
    if (longest <= MAX_LENGTH) return lengths;
    // Flatter weights make a flatter tree.
    leaves = leaves.map((w) => (1 + (Math.floor(w / 256) >> 1)) * 256);
  }
}

/** The codes themselves: canonical, in the order of lengths. */
export function codesOf(lengths: Uint8Array): Uint32Array {
  const codes = new Uint32Array(lengths.length);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  let next = 0;
  for (let n = lengths.reduce((a, b) => Math.min(a, b), 32); n <= longest; n++) {
    for (let i = 0; i < lengths.length; i++) if (lengths[i] === n) codes[i] = next++;
    next <<= 1;
  }
  return codes;
}
