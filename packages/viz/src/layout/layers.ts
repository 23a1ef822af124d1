/**
 * The layer of every vertex: all inputs are in smaller ones. `inputs[v]` are indices smaller than v.
 *
 * Each vertex is as early as its inputs allow, and then what waits for its first consumer moves there, if that
 * makes the edges shorter in all: a leaf always, with what hangs on it alone.
 */
export function layersOf(inputs: readonly (readonly number[])[]): Int32Array {
  const layers = new Int32Array(inputs.length);
  const consumers: Set<number>[] = inputs.map(() => new Set());
  for (const [v, from] of inputs.entries()) {
    for (const u of from) {
      layers[v] = Math.max(layers[v] as number, (layers[u] as number) + 1);
      (consumers[u] as Set<number>).add(v);
    }
  }
  for (let v = inputs.length - 1; v >= 0; v--) {
    const to = consumers[v] as Set<number>;
    const shared = new Set((inputs[v] as number[]).filter((u) => (consumers[u] as Set<number>).size > 1));
    if (to.size <= shared.size) continue;
    let first = Infinity;
    for (const w of to) first = Math.min(first, layers[w] as number);
    layers[v] = first - 1;
  }
  return layers;
}
