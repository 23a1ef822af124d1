import type { Code, FormulaPrinter } from "@outgrad/ops/wasm";
import { Routine } from "../gemm/routine.js";
import type { Pairs } from "../pairs.js";
import { type ColumnOp, passes } from "./passes.js";

/** The parameters of the functions; at `slots` there are two doubles for each column. */
export const columnParameters = ["work", "at", "outer", "count", "inner", "slots"] as const;
/** Bytes of the doubles of one column. */
export const slotBytes = 16;

/** An op on the columns of blocks, two at a time: each sums its own terms from the first to the last. */
export function columns(op: ColumnOp, pairs: Pairs, printer: FormulaPrinter): Code {
  const routine = new Routine(...columnParameters);
  const { code, at, get, number, binary, sum, product } = routine;
  const local = () => routine.local();
  const [column, last, step, room, rest] = [local(), local(), local(), local(), local()];
  const [first, second, starts, ends, otherSlots] = [local(), local(), local(), local(), local()];
  const startOf = (index: number) => {
    const block = binary("quotient", get(index), get(at.inner));
    const within = binary("remainder", get(index), get(at.inner));
    const before = product(block, product(get(at.count), get(at.inner)));
    return sum(get(at.at), product(sum(before, within), number(pairs.bytes)));
  };
  const pair = {
    read: () => pairs.gather(code, first, second),
    write: (vector: number) => pairs.scatter(code, vector, first, second),
    room,
  };
  const run = passes(op, code, printer, {
    type: pairs.bytes === 4 ? "float32" : "float64",
    lanes: "two columns",
    load: (which) => {
      const offset = 8 * which;
      code.localGet(otherSlots).localGet(at.slots).v128Load64Zero(offset).v128Load64Lane(1, offset);
    },
    store: (vector, which) => {
      const offset = 8 * which;
      code.localGet(at.slots).localGet(vector).v128Store64Lane(0, offset);
      code.localGet(otherSlots).localGet(vector).v128Store64Lane(1, offset);
    },
    each: (body) => {
      routine.set(first, get(starts));
      routine.set(second, get(ends));
      routine.set(rest, get(at.count));
      routine.set(room, get(at.work));
      routine.repeat(() => {
        body(pair);
        routine.advance(first, get(step));
        routine.advance(second, get(step));
        routine.advance(room, number(16));
        routine.advance(rest, number(-1));
      }, get(rest));
    },
  });

  routine.set(step, product(get(at.inner), number(pairs.bytes)));
  routine.set(last, sum(product(get(at.outer), get(at.inner)), number(-1)));
  routine.set(column, number(0));
  routine.repeat(
    () => {
      routine.set(starts, startOf(column));
      routine.set(ends, get(starts));
      routine.set(otherSlots, get(at.slots));
      routine.when(binary("below", get(column), get(last)), () => {
        routine.advance(column, number(1));
        routine.set(ends, startOf(column));
        routine.advance(otherSlots, number(slotBytes));
      });
      run();
      routine.advance(column, number(1));
      routine.set(at.slots, sum(get(otherSlots), number(slotBytes)));
    },
    binary("most", get(column), get(last)),
  );
  return code;
}
