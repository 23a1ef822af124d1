import type { Code } from "@outgrad/ops/wasm";
import type { Lanes } from "./lanes.js";
import { tile } from "./micro.js";
import { type Expression, Routine } from "./routine.js";

/** Terms of a sum that are added up in registers before they go to out. */
export const run = 256;
/** What is packed at once, in bytes for one k: rows of a, columns of b. */
export const packedRows = 512;
export const packedColumns = 2048;
/** Up to so many columns it is faster to read the rows of a where they are, up to so many rows the columns of b. */
const fewColumns = 32;
const fewRows = 32;

/** The loops over blocks, and in a block over the columns of tiles. */
export function blocks(lanes: Lanes, functions: Readonly<Record<"pack" | "column" | "spill", number>>): Code {
  const routine = new Routine(
    ...([
      "work",
      "m",
      "n",
      "k",
      "a",
      "aRow",
      "aColumn",
      "b",
      "bRow",
      "bColumn",
      "out",
      "outRow",
      "add",
    ] as const),
  );
  const { at } = routine;
  const { get, number, sum, product, binary, least } = routine;
  const local = () => routine.local();
  const [p, i, j, offset] = [local(), local(), local(), local()];
  const [terms, rows, columns, left] = [local(), local(), local(), local()];
  const [packsA, packsB, from, leftRow, leftStep, leftTile] = [
    local(),
    local(),
    local(),
    local(),
    local(),
    local(),
  ];
  const [right, rightStep, target, width] = [local(), local(), local(), local()];
  const { bytes, count } = lanes;
  const tileColumns = tile.vectors * count;
  const vectorBytes = 16;
  const rest = (end: number, start: number, most: number) =>
    least(binary("difference", get(end), get(start)), number(most));

  /** Brings the lines of one tile together, vector by vector. */
  const packTile = (to: number, source: number, line: number, step: number, lines: number, size: number) => {
    for (let first = 0; first < size; first += count) {
      const here = least(binary("difference", get(lines), number(first)), number(count));
      routine.when(binary("below", number(first), get(lines)), () =>
        routine.call(
          functions.pack,
          sum(get(to), number(first * bytes)),
          number(size * bytes),
          sum(get(source), product(number(first), get(line))),
          get(line),
          get(step),
          get(terms),
          here,
        ),
      );
    }
  };
  const chooseLeft = () => {
    routine.set(from, sum(get(at.a), product(get(i), get(at.aRow)), product(get(p), get(at.aColumn))));
    routine.when(
      get(packsA),
      () => {
        routine.set(leftTile, product(get(terms), number(tile.rows * bytes)));
        routine.set(left, get(at.work));
        routine.sweep(j, tile.rows, get(rows), () => {
          routine.set(width, rest(rows, j, tile.rows));
          packTile(left, from, at.aRow, at.aColumn, width, tile.rows);
          routine.advance(from, product(get(at.aRow), number(tile.rows)));
          routine.advance(left, get(leftTile));
        });
        routine.set(left, get(at.work));
        routine.set(leftRow, number(bytes));
        routine.set(leftStep, number(tile.rows * bytes));
      },
      () => {
        routine.set(left, get(from));
        routine.set(leftRow, get(at.aRow));
        routine.set(leftStep, get(at.aColumn));
        routine.set(leftTile, product(get(at.aRow), number(tile.rows)));
      },
    );
  };
  const chooseRight = () => {
    routine.set(
      from,
      sum(get(at.b), product(get(p), get(at.bRow)), product(sum(get(offset), get(j)), get(at.bColumn))),
    );
    const inPlace = binary("equal", get(packsB), number(0));
    routine.when(
      binary("and", inPlace, binary("equal", get(width), number(tileColumns))),
      () => {
        routine.set(right, get(from));
        routine.set(rightStep, get(at.bRow));
      },
      () => {
        const packedHere = product(product(get(j), get(terms)), number(bytes));
        routine.set(right, sum(get(at.work), number(run * packedRows), packedHere));
        routine.set(rightStep, number(tileColumns * bytes));
        routine.when(binary("equal", get(i), number(0)), () =>
          packTile(right, from, at.bColumn, at.bRow, width, tileColumns),
        );
      },
    );
  };
  const multiply = (out: Expression, outRow: Expression, add: Expression) => {
    const operands = [left, leftRow, leftStep, leftTile, right, rightStep].map((each) => get(each));
    routine.call(functions.column, get(packsA), get(rows), get(terms), ...operands, out, outRow, add);
  };
  const columnOfTiles = () => {
    routine.set(width, rest(columns, j, tileColumns));
    chooseRight();
    const column = product(sum(get(offset), get(j)), number(bytes));
    routine.set(target, sum(get(at.out), product(get(i), get(at.outRow)), column));
    const add = binary("or", get(at.add), get(p));
    const scratch = sum(get(at.work), number(run * (packedRows + packedColumns)));
    routine.when(
      binary("equal", get(width), number(tileColumns)),
      () => multiply(get(target), get(at.outRow), add),
      () => {
        multiply(scratch, number(tile.vectors * vectorBytes), number(0));
        routine.call(functions.spill, scratch, get(target), get(at.outRow), get(rows), get(width), add);
      },
    );
  };
  const product3 = () => {
    routine.set(packsA, binary("below", number(fewColumns), get(at.n)));
    routine.set(
      packsB,
      binary(
        "or",
        binary("below", number(fewRows), get(at.m)),
        binary("difference", get(at.bColumn), number(bytes)),
      ),
    );
    routine.sweep(p, run, get(at.k), () => {
      routine.set(terms, rest(at.k, p, run));
      routine.sweep(offset, packedColumns / bytes, get(at.n), () => {
        routine.set(columns, rest(at.n, offset, packedColumns / bytes));
        routine.sweep(i, packedRows / bytes, get(at.m), () => {
          routine.set(rows, rest(at.m, i, packedRows / bytes));
          chooseLeft();
          routine.sweep(j, tileColumns, get(columns), columnOfTiles);
        });
      });
    });
  };
  routine.when(get(at.m), () => routine.when(get(at.n), product3));
  return routine.code;
}
