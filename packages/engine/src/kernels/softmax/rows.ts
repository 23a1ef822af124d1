import type { Code, FormulaPrinter } from "@outgrad/ops/wasm";
import { Routine } from "../gemm/routine.js";
import type { Pairs } from "../pairs.js";
import { columnParameters, slotBytes } from "./columns.js";
import { type ColumnOp, type Pair, passes } from "./passes.js";

/** An op on rows of numbers that lie together, two of a row at a time: there are two sums, of every second term each. */
export function rows(op: ColumnOp, pairs: Pairs, printer: FormulaPrinter): Code {
  const routine = new Routine(...columnParameters);
  const { code, at, get, number, binary, product } = routine;
  const [from, room, rest] = [routine.local(), routine.local(), routine.local()];
  const two: Pair = {
    read: () => pairs.load(code.localGet(from), 0),
    write: (vector) => pairs.store(code.localGet(from).localGet(vector), 0),
    room,
  };
  const one: Pair = {
    read: () => pairs.single(code.localGet(from)).v128Const(0, Number.NEGATIVE_INFINITY).v128Or(),
    write: (vector) => pairs.storeSingle(code.localGet(from).localGet(vector)),
    room,
  };
  const run = passes(op, code, printer, {
    type: pairs.bytes === 4 ? "float32" : "float64",
    lanes: "one column",
    load: (which) => void code.localGet(at.slots).v128Load64Splat(8 * which),
    store: (vector, which) =>
      void code
        .localGet(at.slots)
        .localGet(vector)
        .v128Store64Lane(0, 8 * which),
    each: (body) => {
      routine.set(from, get(at.at));
      routine.set(room, get(at.work));
      routine.set(rest, binary("shift", get(at.count), number(1)));
      routine.when(get(rest), () =>
        routine.repeat(() => {
          body(two);
          routine.advance(from, number(2 * pairs.bytes));
          routine.advance(room, number(16));
          routine.advance(rest, number(-1));
        }, get(rest)),
      );
      routine.when(binary("and", get(at.count), number(1)), () => body(one));
    },
  });
  routine.repeat(() => {
    run();
    routine.advance(at.at, product(get(at.count), number(pairs.bytes)));
    routine.advance(at.slots, number(slotBytes));
    routine.advance(at.outer, number(-1));
  }, get(at.outer));
  return code;
}
