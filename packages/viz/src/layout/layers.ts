import { type Links, turned } from "./links.js";

/**
 * The layer of every vertex: all inputs are in smaller ones. The inputs of v are indices smaller than v.
 *
 * Each vertex is as early as its inputs allow, and then what waits for its first consumer moves there, if that
 * makes the edges shorter in all: a leaf always, with what hangs on it alone.
 */
export function layersOf(inputs: Links): Int32Array {
  const { starts, to } = inputs;
  const count = starts.length - 1;
  const layers = new Int32Array(count);
  for (let v = 0; v < count; v++) {
    for (let i = starts[v] as number; i < (starts[v + 1] as number); i++) {
      layers[v] = Math.max(layers[v] as number, (layers[to[i] as number] as number) + 1);
    }
  }
  const consumers = turned(inputs);
  const uses = distinct(consumers);
  const counted = new Int32Array(count).fill(-1);
  for (let v = count - 1; v >= 0; v--) {
    let shared = 0;
    for (let i = starts[v] as number; i < (starts[v + 1] as number); i++) {
      const u = to[i] as number;
      if (counted[u] === v || (uses[u] as number) < 2) continue;
      counted[u] = v;
      shared++;
    }
    if ((uses[v] as number) <= shared) continue;
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
