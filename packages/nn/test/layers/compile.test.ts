import { compile, type Tensor } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import * as nn from "../../src/index.js";
import { numbers } from "./catalogue/entry.js";

interface Example {
  readonly module: nn.Module<Tensor>;
  readonly run: (x: Tensor) => Tensor;
  readonly shape: readonly number[];
}

const seed = 1;
const examples: Readonly<Record<string, () => Example>> = {
  "an MLP with dropout": () => {
    const net = new nn.Sequential(
      new nn.Linear(3, 4, { seed }),
      new nn.Dropout(0.5, { seed }),
      new nn.GELU(),
      new nn.Linear(4, 2, { seed }),
    );
    return { module: net, run: (x) => net.forward(x), shape: [5, 3] };
  },
  "a conv net": () => {
    const net = new nn.Sequential(
      new nn.Conv2d(2, 3, 3, { padding: 1, seed }),
      new nn.GroupNorm(1, 3),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Flatten(),
    );
    return { module: net, run: (x) => net.forward(x), shape: [2, 2, 4, 4] };
  },
  "batch norm after eval()": () => {
    const norm = new nn.BatchNorm1d(3).eval();
    return { module: norm, run: (x) => norm.forward(x), shape: [5, 3] };
  },
  "attention, causal and with padding that depends on x": () => {
    const attention = new nn.MultiheadAttention(4, 2, { dropout: 0.25, batchFirst: true, seed });
    const run = (x: Tensor) => {
      const keyPaddingMask = x.at(0, 2).gt(0.2) as Tensor;
      return attention.forward(x, x, x, { isCausal: true, keyPaddingMask })[0];
    };
    return { module: attention, run, shape: [2, 3, 4] };
  },
  "a transformer block with dropout": () => {
    const block = new nn.TransformerBlock(4, 2, { dimFeedforward: 8, seed });
    return { module: block, run: (x) => block.forward(x, { isCausal: true }), shape: [5, 2, 4] };
  },
  "an LSTM": () => {
    const lstm = new nn.LSTM(3, 4, { seed });
    return { module: lstm, run: (x) => lstm.forward(x)[0], shape: [5, 2, 3] };
  },
  "an embedding of numbers that x gives": () => {
    const words = new nn.Embedding(7, 4, { seed });
    return { module: words, run: (x) => words.forward(x.abs().mul(4).round()), shape: [5, 2] };
  },
};

describe("compile(loss).step(x) trains a Module as backward() does, bit for bit:", () => {
  test.each(Object.keys(examples))("%s", (name) => {
    const [compiled, plain] = [(examples[name] as () => Example)(), (examples[name] as () => Example)()];
    const lossOf = ({ run }: Example) => {
      return (x: Tensor) => run(x).square().mean();
    };
    const loss = compile(lossOf(compiled));
    const sides = [compiled, plain].map(({ module }) => new nn.SGD(module.parameters(), { lr: 0.1 }));
    for (let k = 1; k <= 3; k++) {
      const x = numbers(plain.shape).mul(1 / k) as Tensor;
      for (const side of sides) side.zeroGrad();
      const found = loss.step(x);
      const wanted = lossOf(plain)(x);
      wanted.backward();
      expect(found).toBe(wanted.item());
      for (const side of sides) side.step();
    }
    const weights = ({ module }: Example) => module.parameters().map((p) => p.toArray());
    expect(weights(compiled)).toEqual(weights(plain));
  });
});

test.each([0.1, null])(
  "batch norm with momentum %s moves its statistics at every step of a compiled loss",
  (momentum) => {
    const [compiled, plain] = [new nn.BatchNorm1d(3, { momentum }), new nn.BatchNorm1d(3, { momentum })];
    const loss = compile((x: Tensor) => compiled.forward(x).square().mean());
    for (let k = 1; k <= 4; k++) {
      const x = numbers([5 + k, 3])
        .mul(k)
        .add(k) as Tensor;
      loss.value(x);
      plain.forward(x);
      expect(compiled.stateDict()).toEqual(plain.stateDict());
      expect(compiled.numBatchesTracked?.item()).toBe(k);
    }
  },
);
