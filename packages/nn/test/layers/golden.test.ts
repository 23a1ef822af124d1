import { readdirSync, readFileSync } from "node:fs";
import { type DType, noGrad, type Tensor, tensor } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.js";

const folder = new URL("../../golden/layers/", import.meta.url);
const { Sequential } = nn;

interface Example {
  readonly module: nn.Module<Tensor>;
  /** The outputs, in the order of the file; by default forward's. */
  readonly run?: (...inputs: readonly Tensor[]) => readonly Tensor[];
}

const of = <M extends nn.Module<Tensor>>(
  module: M,
  run: (module: M, ...inputs: Tensor[]) => readonly Tensor[],
): Example => ({ module, run: (...inputs) => run(module, ...inputs) });

const examples: Readonly<Record<string, (dtype: DType) => Example>> = {
  mlp: (dtype) => ({
    module: new Sequential(
      new nn.Linear(3, 5, { dtype }),
      new nn.Tanh(),
      new nn.Linear(5, 4, { dtype }),
      new nn.GELU(),
      new nn.Linear(4, 2, { dtype }),
    ),
  }),
  "conv-net": (dtype) => ({
    module: new Sequential(
      new nn.Conv2d(2, 4, 3, { padding: 1, dtype }),
      new nn.BatchNorm2d(4, { dtype }),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Conv2d(4, 6, 2, { stride: 2, groups: 2, bias: false, dtype }),
      new nn.BatchNorm2d(6, { momentum: null, affine: false, dtype }),
      new nn.Flatten(),
      new nn.Linear(12, 3, { dtype }),
      new nn.BatchNorm1d(3, { trackRunningStats: false, dtype }),
    ),
  }),
  decoder: (dtype) => {
    const options = { stride: 2, padding: 1, outputPadding: [1, 0], groups: 2, dilation: [1, 2] };
    return {
      module: new Sequential(
        new nn.ConvTranspose2d(4, 2, [3, 2], { ...options, dtype }),
        new nn.GroupNorm(2, 2, { dtype }),
        new nn.SiLU(),
        new nn.AvgPool2d(3, { stride: 2, padding: 1 }),
        new nn.Conv2d(2, 3, [1, 3], { padding: "same", dtype }),
        new nn.LeakyReLU(0.2),
        new nn.AdaptiveAvgPool2d([2, 1]),
      ),
    };
  },
  signal: (dtype) => ({
    module: new Sequential(
      new nn.Conv1d(2, 3, 3, { dilation: 2, padding: 2, dtype }),
      new nn.BatchNorm1d(3, { dtype }),
      new nn.ELU(0.7),
      new nn.MaxPool1d(2),
      new nn.ConvTranspose1d(3, 2, 4, { stride: 3, dtype }),
      new nn.LayerNorm([2, 13], { dtype }),
      new nn.AvgPool1d(2, { ceilMode: true }),
      new nn.LogSoftmax(-1),
    ),
  }),
  embedding: (dtype) => {
    class Words extends nn.Module<Tensor> {
      readonly [place: number]: nn.Module<Tensor>;
      readonly 0 = new nn.Embedding(7, 4, { paddingIdx: 2, dtype });
      readonly 1 = new nn.LayerNorm(4, { dtype });
    }
    return of(new Words(), (net, index) => [net[1].forward(net[0].forward(index as Tensor))]);
  },
  RNNCell: (dtype) =>
    of(new nn.RNNCell(3, 4, { nonlinearity: "relu", dtype }), (cell, x, h) => [cell.forward(x as Tensor, h)]),
  GRUCell: (dtype) => of(new nn.GRUCell(3, 4, { dtype }), (cell, x, h) => [cell.forward(x as Tensor, h)]),
  LSTMCell: (dtype) =>
    of(new nn.LSTMCell(3, 4, { dtype }), (cell, ...[x, h, c]) =>
      cell.forward(x as Tensor, [h as Tensor, c as Tensor]),
    ),
  RNN: (dtype) =>
    of(new nn.RNN(3, 4, { batchFirst: true, dtype }), (rnn, x, h) => rnn.forward(x as Tensor, h)),
  GRU: (dtype) => of(new nn.GRU(3, 4, { bias: false, dtype }), (gru, x) => gru.forward(x as Tensor)),
  LSTM: (dtype) =>
    of(new nn.LSTM(3, 4, { dtype }), (lstm, ...[x, h, c]) => {
      const [output, state] = lstm.forward(x as Tensor, [h as Tensor, c as Tensor]);
      return [output, ...state];
    }),
  attention: (dtype) =>
    of(new nn.MultiheadAttention(6, 3, { batchFirst: true, dtype }), (attention, ...inputs) => {
      const [q, k, v, keyPaddingMask] = inputs as [Tensor, Tensor, Tensor, Tensor];
      return attention.forward(q, k, v, { keyPaddingMask }) as [Tensor, Tensor];
    }),
  "self-attention": (dtype) =>
    of(new nn.MultiheadAttention(6, 2, { bias: false, dtype }), (attention, ...inputs) => {
      const [x, attnMask] = inputs as [Tensor, Tensor];
      return attention.forward(x, x, x, { attnMask, averageAttnWeights: false }) as [Tensor, Tensor];
    }),
  transformer: (dtype) =>
    of(new nn.TransformerBlock(8, 2, { dimFeedforward: 16, dropout: 0, dtype }), (block, ...inputs) => {
      const [x, attnMask, keyPaddingMask] = inputs as [Tensor, Tensor, Tensor];
      return [block.forward(x, { attnMask, keyPaddingMask })];
    }),
  "transformer-norm-first": (dtype) => {
    const options = { dimFeedforward: 12, dropout: 0, activation: "gelu", layerNormEps: 1e-3 } as const;
    return {
      module: new nn.TransformerBlock(8, 4, { ...options, batchFirst: true, normFirst: true, dtype }),
    };
  },
};

