/**
 * Where things in a row should stand: as near to `wanted` as their order and the room they need allow. `room[i]`
 * is what item i takes, gap included. Least squares with weights, exact, in linear time (isotonic regression by
 * pooling adjacent violators).
 */
export function spread(
  wanted: readonly number[],
  room: readonly number[],
  weights: readonly number[] = wanted.map(() => 1),
): number[] {
  const offsets: number[] = [];
  const pools: { at: number; weight: number; count: number }[] = [];
  for (const [i, want] of wanted.entries()) {
    const before =
      i === 0 ? 0 : (offsets[i - 1] as number) + ((room[i - 1] as number) + (room[i] as number)) / 2;
    offsets.push(before);
    let pool = { at: want - before, weight: weights[i] as number, count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.at > pool.at; last = pools.at(-1)) {
      const weight = last.weight + pool.weight;
      const at = (last.at * last.weight + pool.at * pool.weight) / weight;
      pool = { at, weight, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const places = pools.flatMap(({ at, count }) => Array.from({ length: count }, () => at));
  return places.map((at, i) => at + (offsets[i] as number));
}
