import { type DType, noGrad, type Tensor, tensor } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.js";
import {
  loadOptimizer,
  optimizerState,
  type PytorchData,
  type PytorchOptimizerState,
  readPytorch,
  writePytorch,
} from "../../src/pytorch/index.js";
import { fixture, versions } from "./fixtures.js";

/** A training that stopped, with what follows: see golden/pytorch.py. */
interface Trained {
  readonly x: nn.StoredTensor;
  readonly y: nn.StoredTensor;
  readonly steps: number;
  readonly cases: readonly {
    readonly kind: keyof typeof optimizers;
    readonly model: nn.StateDict;
    readonly optimizer: PytorchOptimizerState;
    readonly output: nn.StoredTensor;
    readonly after: nn.StateDict;
  }[];
}

const { SGD, Adam, AdamW, RMSprop, Adagrad, Adadelta, NAdam, RAdam } = nn;
const optimizers = { SGD, Adam, AdamW, RMSprop, Adagrad, Adadelta, NAdam, RAdam };

type Model = nn.Module<Tensor> & { forward(x: Tensor): Tensor };
const models: Record<string, (dtype: DType) => Model> = {
  mlp: (dtype) =>
    new nn.Sequential(new nn.Linear(3, 8, { dtype }), new nn.Tanh(), new nn.Linear(8, 2, { dtype })),
  "conv-net": (dtype) =>
    new nn.Sequential(
      new nn.Conv2d(1, 3, 3, { padding: 1, bias: false, dtype }),
      new nn.BatchNorm2d(3, { dtype }),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Flatten(),
      new nn.Linear(12, 2, { dtype }),
    ),
  transformer: (dtype) =>
    new nn.TransformerBlock(8, 2, {
      ...{ dimFeedforward: 12, dropout: 0, activation: "gelu", batchFirst: true, normFirst: true },
      dtype,
    }),
  "transformer-float64": (dtype) => (models.transformer as (dtype: DType) => Model)(dtype),
  optimizers: (dtype) => (models.mlp as (dtype: DType) => Model)(dtype),
};

const cases = versions.flatMap((version) =>
  Object.keys(models).flatMap((name) => {
    const { cases } = readPytorch<Trained>(fixture(version, name));
    return cases.map(({ kind }, i) => [version, name, kind, i] as const);
  }),
);

describe.each(cases)("what PyTorch %s trained, %s by %s (%i)", (version, name, kind, i) => {
  const file = readPytorch<Trained>(fixture(version, name));
  const { model, optimizer, output, after } = file.cases[i] as Trained["cases"][number];
  const dtype: DType = file.x.dtype === "F64" ? "float64" : "float32";
  // What is exact but for rounding; Adam's steps divide by roots, which makes rounding errors larger.
  const near = dtype === "float64" ? 1e-12 : 1e-6;
  const make = () => {
    const net = (models[name] as (dtype: DType) => Model)(dtype);
    return { net, trainer: new optimizers[kind](net.parameters(), { lr: 1 }) };
  };
  const given = ({ shape, data }: nn.StoredTensor) => tensor(data as Float32Array, { shape, dtype });

  test("gives the same outputs", () => {
    const { net } = make();
    expect(net.loadStateDict(model)).toEqual({ missing: [], unexpected: [] });
    expectNear(noGrad(() => net.eval().forward(given(file.x))).data, output.data as Float32Array, near);
  });

  const resumed = (state: PytorchOptimizerState) => {
    const { net, trainer } = make();
    net.loadStateDict(model);
    loadOptimizer(trainer, state);
    for (let step = 0; step < file.steps; step++) {
      const loss = net.forward(given(file.x)).sub(given(file.y)).square().mean();
      trainer.zeroGrad();
      loss.backward();
      trainer.step();
    }
    return { net, trainer };
  };

  test("goes on with the same steps", () => {
    const { net } = resumed(optimizer);
    for (const [key, stored] of Object.entries(net.stateDict())) {
      const wanted = Float64Array.from(after[key]?.data as Float32Array, Number);
      expectNear(stored.data as Float32Array, wanted, near, key);
    }
  });

  test("optimizerState(optimizer) goes through a file, and is PyTorch's again", () => {
    const { trainer } = make();
    loadOptimizer(trainer, optimizer);
    const state = optimizerState(trainer);
    const again = readPytorch<PytorchOptimizerState>(writePytorch(state));
    expect(resumed(again).net.stateDict()).toEqual(resumed(optimizer).net.stateDict());
    const remembered = (state: PytorchData) =>
      Object.entries(entries(state)).map(([id, own]) => [id, known(own as PytorchData)] as const);
    const known = (own: PytorchData) =>
      Object.keys(entries(own))
        .filter((key) => entries(own)[key] !== null)
        .sort();
    // Without momentum SGD remembers nothing: PyTorch says so of each parameter.
    const wanted = remembered(optimizer.state).filter(([, keys]) => keys.length > 0);
    expect(remembered(state.state)).toEqual(wanted);
    const [group] = optimizer.param_groups as Record<string, PytorchData>[];
    const [back] = state.param_groups as Record<string, PytorchData>[];
    const both = Object.keys(back ?? {}).filter((key) => key in (group ?? {}));
    expect(both.length).toBeGreaterThan(4);
    for (const key of both) expect([key, back?.[key]]).toEqual([key, group?.[key]]);
  });
});

const entries = (dict: PytorchData): Record<string, unknown> =>
  Object.fromEntries(dict instanceof Map ? dict : Object.entries(dict as object));

/** Differences of at most that much of the greatest number. */
function expectNear(
  found: ArrayLike<number>,
  wanted: ArrayLike<number>,
  near: number,
  what = "the output",
): void {
  const greatest = Array.from(wanted).reduce((most, x) => Math.max(most, Math.abs(x)), 1e-3);
  const apart = Array.from(wanted).reduce(
    (most, x, i) => Math.max(most, Math.abs(x - (found[i] as number))),
    0,
  );
  expect(found.length).toBe(wanted.length);
  expect(apart / greatest, what).toBeLessThanOrEqual(near);
}
