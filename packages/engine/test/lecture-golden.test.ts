import { readFileSync } from "node:fs";
import { expression } from "@outgrad/engine";
import { describe, expect, it } from "vitest";
import golden from "../golden/lecture.json" with { type: "json" };

const programs = {
  neuron: "tanh(x1*w1 + x2*w2 + b)",
  softmax: "-log(exp(l3) / (exp(l0) + exp(l1) + exp(l2) + exp(l3)))",
};
const page = readFileSync(new URL("../../../docs/learn/agreement.md", import.meta.url), "utf8");

describe.each(["neuron", "softmax"] as const)("the lecture's %s", (name) => {
  const { inputs, float64 } = golden[name];
  const { result, values } = expression(programs[name]).run(inputs);
  result.backward();

  it("has the result and the gradients of PyTorch in float64, but for the last digits", () => {
    const near = (actual: number, expected: number) =>
      expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-15 * Math.abs(expected));
    near(result.data, float64.result);
    for (const [leaf, grad] of Object.entries(float64.grads)) near(values[leaf]?.grad as number, grad);
  });
});

it("docs/learn/agreement.md quotes PyTorch's neuron as lecture.json has it", () => {
  const { float32, float64 } = golden.neuron;
  const numbers = [float32.result, float64.result, ...Object.values(float64.grads)];
  for (const number of [...numbers, float32.grads.x1, float32.grads.x2, float32.grads.w1]) {
    expect(page.replaceAll("−", "-")).toContain(`${number}`);
  }
});
