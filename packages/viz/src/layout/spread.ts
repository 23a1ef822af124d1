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
  // The pools so far: where their first item stands, less its offset; their weight; how many items they hold.
  const at: number[] = [];
  const weight: number[] = [];
  const count: number[] = [];
  let offset = 0;
  for (let i = 0; i < wanted.length; i++) {
    if (i > 0) offset += ((room[i - 1] as number) + (room[i] as number)) / 2;
    offsets.push(offset);
    let [a, w, n] = [(wanted[i] as number) - offset, weights[i] as number, 1];
    while (at.length > 0 && (at.at(-1) as number) > a) {
      const [b, v] = [at.pop() as number, weight.pop() as number];
      a = (a * w + b * v) / (w + v);
      w += v;
      n += count.pop() as number;
    }
    at.push(a);
    weight.push(w);
    count.push(n);
  }
  const places: number[] = [];
  for (const [pool, size] of count.entries()) {
    for (let k = 0; k < size; k++) places.push((at[pool] as number) + (offsets[places.length] as number));
  }
  return places;
}
