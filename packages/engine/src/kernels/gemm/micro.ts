import type { Code } from "@outgrad/ops/wasm";
import type { Lanes } from "./lanes.js";
import { Routine, range } from "./routine.js";

/** A tile of a product: so many rows, and so many vectors of columns. */
export const tile = { rows: 4, vectors: 2 } as const;

/**
 * A micro-kernel: `rows` rows of a times the columns of one tile, in registers from the first k to the last; then the
 * next rows, for as many tiles as are asked for.
 *
 * Its parameters: k; the number of tiles; the address of a, its strides from row to row, from k to k and from tile to
 * tile; the address of b and its stride from k to k; the address of out and its stride from row to row, all in bytes;
 * whether to add to out. A vector of columns of b lies together. With `packed` the rows of a tile of a lie together
 * too, k after k, and one address serves them all.
 *
 * One k at a time: unrolled further, older engines run out of registers and become slower. Four rows of two vectors
 * leave room for the operands in the sixteen registers of x64.
 */
export function microKernel(lanes: Lanes, rows: number, packed: boolean, fused: boolean): Code {
  const routine = new Routine(
    ...(["k", "tiles", "a", "aRow", "aStep", "aTile", "b", "bStep", "out", "outRow", "add"] as const),
  );
  const { code, at } = routine;
  const left = range(packed ? 1 : rows).map(() => routine.local());
  const right = routine.local();
  /** How many k are left; of packed rows where they end, which saves an instruction for each k. */
  const limit = routine.local();
  const sums = range(rows).map(() => range(tile.vectors).map(() => code.local("v128")));
  const vectors = range(tile.vectors).map(() => code.local("v128"));
  const scalar = code.local("v128");

  const multiply = () => {
    for (const [j, vector] of vectors.entries())
      code
        .localGet(right)
        .v128Load(16 * j)
        .localSet(vector);
    for (const [i, row] of sums.entries()) {
      code.localGet(left[packed ? 0 : i] as number);
      lanes.splat(code, packed ? i * lanes.bytes : 0).localSet(scalar);
      for (const [j, total] of row.entries()) {
        code.localGet(scalar).localGet(vectors[j] as number);
        if (fused) lanes.madd(code.localGet(total));
        else lanes.add(lanes.mul(code).localGet(total));
        code.localSet(total);
      }
    }
    const step = packed ? routine.number(rows * lanes.bytes) : routine.get(at.aStep);
    for (const pointer of left) routine.advance(pointer, step);
    routine.advance(right, routine.get(at.bStep));
    if (!packed) routine.advance(limit, routine.number(-1));
  };
  const store = (before: boolean) => {
    for (const row of sums) {
      for (const [j, total] of row.entries()) {
        code.localGet(at.out);
        if (before)
          lanes.add(
            code
              .localGet(at.out)
              .v128Load(16 * j)
              .localGet(total),
          );
        else code.localGet(total);
        code.v128Store(16 * j);
      }
      routine.advance(at.out, routine.get(at.outRow));
    }
  };

  routine.repeat(() => {
    for (const [i, pointer] of left.entries()) {
      const above = routine.get(left[i - 1] ?? at.a);
      routine.set(pointer, i === 0 ? above : routine.sum(above, routine.get(at.aRow)));
    }
    routine.set(right, routine.get(at.b));
    for (const total of sums.flat()) code.v128Const(0).localSet(total);
    if (packed) {
      const width = routine.product(routine.get(at.k), routine.number(rows * lanes.bytes));
      routine.set(limit, routine.sum(routine.get(at.a), width));
      routine.when(routine.get(at.k), () =>
        routine.repeat(multiply, routine.binary("below", routine.get(left[0] as number), routine.get(limit))),
      );
    } else {
      routine.set(limit, routine.get(at.k));
      routine.when(routine.get(limit), () => routine.repeat(multiply, routine.get(limit)));
    }
    routine.when(
      routine.get(at.add),
      () => store(true),
      () => store(false),
    );
    routine.advance(at.a, routine.get(at.aTile));
    routine.advance(at.tiles, routine.number(-1));
  }, routine.get(at.tiles));
  return code;
}
