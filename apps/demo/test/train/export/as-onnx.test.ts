import { tensor } from "@outgrad/engine";
import { importOnnx } from "@outgrad/nn/onnx";
import { expect, it } from "vitest";
import { initialConfig } from "../../../src/train/config.ts";
import { asOnnx } from "../../../src/train/export/as-onnx.ts";
import { makeNetwork } from "../../../src/train/network.ts";

it("asOnnx has the scores of its network", () => {
  const config = { ...initialConfig("moons"), activations: ["tanh" as const], layers: [6, 4], seed: 3 };
  const { weights, forward } = makeNetwork(config);
  const model = importOnnx(asOnnx({ config, weights: weights.map(({ data }) => data) }));
  const points = [
    [0.5, -1],
    [-2, 0.25],
  ];
  const found = model.forward(tensor(points)) as ReturnType<typeof tensor>;
  points.forEach((point, i) => {
    expect(found.data[i]).toBeCloseTo(forward(point)[0]?.data as number, 5);
  });
});
