import type { Code } from "@outgrad/ops/wasm";
import type { Lanes } from "./lanes.js";
import { tile } from "./micro.js";
import { type Expression, Routine, range } from "./routine.js";

/** All rows of a block of a times the columns of one tile. */
export function columnOfTiles(packed: number, direct: readonly number[]): Code {
  const routine = new Routine(
    ...([
      "isPacked",
      "rows",
      "k",
      "a",
      "aRow",
      "aStep",
      "aTile",
      "b",
      "bStep",
      "out",
      "outRow",
      "add",
    ] as const),
  );
  const { at } = routine;
  const tiles = routine.local();
  const run = (kernel: number, count: Expression) => {
    const rest = [at.a, at.aRow, at.aStep, at.aTile, at.b, at.bStep, at.out, at.outRow, at.add];
    routine.call(kernel, routine.get(at.k), count, ...rest.map((local) => routine.get(local)));
  };
  routine.set(
    tiles,
    routine.binary("shift", routine.get(at.rows), routine.number(31 - Math.clz32(tile.rows))),
  );
  routine.when(routine.get(tiles), () => {
    routine.when(
      routine.get(at.isPacked),
      () => run(packed, routine.get(tiles)),
      () => run(direct[tile.rows - 1] as number, routine.get(tiles)),
    );
    routine.advance(at.a, routine.product(routine.get(tiles), routine.get(at.aTile)));
    const rows = routine.product(routine.get(tiles), routine.number(tile.rows));
    routine.advance(at.out, routine.product(rows, routine.get(at.outRow)));
  });
  routine.set(at.rows, routine.binary("and", routine.get(at.rows), routine.number(tile.rows - 1)));
  for (const rows of range(tile.rows).slice(1)) {
    routine.when(routine.binary("equal", routine.get(at.rows), routine.number(rows)), () =>
      run(direct[rows - 1] as number, routine.number(1)),
    );
  }
  return routine.code;
}

/** Copies or adds the first columns of tiles that lie below each other to out. */
export function spillKernel(lanes: Lanes): Code {
  const routine = new Routine(...(["from", "out", "outRow", "rows", "columns", "add"] as const));
  const { code, at } = routine;
  const [j, source, target] = [routine.local(), routine.local(), routine.local()];
  const width = routine.product(routine.get(at.columns), routine.number(lanes.bytes));
  routine.repeat(() => {
    routine.sweep(j, lanes.bytes, width, () => {
      routine.set(source, routine.sum(routine.get(at.from), routine.get(j)));
      routine.set(target, routine.sum(routine.get(at.out), routine.get(j)));
      routine.when(
        routine.get(at.add),
        () => {
          lanes.first(code.localGet(target).localGet(target));
          lanes.store(lanes.add(lanes.first(code.localGet(source))));
        },
        () => lanes.store(lanes.first(code.localGet(target).localGet(source))),
      );
    });
    routine.advance(at.from, routine.number(tile.vectors * 16));
    routine.advance(at.out, routine.get(at.outRow));
    routine.advance(at.rows, routine.number(-1));
  }, routine.get(at.rows));
  return code;
}
