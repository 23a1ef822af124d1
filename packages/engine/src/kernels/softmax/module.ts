import { type Formula, parseFormula } from "@outgrad/ops";
import { type Code, FormulaPrinter, WasmModule } from "@outgrad/ops/wasm";
import { Routine } from "../gemm/routine.js";
import { type Pairs, pairsOf } from "../pairs.js";

/** The ops that give each number of a column one of its own, by what the column needs first. */
export type ColumnOp = "softmax" | "logSoftmax";

/** Does `outer` blocks of `count` rows of `inner` numbers in place, with room for 16 `count` bytes at `work`. */
export type ColumnFunction = (work: number, at: number, outer: number, count: number, inner: number) => void;

const power = parseFormula("exp(x - shift)");
const share = parseFormula("power / total");
const logarithm = parseFormula("log(total)");
const logShare = parseFormula("x - shift - logOfTotal");
/** As many instructions of an intrinsic as are written in the loop itself. */
const inlined = 400;

/** The binary of a module that imports a memory as env.memory and exports a ColumnFunction for each op. */
export function columnModule(type: "float32" | "float64"): Uint8Array<ArrayBuffer> {
  const module = new WasmModule(1);
  const printer = new FormulaPrinter(module, "f64x2", inlined);
  for (const op of ["softmax", "logSoftmax"] as const) {
    module.addFunction(columns(op, pairsOf[type], printer), [], op);
  }
  return module.bytes();
}

/** Two columns at a time, in the lanes: each sums its own terms from the first to the last, as in JavaScript. */
function columns(op: ColumnOp, pairs: Pairs, printer: FormulaPrinter): Code {
  const routine = new Routine(...(["work", "at", "outer", "count", "inner"] as const));
  const { code, at, get, number, binary, sum, product } = routine;
  const [column, last, step, from, rest] = [0, 0, 0, 0, 0].map(() => routine.local()) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [first, second, starts, ends] = [0, 0, 0, 0].map(() => routine.local()) as [
    number,
    number,
    number,
    number,
  ];
  const [x, shift, total, result, invalid] = [0, 0, 0, 0, 0].map(() => code.local("v128")) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const locals: Readonly<Record<string, number>> = { x, shift, total, power: result, logOfTotal: total };
  const print = (formula: Formula, to: number) => {
    printer.print(formula, code, (name) => code.localGet(locals[name] as number));
    code.localSet(to);
  };
  const startOf = (index: number) => {
    const block = binary("quotient", get(index), get(at.inner));
    const within = binary("remainder", get(index), get(at.inner));
    const before = product(block, product(get(at.count), get(at.inner)));
    return sum(get(at.at), product(sum(before, within), number(pairs.bytes)));
  };
  const down = (body: () => void) => {
    routine.set(first, get(starts));
    routine.set(second, get(ends));
    routine.set(rest, get(at.count));
    routine.set(from, get(at.work));
    routine.repeat(() => {
      body();
      routine.advance(first, get(step));
      routine.advance(second, get(step));
      routine.advance(from, number(16));
      routine.advance(rest, number(-1));
    }, get(rest));
  };
  const greatest = () => {
    code.v128Const(Number.NEGATIVE_INFINITY).localSet(shift).v128Const(0).localSet(invalid);
    down(() => {
      pairs.gather(code, first, second).localSet(x);
      code.localGet(shift).localGet(x).f64x2Pmax().localSet(shift);
      code.localGet(invalid).localGet(x).localGet(x).f64x2Ne().v128Or().localSet(invalid);
    });
    // All bits set are a NaN.
    code.localGet(shift).localGet(invalid).v128Or().localSet(shift);
  };
  const powers = () => {
    code.v128Const(0).localSet(total);
    down(() => {
      pairs.gather(code, first, second).localSet(x);
      print(power, result);
      if (op === "softmax") code.localGet(from).localGet(result).v128Store();
      code.localGet(total).localGet(result).f64x2Add().localSet(total);
    });
  };
  const results = () => {
    if (op === "logSoftmax") print(logarithm, total);
    down(() => {
      if (op === "softmax") code.localGet(from).v128Load().localSet(result);
      else pairs.gather(code, first, second).localSet(x);
      print(op === "softmax" ? share : logShare, result);
      pairs.scatter(code, result, first, second);
    });
  };

  routine.set(step, product(get(at.inner), number(pairs.bytes)));
  routine.set(last, sum(product(get(at.outer), get(at.inner)), number(-1)));
  routine.set(column, number(0));
  routine.repeat(
    () => {
      routine.set(starts, startOf(column));
      routine.set(ends, get(starts));
      routine.when(binary("below", get(column), get(last)), () => {
        routine.advance(column, number(1));
        routine.set(ends, startOf(column));
      });
      greatest();
      powers();
      results();
      routine.advance(column, number(1));
    },
    binary("most", get(column), get(last)),
  );
  return code;
}
