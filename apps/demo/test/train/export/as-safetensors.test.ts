import { tensor } from "@outgrad/engine";
import { Linear, ReLU, readSafetensors, Sequential } from "@outgrad/nn";
import { describe, expect, it } from "vitest";
import { initialConfig } from "../../../src/train/config.ts";
import { asSafetensors } from "../../../src/train/export/as-safetensors.ts";
import { makeNetwork } from "../../../src/train/network.ts";

describe("asSafetensors", () => {
  const config = { ...initialConfig("moons"), layers: [5, 3] };
  const { weights, forward } = makeNetwork(config);
  for (const [i, parameter] of weights.entries()) parameter.data = Math.sqrt(i + 1) - 3;
  const bytes = asSafetensors({ config, weights: weights.map(({ data }) => data) });

  it("loads into a Sequential of linear layers, which then says what the network says", () => {
    const options = { dtype: "float64" } as const;
    const net = new Sequential(
      new Linear(2, 5, options),
      new ReLU(),
      new Linear(5, 3, options),
      new ReLU(),
      new Linear(3, 1, options),
    );
    net.loadStateDict(readSafetensors(bytes).tensors);
    for (const point of [
      [0.3, -0.2],
      [-1, 2],
    ]) {
      expect(net.forward(tensor([point], { dtype: "float64" })).item()).toBeCloseTo(
        forward(point)[0]?.data as number,
        12,
      );
    }
  });

  it("says which activation is between the layers", () => {
    expect(readSafetensors(bytes).metadata).toEqual({ activations: "relu relu" });
  });
});
