// Prints the op table as src/generated/replay.ts: a recorded program computed again. Pure: ops in, text out.
import { codeOf, handCases, header, importIntrinsics, inData, partialTerm } from "./print-ops.mjs";

/** src/generated/replay.ts */
export function printReplay(ops, tools) {
  const { toJs, callsIn } = tools;
  const coded = ops.map((op, index) => ({ op, code: codeOf(index) }));
  const isPlain = (formulas) => formulas.every((formula) => callsIn(formula).size === 0);
  const plain = (formulasOf) => coded.filter(({ op }) => isPlain(formulasOf(op)));
  const rest = (formulasOf) => coded.filter(({ op }) => !isPlain(formulasOf(op)));
  const compute = ({ op, code }) =>
    `case ${code}: // ${op.name}\n data[k] = ${toJs(op.formula, { name: inData(op) })};\n break;\n`;
  const values = (op) => [op.formula];
  const partials = (op) => op.partialFormulas;
  const [mul, add] = ["mul", "add"].map((name) => ops.find((op) => op.name === name));
  const product = toJs(mul.formula, { name: inData(mul) });
  const sum = toJs(add.formula, { name: (name) => (name === add.args[0] ? "sum" : "product") });
  const handProduct = mul.partialFormulas
    .map((partial, i) => `grad[${"ij"[i]}]! += ${partialTerm(mul, partial, tools)};\n`)
    .join("");
  return `${header("A recorded program computed again: records of [code, k, i, j, count], forward and backward.")}${importIntrinsics(
    ops.flatMap((op) => [op.formula, ...op.partialFormulas]),
    tools,
  )}import { CONSTANT, STOP } from "../segment.js";

/** The code of a run of products, each added to the sum so far by the node after it: a dot product. */
export const DOT = 0;
/** The numbers in a record. */
export const RECORD = 5;

/** A program as replay reads it. */
export interface Records {
  /** One after the other: [code, k, i, j, 0], or [DOT, first k, sum before, place in factors, number of products]. */
  readonly records: Int32Array;
  /** The operands of the products of all runs. */
  readonly factors: Int32Array;
  readonly data: Float64Array;
  readonly grad: Float64Array;
  readonly code: Uint16Array;
  /** What a user's op does: the table's switch does not know it. */
  readonly compute: (code: number, k: number, i: number, j: number) => void;
  readonly hand: (code: number, k: number, i: number, j: number) => void;
}

export function forward(program: Records): void {
  const { records, factors, data } = program;
  for (let r = 0; r < records.length; r += RECORD) {
    let k = records[r + 1]!;
    const i = records[r + 2]!;
    const j = records[r + 3]!;
    switch (records[r]) {
      case DOT: {
        let sum = data[i]!;
        const end = j + 2 * records[r + 4]!;
        for (let f = j; f < end; f += 2) {
          const i = factors[f]!;
          const j = factors[f + 1]!;
          const product = ${product};
          data[k] = product;
          sum = ${sum};
          data[k + 1] = sum;
          k += 2;
        }
        break;
      }
      case STOP:
        data[k] = data[i]!;
        break;
${plain(values).map(compute).join("")}      default:
        compute(program, records[r]!, k, i, j);
    }
  }
}

/** The ops that call functions: apart, so that the loop above stays small. */
function compute(program: Records, code: number, k: number, i: number, j: number): void {
  const { data } = program;
  switch (code) {
${rest(values).map(compute).join("")}    default:
      program.compute(code, k, i, j);
  }
}

export function backward(program: Records): void {
  const { records, factors, data, grad } = program;
  for (let r = records.length - RECORD; r >= 0; r -= RECORD) {
    let k = records[r + 1]!;
    const i = records[r + 2]!;
    const j = records[r + 3]!;
    if (records[r] === DOT) {
      // Each sum hands its gradient on to its product and to the sum before.
      const count = records[r + 4]!;
      const start = i;
      const begin = j;
      k += 2 * (count - 1);
      const g = 0 + grad[k + 1]!;
      for (let f = begin + 2 * (count - 1); f >= begin; f -= 2) {
        const i = factors[f]!;
        const j = factors[f + 1]!;
        grad[k + 1] = g;
        if (f === begin) grad[start]! += g;
        grad[k] = g;
        ${handProduct}        k -= 2;
      }
      continue;
    }
    const g = grad[k]!;
    switch (records[r]) {
      case STOP:
        break;
${handCases(plain(partials), tools)}      default:
        hand(program, records[r]!, k, i, j);
    }
  }
}

function hand(program: Records, op: number, k: number, i: number, j: number): void {
  const { data, grad, code } = program;
  const g = grad[k]!;
  switch (op) {
${handCases(rest(partials), tools)}    default:
      program.hand(op, k, i, j);
  }
}
`;
}
