import { type Tensor, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import * as nn from "../../src/index.js";
import type { Bad, Fixture } from "./fixture.js";

const scalars = (
  name: "Neuron" | "Layer" | "MLP",
  make: (nin: never, options?: never) => unknown,
): readonly Bad[] => [
  [() => make(0 as never), `${name}: nin is the number of inputs, an integer >= 1; got 0.`],
  [
    () => make(2 as never, { activation: "add" } as never),
    `${name}: activation is "linear" or an op of one argument`,
  ],
  [
    () => make(2 as never, { activaton: "tanh" } as never),
    `${name}: there is no option "activaton"; did you mean "activation"?`,
  ],
  [
    () => make(2 as never, { seed: 1, random: random(1) } as never),
    `${name}: give seed or random, not both.`,
  ],
];

const fit = ({ x, loss, optimizer }: Fixture, options: object): Promise<unknown> =>
  nn.fit({ data: [x], loss, optimizer, epochs: 1, ...options } as never);

const bowl = (x: ArrayLike<number>): [number, number[]] => [(x[0] as number) ** 2, [2 * (x[0] as number)]];
const minimise = (name: "minimize" | "descend", f: (...given: never[]) => unknown): readonly Bad[] => [
  [() => f(1 as never, [1] as never), `${name}: expected a function that gives [value, gradient]`],
  [
    () => f(bowl as never, [] as never),
    `${name}: x0, where to start, is a list of one or more numbers; got [].`,
  ],
  [
    () => f(bowl as never, [1] as never, { maxIters: 1 } as never),
    `${name}: there is no option "maxIters"; did you mean "maxIter"?`,
  ],
  [() => f(bowl as never, [1] as never, null as never), `${name}: expected an object with options`],
];

/** Bad calls of what is no layer and no optimiser, by the name of the export. */
export const otherErrors: Readonly<Record<string, readonly Bad[]>> = {
  Neuron: scalars("Neuron", (nin, options) => new nn.Neuron(nin, options)),
  Layer: scalars("Layer", (nin, options) => new nn.Layer(nin, 1, options)),
  MLP: scalars("MLP", (nin, options) => new nn.MLP(nin, [1], options)),
  Sequential: [
    [
      () => new nn.Sequential(nn.Linear as never),
      "Sequential: expected a Module with forward(x), or a function, got the class Linear (new is missing) at 0.",
    ],
    [
      () => new nn.Sequential(new nn.ReLU(), 3 as never),
      "Sequential: expected a Module with forward(x), or a function, got 3 at 1.",
    ],
  ],
  Embedding: [
    [() => new nn.Embedding(0, 2), "Embedding: numEmbeddings is the number of rows, an integer >= 1; got 0."],
    [
      () => new nn.Embedding(3, 2, { paddingIdx: 3 }),
      "Embedding: paddingIdx is a row, an integer from -3 to 2; got 3.",
    ],
    [
      () => new nn.Embedding(3, 2, { paddingIndex: 3 } as never),
      'Embedding: there is no option "paddingIndex"; did you mean "paddingIdx"?',
    ],
    [
      () => new nn.Embedding(3, 2, { seed: 1 }).forward([3]),
      "embedding: there is no index 3 in dim 0, which has the size 3.",
    ],
  ],
  MultiheadAttention: [
    [
      () => new nn.MultiheadAttention(4, 3),
      "MultiheadAttention: numHeads must divide embedDim; got 3 for 4.",
    ],
    [
      () => new nn.MultiheadAttention(4, 2, { dropout: 2 }),
      "MultiheadAttention: dropout is a number in [0, 1]; got 2.",
    ],
    [
      () => new nn.MultiheadAttention(4, 2, { bacthFirst: true } as never),
      'MultiheadAttention: there is no option "bacthFirst"; did you mean "batchFirst"?',
    ],
    [
      ({ x }) => new nn.MultiheadAttention(4, 2, { seed: 1, dropout: 0.5 }).forward(x, x, x),
      "MultiheadAttention.forward: expected query of shape [l, n, 4], got [2, 2].",
    ],
    [
      ({ x }) =>
        new nn.MultiheadAttention(2, 2, { seed: 1 }).forward(x.unsqueeze(0), x.unsqueeze(0), x.unsqueeze(0), {
          causal: true,
        } as never),
      'MultiheadAttention.forward: there is no option "causal"',
    ],
  ],
  buffer: [
    [() => nn.buffer([1] as never), "buffer: expected a leaf, such as tensor(...); got [1]."],
    [
      ({ parameters: [p] }) => nn.buffer((p as Tensor).mul(2)),
      "buffer: expected a leaf, such as tensor(...); got the result of mul.",
    ],
  ],
  manualSeed: [
    [
      () => nn.manualSeed(undefined as never),
      "random: expected a seed that is a safe integer or a string, got undefined.",
    ],
    [() => nn.manualSeed(0.5), "random: expected a seed that is a safe integer or a string, got 0.5."],
  ],
  Module: [
    [({ net }) => net.train("no" as never), "Sequential.train: expected true or false, got no."],
    [
      ({ net }) => net.loadStateDict(3 as never),
      "Sequential.loadStateDict: expected an object with tensors by name, got 3.",
    ],
    [({ net }) => net.loadStateDict({}), 'Sequential.loadStateDict: missing are "0.weight", "0.bias"'],
    [
      ({ net }) =>
        net.loadStateDict({
          ...net.stateDict(),
          "0.bias": { dtype: "F64", shape: [1], data: new Float64Array(1) },
        }),
      'Sequential.loadStateDict: "0.bias" has the shape [3], but [1] was given. Nothing was changed.',
    ],
    [
      ({ net }) => net.loadStateDict({}, { strict: 0 as never }),
      "Sequential.loadStateDict: strict is true or false; got 0.",
    ],
    [
      ({ net }) => net.loadStateDict({}, { stict: false } as never),
      'Sequential.loadStateDict: there is no option "stict"; did you mean "strict"?',
    ],
  ],
  fit: [
    [
      () => nn.fit(undefined as never),
      "fit: expected an object with options, such as { data: ... }, got undefined.",
    ],
    [(f) => fit(f, { batchsize: 2 }), 'fit: there is no option "batchsize"; did you mean "batchSize"?'],
    [(f) => fit(f, { data: [1] }), "fit: data is a list of Tensors"],
    [
      (f) => fit(f, { data: [f.x, tensor([1])] }),
      "fit: the data have the shapes [2, 2] and [1]; the first sizes must be equal",
    ],
    [(f) => fit(f, { loss: undefined }), "fit: loss is a function; got undefined."],
    [
      (f) => fit(f, { optimizer: f.net }),
      "fit: optimizer is an optimiser, which has step() and zeroGrad(); got Sequential(",
    ],
    [(f) => fit(f, { epochs: 1.5 }), "fit: epochs is how often all rows are seen, an integer >= 1; got 1.5."],
    [(f) => fit(f, { random: 7 }), "fit: random is a Random, such as random(seed); got 7."],
    [
      (f) => fit(f, { model: {} }),
      "fit: model is a Module, which has train() and eval(); got [object Object].",
    ],
    [(f) => fit(f, { schedule: () => 1 }), "fit: schedule is a schedule, which has step(); got () => 1."],
    [(f) => fit(f, { scheduleEvery: "step" }), 'fit: scheduleEvery is "epoch" or "batch"; got "step".'],
    [(f) => fit(f, { scheduleMetric: 1 }), "fit: scheduleMetric is the name of a metric; got 1."],
    [(f) => fit(f, { maxGradNorm: -1 }), "fit: maxGradNorm is a finite number >= 0; got -1."],
    [(f) => fit(f, { dropLast: 1 }), "fit: dropLast is true or false; got 1."],
    [(f) => fit(f, { restoreBest: "no" }), 'fit: restoreBest is true or false; got "no".'],
    [
      (f) => fit(f, { earlyStopping: {} }),
      "fit: earlyStopping.patience is a finite number >= 0; got undefined.",
    ],
    [
      (f) => fit(f, { earlyStopping: { patience: 1, delta: 1 } }),
      'fit: earlyStopping: there is no option "delta"',
    ],
    [(f) => fit(f, { checkpoint: { every: 1 } }), "fit: checkpoint.save is a function; got undefined."],
    [
      (f) => fit(f, { checkpoint: { evry: 1, save() {} } }),
      'fit: checkpoint: there is no option "evry"; did you mean "every"?',
    ],
    [(f) => fit(f, { onStep: 1 }), "fit: onStep is a function; got 1."],
    [(f) => fit(f, { signal: true }), "fit: signal is an AbortSignal; got true."],
    [(f) => fit(f, { resume: {} }), "fit: resume is what checkpoint.save was given; got something else."],
  ],
  minimize: minimise("minimize", nn.minimize as never),
  descend: minimise("descend", nn.descend as never),
  saveCheckpoint: [
    [() => nn.saveCheckpoint(3 as never), "saveCheckpoint: expected the parts by name, got 3."],
    [() => nn.saveCheckpoint({ a: () => 1 }), "saveCheckpoint: a is () => 1; a checkpoint holds plain data"],
  ],
  loadCheckpoint: [
    [({ net }) => nn.loadCheckpoint(new Uint8Array(3), { net }), "readSafetensors: the file has 3 bytes"],
    [
      ({ net, optimizer }) => nn.loadCheckpoint(nn.saveCheckpoint({ net }), { net, optimizer }),
      'loadCheckpoint: the checkpoint has no part "optimizer"; it has net.',
    ],
    [
      ({ net }) => nn.loadCheckpoint(nn.saveCheckpoint({ net }), { net: 3 as never }),
      "loadCheckpoint: net has no state to be loaded; got 3.",
    ],
    [
      ({ net, optimizer, schedule }) =>
        nn.loadCheckpoint(nn.saveCheckpoint({ net, optimizer: schedule }), { net, optimizer }),
      'SGD.load: expected a state() of SGD, got one of "StepLR".',
    ],
  ],
  readNumbers: [
    [
      ({ net, schedule }) => nn.readNumbers(net, schedule as never),
      "readNumbers: expected Tensors, Modules, optimisers and averages of weights, got [object Object].",
    ],
    [() => nn.readNumbers(undefined as never), "readNumbers: expected Tensors, Modules"],
  ],
  readSafetensors: [
    [() => nn.readSafetensors(new ArrayBuffer(8) as never), "readSafetensors: expected a Uint8Array"],
    [() => nn.readSafetensors(new Uint8Array(8)), "readSafetensors: "],
  ],
  writeSafetensors: [
    [
      () => nn.writeSafetensors(undefined as never),
      "writeSafetensors: expected an object with the tensors by name",
    ],
    [
      () => nn.writeSafetensors({ a: { dtype: "F32", shape: [2], data: new Float32Array(3) } }),
      'writeSafetensors: tensor "a" has the shape [2], but 3 numbers.',
    ],
  ],
};
