import { placeAcross } from "./across.js";
import { layersOf } from "./layers.js";
import { type Links, linksOf } from "./links.js";
import { orderOf } from "./order.js";
import { type Trunks, trunksOf } from "./trunks.js";

/** Where cards stand and edges run. Along goes from inputs to results, across from the first argument to the last. */
export interface Layout {
  /** The layer of every card. */
  readonly layers: Int32Array;
  /** The middle of every card along the layers. */
  readonly along: Float64Array;
  /** The middle of every card across the layers. */
  readonly across: Float64Array;
  /** Where the points of every edge start in `points`, and at last where they end; edges by card, then argument. */
  readonly starts: Int32Array;
  /** Three numbers for each point that an edge runs through: it is straight from start to end, at that across. */
  readonly points: Float64Array;
  readonly length: number;
  readonly breadth: number;
}

export interface Sizes {
  /** A card's size along and across. */
  readonly cardAlong: number;
  readonly cardAcross: number;
  /** The gap between neighbours across, and the least gap between layers. */
  readonly gapAcross: number;
  readonly gapAlong: number;
  /** How much more of the gap is kept straight before a card. */
  readonly level: number;
  /** The distance between the ends of two edges at one card. */
  readonly port: number;
}

/**
 * Lays out a graph whose vertices are numbered in the order of creation, `inputs[v]` being smaller than v. Linear
 * in its size, deterministic, and blind to the numbers in it, so that it stays while values change. `progress` is
 * told now and then which share is done.
 */
export function layOut(
  inputs: readonly (readonly number[])[],
  roots: readonly number[],
  sizes: Sizes,
  progress: (share: number) => void = () => {},
): Layout {
  const { cardAlong, cardAcross, gapAcross } = sizes;
  const cards = inputs.length;
  const links = linksOf(inputs);
  const trunks = trunksOf(links, layersOf(links));
  progress(0.1);
  const columns = orderOf(trunks, roots, cards);
  progress(0.3);
  const room = { card: cardAcross + gapAcross, bend: gapAcross };
  const middles = placeAcross(columns, trunks, cards, room, (share) => progress(0.3 + 0.6 * share));

  let top = Infinity;
  let bottom = -Infinity;
  for (const [v, across] of middles.entries()) {
    const half = v < cards ? cardAcross / 2 : 0;
    top = Math.min(top, across - half);
    bottom = Math.max(bottom, across + half);
  }
  const across = middles.map((middle) => middle - top);
  const begins = layerStarts(columns, trunks.outputs, middles, sizes);
  const layers = trunks.layers.slice(0, cards);
  const along = Float64Array.from(layers, (layer) => (begins[layer] as number) + cardAlong / 2);
  progress(1);
  return {
    layers,
    along,
    across: across.slice(0, cards),
    ...edgePoints(links, trunks, begins, across, sizes),
    length: (begins.at(-1) ?? 0) + cardAlong,
    breadth: bottom - top,
  };
}

/** An edge leaves its card, passes the layers between, and ends at its port. */
function edgePoints(
  { starts: first, to }: Links,
  trunks: Trunks,
  begins: ArrayLike<number>,
  across: Float64Array,
  sizes: Sizes,
): Pick<Layout, "starts" | "points"> {
  const { layers, firstBend, bends } = trunks;
  const { cardAlong, port } = sizes;
  const begin = (v: number) => begins[layers[v] as number] as number;
  const leaving = slots(trunks.outputs, across, sizes);
  const starts = new Int32Array(to.length + 1);
  const points: number[] = [];
  for (let v = 0; v + 1 < first.length; v++) {
    const [from, end] = [first[v] as number, first[v + 1] as number];
    const turns = new Map<number, number>();
    for (let e = from; e < end; e++) {
      const u = to[e] as number;
      const [bend, count] = [firstBend(u), bends(u, v)];
      // The same input twice leaves in as many places.
      const turn = count > 0 ? 0 : (turns.get(u) ?? 0);
      turns.set(u, turn + 1);
      const out = begin(u) + cardAlong;
      points.push(out, out, (across[u] as number) + leaving(u, count > 0 ? bend : v, turn));
      for (let b = bend; b < bend + count; b++) {
        points.push(begin(b), begin(b) + cardAlong, across[b] as number);
      }
      const apart = Math.min(port, (sizes.cardAcross - 24) / Math.max(1, end - from - 1));
      points.push(begin(v), begin(v), (across[v] as number) + (e - from - (end - from - 1) / 2) * apart);
      starts[e + 1] = points.length / 3;
    }
  }
  return { starts, points: Float64Array.from(points) };
}

/**
 * Where edges leave a card, from its middle: all there; only where one result uses the card twice, each edge and
 * trunk has a place of its own, in the order of where they lead.
 */
function slots(
  { starts, to }: Links,
  across: Float64Array,
  { cardAcross, port }: Sizes,
): (from: number, next: number, turn: number) => number {
  const known = new Map<number, ReadonlyMap<number, number>>();
  const slotsOf = (u: number) => {
    const all = to.slice(starts[u], starts[u + 1]);
    const slot = new Map<number, number>();
    if (new Set(all).size === all.length) return slot;
    all.sort((a, b) => (across[a] as number) - (across[b] as number) || a - b);
    for (const [i, next] of all.entries()) if (!slot.has(next)) slot.set(next, i);
    return slot;
  };
  return (u, next, turn) => {
    const slot = known.get(u) ?? slotsOf(u);
    known.set(u, slot);
    if (slot.size === 0) return 0;
    const last = (starts[u + 1] as number) - (starts[u] as number) - 1;
    return ((slot.get(next) as number) + turn - last / 2) * Math.min(port, (cardAcross - 24) / last);
  };
}

/** Where every layer begins. Steep edges get a wider gap, so that they can be told apart. */
function layerStarts(
  columns: Links,
  outputs: Links,
  middles: Float64Array,
  { cardAlong, gapAlong, level }: Sizes,
): Float64Array {
  const begins = new Float64Array(columns.starts.length - 1);
  let at = 0;
  for (let layer = 0; layer < begins.length; layer++) {
    begins[layer] = at;
    let steepest = 0;
    for (let i = columns.starts[layer] as number; i < (columns.starts[layer + 1] as number); i++) {
      const v = columns.to[i] as number;
      for (let j = outputs.starts[v] as number; j < (outputs.starts[v + 1] as number); j++) {
        const w = outputs.to[j] as number;
        steepest = Math.max(steepest, Math.abs((middles[v] as number) - (middles[w] as number)));
      }
    }
    at += cardAlong + gapAlong + level + Math.min(gapAlong, Math.round(steepest / 8));
  }
  return begins;
}