test("there is a file for each model", () => {
  const files = readdirSync(folder).map((file) => file.replace(".safetensors", ""));
  expect(files.sort()).toEqual(Object.keys(examples).sort());
});

const dtypes = ["float64", "float32"] as const;
const cases = Object.keys(examples).flatMap((name) => dtypes.map((dtype) => [name, dtype] as const));

describe.each(cases)("%s, trained in PyTorch, in %s", (name, dtype) => {
  const { tensors } = nn.readSafetensors(readFileSync(new URL(`${name}.safetensors`, folder)));
  const part = (prefix: string) => {
    const named = Object.entries(tensors).filter(([key]) => key.startsWith(`${prefix}.`));
    return Object.fromEntries(named.map(([key, stored]) => [key.slice(prefix.length + 1), stored]));
  };
  const inputs = Object.values(part("input")).map((stored) => {
    const { shape } = stored;
    return tensor(numbersOf(stored), { shape, dtype, requiresGrad: stored.dtype === "F64" });
  });
  const state = part("model");
  const { module, run } = (examples[name] as (dtype: DType) => Example)(dtype);
  const forward = (): readonly Tensor[] =>
    run?.(...inputs) ?? [(module as nn.Link & nn.TensorModule).forward(inputs[0] as Tensor)];

  test("its state dict has our names, in our order, and loads", () => {
    expect(Object.keys(module.stateDict())).toEqual(Object.keys(state));
    expect(module.loadStateDict(state)).toEqual({ missing: [], unexpected: [] });
    expect(module.namedParameters().map(([key]) => key)).toEqual(Object.keys(part("grad")));
  });

  test("outputs, gradients and buffers are PyTorch's", () => {
    module.train().loadStateDict(state);
    const outputs = forward();
    expectClose(Object.fromEntries(outputs.map((y, i) => [i, y])), part("output"));
    const loss = outputs.map((y) => y.square().mean()).reduce((a, b) => a.add(b));
    loss.backward();
    const grads = module.namedParameters().map(([key, { grad }]) => [key, grad as Tensor] as const);
    expectClose(Object.fromEntries(grads), part("grad"));
    const own = inputs.flatMap(({ grad }, i) => (grad ? [[i, grad] as const] : []));
    expectClose(Object.fromEntries(own), part("gradInput"));
    expectClose(Object.fromEntries(module.namedBuffers()), part("after"));
    module.eval();
    expectClose({ eval: noGrad(forward)[0] as Tensor }, { eval: tensors.eval as nn.StoredTensor });
  });
});

const numbersOf = ({ data }: nn.StoredTensor) =>
  Float64Array.from(data as ArrayLike<number | bigint>, Number);

/** Equal keys and shapes, and differences of at most 1e-10 norm-wise, or 2e-5 of the greatest number in float32. */
function expectClose(found: Record<string, Tensor>, wanted: Record<string, nn.StoredTensor>): void {
  expect(Object.keys(found)).toEqual(Object.keys(wanted));
  for (const [key, stored] of Object.entries(wanted)) {
    const own = found[key] as Tensor;
    expect(own.shape, key).toEqual(stored.shape);
    const numbers = numbersOf(stored);
    const apart = numbers.map((x, i) => x - (own.data[i] as number));
    const norm = (list: Float64Array) => Math.sqrt(list.reduce((sum, x) => sum + x * x, 0));
    const most = (list: Float64Array) => list.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    // Some gradients are 0 but for rounding: those of biases before a norm.
    if (own.dtype === "float64")
      expect(norm(apart), key).toBeLessThanOrEqual(1e-10 * Math.max(norm(numbers), 1e-3));
    else expect(most(apart), key).toBeLessThanOrEqual(2e-5 * Math.max(most(numbers), 1e-2));
  }
}
