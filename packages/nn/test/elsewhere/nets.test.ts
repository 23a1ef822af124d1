import { cpu, type Tensor, useBackend } from "@outgrad/engine";
import { crossEntropy, mse } from "@outgrad/losses";
import { afterEach, describe, expect, test } from "vitest";
import {
  Adam,
  AvgPool2d,
  BatchNorm2d,
  Conv2d,
  clipGradNorm,
  clipGradValue,
  Dropout,
  Embedding,
  Flatten,
  GRU,
  LayerNorm,
  Linear,
  type Module,
  manualSeed,
  ReLU,
  readNumbers,
  Sequential,
  Tanh,
  TransformerBlock,
} from "../../src/index.js";
import { dtype, numbers } from "./numbers.js";
import { remote } from "./remote.js";

afterEach(() => {
  useBackend(cpu);
});

interface Training {
  readonly net: Module<Tensor>;
  loss(): Tensor;
}

const mlp = (): Training => {
  manualSeed(1);
  const net = new Sequential(
    new Linear(2, 8, { dtype }),
    new LayerNorm(8, { dtype }),
    new Tanh(),
    new Dropout(0.25),
    new Linear(8, 1, { dtype }),
  );
  const [x, y] = [numbers([16, 2], 1), numbers([16, 1], 2)];
  return { net, loss: () => mse(net.forward(x), y) };
};

const convNet = (): Training => {
  manualSeed(2);
  const net = new Sequential(
    new Conv2d(1, 4, 3, { padding: 1, bias: false, dtype }),
    new BatchNorm2d(4, { dtype }),
    new ReLU(),
    new AvgPool2d(2),
    new Flatten(),
    new Linear(64, 3, { dtype }),
  );
  const x = numbers([6, 1, 8, 8], 3);
  return { net, loss: () => crossEntropy(net.forward(x), [0, 1, 2, 2, 1, 0], { weight: [1, 2, 3] }) };
};

const words = (): Training => {
  manualSeed(3);
  const table = new Embedding(7, 4, { dtype, paddingIdx: 0 });
  const block = new TransformerBlock(4, 2, { dimFeedforward: 8, batchFirst: true, dropout: 0.1, dtype });
  const gru = new GRU(4, 5, { batchFirst: true, dtype });
  const head = new Linear(5, 7, { dtype });
  const net = new Sequential(table as never, block as never, gru as never, head);
  const index = [
    [1, 2, 3, 0],
    [4, 5, 6, 1],
  ];
  const next = [
    [2, 3, 0, -100],
    [5, 6, 1, 1],
  ];
  const loss = () => {
    const [h] = gru.forward(block.forward(table.forward(index), { isCausal: true }));
    return crossEntropy(head.forward(h).transpose(), next);
  };
  return { net, loss };
};

const trainings = { "an MLP": mlp, "a conv net": convNet, "a transformer with a GRU": words };

/** Twenty steps; the losses are read at the end only. */
async function train({ net, loss }: Training): Promise<readonly number[]> {
  const optimizer = new Adam(net.parameters(), { lr: 0.02 });
  const losses: Tensor[] = [];
  for (let step = 0; step < 20; step++) {
    optimizer.zeroGrad();
    const found = loss();
    found.backward();
    clipGradNorm(optimizer.parameters, 1);
    clipGradValue(optimizer.parameters, 0.5);
    optimizer.step();
    losses.push(found.detach());
  }
  await Promise.all(losses.map((each) => each.read()));
  return losses.map((each) => each.item());
}

describe.each(Object.entries(trainings))("%s", (_, make) => {
  test("trains elsewhere without reading a number, to the losses of the CPU within 1e-4", async () => {
    const here = make();
    const expected = await train(here);
    const there = make();
    const far = remote();
    useBackend(far);
    const found = await train(there);
    expect(found.at(-1)).toBeLessThan((found[0] as number) * 0.95);
    found.forEach((x, i) => {
      expect(Math.abs(x / (expected[i] as number) - 1), `step ${i}`).toBeLessThan(1e-4);
    });
    for (const p of there.net.parameters()) expect(p.backend).toBe(far);
    expect(() => there.net.stateDict()).toThrow("call it after await readNumbers(...)");
    await readNumbers(there.net);
    const [one, two] = [here.net.stateDict(), there.net.stateDict()];
    expect(Object.keys(two)).toEqual(Object.keys(one));
    for (const [name, { data }] of Object.entries(two)) {
      const wanted = one[name]?.data as Float32Array;
      (data as Float32Array).forEach((x, i) => {
        expect(Math.abs(x - (wanted[i] as number)), name).toBeLessThan(2e-3);
      });
    }
  });
});
