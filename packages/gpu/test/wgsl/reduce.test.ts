import { describe, expect, it } from "vitest";
import { gridOf } from "../../src/wgsl/grid.js";
import { type Blocks, reducePlan, type WgslProgram } from "../../src/wgsl/index.js";
import { memoryOf, threadsOf } from "./facts.js";

const programs = (blocks: Blocks): WgslProgram[] =>
  reducePlan("sum", blocks).steps.map(({ program }) => program);

describe("reducePlan(name, { outer, count, inner })", () => {
  it("takes one program for many columns", () => {
    for (const blocks of [
      { outer: 4096, count: 1000, inner: 1 },
      { outer: 1, count: 100_000, inner: 8192 },
      { outer: 2, count: 9, inner: 3 },
    ]) {
      expect(programs(blocks).map(({ size }) => size)).toEqual([blocks.outer * blocks.inner]);
    }
  });

  it("takes two for few long ones", () => {
    const [parts, whole] = programs({ outer: 1, count: 1_000_000, inner: 10 }) as [WgslProgram, WgslProgram];
    expect(parts.size).toBeGreaterThanOrEqual(320);
    expect(parts.size % 10).toBe(0);
    expect(whole.size).toBe(10);
  });

  it("fills workgroups of at most 256 threads, and not with more than there is to do", () => {
    const threads = (outer: number, count: number, inner: number) =>
      threadsOf(programs({ outer, count, inner })[0] as WgslProgram);
    expect(threads(1000, 1000, 1)).toBe(256);
    expect(threads(1000, 8, 1)).toBe(64);
    expect(threads(1, 4, 1)).toBe(1);
    expect(threads(7, 1000, 64)).toBe(256);
    expect(memoryOf(programs({ outer: 1000, count: 1000, inner: 1 })[0] as WgslProgram)).toBe(1024);
  });
});

describe("gridOf(count)", () => {
  it("is one row while that is allowed", () => {
    expect(gridOf(32_768).workgroups).toEqual([32_768, 1, 1]);
    expect(gridOf(32_768).lines.join()).not.toContain("return");
  });

  it("is rows above that, and what is over ends at once", () => {
    const { workgroups, lines } = gridOf(100_000);
    expect(workgroups).toEqual([32_768, 4, 1]);
    expect(lines.join()).toContain("group >= 100000u");
  });
});
