import { describe, expect, it } from "vitest";
import { matmulPlan, suitsTiles, type WgslProgram } from "../../src/wgsl/index.js";
import { tilesOf, tilingOf } from "../../src/wgsl/matmul/tiling.js";
import { memoryOf, threadsOf } from "./facts.js";
import { product, products } from "./products.js";

const first = (...given: Parameters<typeof product>): WgslProgram =>
  matmulPlan(product(...given)).steps[0]?.program as WgslProgram;

describe("matmulPlan({ m, n, k, a, b })", () => {
  it("needs no more of a workgroup than every device has", () => {
    for (const each of Object.values(products).flat()) {
      for (const { program } of matmulPlan(each).steps) {
        expect(memoryOf(program)).toBeLessThanOrEqual(16_384);
        expect(threadsOf(program)).toBeLessThanOrEqual(256);
      }
    }
  });

  it("has no condition where tiles fit", () => {
    for (const way of [0, 1, 2, 3]) {
      const { code } = first(512, 512, 512, way);
      expect(code).not.toMatch(/\bif\b|\bmin\(/);
    }
    expect(first(511, 512, 512, 0).code).toMatch(/\bmin\(/);
  });

  it("reads four numbers at once of operands whose columns lie together", () => {
    const vectors = (way: number, n = 64) =>
      ["a", "b"].filter((name) => first(64, n, 64, way).code.includes(`> ${name}: array<vec4<f32>>`));
    expect([0, 1, 2, 3].map((way) => vectors(way))).toEqual([["b"], [], ["a", "b"], ["a"]]);
    expect(vectors(0, 66)).toEqual([]);
  });

  it("cuts a long k into parts if the result is small, and adds them in a second program", () => {
    const { inputs, steps } = matmulPlan(product(10, 100, 100_000, 2));
    expect(inputs).toBe(2);
    expect(steps.map(({ reads }) => reads)).toEqual([[0, 1], [2]]);
    const [parts, whole] = steps.map(({ program }) => program) as [WgslProgram, WgslProgram];
    expect(parts.size).toBe(16 * 1000);
    expect(whole.size).toBe(1000);
    expect(matmulPlan(product(1024, 1024, 100_000, 2)).steps.length).toBe(1);
  });

  it("gives one text one key", () => {
    const texts = new Map<string, string>();
    for (const each of Object.values(products).flat()) {
      for (const { program } of matmulPlan(each).steps) {
        expect(texts.get(program.key) ?? program.code).toBe(program.code);
        texts.set(program.key, program.code);
      }
    }
    expect(new Set(texts.values()).size).toBe(texts.size);
  });
});

describe("tilingOf(product)", () => {
  it("takes larger tiles of larger products, and flat ones of flat products", () => {
    const sides = ([m, n]: readonly [number, number]): readonly number[] => {
      const { tile } = tilingOf(product(m, n, 64, 0));
      return [tile.down * tile.rows, tile.across * tile.columns];
    };
    const sizes = [
      [4096, 4096],
      [512, 512],
      [100, 100],
      [1, 4096],
      [4096, 8],
    ] as const;
    expect(sizes.map(sides)).toEqual([
      [128, 128],
      [64, 64],
      [32, 32],
      [8, 128],
      [128, 8],
    ]);
  });

  it("leaves no part of k empty", () => {
    for (let k = 256; k < 9000; k += 37) {
      const { tile, splits, chunk } = tilingOf(product(10, 10, k, 0));
      expect(chunk % tile.depth).toBe(0);
      expect((splits - 1) * chunk).toBeLessThan(k);
      expect(splits * chunk).toBeGreaterThanOrEqual(k);
      expect(tilesOf(product(10, 10, k, 0), tile)).toBe(1);
    }
  });
});

it("suitsTiles(product) is false where most of a tile would be empty", () => {
  expect(suitsTiles(product(4, 4, 4, 0, { batch: [{ size: 1000, a: 16, b: 16 }] }))).toBe(false);
  expect(suitsTiles(product(64, 64, 64, 0))).toBe(true);
  expect(suitsTiles(product(1, 1000, 1000, 0))).toBe(true);
});
