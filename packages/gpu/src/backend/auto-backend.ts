import { cpu, homeOf, indicesElsewhere, type Shape, type Strided, sizeOf } from "@outgrad/engine/backend";
import type { Crossover } from "./crossover.js";
import { GpuBackend } from "./gpu-backend.js";

/**
 * A GPU for what is large: an op whose operands are all in arrays of the CPU and whose work is below the crossover stays
 * there. What is on the GPU stays on the GPU, whatever its size: to bring it back would take longer.
 */
export class AutoBackend extends GpuBackend {
  /** Until it is known, everything goes to the GPU. */
  crossover: Crossover = { elementwise: 0, matmul: 0 };

  override elementwise(
    code: number,
    shape: Shape,
    params: readonly number[],
    a: Strided,
    b?: Strided,
  ): Strided {
    const stays = isHere(b ? [a, b] : [a]) && sizeOf(shape) < this.crossover.elementwise;
    return stays ? cpu.elementwise(code, shape, params, a, b) : super.elementwise(code, shape, params, a, b);
  }

  override partial(
    code: number,
    i: number,
    shape: Shape,
    params: readonly number[],
    g: Strided,
    reads: readonly Strided[],
  ): Strided {
    const stays = isHere([g, ...reads]) && sizeOf(shape) < this.crossover.elementwise;
    return stays
      ? cpu.partial(code, i, shape, params, g, reads)
      : super.partial(code, i, shape, params, g, reads);
  }

  override run(name: string, inputs: readonly Strided[], shape: Shape, options: unknown): Strided {
    const indices = indicesElsewhere(options);
    const stays = isHere(indices ? [...inputs, indices] : inputs) && !this.#isLarge(name, inputs, shape);
    return stays ? cpu.run(name, inputs, shape, options) : super.run(name, inputs, shape, options);
  }

  #isLarge(name: string, inputs: readonly Strided[], shape: Shape): boolean {
    const [a, b] = inputs;
    const { elementwise, matmul } = this.crossover;
    if (a === undefined || b === undefined) return Math.max(sizeOf(shape), a?.size ?? 0) >= elementwise;
    // Of products the number of multiplications counts: each number of the result is a sum as long as a row of an operand.
    if (name === "matmul") return sizeOf(shape) * (a.shape.at(-1) as number) >= matmul;
    if (name === "linear" || name === "conv2d")
      return (sizeOf(shape) * b.size) / (b.shape[0] as number) >= matmul;
    return sizeOf(shape) >= elementwise;
  }
}

const isHere = (operands: readonly Strided[]): boolean => operands.every((x) => homeOf(x) === undefined);
