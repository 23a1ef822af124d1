import type { Tensor } from "@outgrad/engine";
import { exp, tanh } from "@outgrad/ops/intrinsics";
import type { KernelName } from "./config.ts";

/** One computation on square matrices: as Tensors do it, in float32, and exactly, as float64 does it. */
export interface Kernel {
  readonly title: string;
  readonly about: string;
  /** How many matrices it takes, and how much longer it takes for a side twice as long. */
  readonly operands: 1 | 2;
  readonly growth: number;
  run(operands: readonly Tensor[]): Tensor;
  /** A row of the result, from the numbers of the operands. */
  row(operands: readonly Float32Array[], n: number, row: number): Float64Array;
}

export const kernels: Readonly<Record<KernelName, Kernel>> = {
  matmul: {
    title: "Product of matrices",
    about:
      "n × n times n × n: 2n³ operations on 3n² numbers, so that the larger it is, the less the transfer counts.",
    operands: 2,
    growth: 8,
    run: ([a, b]) => (a as Tensor).matmul(b as Tensor),
    row([a, b], n, row) {
      const result = new Float64Array(n);
      for (let k = 0; k < n; k++) {
        const x = a?.[row * n + k] as number;
        for (let j = 0; j < n; j++) result[j] = (result[j] as number) + x * (b?.[k * n + j] as number);
      }
      return result;
    },
  },
  tanh: {
    title: "Map tanh",
    about:
      "tanh of n × n numbers, each by itself: little work for each number that is brought and taken away.",
    operands: 1,
    growth: 4,
    run: ([x]) => (x as Tensor).tanh(),
    row: ([x], n, row) => Float64Array.from((x as Float32Array).subarray(row * n, row * n + n), tanh),
  },
  softmax: {
    title: "Softmax of rows",
    about: "exp of n × n numbers, each row divided by its sum: every number of a row needs all others.",
    operands: 1,
    growth: 4,
    run: ([x]) => (x as Tensor).softmax(1),
    row([x], n, row) {
      const numbers = (x as Float32Array).subarray(row * n, row * n + n);
      const most = Math.max(...numbers);
      const powers = Float64Array.from(numbers, (number) => exp(number - most));
      const total = powers.reduce((sum, power) => sum + power, 0);
      return powers.map((power) => power / total);
    },
  },
};

/** The numbers of an operand: between -2 and 2, the same on every machine. */
export function numbers(n: number, seed: number): Float32Array {
  return Float32Array.from({ length: n * n }, (_, i) => (((i * seed) % 1021) / 1021 - 0.5) * 4);
}
