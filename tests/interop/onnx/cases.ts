import { randn, type Tensor, tensor } from "@outgrad/engine";
import type { Random } from "@outgrad/engine/random";
import * as nn from "@outgrad/nn";
import { Own, Recurrent, SelfAttention, Transformer } from "./models.ts";

/** A model to be trained a little, written, and run elsewhere. */
export interface Case {
  readonly name: string;
  readonly model: nn.Module<Tensor> & { forward(...inputs: Tensor[]): Tensor };
  /** Inputs for a batch of that size. */
  readonly inputs: (n: number, random: Random) => Tensor[];
}

const dtype = "float32";
const seeded = { seed: 1, dtype } as const;
const chain = (name: string, shape: readonly number[], ...links: readonly nn.Link[]): Case => ({
  name,
  model: new nn.Sequential(...links),
  inputs: (n, random) => [randn([n, ...shape], random, { dtype })],
});

/** One method of a Tensor, or several, as a model. */
const after = (name: string, f: (x: Tensor) => Tensor): Case =>
  chain(name, [3, 4], new nn.Linear(4, 6, seeded), f);

const words = (n: number, random: Random, length = 6): Tensor[] => [
  tensor(
    Float32Array.from({ length: n * length }, () => random.integer(11)),
    { shape: [n, length] },
  ),
];

