import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";
import { type Activation, activations, initialConfig } from "../../../src/train/config.ts";
import { asFunction } from "../../../src/train/export/as-function.ts";
import { makeNetwork } from "../../../src/train/network.ts";
import { runProgram } from "./program.ts";

type Predict = (x: number, y: number) => number;

/** The largest difference between the function and its network on 200 points. */
function difference(activation: Activation, layers: readonly number[]): number {
  const config = { ...initialConfig("moons"), activations: [activation], layers, seed: 3 };
  const { weights, forward } = makeNetwork(config);
  const stream = random("numbers");
  for (const parameter of weights) parameter.data = stream.normal();
  const code = asFunction({ config, weights: weights.map(({ data }) => data) });
  expect(code).not.toMatch(/import|require/);
  const { predict } = runProgram(code).exported as { predict: Predict };
  const differences = Array.from({ length: 200 }, () => {
    const [x, y] = [stream.uniform(-3, 3), stream.uniform(-3, 3)];
    const said = forward([x, y])[0]?.data as number;
    return Math.abs(predict(x, y) - said) / Math.max(1, Math.abs(said));
  });
  return Math.max(...differences);
}

describe("asFunction", () => {
  it.each(activations)("has the bits of its network: %s", (activation) => {
    expect(difference(activation, [8, 5])).toBe(0);
  });

  it("can be one straight line", () => {
    expect(difference("tanh", [])).toBe(0);
  });
});
