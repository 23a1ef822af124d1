import { compile, isElsewhere, randn, type Tensor, tensor, useBackend } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { expect, it } from "vitest";
import * as nn from "../../src/index.js";
import { exportOnnx, importOnnx } from "../../src/onnx/index.js";
import { remote } from "../elsewhere/remote.js";

const seeded = { seed: 1, dtype: "float32" } as const;
const x = tensor([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]);
const net = new nn.Sequential(
  new nn.Linear(2, 6, { seed: 3 }),
  new nn.Tanh(),
  new nn.Linear(6, 1, { seed: 4 }),
);
const bytes = exportOnnx(net, x, { dtype: "float64" });

it("a model from a file is trained, saved and loaded as the one that was written", () => {
  const copy = importOnnx(bytes);
  expect(copy.loadStateDict(net.stateDict())).toEqual({ missing: [], unexpected: [] });
  const target = tensor([[0], [1], [1], [0]]);
  const train = (model: nn.TensorModule): number => {
    const optimizer = new nn.Adam(model.parameters(), { lr: 0.05 });
    let last = Number.NaN;
    for (let step = 0; step < 100; step++) {
      const loss = model.forward(x).sub(target).square().mean() as Tensor;
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      last = loss.item();
    }
    return last;
  };
  const [loss, own] = [train(copy), train(net)];
  expect(loss).toBeLessThan(0.05);
  expect(loss).toBeCloseTo(own, 12);
});

it("compile(model.forward) computes what it computes, for each shape", () => {
  const attention = new nn.TransformerBlock(8, 2, { seed: 1, dimFeedforward: 12, batchFirst: true }).eval();
  const sample = (n: number): Tensor => randn([n, 5, 8], random(n), { dtype: "float32" });
  const copy = importOnnx(exportOnnx(attention, sample(1)));
  const fast = compile((y: Tensor) => copy.forward(y));
  for (const n of [1, 4]) expect(fast.value(sample(n)).toArray()).toEqual(copy.forward(sample(n)).toArray());
});

it("a model whose numbers a GPU keeps is written when they have been read, and they stay there", async () => {
  const away = remote();
  const before = useBackend(away);
  try {
    const there = new nn.Sequential(new nn.Linear(2, 3, seeded), new nn.BatchNorm1d(3, seeded));
    for (const t of there.parameters()) t.data = t.to(away);
    expect(() => exportOnnx(there, x)).toThrow(/^exportOnnx: the numbers of 0.weight are on remote/);
    await nn.readNumbers(there);
    const file = exportOnnx(there, x);
    expect(there.parameters().every(isElsewhere)).toBe(true);
    useBackend(before);
    const here = new nn.Sequential(
      new nn.Linear(2, 3, { seed: 1 }),
      new nn.BatchNorm1d(3),
    ).eval() as nn.TensorModule;
    expect(importOnnx(file).forward(x).sub(here.forward(x)).abs().amax().item()).toBeLessThan(1e-6);
  } finally {
    useBackend(before);
  }
});

it("exportOnnx(importOnnx(bytes)) writes a model with the same outputs", () => {
  const first = importOnnx(bytes);
  const second = importOnnx(exportOnnx(first, x, { dtype: "float64" }));
  expect(second.namedParameters().map(([name]) => name)).toEqual([
    "0.weight",
    "0.bias",
    "2.weight",
    "2.bias",
  ]);
  expect(second.forward(x).toArray()).toEqual(first.forward(x).toArray());
});
