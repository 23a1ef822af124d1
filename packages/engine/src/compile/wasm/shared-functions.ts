import { Code, type WasmModule } from "@outgrad/ops/wasm";
import type { Layout } from "./layout.js";

/** The functions of a module that move numbers between rows: their indices. */
export interface SharedFunctions {
  /** (indices, row, lanes): row[k] = the number at indices[k]. */
  readonly gather: number;
  /** (indices, row, lanes): the gradient at indices[k] += row[k], last lane first. */
  readonly scatter: number;
  /** (start, row, lanes): ((start + row[0]) + row[1]) + ... */
  readonly sum: number;
  /** (g, row, lanes): row[k] = g. */
  readonly fill: number;
  /** (g, row, lanes): row[k] += g. */
  readonly spread: number;
}

/** Rows are given as bytes from the first number or gradient, indices as bytes in memory. */
export function addSharedFunctions(module: WasmModule, { values, gradients }: Layout): SharedFunctions {
  const gather = countingUp(["i32", "i32", "i32"], (code) => {
    code.localGet(1).localGet(0).i32Load().f64Load(values).f64Store(values);
    code.localGet(0).i32Const(4).i32Add().localSet(0);
    code.localGet(1).i32Const(8).i32Add().localSet(1);
  });
  const scatter = new Code(["i32", "i32", "i32"]);
  const [index, row, lanes] = [0, 1, 2];
  const at = scatter.local("i32");
  // From behind the last lane down to the first.
  scatter.localGet(index).localGet(lanes).i32Const(4).i32Mul().i32Add().localSet(index);
  scatter.localGet(row).localGet(lanes).i32Const(8).i32Mul().i32Add().localSet(row);
  scatter.loop();
  scatter.localGet(index).i32Const(4).i32Sub().localTee(index).i32Load().localSet(at);
  scatter.localGet(row).i32Const(8).i32Sub().localSet(row);
  scatter.localGet(at).localGet(at).f64Load(gradients).localGet(row).f64Load(gradients).f64Add();
  scatter.f64Store(gradients);
  scatter.localGet(lanes).i32Const(1).i32Sub().localTee(lanes).brIf(0).end();

  const sum = new Code(["f64", "i32", "i32"]);
  sum.loop();
  sum.localGet(0).localGet(1).f64Load(values).f64Add().localSet(0);
  sum.localGet(1).i32Const(8).i32Add().localSet(1);
  sum.localGet(2).i32Const(1).i32Sub().localTee(2).brIf(0).end().localGet(0);

  const fill = countingUp(["f64", "i32", "i32"], (code) => {
    code.localGet(1).localGet(0).f64Store(gradients);
    code.localGet(1).i32Const(8).i32Add().localSet(1);
  });
  const spread = countingUp(["f64", "i32", "i32"], (code) => {
    code.localGet(1).localGet(1).f64Load(gradients).localGet(0).f64Add().f64Store(gradients);
    code.localGet(1).i32Const(8).i32Add().localSet(1);
  });
  return {
    gather: module.addFunction(gather, []),
    scatter: module.addFunction(scatter, []),
    sum: module.addFunction(sum, ["f64"]),
    fill: module.addFunction(fill, []),
    spread: module.addFunction(spread, []),
  };
}

/** A loop whose third parameter counts how often it still runs. */
function countingUp(params: ["i32" | "f64", "i32", "i32"], body: (code: Code) => void): Code {
  const code = new Code(params);
  code.loop();
  body(code);
  return code.localGet(2).i32Const(1).i32Sub().localTee(2).brIf(0).end();
}
