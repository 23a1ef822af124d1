import { opOf } from "@outgrad/ops";
import { CONSTANT, type Segment } from "./segment.js";
import { shapeOf } from "./shapes.js";

// The table's switches do not know an op that a user defined: its formulas are functions.

type Columns = Pick<Segment, "data" | "grad" | "code">;

/** Computes node k, that op of operands i and j. */
export function computeUserOp({ data }: Columns, op: number, k: number, i: number, j: number): void {
  data[k] = opOf(shapeOf(op).op).value(...numbersOf(data, op, k, i, j));
}

/** The chain rule for node k: hands its gradient times the local derivatives to its operands. */
export function handUserOp({ data, grad, code }: Columns, op: number, k: number, i: number, j: number): void {
  const numbers = [...numbersOf(data, op, k, i, j), data[k] as number];
  opOf(shapeOf(op).op).partials.forEach((partial, p) => {
    const operand = p === 0 ? i : j;
    if (code[operand] === CONSTANT) return;
    grad[operand] = (grad[operand] as number) + (grad[k] as number) * partial(...numbers);
  });
}

/** The numbers of the arguments, then the parameters. */
function numbersOf(data: Float64Array, op: number, k: number, i: number, j: number): number[] {
  const { args, params } = shapeOf(op);
  return [...[data[i], data[j]].slice(0, args), ...data.subarray(k - params, k)] as number[];
}
