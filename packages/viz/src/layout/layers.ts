import { type Links, turned } from "./links.js";

/**
 * The layer of every vertex: all inputs are in smaller ones. The inputs of v are indices smaller than v.
 *
 * Each vertex is as early as its inputs allow, so that what is alike, such as the neurons of a layer, stands in one
 * line. Then what waits for its first consumer moves there with all that it alone uses, if that makes the edges
 * shorter in all: a leaf always.
 */
export function layersOf(inputs: Links): Int32Array {
  const { starts, to } = inputs;
  const count = starts.length - 1;
  const consumers = turned(inputs);
  const uses = distinct(consumers);
  const layers = new Int32Array(count);
  // How many edges get longer if the vertex moves with all that it alone uses.
  const stretched = new Int32Array(count);
  const counted = new Int32Array(count).fill(-1);
  for (let v = 0; v < count; v++) {
    for (let i = starts[v] as number; i < (starts[v + 1] as number); i++) {
      const u = to[i] as number;
      layers[v] = Math.max(layers[v] as number, (layers[u] as number) + 1);
      if (counted[u] === v) continue;
      counted[u] = v;
      const stays = (uses[u] as number) > 1 || (stretched[u] as number) > 0;
      stretched[v] = (stretched[v] as number) + Number(stays);
    }
  }
  for (let v = count - 1; v >= 0; v--) {
    if ((uses[v] as number) <= (stretched[v] as number)) continue;
    let first = Infinity;
    for (let i = consumers.starts[v] as number; i < (consumers.starts[v + 1] as number); i++) {
      first = Math.min(first, layers[consumers.to[i] as number] as number);
    }
    layers[v] = first - 1;
  }
  return layers;
}

/** How many different vertices each list holds; the same ones stand next to each other. */
function distinct({ starts, to }: Links): Int32Array {
  const counts = new Int32Array(starts.length - 1);
  for (let v = 0; v < counts.length; v++) {
    const start = starts[v] as number;
    for (let i = start; i < (starts[v + 1] as number); i++) {
      if (i === start || to[i] !== to[i - 1]) counts[v] = (counts[v] as number) + 1;
    }
  }
  return counts;
}
