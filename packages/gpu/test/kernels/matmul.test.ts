import { describe, expect, test } from "vitest";
import { recipes, stridedRecipes } from "../../src/kernels/index.js";
import type { Placed, Shape } from "../../src/kernels/recipe.js";
import { runSteps } from "./evaluate.js";
import { check, expectClose, numbers, onCpu, sizeOf } from "./oracle.js";

const cases: (readonly [Shape, Shape])[] = [
  [
    [5, 7],
    [7, 3],
  ],
  [[70], [70]],
  [[7], [7, 3]],
  [[5, 7], [7]],
  [
    [2, 3, 5, 7],
    [7, 4],
  ],
  [
    [5, 7],
    [2, 7, 4],
  ],
  [
    [2, 1, 5, 7],
    [3, 7, 4],
  ],
  [[2, 3, 5, 7], [7]],
  [[7], [2, 3, 7, 4]],
  [
    [1, 1],
    [1, 1],
  ],
  [
    [3, 130],
    [130, 2],
  ],
  [
    [2, 1100],
    [1100, 3],
  ],
];

describe("recipes.matmul", () => {
  test.each(cases)("matmul of %j and %j gives what the CPU does", (a, b) => check("matmul", [a, b], {}));
  test("matmul of [2, 0] and [0, 3] is 0", () => {
    check(
      "matmul",
      [
        [2, 0],
        [0, 3],
      ],
      {},
    );
  });
  test("matmul lets NaN and Infinity through", () => {
    const a = Float32Array.of(1, Number.NaN, 2, Number.POSITIVE_INFINITY);
    check(
      "matmul",
      [
        [2, 2],
        [2, 1],
      ],
      {},
      [a, Float32Array.of(1, 2)],
    );
  });
  test("matmul of one row by many, and of shapes that differ, are other kernels", () => {
    const key = (a: Shape, b: Shape, shape: Shape) => recipes.matmul([a, b], shape, {})[0]?.kernel.key;
    expect(key([2, 3], [3, 4], [2, 4])).not.toBe(key([2, 3], [3, 5], [2, 5]));
  });
});

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
        expectClose(runSteps(steps, data), onCpu("matmul", [a.shape, b.shape], {}, copies).numbers);
      }
  });
  test("matmul of slices at other places is the same kernel", () => {
    const at = (offset: number) =>
      stridedRecipes.matmul([plain([2, 2], offset), plain([2, 2], 0)], [2, 2], {})[0];
    expect(at(3)?.kernel.key).toBe(at(8)?.kernel.key);
    expect(at(3)?.ints).toEqual([3, 0]);
  });
});

describe("recipes.linear", () => {
  const shapes: Shape[][] = [
    [[5, 7], [3, 7], [3]],
    [
      [5, 7],
      [3, 7],
    ],
    [[7], [3, 7], [3]],
    [[2, 5, 7], [3, 7], [3]],
    [[2, 1300], [3, 1300], [3]],
    [[2, 5, 7], [1, 7], [1]],
  ];
  test.each(shapes.map((each) => [JSON.stringify(each), each] as const))(
    "linear of %s gives what the CPU does",
    (_, each) => check("linear", each, {}),
  );
});
