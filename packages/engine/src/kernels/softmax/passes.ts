import { type Formula, parseFormula } from "@outgrad/ops";
import { type Code, type FormulaPrinter, type HoistingCode, inFloat32 } from "@outgrad/ops/wasm";

/**
 * What is done to columns. "moments" only gives the greatest number of each and the sum of the powers beside it, which
 * the others need first; "scaledSoftmax" multiplies each column by a number of its own.
 */
export type ColumnOp = "softmax" | "logSoftmax" | "moments" | "scaledSoftmax";

/** How two numbers are reached that a pass works on. */
export interface Pair {
  /** Pushes them; what is not there is -Infinity, the number that adds nothing. */
  read(): void;
  /** Stores a vector where they were. */
  write(vector: number): void;
  /** The local with the address of 16 bytes of their own. */
  readonly room: number;
}

/** A walk down what is in the two lanes: two columns, or one, of which each lane has every second number. */
export interface Walk {
  readonly type: "float32" | "float64";
  /** Pushes a double of each column in the lanes, from what the caller gave or is given: 0 or 1 of its two. */
  load(which: 0 | 1): void;
  /** Stores one. */
  store(vector: number, which: 0 | 1): void;
  readonly lanes: "two columns" | "one column";
  /** Writes a loop with the body in it, perhaps more than once. */
  each(body: (pair: Pair) => void): void;
}

const power = parseFormula("exp(x - shift)");
const share = parseFormula("power / total");
const factor = parseFormula("scale / total");
const scaledShare = parseFormula("power * factor");
const logarithm = parseFormula("log(total)");
const logShare = parseFormula("x - shift - logOfTotal");

const halves = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];

/** Writes the passes of an op over what a walk goes down: the greatest number, the sum of powers, the results. */
export function passes(op: ColumnOp, code: HoistingCode, printer: FormulaPrinter, walk: Walk): () => void {
  const [x, shift, total] = [code.local("v128"), code.local("v128"), code.local("v128")];
  const [result, invalid] = [code.local("v128"), code.local("v128")];
  const given = { x, shift, total, scale: x, power: result };
  const locals: Readonly<Record<string, number>> = { ...given, logOfTotal: total, factor: total };
  const keepsPowers = op === "softmax" || op === "scaledSoftmax";
  const write = (formula: Formula, to: Code) =>
    printer.print(walk.type === "float32" ? inFloat32(formula) : formula, to, (name) =>
      to.localGet(locals[name] as number),
    );
  const print = (formula: Formula, to: number) => {
    write(formula, code);
    code.localSet(to);
  };
  code.hoist((to) => write(power, to));
  const read = (pair: Pair) => {
    pair.read();
    code.localSet(x);
  };
  /** Of one column, both lanes get what both have together. */
  const join = (local: number, how: "f64x2Pmax" | "f64x2Add" | "v128Or") => {
    if (walk.lanes === "two columns") return;
    code.localGet(local).localGet(local).localGet(local).i8x16Shuffle(halves)[how]().localSet(local);
  };
  const greatest = () => {
    code.v128Const(Number.NEGATIVE_INFINITY).localSet(shift).v128Const(0).localSet(invalid);
    walk.each((pair) => {
      read(pair);
      code.localGet(shift).localGet(x).f64x2Pmax().localSet(shift);
      code.localGet(invalid).localGet(x).localGet(x).f64x2Ne().v128Or().localSet(invalid);
    });
    join(shift, "f64x2Pmax");
    join(invalid, "v128Or");
    // All bits set are a NaN.
    code.localGet(shift).localGet(invalid).v128Or().localSet(shift);
  };
  const powers = () => {
    code.v128Const(0).localSet(total);
    walk.each((pair) => {
      read(pair);
      print(power, result);
      if (keepsPowers) code.localGet(pair.room).localGet(result).v128Store();
      code.localGet(total).localGet(result).f64x2Add().localSet(total);
    });
    join(total, "f64x2Add");
  };
  const results = () => {
    if (op === "logSoftmax") print(logarithm, total);
    if (op === "scaledSoftmax") {
      walk.load(0);
      code.localSet(x);
      print(factor, total);
    }
    const formula = op === "softmax" ? share : op === "scaledSoftmax" ? scaledShare : logShare;
    walk.each((pair) => {
      if (keepsPowers) code.localGet(pair.room).v128Load().localSet(result);
      else read(pair);
      print(formula, result);
      pair.write(result);
    });
  };
  return () => {
    greatest();
    powers();
    if (op !== "moments") results();
    else {
      walk.store(shift, 0);
      walk.store(total, 1);
    }
  };
}
