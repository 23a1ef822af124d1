import { type Links, sorted } from "./links.js";

/** A graph whose edges all lead to the next layer, except the very longest. */
export interface Trunks {
  /** The layer of every vertex: first those of the graph, then the bends that lead long edges past the layers. */
  readonly layers: Int32Array;
  /** What enters a vertex, in argument order, with repeats. */
  readonly inputs: Links;
  /** What leaves a vertex, the first in the order of creation first. */
  readonly outputs: Links;
  /** The first bend of the edge from u to its consumer v; the others follow it. */
  firstBend(u: number): number;
  /** How many bends the edge from u to its consumer v runs through. */
  bends(u: number, v: number): number;
}

/** Longer edges are drawn without bends, so that a value used all along a chain does not cost its square. */
const longest = 100;

/** How many bends all edges may have together, so that a graph where all edges are long does not cost a hundredfold. */
const mostBends = (vertices: number) => 20_000 + 8 * vertices;

/**
 * Leads long edges through the layers between. All edges from one vertex share a trunk, from which each branches
 * off before its consumer: fewer lines to follow, and at most one bend a layer and vertex.
 */
export function trunksOf(inputs: Links, layersOfCards: Int32Array): Trunks {
  const cards = layersOfCards.length;
  const spanOf = (u: number, v: number) => (layersOfCards[v] as number) - (layersOfCards[u] as number);
  const most = longestBent(inputs, spanOf, cards);
  const bends = (u: number, v: number) => {
    const span = spanOf(u, v);
    return span > most ? 0 : span - 1;
  };
  const starts = new Int32Array(cards + 1);
  forEachEdge(inputs, (u, v) => {
    starts[u + 1] = Math.max(starts[u + 1] as number, bends(u, v));
  });
  starts[0] = cards;
  for (let u = 0; u < cards; u++) starts[u + 1] = (starts[u + 1] as number) + (starts[u] as number);
  const firstBend = (u: number) => starts[u] as number;

  const layers = new Int32Array(starts[cards] as number);
  layers.set(layersOfCards);
  for (let u = 0; u < cards; u++) {
    const first = firstBend(u);
    for (let b = first; b < (starts[u + 1] as number); b++) layers[b] = (layers[u] as number) + 1 + b - first;
  }
  const from: number[] = [];
  const to: number[] = [];
  const built = new Int32Array(cards);
  // Consumers come in the order of creation, so a trunk is older than what branches off later.
  forEachEdge(inputs, (u, v) => {
    const [first, count] = [firstBend(u), bends(u, v)];
    for (let k = built[u] as number; k < count; k++) {
      from.push(k === 0 ? u : first + k - 1);
      to.push(first + k);
    }
    built[u] = Math.max(built[u] as number, count);
    from.push(count === 0 ? u : first + count - 1);
    to.push(v);
  });
  return {
    layers,
    inputs: sorted(to, from, layers.length),
    outputs: sorted(from, to, layers.length),
    firstBend,
    bends,
  };
}

function forEachEdge({ starts, to }: Links, see: (u: number, v: number) => void): void {
  for (let v = 0; v + 1 < starts.length; v++) {
    for (let i = starts[v] as number; i < (starts[v + 1] as number); i++) see(to[i] as number, v);
  }
}

/** How many layers an edge with bends spans at most: `longest`, or less where that would make too many bends. */
function longestBent(inputs: Links, spanOf: (u: number, v: number) => number, cards: number): number {
  const counts = new Int32Array(longest + 1);
  forEachEdge(inputs, (u, v) => {
    const span = spanOf(u, v);
    if (span <= longest) counts[span] = (counts[span] as number) + 1;
  });
  let all = 0;
  for (let span = 2; span <= longest; span++) {
    all += (counts[span] as number) * (span - 1);
    if (all > mostBends(cards)) return span - 1;
  }
  return longest;
}
