import { WasmModule } from "@outgrad/ops/wasm";
import type { DType } from "../../tensor/dtype.js";
import { Routine } from "../gemm/routine.js";
import { pairsOf } from "../pairs.js";

/** Works on `rows` rows of n numbers in one memory; all that are not counts are addresses in bytes. */
export type RowsFunction = (
  rows: number,
  n: number,
  x: number,
  g: number,
  weight: number,
  bias: number,
  moments: number,
  centered: number,
) => void;

const swapped = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];

/** A function in the making: rows, each walked in pairs of numbers, and one number at the end of an odd row. */
class RowsRoutine extends Routine<
  "rows" | "n" | "x" | "g" | "weight" | "bias" | "moments" | "centered" | "constants"
> {
  readonly pairs;
  readonly #pointers: number[];
  readonly #rest: number;

  constructor(dtype: DType) {
    super("rows", "n", "x", "g", "weight", "bias", "moments", "centered", "constants");
    this.pairs = pairsOf[dtype];
    this.#pointers = [0, 1, 2, 3].map(() => this.local());
    this.#rest = this.local();
  }

  vector(): number {
    return this.code.local("v128");
  }

  /** Runs a body for each row; x, g and moments then go on to the next one. */
  eachRow(body: () => void): void {
    const { at } = this;
    this.repeat(() => {
      body();
      const bytes = this.product(this.get(at.n), this.number(this.pairs.bytes));
      this.advance(at.x, bytes);
      this.advance(at.g, bytes);
      this.advance(at.moments, this.number(16));
      this.advance(at.rows, this.number(-1));
    }, this.get(at.rows));
  }

  /** Runs a body for each pair of a row, and for a last number. Doubles go on by 16 bytes. */
  eachPair(
    names: readonly ("x" | "g" | "weight" | "bias")[],
    body: (row: Row) => void,
    doubles?: "weight",
  ): void {
    const pointers = names.map((name, i) => [name, this.#pointers[i] as number] as const);
    const pointerOf = new Map<string, number>(pointers);
    for (const [name, pointer] of pointers) this.set(pointer, this.get(this.at[name]));
    this.set(this.#rest, this.binary("shift", this.get(this.at.n), this.number(1)));
    const row = (two: boolean): Row => ({
      two,
      load: (name) => {
        this.code.localGet(pointerOf.get(name) as number);
        if (name === doubles) this.code.v128Load();
        else if (two) this.pairs.load(this.code, 0);
        else this.pairs.single(this.code);
      },
      store: (name, vector) => {
        this.code.localGet(pointerOf.get(name) as number).localGet(vector);
        if (name === doubles) this.code.v128Store();
        else if (two) this.pairs.store(this.code, 0);
        else this.pairs.storeSingle(this.code);
      },
    });
    this.when(this.get(this.#rest), () =>
      this.repeat(() => {
        body(row(true));
        for (const [name, pointer] of pointers) {
          this.advance(pointer, this.number(name === doubles ? 16 : 2 * this.pairs.bytes));
        }
        this.advance(this.#rest, this.number(-1));
      }, this.get(this.#rest)),
    );
    this.when(this.binary("and", this.get(this.at.n), this.number(1)), () => body(row(false)));
  }

  /** Pushes both lanes' sum, in both lanes, divided by how many numbers a row has. */
  mean(sum: number): void {
    this.code.localGet(sum).localGet(sum).localGet(sum).i8x16Shuffle(swapped).f64x2Add();
    this.code.localGet(this.at.constants).v128Load64Splat().f64x2Div();
  }

  /** The same if the numbers are centered, else 0. */
  meanIfCentered(sum: number, to: number): void {
    this.code.v128Const(0).localSet(to);
    this.when(this.get(this.at.centered), () => {
      this.mean(sum);
      this.code.localSet(to);
    });
  }
}

/** A pair of numbers of a row, or its last one beside a 0. */
interface Row {
  readonly two: boolean;
  load(name: string): void;
  store(name: string, vector: number): void;
}

/** x becomes (x - mean) scale weight + bias; the moments are written. */
function forward(dtype: DType): Routine<never> {
  const routine = new RowsRoutine(dtype);
  const { code, at } = routine;
  const [sum, mean, scale, off] = [routine.vector(), routine.vector(), routine.vector(), routine.vector()];
  routine.eachRow(() => {
    code.v128Const(0).localSet(sum);
    routine.eachPair(["x"], (row) => {
      row.load("x");
      code.localGet(sum).f64x2Add().localSet(sum);
    });
    routine.meanIfCentered(sum, mean);
    code.v128Const(0).localSet(sum);
    routine.eachPair(["x"], (row) => {
      row.load("x");
      code.localGet(mean).f64x2Sub();
      if (!row.two) code.f64Const(0).f64x2ReplaceLane(1);
      code.localSet(off).localGet(off).localGet(off).f64x2Mul().localGet(sum).f64x2Add().localSet(sum);
    });
    code.v128Const(1);
    routine.mean(sum);
    code.localGet(at.constants).v128Load64Splat(8).f64x2Add().f64x2Sqrt().f64x2Div().localSet(scale);
    code.localGet(at.moments).localGet(mean).v128Store64Lane(0);
    code.localGet(at.moments).localGet(scale).v128Store64Lane(0, 8);
    routine.eachPair(["x", "weight", "bias"], (row) => {
      row.load("x");
      code.localGet(mean).f64x2Sub().localGet(scale).f64x2Mul();
      row.load("weight");
      code.f64x2Mul();
      row.load("bias");
      code.f64x2Add().localSet(off);
      row.store("x", off);
    });
  });
  return routine as never;
}

/** g becomes (u - mean(u) - (x - mean) mean(u (x - mean)) scale²) scale with u = g weight. */
function backward(dtype: DType): Routine<never> {
  const routine = new RowsRoutine(dtype);
  const { code, at } = routine;
  const [total, along, mean, scale] = [
    routine.vector(),
    routine.vector(),
    routine.vector(),
    routine.vector(),
  ];
  const [u, shift, tilt] = [routine.vector(), routine.vector(), routine.vector()];
  const weighed = (row: Row) => {
    row.load("g");
    row.load("weight");
    code.f64x2Mul().localSet(u);
  };
  const off = (row: Row) => {
    row.load("x");
    code.localGet(mean).f64x2Sub();
  };
  routine.eachRow(() => {
    code.localGet(at.moments).v128Load64Splat().localSet(mean);
    code.localGet(at.moments).v128Load64Splat(8).localSet(scale);
    code.v128Const(0).localSet(total).v128Const(0).localSet(along);
    routine.eachPair(["x", "g", "weight"], (row) => {
      weighed(row);
      code.localGet(total).localGet(u).f64x2Add().localSet(total);
      code.localGet(along).localGet(u);
      off(row);
      code.f64x2Mul().f64x2Add().localSet(along);
    });
    routine.meanIfCentered(total, shift);
    routine.mean(along);
    code.localGet(scale).f64x2Mul().localGet(scale).f64x2Mul().localSet(tilt);
    routine.eachPair(["x", "g", "weight"], (row) => {
      weighed(row);
      code.localGet(u).localGet(shift).f64x2Sub().localGet(tilt);
      off(row);
      code.f64x2Mul().f64x2Sub().localGet(scale).f64x2Mul().localSet(u);
      row.store("g", u);
    });
  });
  return routine as never;
}

/** Adds g (x - mean) scale of all rows to the doubles at `weight`. */
function weightGradient(dtype: DType): Routine<never> {
  const routine = new RowsRoutine(dtype);
  const { code, at } = routine;
  const [mean, scale, sum] = [routine.vector(), routine.vector(), routine.vector()];
  routine.eachRow(() => {
    code.localGet(at.moments).v128Load64Splat().localSet(mean);
    code.localGet(at.moments).v128Load64Splat(8).localSet(scale);
    routine.eachPair(
      ["x", "g", "weight"],
      (row) => {
        row.load("weight");
        row.load("g");
        row.load("x");
        code.localGet(mean).f64x2Sub().localGet(scale).f64x2Mul().f64x2Mul().f64x2Add().localSet(sum);
        row.store("weight", sum);
      },
      "weight",
    );
  });
  return routine as never;
}

/** The binary of a module that imports a memory as env.memory; the last parameter is the address of n and eps. */
export function rowsModule(dtype: DType): Uint8Array<ArrayBuffer> {
  const module = new WasmModule(1);
  module.addFunction(forward(dtype).code, [], "forward");
  module.addFunction(backward(dtype).code, [], "backward");
  module.addFunction(weightGradient(dtype).code, [], "weight");
  return module.bytes();
}
