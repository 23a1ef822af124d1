import type { Trunks } from "./trunks.js";

/**
 * The vertices of every layer from first to last; vertices from `cards` on are bends.
 *
 * Every vertex hangs on its oldest consumer; the tree that this makes is walked from the roots with arguments in
 * order. So `a * b` has a before b, the terms of a sum stay in order, and what makes up a neuron stays together.
 * Then bends change places with their neighbours where that removes crossings; cards never do.
 */
export function orderOf(trunks: Trunks, roots: readonly number[], cards: number): number[][] {
  const columns = walk(trunks, roots);
  const place = new Int32Array(trunks.layers.length);
  for (const column of columns) for (const [i, v] of column.entries()) place[v] = i;
  for (let round = 0; round < rounds; round++) {
    let swapped = false;
    for (const column of columns) swapped = untangle(column, trunks, place, cards) || swapped;
    if (!swapped) break;
  }
  return columns;
}

const rounds = 12;

function walk({ layers, inputs, outputs }: Trunks, roots: readonly number[]): number[][] {
  const columns: number[][] = Array.from(
    { length: Math.max(-1, ...roots.map((r) => layers[r] as number)) + 1 },
    () => [],
  );
  const seen = new Uint8Array(layers.length);
  const waiting = roots.toReversed();
  for (let v = waiting.pop(); v !== undefined; v = waiting.pop()) {
    if (seen[v] === 1) continue;
    seen[v] = 1;
    (columns[layers[v] as number] as number[]).push(v);
    for (const u of (inputs[v] as number[]).toReversed()) {
      if ((outputs[u] as number[])[0] === v) waiting.push(u);
    }
  }
  return columns;
}

/** One pass over a layer; true if something swapped. */
function untangle(column: number[], { inputs, outputs }: Trunks, place: Int32Array, cards: number): boolean {
  let swapped = false;
  for (let i = 0; i + 1 < column.length; i++) {
    const [u, v] = [column[i] as number, column[i + 1] as number];
    if (u < cards && v < cards) continue;
    const [outU, outV] = [outputs[u] as number[], outputs[v] as number[]];
    if (outU.some((w) => outV.includes(w))) continue;
    const [inU, inV] = [inputs[u] as number[], inputs[v] as number[]];
    const now = crossings(inU, inV, place) + crossings(outU, outV, place);
    if (now === 0) continue;
    const then = crossings(inV, inU, place) + crossings(outV, outU, place);
    if (then >= now) continue;
    [column[i], column[i + 1]] = [v, u];
    [place[u], place[v]] = [i + 1, i];
    swapped = true;
  }
  return swapped;
}

/** How many pairs of edges cross if `before` belongs to the vertex that comes first. */
function crossings(before: readonly number[], after: readonly number[], place: Int32Array): number {
  let count = 0;
  for (const a of before) for (const b of after) if ((place[a] as number) > (place[b] as number)) count++;
  return count;
}
