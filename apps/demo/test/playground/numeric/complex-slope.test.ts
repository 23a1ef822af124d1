import { expect, it } from "vitest";
import { complexSlope } from "../../../src/playground/numeric/complex-slope.ts";
import { presets } from "../../../src/playground/presets/index.ts";
import type { Preset } from "../../../src/playground/presets/preset.ts";
import { circuit, seed } from "../circuit.ts";

it("complexSlope(graph, leaf, 1e-200) is the gradient of every example that is a number and has no kink", () => {
  for (const { id, text, leaves } of presets as readonly Preset[]) {
    const { graph, slopes, result } = circuit(text, leaves);
    if (!Number.isFinite(result) || ["kink", "root", "cancel"].includes(id)) continue;
    for (const [leaf, grad] of slopes) {
      const error = Math.abs((complexSlope(graph, leaf, 1e-200) ?? Number.NaN) - grad);
      expect(error, `${id} ${leaf}`).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(grad)));
    }
  }
});

it("has the error of its step, and parameters of ops stay real", () => {
  const { graph } = circuit("y = x**3", { x: 2 });
  expect(complexSlope(graph, "x", 0.1)).toBeCloseTo(12 - 0.01, 12);
  expect(complexSlope(circuit("y = leakyRelu(x, 0.25)", { x: -2 }).graph, "x", 1e-100)).toBe(0.25);
  expect(complexSlope(circuit(seed.text, seed.leaves).graph, "a", 1e-200)).toBe(6);
});

it("is undefined where an op has no complex version", () => {
  const { graph } = circuit("y = x * x", { x: 2 });
  const nodes = graph.nodes.map((node) => (node.isLeaf ? node : { ...node, op: "no such op" }));
  expect(complexSlope({ ...graph, nodes }, "x", 1e-3)).toBeUndefined();
});
