import { type DType, noGrad, type Tensor, tensor } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.js";
import { readPytorch, writePytorch } from "../../src/pytorch/index.js";
import { fixture, versions } from "./fixtures.js";

interface GoldenLayer {
  readonly state: nn.StateDict;
  readonly inputs: readonly nn.StoredTensor[];
  readonly output: nn.StoredTensor;
}

/** The twin of each layer of golden/pytorch.py. */
const twins: Record<string, (dtype: DType) => nn.Module<Tensor>> = {
  Linear: (dtype) => new nn.Linear(3, 2, { dtype }),
  Embedding: (dtype) => new nn.Embedding(5, 3, { paddingIdx: 1, dtype }),
  Conv1d: (dtype) => new nn.Conv1d(2, 4, 3, { stride: 2, padding: 1, groups: 2, dtype }),
  Conv2d: (dtype) => new nn.Conv2d(2, 3, [3, 2], { dilation: [1, 2], bias: false, dtype }),
  ConvTranspose1d: (dtype) => new nn.ConvTranspose1d(2, 3, 4, { stride: 3, outputPadding: 1, dtype }),
  ConvTranspose2d: (dtype) => new nn.ConvTranspose2d(4, 2, 3, { stride: 2, padding: 1, groups: 2, dtype }),
  BatchNorm1d: (dtype) => new nn.BatchNorm1d(3, { dtype }),
  BatchNorm2d: (dtype) => new nn.BatchNorm2d(2, { eps: 1e-3, momentum: 0.2, dtype }),
  LayerNorm: (dtype) => new nn.LayerNorm([3, 2], { dtype }),
  GroupNorm: (dtype) => new nn.GroupNorm(2, 4, { dtype }),
  RMSNorm: (dtype) => new nn.RMSNorm(3, { eps: 1e-5, dtype }),
  MultiheadAttention: (dtype) => new nn.MultiheadAttention(6, 3, { batchFirst: true, dtype }),
  TransformerBlock: (dtype) => new nn.TransformerBlock(8, 2, { dimFeedforward: 12, dropout: 0, dtype }),
  RNN: (dtype) => new nn.RNN(3, 4, { nonlinearity: "relu", dtype }),
  GRU: (dtype) => new nn.GRU(3, 4, { batchFirst: true, dtype }),
  LSTM: (dtype) => new nn.LSTM(3, 4, { bias: false, dtype }),
  RNNCell: (dtype) => new nn.RNNCell(3, 4, { dtype }),
  GRUCell: (dtype) => new nn.GRUCell(3, 4, { dtype }),
  LSTMCell: (dtype) => new nn.LSTMCell(3, 4, { dtype }),
};

const files = versions.map((version) => readPytorch<Record<string, GoldenLayer>>(fixture(version, "layers")));

const withoutWeights =
  "AdaptiveAvgPool2d AvgPool1d AvgPool2d Dropout ELU Elementwise Flatten GELU Hardtanh Identity LeakyReLU LogSoftmax " +
  "MaxPool1d MaxPool2d Mish ReLU SELU Sequential SiLU Sigmoid Softmax Softplus Tanh";
const ofValues = "Layer MLP Neuron";

test("there is a file of each layer that has weights", () => {
  const all = Object.entries(nn)
    .filter(([, found]) => typeof found === "function" && found.prototype instanceof nn.Module)
    .map(([name]) => name);
  const others = `${withoutWeights} ${ofValues}`.split(" ");
  expect([...Object.keys(twins), ...others].sort()).toEqual(all.sort());
  expect(Object.keys(files.at(-1) ?? {}).sort()).toEqual(Object.keys(twins).sort());
});

const cases = versions.flatMap((version, i) =>
  Object.entries(files[i] ?? {}).flatMap(([name, layer]) =>
    (["float64", "float32"] as const).map((dtype) => [version, name, dtype, layer] as const),
  ),
);

describe.each(cases)("a file of PyTorch %s, %s in %s", (_, name, dtype, golden) => {
  const { state, inputs, output } = golden;
  const layer = (twins[name] as (dtype: DType) => nn.Module<Tensor>)(dtype);

  test("loads, gives the same output, and goes back as it came", () => {
    expect(Object.keys(layer.stateDict())).toEqual(Object.keys(state));
    expect(layer.loadStateDict(state)).toEqual({ missing: [], unexpected: [] });
    const given = inputs.map(({ shape, data }) =>
      tensor(Float64Array.from(data as Float64Array, Number), { shape, dtype }),
    );
    const { forward } = layer.eval() as unknown as { forward(...inputs: Tensor[]): Tensor | Tensor[] };
    const found = [noGrad(() => forward.apply(layer, given))].flat()[0] as Tensor;
    expect(found.shape).toEqual(output.shape);
    const near = dtype === "float64" ? 1e-12 : 1e-6;
    for (const [k, y] of (output.data as Float64Array).entries()) {
      expect(Math.abs((found.data[k] as number) - y), `number ${k}`).toBeLessThanOrEqual(
        near * Math.max(1, Math.abs(y)),
      );
    }
    const back = readPytorch(writePytorch(layer.stateDict()));
    if (dtype === "float64") {
      for (const [key, stored] of Object.entries(state)) {
        expect(Array.from(back[key]?.data as Float64Array, Number)).toEqual(Array.from(stored.data, Number));
      }
    }
  });
});
