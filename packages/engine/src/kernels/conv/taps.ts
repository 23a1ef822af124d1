import type { Code } from "@outgrad/ops/wasm";
import type { Lanes } from "../gemm/lanes.js";
import { Routine, range } from "../gemm/routine.js";

/** Vectors of columns for a number of rows: eight sums hide each other's time, and leave room for operands. */
const vectorsFor = (rows: number): number => [8, 4, 2, 2][rows - 1] as number;

/**
 * For `rows` rows: out[r, j] = the sum over k of weights[k, r] * source[offsets[k] + j], tile by tile of columns. All
 * addresses, offsets and sizes are in bytes; weights[k, 0], weights[k, 1], ... lie together.
 */
export function tapsKernel(lanes: Lanes, rows: number, fused: boolean): Code {
  const routine = new Routine(
    ...(["terms", "columns", "weights", "offsets", "source", "out", "outRow"] as const),
  );
  const { code, at } = routine;
  const vectors = range(vectorsFor(rows)).map(() => code.local("v128"));
  const sums = range(rows).map(() => vectors.map(() => code.local("v128")));
  const scalar = code.local("v128");
  const [weight, offset, count] = [routine.local(), routine.local(), routine.local()];
  const [from, to] = [routine.local(), routine.local()];
  const width = 16 * vectors.length;

  const multiply = () => {
    routine.set(
      from,
      routine.sum(routine.get(at.source), () => void code.localGet(offset).i32Load()),
    );
    for (const [v, vector] of vectors.entries())
      code
        .localGet(from)
        .v128Load(16 * v)
        .localSet(vector);
    for (const [r, row] of sums.entries()) {
      lanes.splat(code.localGet(weight), r * lanes.bytes).localSet(scalar);
      for (const [v, total] of row.entries()) {
        code.localGet(scalar).localGet(vectors[v] as number);
        if (fused) lanes.madd(code.localGet(total));
        else lanes.add(lanes.mul(code).localGet(total));
        code.localSet(total);
      }
    }
    routine.advance(weight, routine.number(rows * lanes.bytes));
    routine.advance(offset, routine.number(4));
    routine.advance(count, routine.number(-1));
  };

  const left = at.columns;
  routine.repeat(() => {
    for (const total of sums.flat()) code.v128Const(0).localSet(total);
    routine.set(weight, routine.get(at.weights));
    routine.set(offset, routine.get(at.offsets));
    routine.set(count, routine.get(at.terms));
    routine.when(routine.get(count), () => routine.repeat(multiply, routine.get(count)));
    routine.set(to, routine.get(at.out));
    for (const row of sums) {
      for (const [v, total] of row.entries())
        code
          .localGet(to)
          .localGet(total)
          .v128Store(16 * v);
      routine.advance(to, routine.get(at.outRow));
    }
    routine.advance(at.source, routine.number(width));
    routine.advance(at.out, routine.number(width));
    // Unsigned: below zero is far above.
    routine.set(
      left,
      routine.binary(
        "difference",
        routine.get(left),
        routine.least(routine.get(left), routine.number(width)),
      ),
    );
  }, routine.get(left));
  return code;
}
