import { type Links, lengthOf, sorted } from "./links.js";
import type { Trunks } from "./trunks.js";

/**
 * The vertices of every layer from first to last; vertices from `cards` on are bends.
 *
 * Every vertex hangs on its oldest consumer; the tree that this makes is walked from the roots with arguments in
 * order. So `a * b` has a before b, the terms of a sum stay in order, and what makes up a neuron stays together.
 * Then bends change places with their neighbours where that removes crossings; cards never do.
 */
export function orderOf(trunks: Trunks, roots: readonly number[], cards: number): Links {
  const columns = walk(trunks, roots, cards);
  const place = new Int32Array(trunks.layers.length);
  for (let i = 0; i < columns.to.length; i++) place[columns.to[i] as number] = i;
  for (let round = 0; round < rounds; round++) {
    if (!untangle(columns, trunks, place, cards)) break;
  }
  return columns;
}

const rounds = 12;

/** Vertices with more pairs of edges than this stay where they are: to count their crossings would cost too much. */
const mostPairs = 4096;

function walk({ layers, inputs, outputs }: Trunks, roots: readonly number[], cards: number): Links {
  const seen = new Uint8Array(layers.length);
  const order: number[] = [];
  const waiting: number[] = [];
  const visit = (root: number) => {
    waiting.push(root);
    for (let v = waiting.pop(); v !== undefined; v = waiting.pop()) {
      if (seen[v] === 1) continue;
      seen[v] = 1;
      order.push(v);
      for (let i = (inputs.starts[v + 1] as number) - 1; i >= (inputs.starts[v] as number); i--) {
        const u = inputs.to[i] as number;
        if (outputs.to[outputs.starts[u] as number] === v) waiting.push(u);
      }
    }
  };
  for (const root of roots) visit(root);
  // What no root was computed from, if a graph has such values.
  for (let v = cards - 1; v >= 0; v--) if (seen[v] === 0) visit(v);
  let last = -1;
  for (const layer of layers) last = Math.max(last, layer);
  return sorted(
    order.map((v) => layers[v] as number),
    order,
    last + 1,
  );
}

/** One pass over all layers; true if something swapped. */
function untangle({ starts, to }: Links, trunks: Trunks, place: Int32Array, cards: number): boolean {
  let swapped = false;
  for (let layer = 0; layer + 1 < starts.length; layer++) {
    for (let i = starts[layer] as number; i + 1 < (starts[layer + 1] as number); i++) {
      const [u, v] = [to[i] as number, to[i + 1] as number];
      if (u < cards && v < cards) continue;
      if (!wantSwap(u, v, trunks, place)) continue;
      [to[i], to[i + 1]] = [v, u];
      [place[u], place[v]] = [i + 1, i];
      swapped = true;
    }
  }
  return swapped;
}

/** Whether u and v, u before v, have fewer crossings the other way round. */
function wantSwap(u: number, v: number, { inputs, outputs }: Trunks, place: Int32Array): boolean {
  const pairs = lengthOf(inputs, u) * lengthOf(inputs, v) + lengthOf(outputs, u) * lengthOf(outputs, v);
  if (pairs > mostPairs || meet(outputs, u, v)) return false;
  const now = crossings(inputs, u, v, place) + crossings(outputs, u, v, place);
  return now > 0 && crossings(inputs, v, u, place) + crossings(outputs, v, u, place) < now;
}

function meet({ starts, to }: Links, u: number, v: number): boolean {
  for (let i = starts[u] as number; i < (starts[u + 1] as number); i++) {
    for (let j = starts[v] as number; j < (starts[v + 1] as number); j++) if (to[i] === to[j]) return true;
  }
  return false;
}

/** How many pairs of edges cross if u comes before v. */
function crossings({ starts, to }: Links, u: number, v: number, place: Int32Array): number {
  let count = 0;
  for (let i = starts[u] as number; i < (starts[u + 1] as number); i++) {
    const at = place[to[i] as number] as number;
    for (let j = starts[v] as number; j < (starts[v + 1] as number); j++) {
      if (at > (place[to[j] as number] as number)) count++;
    }
  }
  return count;
}
