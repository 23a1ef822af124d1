import type { Op } from "@outgrad/ops";
import { CONSTANT, type Segment } from "./segment.js";

type Columns = Pick<Segment, "data" | "grad" | "code">;

/** What an op that a user defined does to nodes: its formulas are functions. */
export class UserOp {
  readonly op: Op;
  private readonly params: number;

  constructor(op: Op) {
    this.op = op;
    this.params = Object.keys(op.params).length;
  }

  /** Computes node k of operands i and j. */
  compute({ data }: Columns, k: number, i: number, j: number): void {
    data[k] = this.op.value(...this.numbersOf(data, k, i, j));
  }

  /** The chain rule for node k: hands its gradient times the local derivatives to its operands. */
  hand({ data, grad, code }: Columns, k: number, i: number, j: number): void {
    const numbers = [...this.numbersOf(data, k, i, j), data[k] as number];
    this.op.partials.forEach((partial, p) => {
      const operand = p === 0 ? i : j;
      if (code[operand] === CONSTANT) return;
      grad[operand] = (grad[operand] as number) + (grad[k] as number) * partial(...numbers);
    });
  }

  /** The numbers of the arguments, then the parameters. */
  private numbersOf(data: Float64Array, k: number, i: number, j: number): number[] {
    const operands = [data[i], data[j]].slice(0, this.op.args.length);
    return [...operands, ...data.subarray(k - this.params, k)] as number[];
  }
}
