import { describe, expect, test } from "vitest";
import { recipes, stridedRecipes } from "../../src/kernels/index.js";
import type { Placed, Shape } from "../../src/kernels/recipe.js";
import { numbers, sizeOf } from "./cases/case.js";
import { runSteps } from "./evaluate.js";
import { expectClose, onCpu } from "./oracle.js";

describe("stridedRecipes.matmul", () => {
  const transposed = (shape: Shape, offset: number): Placed => {
    const [rows, _columns] = shape as [number, number];
    return { shape, strides: [1, rows], offset };
  };
  const plain = (shape: Shape, offset: number): Placed => ({
    shape,
    strides: [shape[1] as number, 1],
    offset,
  });

  test("matmul of transposed operands that begin somewhere in their arrays needs no copy", () => {
    const [m, k, n] = [4, 6, 5];
    for (const layA of [plain, transposed])
      for (const layB of [plain, transposed]) {
        const [a, b] = [layA([m, k], 3), layB([k, n], 2)];
        const data = [numbers(m * k + 3), numbers(k * n + 2)];
        const copies = [a, b].map(({ shape, strides, offset }, i) =>
          Float32Array.from({ length: sizeOf(shape) }, (_, at) => {
            const [row, column] = [Math.floor(at / (shape[1] as number)), at % (shape[1] as number)];
            return data[i]?.[
              offset + row * (strides[0] as number) + column * (strides[1] as number)
            ] as number;
          }),
        );
        const steps = stridedRecipes.matmul([a, b], [m, n], {});
        expect(steps).toHaveLength(1);
        expectClose(
          runSteps(steps, data),
          onCpu({ name: "matmul", shapes: [a.shape, b.shape], options: {}, inputs: copies }).numbers,
        );
      }
  });
  test("matmul of shapes that differ are other kernels", () => {
    const key = (m: number, n: number) =>
      recipes.matmul(
        [
          [m, 3],
          [3, n],
        ],
        [m, n],
        {},
      )[0]?.kernel.key;
    expect(key(2, 4)).toBe(key(2, 4));
    expect(new Set([key(2, 4), key(4, 2), key(1, 8), key(8, 1)]).size).toBe(4);
  });
  test("matmul of slices at other places is the same kernel", () => {
    const at = (offset: number) =>
      stridedRecipes.matmul([plain([2, 2], offset), plain([2, 2], 0)], [2, 2], {})[0];
    expect(at(3)?.kernel.key).toBe(at(8)?.kernel.key);
    expect(at(3)?.ints).toEqual([3, 0]);
  });
});
