import { type Code, WasmModule } from "@outgrad/ops/wasm";
import type { DType } from "../../tensor/dtype.js";
import { Routine } from "../gemm/routine.js";
import { pairsOf } from "../pairs.js";

/** Where the constants lie, two doubles each: what a place grows by. */
export const constants = { toSecond: 0, toNextPair: 16, toNextTap: 32, toNextLine: 48, bytes: 64 } as const;

/**
 * Of `rows` rows of `pairs` pairs of windows, in one plane: writes a double for each, the place of its first greatest
 * number, or of its first NaN. Addresses and distances are in bytes: `down` and `across` lead from tap to tap, `step`
 * from window to window, `rowStep` from row to row; `place` is the address of the place of the first number.
 */
export type WinnersFunction = (
  rows: number,
  pairs: number,
  height: number,
  width: number,
  down: number,
  across: number,
  step: number,
  rowStep: number,
  source: number,
  place: number,
  out: number,
) => void;

function winners(dtype: DType): Code {
  const routine = new Routine(
    ...([
      "rows",
      "pairs",
      "height",
      "width",
      "down",
      "across",
      "step",
      "rowStep",
      "source",
      "place",
      "out",
    ] as const),
  );
  const { code, at, get, number, sum, product } = routine;
  const { gather } = pairsOf[dtype];
  const local = () => routine.local();
  const [window, left, line, lines, taps] = [local(), local(), local(), local(), local()];
  const [first, second] = [local(), local()];
  const vector = () => code.local("v128");
  const [base, here, best, where, x, takes] = [vector(), vector(), vector(), vector(), vector(), vector()];
  const grow = (place: number, by: number) =>
    code.localGet(place).i32Const(by).v128Load().f64x2Add().localSet(place);

  const tap = () => {
    gather(code, first, second).localSet(x);
    // Greater, or a NaN where there has been none.
    code.localGet(x).localGet(best).f64x2Gt();
    code.localGet(x).localGet(x).f64x2Ne().localGet(best).localGet(best).f64x2Eq().v128And().v128Or();
    code.localSet(takes);
    code.localGet(x).localGet(best).localGet(takes).v128Bitselect().localSet(best);
    code.localGet(here).localGet(where).localGet(takes).v128Bitselect().localSet(where);
    grow(here, constants.toNextTap);
    routine.advance(first, get(at.across));
    routine.advance(second, get(at.across));
    routine.advance(taps, number(-1));
  };
  const pair = () => {
    routine.set(line, get(window));
    routine.set(lines, get(at.height));
    code.localGet(base).localTee(here).localSet(where);
    routine.set(first, get(line));
    routine.set(second, sum(get(line), get(at.step)));
    gather(code, first, second).localSet(best);
    routine.repeat(() => {
      routine.set(first, get(line));
      routine.set(second, sum(get(line), get(at.step)));
      routine.set(taps, get(at.width));
      routine.repeat(tap, get(taps));
      grow(here, constants.toNextLine);
      routine.advance(line, get(at.down));
      routine.advance(lines, number(-1));
    }, get(lines));
    code.localGet(at.out).localGet(where).v128Store();
    routine.advance(at.out, number(16));
    grow(base, constants.toNextPair);
    routine.advance(window, product(get(at.step), number(2)));
    routine.advance(left, number(-1));
  };
  routine.repeat(() => {
    routine.set(window, get(at.source));
    routine.set(left, get(at.pairs));
    code
      .localGet(at.place)
      .v128Load64Splat()
      .i32Const(constants.toSecond)
      .v128Load()
      .f64x2Add()
      .localSet(base);
    routine.repeat(pair, get(left));
    routine.advance(at.source, get(at.rowStep));
    routine.advance(at.place, number(8));
    routine.advance(at.rows, number(-1));
  }, get(at.rows));
  return code;
}

/** The binary of a module that imports a memory, whose start holds the constants, and exports a WinnersFunction. */
export function winnersModule(dtype: DType): Uint8Array<ArrayBuffer> {
  const module = new WasmModule(1);
  module.addFunction(winners(dtype), [], "winners");
  return module.bytes();
}
