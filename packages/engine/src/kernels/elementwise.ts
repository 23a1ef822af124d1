import type { Op } from "@outgrad/ops";
import { kernels as float32 } from "../generated/kernels-float32.js";
import { kernels as float64 } from "../generated/kernels-float64.js";
import type { DType } from "../tensor/dtype.js";
import type { Cursor, LoopKernel } from "./loops.js";

/** What an elementwise op does to arrays of one dtype. */
export interface OpKernels {
  /** y of the operands. */
  readonly value: LoopKernel;
  /** The gradient times each local derivative, of the gradient and what the partial reads; null: times 1. */
  readonly partials: readonly (LoopKernel | null)[];
}

const tables: Record<DType, OpKernels[]> = { float64: [...float64], float32: [...float32] };

export const kernelsOf = (code: number, dtype: DType): OpKernels => tables[dtype][code] as OpKernels;

/** Gives a user's op, whose formulas are functions, the next code. */
export function addKernels({ args, value, partials }: Op): number {
  const arity = args.length;
  const kernels: OpKernels = {
    value: loop(arity, (_g, numbers, params) => value(...numbers, ...params)),
    partials: partials.map((partial) =>
      loop(arity + 2, ([g, ...numbers], _all, params) => {
        const y = numbers.pop() as number;
        return 0 + (g as number) * partial(...numbers, ...params, y);
      }),
    ),
  };
  tables.float32.push(kernels);
  return tables.float64.push(kernels) - 1;
}

function loop(
  arity: number,
  f: (numbers: number[], all: readonly number[], params: readonly number[]) => number,
): LoopKernel {
  return (rows, columns, out, at, params, ...cursors) => {
    const given = cursors.slice(0, arity) as Cursor[];
    for (let row = 0, o = at; row < rows; row++) {
      for (let column = 0; column < columns; column++, o++) {
        const numbers = given.map(
          (from) => from.data[from.at + row * from.row + column * from.column] as number,
        );
        out[o] = f(numbers, numbers, params);
      }
    }
  };
}
