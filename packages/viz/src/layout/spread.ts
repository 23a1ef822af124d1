/** Items in a row that want to stand somewhere. The arrays are read up to `count` and may be longer. */
export interface Row {
  readonly count: number;
  /** Where each item wants to stand. */
  readonly wanted: Float64Array;
  /** What each item takes, gap included. */
  readonly room: Float64Array;
  /** How much each item insists. */
  readonly weights: Float64Array;
}

/** Memory for rows of up to `most` items. */
export function rowOf(most: number): Row & { count: number } {
  const numbers = () => new Float64Array(most);
  return { count: 0, wanted: numbers(), room: numbers(), weights: numbers() };
}

/**
 * Makes a function that says where things in a row should stand: as near to what they want as their order and the
 * room they need allow. Least squares with weights, exact, in linear time (isotonic regression by pooling adjacent
 * violators). What it returns is memory that the next call writes over.
 */
export function spreader(most: number): (row: Row) => Float64Array {
  const offsets = new Float64Array(most);
  // The pools so far: where their first item stands, less its offset; their weight; where they end.
  const at = new Float64Array(most);
  const weight = new Float64Array(most);
  const end = new Int32Array(most);
  const places = new Float64Array(most);
  return ({ count, wanted, room, weights }) => {
    let offset = 0;
    let pools = 0;
    for (let i = 0; i < count; i++) {
      if (i > 0) offset += ((room[i - 1] as number) + (room[i] as number)) / 2;
      offsets[i] = offset;
      let [a, w] = [(wanted[i] as number) - offset, weights[i] as number];
      while (pools > 0 && (at[pools - 1] as number) > a) {
        pools--;
        const [b, v] = [at[pools] as number, weight[pools] as number];
        a = (a * w + b * v) / (w + v);
        w += v;
      }
      at[pools] = a;
      weight[pools] = w;
      end[pools] = i + 1;
      pools++;
    }
    for (let pool = 0, i = 0; pool < pools; pool++) {
      for (; i < (end[pool] as number); i++) places[i] = (at[pool] as number) + (offsets[i] as number);
    }
    return places;
  };
}
