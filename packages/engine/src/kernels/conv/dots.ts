import type { Code } from "@outgrad/ops/wasm";
import type { Lanes } from "../gemm/lanes.js";
import { Routine, range } from "../gemm/routine.js";

/** Taps for a number of rows: eight sums hide each other's time, and leave room for operands. */
const tapsFor = (rows: number): number => (rows <= 2 ? 4 : 2);

/**
 * For `rows` rows: the vector out[r, k] += the sum over whole vectors j of left[r, j] * source[offsets[k] + j]. All
 * addresses, offsets and sizes are in bytes.
 */
export function dotsKernel(lanes: Lanes, rows: number, fused: boolean): Code {
  const routine = new Routine(
    ...(["terms", "columns", "left", "leftRow", "offsets", "source", "out", "outRow"] as const),
  );
  const { code, at } = routine;
  const taps = range(tapsFor(rows));
  const pointers = taps.map(() => routine.local());
  const vectors = taps.map(() => code.local("v128"));
  const sums = range(rows).map(() => taps.map(() => code.local("v128")));
  const row = code.local("v128");
  const lefts = range(rows).map(() => routine.local());
  const [count, to] = [routine.local(), routine.local()];

  const multiply = () => {
    for (const [t, pointer] of pointers.entries())
      code
        .localGet(pointer)
        .v128Load()
        .localSet(vectors[t] as number);
    for (const [r, list] of sums.entries()) {
      code
        .localGet(lefts[r] as number)
        .v128Load()
        .localSet(row);
      for (const [t, total] of list.entries()) {
        code.localGet(row).localGet(vectors[t] as number);
        if (fused) lanes.madd(code.localGet(total));
        else lanes.add(lanes.mul(code).localGet(total));
        code.localSet(total);
      }
    }
    for (const pointer of [...pointers, ...lefts]) routine.advance(pointer, routine.number(16));
    routine.advance(count, routine.number(-16));
  };

  routine.repeat(() => {
    for (const total of sums.flat()) code.v128Const(0).localSet(total);
    for (const [t, pointer] of pointers.entries()) {
      const offset = () => void code.localGet(at.offsets).i32Load(4 * t);
      routine.set(pointer, routine.sum(routine.get(at.source), offset));
    }
    for (const [r, pointer] of lefts.entries()) {
      const above = routine.get(lefts[r - 1] ?? at.left);
      routine.set(pointer, r === 0 ? above : routine.sum(above, routine.get(at.leftRow)));
    }
    routine.set(count, routine.get(at.columns));
    routine.repeat(multiply, routine.get(count));
    routine.set(to, routine.get(at.out));
    for (const list of sums) {
      for (const [t, total] of list.entries()) {
        code
          .localGet(to)
          .localGet(to)
          .v128Load(16 * t);
        lanes.add(code.localGet(total)).v128Store(16 * t);
      }
      routine.advance(to, routine.get(at.outRow));
    }
    routine.advance(at.offsets, routine.number(4 * taps.length));
    routine.advance(at.out, routine.number(16 * taps.length));
    routine.advance(at.terms, routine.number(-taps.length));
  }, routine.get(at.terms));
  return code;
}
