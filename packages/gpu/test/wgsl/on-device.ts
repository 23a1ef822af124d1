import { describe, expect, it } from "vitest";
import type { Runner } from "../../src/runner/runner.js";
import { gridOf } from "../../src/wgsl/grid.js";
import {
  attentionPlan,
  type Blocks,
  matmulPlan,
  reducePlan,
  rowsPlan,
  type WgslPlan,
} from "../../src/wgsl/index.js";
import { single, type WgslProgram } from "../../src/wgsl/program.js";
import { infinity, nan, numbers } from "../kernels/cases/case.js";
import { expectClose, onCpu, titleOf } from "../kernels/oracle.js";
import {
  inDoubles as attentionInDoubles,
  operandsOf as attentionOperands,
  attentions,
} from "./attentions.js";
import { inDoubles, operandsOf, products } from "./products.js";
import { rowsCases } from "./rows-cases.js";
import { runPlan } from "./run-plan.js";

const blocks: readonly Blocks[] = [
  { outer: 1, count: 1, inner: 1 },
  { outer: 3, count: 7, inner: 1 },
  { outer: 17, count: 3, inner: 70 },
  { outer: 100, count: 65, inner: 1 },
  { outer: 2, count: 30_001, inner: 1 },
  { outer: 1, count: 9001, inner: 3 },
];

const identity = { sum: 0, amax: Number.NEGATIVE_INFINITY, amin: infinity };
const combine = {
  sum: (a: number, b: number) => a + b,
  amax: (a: number, b: number) => Math.max(a, b),
  amin: (a: number, b: number) => Math.min(a, b),
};

/** The reduction in doubles. */
function reduced(name: keyof typeof combine, { outer, count, inner }: Blocks, x: Float32Array): number[] {
  return Array.from({ length: outer * inner }, (_, to) => {
    const first = Math.floor(to / inner) * count * inner + (to % inner);
    let total = identity[name];
    for (let r = 0; r < count; r++) total = combine[name](total, x[first + r * inner] as number);
    return total;
  });
}

/** Asks a device for everything that uses workgroup memory. */
export function wgslOnDevice(name: string, runner: Runner): void {
  describe(`matmulPlan(...) on ${name}`, () => {
    it.each(Object.entries(products))("products %s are off by 1e-6 sqrt(k) at most", async (_, list) => {
      for (const product of list) {
        const operands = operandsOf(product);
        const wanted = inDoubles(product, operands);
        const found = await runPlan(runner, matmulPlan(product), operands);
        expect(found.length).toBe(wanted.length);
        let [off, norm] = [0, 0];
        for (let i = 0; i < wanted.length; i++) {
          off += ((found[i] as number) - (wanted[i] as number)) ** 2;
          norm += (wanted[i] as number) ** 2;
        }
        expect(Math.sqrt(off / norm), JSON.stringify(product)).toBeLessThan(1e-6 * Math.sqrt(product.k));
      }
    });

    it("keeps NaN and infinities in their rows", async () => {
      const a = new Float32Array(40 * 40).fill(1);
      a[3 * 40 + 5] = nan;
      a[7 * 40] = infinity;
      const b = new Float32Array(40 * 40).fill(1);
      const matrix = { rows: 40, columns: 1 };
      const found = await runPlan(runner, matmulPlan({ m: 40, n: 40, k: 40, a: matrix, b: matrix }), [a, b]);
      for (let i = 0; i < found.length; i++) {
        const row = Math.floor(i / 40);
        expect(found[i]).toBe(row === 3 ? nan : row === 7 ? infinity : 40);
      }
    });
  });

  describe(`attentionPlan(...) on ${name}`, () => {
    it.each(Object.entries(attentions))("attention %s is that of doubles", async (_, attention) => {
      const operands = attentionOperands(attention);
      const found = await runPlan(runner, attentionPlan(attention), operands);
      expectClose(found, attentionInDoubles(attention, operands), attention.scale > 1 ? 1e-4 : 3e-6);
    });

    it("NaN reaches the queries that see it alone", async () => {
      const attention = { batch: 1, l: 40, s: 40, e: 4, d: 4, scale: 1, causal: true };
      const operands = attentionOperands(attention);
      const key = operands[1] as Float32Array;
      key[20 * 4] = nan;
      const found = await runPlan(runner, attentionPlan(attention), operands);
      for (let i = 0; i < found.length; i++) expect(Number.isNaN(found[i])).toBe(i >= 20 * 4);
    });
  });

  it(`gridOf(70,000) numbers every workgroup once on ${name}`, async () => {
    const { workgroups, lines } = gridOf(70_000);
    const code = [
      "@group(0) @binding(0) var<storage, read_write> result: array<f32>;",
      "@compute @workgroup_size(1) fn main(@builtin(workgroup_id) workgroup: vec3<u32>) {",
      ...lines,
      "result[group] = f32(group);",
      "}",
    ].join("\n");
    const program: WgslProgram = { key: "grid", code, workgroups, inputs: 0, size: 70_000 };
    const found = await runPlan(runner, single(program), []);
    expect(found).toEqual(Float32Array.from({ length: 70_000 }, (_, i) => i));
  });

  describe(`reducePlan(...) on ${name}`, () => {
    it.each(["sum", "amax", "amin"] as const)("%s is that of doubles", async (op) => {
      for (const each of blocks) {
        const x = numbers(each.outer * each.count * each.inner);
        const found = await runPlan(runner, reducePlan(op, each), [x]);
        const tolerance = op === "sum" ? 3e-7 * Math.sqrt(each.count) : 0;
        expectClose(found, reduced(op, each, x), tolerance, JSON.stringify(each));
      }
    });

    it("NaN wins, and infinities count", async () => {
      const rows = { outer: 4, count: 300, inner: 1 };
      const x = numbers(1200);
      x[100] = nan;
      x[400] = infinity;
      x[900] = Number.NEGATIVE_INFINITY;
      for (const op of ["sum", "amax", "amin"] as const) {
        const found = await runPlan(runner, reducePlan(op, rows), [x]);
        expect(found[0]).toBe(nan);
        expectClose(found, reduced(op, rows, x), 1e-5, op);
      }
    });

    it("a long sum of equal numbers loses no digits to its length", async () => {
      const x = new Float32Array(1 << 20).fill(Math.fround(0.1));
      const [found] = await runPlan(runner, reducePlan("sum", { outer: 1, count: x.length, inner: 1 }), [x]);
      expect(Math.abs((found as number) / (x.length * Math.fround(0.1)) - 1)).toBeLessThan(1e-6);
    });
  });

  describe(`rowsPlan(...) on ${name}`, () => {
    const names = [...new Set(rowsCases.map((each) => each.name))];
    it.each(names)("%s is the CPU's", async (op) => {
      for (const each of rowsCases.filter((other) => other.name === op)) {
        const plan = rowsPlan(op, each.shapes, each.options);
        expect(plan, titleOf(each)).toBeDefined();
        const found = await runPlan(runner, plan as WgslPlan, each.inputs);
        expectClose(found, onCpu(each).numbers, each.tolerance ?? 2e-6, `${op} ${titleOf(each)}`);
      }
    });
  });
}
