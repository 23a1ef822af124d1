import { describe, expect, it } from "vitest";
import { attentionPlan, rowsPlan, type WgslPlan } from "../../src/wgsl/index.js";
import { attentions } from "./attentions.js";
import { memoryOf, threadsOf } from "./facts.js";

const rows = { first: 0, last: 1, centered: true, eps: 1e-5, weighs: "rest" };
const channels = { ...rows, first: 1, last: 2, weighs: "kept" };

describe("rowsPlan(op, shapes, options)", () => {
  it("gives no plan for short rows, for columns, for a few rows that are very long, and for other ops", () => {
    expect(rowsPlan("softmax", [[100, 31]], { dim: 1 })).toBeUndefined();
    expect(rowsPlan("softmax", [[100, 100]], { dim: 0 })).toBeUndefined();
    expect(rowsPlan("softmax", [[2, 40, 3]], { dim: 1 })).toBeUndefined();
    expect(rowsPlan("softmax", [[2, 1_000_000]], { dim: 1 })).toBeUndefined();
    expect(rowsPlan("softmax", [[0, 100]], { dim: 1 })).toBeUndefined();
    expect(rowsPlan("relu", [[100, 100]], {})).toBeUndefined();
    expect(rowsPlan("toString", [[100, 100]], {})).toBeUndefined();
  });

  it("gives no plan for the variance of fewer numbers than it is corrected by", () => {
    expect(rowsPlan("var", [[2, 40]], { dims: [1], correction: 40 })).toBeUndefined();
  });

  it("gives no plan for weights that do not lie as rows do", () => {
    const shape = [4, 3, 20];
    const options = { ...rows, first: 1, last: 2 };
    expect(rowsPlan("standardize", [shape, [20]], options)).toBeUndefined();
    expect(rowsPlan("standardizeWeight", [shape, shape], options)).toBeUndefined();
    expect(rowsPlan("standardize", [shape], options)).toBeDefined();
  });

  it("takes one program, but for the gradient of a weight for each place, which needs the moments first", () => {
    const steps = (plan: WgslPlan | undefined) => plan?.steps.map(({ reads }) => reads);
    const shape = [16, 64];
    expect(steps(rowsPlan("softmaxGradient", [shape, shape], { dim: 1 }))).toEqual([[0, 1]]);
    expect(steps(rowsPlan("standardizeGrad", [shape, shape, [64]], rows))).toEqual([[0, 1, 2]]);
    expect(
      steps(
        rowsPlan(
          "standardizeWeight",
          [
            [8, 3, 8, 8],
            [8, 3, 8, 8],
          ],
          channels,
        ),
      ),
    ).toEqual([[0, 1]]);
    expect(steps(rowsPlan("standardizeWeight", [shape, shape], rows))).toEqual([[1], [0, 1, 2]]);
    const long = [100_000, 64];
    expect(steps(rowsPlan("standardizeWeight", [long, long], rows))).toEqual([[1], [0, 1, 2], [3]]);
  });

  it("gives short rows a part of a workgroup, and long ones 256 threads", () => {
    const threads = (shape: readonly number[]) => {
      const [step] = rowsPlan("softmax", [shape], { dim: 1 })?.steps ?? [];
      return step && [threadsOf(step.program), step.program.workgroups[0]];
    };
    expect(threads([100, 64])).toEqual([64, 25]);
    expect(threads([100, 5000])).toEqual([256, 100]);
  });
});

describe("attentionPlan({ batch, l, s, e, d })", () => {
  it("needs no more of a workgroup than every device has, whatever the sizes", () => {
    for (const attention of [
      ...Object.values(attentions),
      { batch: 1, l: 1000, s: 1000, e: 300, d: 500, scale: 1 },
    ]) {
      for (const { program } of attentionPlan(attention).steps) {
        expect(memoryOf(program)).toBeLessThanOrEqual(16_384);
        expect(threadsOf(program)).toBe(64);
      }
    }
  });

  it("has a workgroup for each 32 queries, and for each 64 numbers of a value", () => {
    const plan = attentionPlan({ batch: 3, l: 100, s: 50, e: 8, d: 65, scale: 1 });
    expect(plan.steps[0]?.program.workgroups).toEqual([3 * 4 * 2, 1, 1]);
  });
});
