import { type Op, type OpName, opOf } from "@outgrad/ops";
import { elementwiseOps } from "../generated/elementwise-ops.js";
import { kernels as float32 } from "../generated/kernels-float32.js";
import { kernels as float64 } from "../generated/kernels-float64.js";
import type { ElementwiseOp } from "../tensor/backend.js";
import type { DType } from "../tensor/dtype.js";
import { partialOf, resultOf } from "./elementwise/element.js";
import { warming } from "./elementwise/wasm.js";
import type { Cursor, LoopKernel } from "./loops.js";

/** What an elementwise op does to arrays of one dtype. */
export interface OpKernels {
  /** y of the operands. */
  readonly value: LoopKernel;
  /** The gradient times each local derivative, of the gradient and what the partial reads; null: times 1. */
  readonly partials: readonly (LoopKernel | null)[];
}

const printed: Readonly<Record<DType, readonly OpKernels[]>> = { float64, float32 };
const tables: Readonly<Record<DType, (OpKernels | undefined)[]>> = { float64: [], float32: [] };

/** The kernels of the op with this code. */
export function kernelsOf(code: number, dtype: DType): OpKernels {
  const known = tables[dtype][code];
  if (known !== undefined) return known;
  const fresh = warmed(code, dtype);
  tables[dtype][code] = fresh;
  return fresh;
}

/** The printed kernels, able to go over to WebAssembly. */
function warmed(code: number, dtype: DType): OpKernels {
  const { name, partials: reads } = elementwiseOps[code] as ElementwiseOp;
  const { value, partials } = printed[dtype][code] as OpKernels;
  const op = opOf(name as OpName);
  return {
    value: warming(value, dtype, resultOf(op)),
    partials: partials.map(
      (partial, i) => partial && warming(partial, dtype, partialOf(op, i, reads[i] ?? [])),
    ),
  };
}

let next = elementwiseOps.length;

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
  const code = next++;
  tables.float32[code] = kernels;
  tables.float64[code] = kernels;
  return code;
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
