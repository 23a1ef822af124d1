import type { Plan } from "./contract.js";

/** Vertices that become one, by their places. */
export interface Part {
  readonly key: string | undefined;
  readonly members: number[];
}

/** Which part every vertex is in, -1 for a hidden one, and an order of the parts with inputs first. */
export interface Partition {
  readonly parts: readonly Part[];
  readonly partOf: Int32Array;
  readonly order: readonly number[];
}

/**
 * Puts vertices with the same key together. Where that makes a circle, as in a recurrent net, the keys that cannot
 * be put in order are taken apart by how often the key changes on the longest way to a vertex: every edge between
 * two such parts leads to a larger number, so they make no circle.
 */
export function partition(inputs: readonly (readonly number[])[], { keys, hidden }: Plan): Partition {
  const whole = assign(inputs, hidden, (v) => keys[v]);
  const order = inOrder(inputs, whole);
  if (order.length === whole.parts.length) return { ...whole, order };
  const sorted = new Set(order.map((p) => (whole.parts[p] as Part).key));
  const changes = changesOf(inputs, keys);
  const split = assign(inputs, hidden, (v) => {
    const key = keys[v];
    return key === undefined || sorted.has(key) ? key : `${changes[v]} ${key}`;
  });
  const parts = split.parts.map(({ members }) => ({ key: keys[members[0] as number], members }));
  return { parts, partOf: split.partOf, order: inOrder(inputs, split) };
}

function assign(
  inputs: readonly (readonly number[])[],
  hidden: ReadonlySet<number>,
  keyOf: (v: number) => string | undefined,
) {
  const parts: Part[] = [];
  const partOf = new Int32Array(inputs.length).fill(-1);
  const known = new Map<string, number>();
  for (const v of inputs.keys()) {
    if (hidden.has(v)) continue;
    const key = keyOf(v);
    const there = key === undefined ? undefined : known.get(key);
    partOf[v] = there ?? parts.length;
    if (there !== undefined) {
      (parts[there] as Part).members.push(v);
      continue;
    }
    if (key !== undefined) known.set(key, parts.length);
    parts.push({ key, members: [v] });
  }
  return { parts, partOf };
}

function changesOf(inputs: readonly (readonly number[])[], keys: readonly (string | undefined)[]) {
  const changes = new Int32Array(inputs.length);
  for (const [v, from] of inputs.entries()) {
    for (const u of from) {
      const step = keys[v] !== undefined && keys[u] === keys[v] ? 0 : 1;
      changes[v] = Math.max(changes[v] as number, (changes[u] as number) + step);
    }
  }
  return changes;
}

/** The parts with inputs first; without those that are on a circle or behind one. */
function inOrder(
  inputs: readonly (readonly number[])[],
  { parts, partOf }: Omit<Partition, "order">,
): number[] {
  const after: number[][] = parts.map(() => []);
  const waits = new Int32Array(parts.length);
  for (const [v, from] of inputs.entries()) {
    const to = partOf[v] as number;
    for (const u of from) {
      const part = partOf[u] as number;
      if (part < 0 || to < 0 || part === to) continue;
      (after[part] as number[]).push(to);
      waits[to] = (waits[to] as number) + 1;
    }
  }
  const order = [...parts.keys()].filter((p) => waits[p] === 0);
  for (let i = 0; i < order.length; i++) {
    for (const p of after[order[i] as number] as number[]) {
      waits[p] = (waits[p] as number) - 1;
      if (waits[p] === 0) order.push(p);
    }
  }
  return order;
}
