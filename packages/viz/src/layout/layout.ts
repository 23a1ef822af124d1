import { placeAcross } from "./across.js";
import { layersOf } from "./layers.js";
import { orderOf } from "./order.js";
import { trunksOf } from "./trunks.js";

/** Where cards stand and edges run. Along goes from inputs to results, across from the first argument to the last. */
export interface Layout {
  /** The middle of every card. */
  readonly cards: readonly { readonly layer: number; readonly along: number; readonly across: number }[];
  /** `edges[v][i]`: the points that the edge into argument i of v runs through. */
  readonly edges: readonly (readonly (readonly EdgePoint[])[])[];
  readonly length: number;
  readonly breadth: number;
}

/** The edge runs straight along a layer from `start` to `end`, at the same place across. */
export interface EdgePoint {
  readonly start: number;
  readonly end: number;
  readonly across: number;
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
 * in its size, deterministic, and blind to the numbers in it, so that it stays while values change.
 */
export function layOut(
  inputs: readonly (readonly number[])[],
  roots: readonly number[],
  sizes: Sizes,
): Layout {
  const { cardAlong, cardAcross, gapAcross, port } = sizes;
  const trunks = trunksOf(inputs, layersOf(inputs));
  const columns = orderOf(trunks, roots, inputs.length);
  const room = { card: cardAcross + gapAcross, bend: gapAcross };
  const middles = placeAcross(columns, trunks, inputs.length, room);

  let top = Infinity;
  let bottom = -Infinity;
  for (const [v, across] of middles.entries()) {
    const half = v < inputs.length ? cardAcross / 2 : 0;
    top = Math.min(top, across - half);
    bottom = Math.max(bottom, across + half);
  }
  const across = (v: number) => (middles[v] as number) - top;
  const starts = layerStarts(columns, trunks.outputs, middles, sizes);
  const layer = (v: number) => trunks.layers[v] as number;
  const start = (v: number) => starts[layer(v)] as number;

  const leaving = slots(trunks.outputs, middles, sizes);
  const edges = inputs.map((from, v) =>
    from.map((u, i) => {
      const route = trunks.route(u, v);
      // The same input twice leaves in as many places.
      const turn = from.slice(0, i).filter((other) => other === u).length;
      const aside = leaving(u, route[0] ?? v, route.length > 0 ? 0 : turn);
      return [
        { start: start(u) + cardAlong, end: start(u) + cardAlong, across: across(u) + aside },
        ...route.map((b) => ({ start: start(b), end: start(b) + cardAlong, across: across(b) })),
        { start: start(v), end: start(v), across: across(v) + (i - (from.length - 1) / 2) * port },
      ];
    }),
  );
  return {
    cards: inputs.map((_, v) => ({ layer: layer(v), along: start(v) + cardAlong / 2, across: across(v) })),
    edges,
    length: (starts.at(-1) ?? 0) + cardAlong,
    breadth: bottom - top,
  };
}

/**
 * Where edges leave a card, from its middle: all there; only where one result uses the card twice, each edge and
 * trunk has a place of its own, in the order of where they lead.
 */
function slots(
  outputs: readonly (readonly number[])[],
  middles: Float64Array,
  { cardAcross, port }: Sizes,
): (from: number, next: number, turn: number) => number {
  const sorted = outputs.map((all) => {
    if (new Set(all).size === all.length) return [];
    return all.toSorted((a, b) => (middles[a] as number) - (middles[b] as number) || a - b);
  });
  return (from, next, turn) => {
    const all = sorted[from] as number[];
    if (all.length === 0) return 0;
    const apart = Math.min(port, (cardAcross - 24) / (all.length - 1));
    return (all.indexOf(next) + turn - (all.length - 1) / 2) * apart;
  };
}

/** Where every layer begins. Steep edges get a wider gap, so that they can be told apart. */
function layerStarts(
  columns: readonly (readonly number[])[],
  outputs: readonly (readonly number[])[],
  middles: Float64Array,
  { cardAlong, gapAlong, level }: Sizes,
): number[] {
  let at = 0;
  return columns.map((column) => {
    const here = at;
    let steepest = 0;
    for (const v of column) {
      for (const w of outputs[v] as number[]) {
        steepest = Math.max(steepest, Math.abs((middles[v] as number) - (middles[w] as number)));
      }
    }
    at += cardAlong + gapAlong + level + Math.min(gapAlong, Math.round(steepest / 8));
    return here;
  });
}