export const cases: readonly Case[] = [
  chain(
    "maps",
    [4],
    new nn.Linear(4, 8, seeded),
    new nn.ReLU(),
    new nn.Dropout(0.5, { seed: 1 }),
    new nn.Linear(8, 3, { ...seeded, bias: false }),
  ),
  chain("more dims", [5, 4], new nn.Linear(4, 3, seeded), new nn.Identity(), new nn.Flatten()),
  chain(
    "Conv1d",
    [3, 9],
    new nn.Conv1d(3, 4, 3, { ...seeded, stride: 2, padding: 1 }),
    new nn.MaxPool1d(2),
    new nn.Conv1d(4, 4, 2, { ...seeded, padding: "same", groups: 2 }),
  ),
  chain(
    "Conv2d",
    [2, 8, 7],
    new nn.Conv2d(2, 4, 3, { ...seeded, padding: "same" }),
    new nn.ReLU(),
    new nn.MaxPool2d(3, { stride: 2, padding: 1 }),
    new nn.Conv2d(4, 4, [2, 1], { ...seeded, dilation: [2, 1], groups: 4, bias: false }),
  ),
  chain(
    "ConvTranspose",
    [3, 4, 4],
    new nn.ConvTranspose2d(3, 2, 3, { ...seeded, stride: 2, padding: 1, outputPadding: 1 }),
    new nn.Flatten(2),
    new nn.ConvTranspose1d(2, 2, 3, seeded),
  ),
  chain(
    "MaxPool2d, rounded up",
    [1, 7, 6],
    new nn.Conv2d(1, 2, 1, seeded),
    new nn.MaxPool2d(2, { ceilMode: true, dilation: 2, stride: 3 }),
  ),
  chain(
    "AvgPool",
    [2, 7, 9],
    new nn.Conv2d(2, 2, 1, seeded),
    new nn.AvgPool2d(3, { stride: 2, padding: 1 }),
    new nn.AvgPool2d([2, 1], { padding: [1, 0], countIncludePad: false, ceilMode: true }),
    new nn.Flatten(2),
    new nn.AvgPool1d(2),
  ),
  chain("AdaptiveAvgPool2d", [2, 7, 9], new nn.Conv2d(2, 2, 1, seeded), new nn.AdaptiveAvgPool2d([3, 4])),
  chain(
    "global pool",
    [2, 5, 6],
    new nn.Conv2d(2, 3, 1, seeded),
    new nn.AdaptiveAvgPool2d(1),
    new nn.Flatten(),
  ),
  chain("BatchNorm1d", [4], new nn.Linear(4, 5, seeded), new nn.BatchNorm1d(5, { dtype })),
  chain(
    "BatchNorm2d",
    [2, 5, 5],
    new nn.Conv2d(2, 3, 3, seeded),
    new nn.BatchNorm2d(3, { dtype }),
    new nn.ReLU(),
  ),
  chain(
    "LayerNorm",
    [3, 6],
    new nn.LayerNorm(6, { dtype }),
    new nn.LayerNorm([3, 6], { dtype, bias: false }),
    new nn.LayerNorm(6, { elementwiseAffine: false }),
  ),
  chain(
    "RMSNorm",
    [3, 6],
    new nn.RMSNorm(6, { dtype }),
    new nn.Linear(6, 6, seeded),
    new nn.RMSNorm([3, 6], { dtype }),
  ),
  chain("GroupNorm", [6, 4, 4], new nn.GroupNorm(3, 6, { dtype })),
  chain("Softmax", [3, 5], new nn.Linear(5, 4, seeded), new nn.Softmax(-1), new nn.LogSoftmax(1)),
  {
    name: "MultiheadAttention",
    model: new SelfAttention({ batchFirst: true }, {}),
    inputs: (n, random) => [randn([n, 5, 8], random, { dtype })],
  },
  {
    name: "MultiheadAttention, causal",
    model: new SelfAttention({ batchFirst: true, bias: false }, { isCausal: true, needWeights: false }),
    inputs: (n, random) => [randn([n, 5, 8], random, { dtype })],
  },
  { name: "Transformer", model: new Transformer(), inputs: words },
  {
    name: "Embedding with padding",
    model: new nn.Sequential(new nn.Embedding(11, 4, { ...seeded, paddingIdx: 0 }), (x: Tensor) => x.mean(1)),
    inputs: words,
  },
  {
    name: "RNN",
    model: new Recurrent(new nn.RNN(4, 3, { ...seeded, batchFirst: true })),
    inputs: (n, random) => [randn([n, 5, 4], random, { dtype })],
  },
  {
    name: "GRU",
    model: new Recurrent(new nn.GRU(4, 3, { ...seeded, batchFirst: true })),
    inputs: (n, random) => [randn([n, 5, 4], random, { dtype })],
  },
  {
    name: "LSTM",
    model: new Recurrent(new nn.LSTM(4, 3, { ...seeded, batchFirst: true })),
    inputs: (n, random) => [randn([n, 5, 4], random, { dtype })],
  },
  ...[new nn.RNNCell(4, 3, seeded), new nn.GRUCell(4, 3, seeded), new nn.LSTMCell(4, 3, seeded)].map(
    (cell): Case => ({
      name: cell.constructor.name,
      model: new Recurrent(cell),
      inputs: (n, random) => [randn([n, 4], random, { dtype })],
    }),
  ),
  {
    name: "own, of two inputs",
    model: new Own(),
    inputs: (n, random) => [randn([n, 3], random, { dtype }), randn([n, 4], random, { dtype })],
  },
  chain("large scores", [3, 5], (x) => x.mul(1e4), new nn.Softmax(-1), new nn.LogSoftmax(1)),
  chain("large logsumexp", [3, 5], (x) => x.mul(1e4).logsumexp(-1).mul(1e-4)),
  chain(
    "norms far from 0",
    [6, 8],
    (x) => x.add(20),
    new nn.LayerNorm(8, { dtype }),
    (x) => x.add(20),
    new nn.GroupNorm(3, 6, { dtype }),
  ),
  after("reductions", (x) =>
    x
      .amax(1)
      .add(x.amin([1, 2], true).squeeze(2))
      .add(x.var(1))
      .add(x.logsumexp(1))
      .add(x.std(1, { correction: 0 })),
  ),
  after("orders", (x) =>
    x
      .cumsum(2)
      .add(x.argmax(2, true))
      .add(x.argmin().mul(0))
      .add(x.topk(3).values.sum(2, true))
      .add(x.sort(1, { descending: true }).indices),
  ),
  ...Object.entries(nn).flatMap(([name, found]): Case[] => {
    const isActivation = typeof found === "function" && found.prototype instanceof nn.Elementwise;
    return isActivation
      ? [chain(name, [4], new nn.Linear(4, 5, seeded), new (found as typeof nn.ReLU)())]
      : [];
  }),
];
