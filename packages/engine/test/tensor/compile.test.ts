import {
  batchNorm,
  compile,
  embedding,
  noGrad,
  oneHot,
  scaledDotProductAttention,
  type Tensor,
  tensor,
  zeros,
} from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";

/** A small net with its parameters, and the loss of a batch. */
function net(seed: number) {
  const stream = random(seed);
  const matrix = (rows: number, columns: number) =>
    tensor(
      Float64Array.from({ length: rows * columns }, () => stream.normal()),
      { shape: [rows, columns], requiresGrad: true },
    ) as Tensor;
  const [w1, w2] = [matrix(5, 3), matrix(4, 5)];
  const b1 = zeros([5], { requiresGrad: true }) as Tensor;
  const logits = (x: Tensor): Tensor => x.linear(w1, b1).tanh().linear(w2);
  const loss = (x: Tensor, y: Tensor): Tensor =>
    logits(x).logSoftmax(1).gather(1, y.unsqueeze(1)).mean().neg();
  return { parameters: [w1, b1, w2], logits, loss };
}

function batch(seed: number, rows = 6): [Tensor, Tensor] {
  const stream = random(seed);
  const x = Float64Array.from({ length: rows * 3 }, () => stream.normal());
  const y = Float64Array.from({ length: rows }, () => stream.integer(4));
  return [tensor(x, { shape: [rows, 3] }) as Tensor, tensor(y) as Tensor];
}

const numbers = (tensors: readonly Tensor[]): number[][] => tensors.map(({ data }) => Array.from(data));

describe("compile(f) of a function of Tensors", () => {
  it("value() and step() give what the function gives, bit for bit, for other numbers too", () => {
    const [eager, compiled] = [net(1), net(1)];
    const { value, step } = compile(compiled.loss);
    for (let k = 0; k < 5; k++) {
      const [x, y] = batch(k);
      const loss = eager.loss(x, y);
      loss.backward();
      expect(value(x, y).item()).toBe(loss.item());
      expect(step(x, y)).toBe(loss.item());
      expect(numbers(compiled.parameters.map(({ grad }) => grad as Tensor))).toEqual(
        numbers(eager.parameters.map(({ grad }) => grad as Tensor)),
      );
      for (const [i, p] of compiled.parameters.entries()) {
        p.data[0] = k / 7;
        (eager.parameters[i] as Tensor).data[0] = k / 7;
      }
    }
  });

  it("step() with an update trains as descent by hand does", () => {
    const [eager, compiled] = [net(2), net(2)];
    const numbersOfRule = { lr: 0.5 };
    const { step } = compile(compiled.loss, { update: { formula: "p - lr * g", numbers: numbersOfRule } });
    const losses: number[] = [];
    for (let k = 0; k < 20; k++) {
      numbersOfRule.lr = 0.5 / (1 + k);
      const [x, y] = batch(k % 3);
      for (const p of eager.parameters) p.zeroGrad();
      const loss = eager.loss(x, y);
      loss.backward();
      for (const p of eager.parameters) {
        const g = p.grad as Tensor;
        for (let i = 0; i < p.size; i++)
          p.data[i] = (p.data[i] as number) - numbersOfRule.lr * (g.data[i] as number);
      }
      losses.push(step(x, y));
      expect(losses.at(-1)).toBe(loss.item());
    }
    expect(numbers(compiled.parameters)).toEqual(numbers(eager.parameters));
    expect(losses[18]).toBeLessThan(losses[0] as number);
  });

  it.each(["float32", "float64"] as const)("step() changes many parameters of %s as few", (dtype) => {
    const stream = random(5);
    const start = Float64Array.from({ length: 100_001 }, () => stream.normal());
    const w = tensor(start, { dtype, requiresGrad: true }) as Tensor;
    const { step } = compile(() => w.mul(w).sum(), {
      update: { formula: "p - rate * g / (sqrt(g * g) + 0.1)", numbers: { rate: 0.01 } },
    });
    const round = dtype === "float32" ? Math.fround : (x: number): number => x;
    let wanted = Array.from(start, round);
    for (let k = 0; k < 6; k++) {
      step();
      wanted = wanted.map((p) => {
        const g = round(2 * p);
        return round(p - (0.01 * g) / (Math.sqrt(g * g) + 0.1));
      });
      expect(Array.from(w.data)).toEqual(wanted);
    }
  });

  it("gradient() and valueAndGradient() are with respect to the first argument, in its shape", () => {
    const f = compile((at: { a: Tensor; list: [Tensor, Tensor] }) =>
      at.a.mul(at.list[0]).sum().add(at.list[1].square().sum()),
    );
    const a = tensor([1, 2]) as Tensor;
    const given = { a, list: [tensor([3, 4]) as Tensor, tensor([5]) as Tensor] as [Tensor, Tensor] };
    const [value, gradient] = f.valueAndGradient(given);
    expect(value).toBe(11 + 25);
    expect(gradient.a.toArray()).toEqual([3, 4]);
    expect(gradient.list.map((part) => part.toArray())).toEqual([[1, 2], [10]]);
    expect(f.gradient(given).a.toArray()).toEqual([3, 4]);
    expect(a.grad).toBe(null);
  });

  it("gives results that later runs do not change", () => {
    const f = compile((x: Tensor) => x.mul(2));
    const first = f.value(tensor([1, 2]));
    f.value(tensor([5, 6]));
    expect(first.toArray()).toEqual([2, 4]);
  });

  it("records again for another shape or dtype, and comes back to the first", () => {
    let calls = 0;
    const f = compile((x: Tensor) => {
      calls++;
      return x.sum();
    });
    expect(f.value(tensor([1, 2])).item()).toBe(3);
    expect(f.value(tensor([1, 2, 3])).item()).toBe(6);
    expect(f.value(tensor([1, 2], { dtype: "float32" })).dtype).toBe("float32");
    expect(f.value(tensor([4, 5])).item()).toBe(9);
    expect(calls).toBe(3);
  });

  it("takes Tensors from outside as they are at each call", () => {
    const w = tensor([1, 2]);
    const f = compile(() => w.square().sum());
    expect(f.value().item()).toBe(5);
    w.data[0] = 3;
    expect(f.value().item()).toBe(13);
    w.data = [0, 1];
    expect(f.value().item()).toBe(1);
  });

  it("draws random numbers anew at every run", () => {
    const [ours, theirs] = [random(3), random(3)];
    const x = tensor(new Float64Array(50).fill(1));
    const f = compile((t: Tensor) => t.dropout(0.5, ours));
    for (let k = 0; k < 4; k++) expect(f.value(x).toArray()).toEqual(x.dropout(0.5, theirs).toArray());
  });

  it("reads indices that are arguments at every run, and checks them", () => {
    const f = compile((index: Tensor) => oneHot(index, 3).mul(2));
    expect(f.value(tensor([0, 2])).toArray()).toEqual([
      [2, 0, 0],
      [0, 0, 2],
    ]);
    expect(f.value(tensor([1, 1])).toArray()).toEqual([
      [0, 2, 0],
      [0, 2, 0],
    ]);
    expect(() => f.value(tensor([1, 3]))).toThrow("oneHot: there is no index 3");
    expect(() => f.value(tensor([1, 0.5]))).toThrow("oneHot: an index is an integer >= 0, got 0.5");
  });

  it("sums gradients of repeated indices from zero at every run", () => {
    const table = tensor([1, 2, 3], { requiresGrad: true });
    const { step } = compile((index: Tensor) => table.indexSelect(0, index).sum());
    for (let k = 1; k <= 3; k++) {
      expect(step(tensor([1, 1, 2]))).toBe(7);
      expect(table.grad?.toArray()).toEqual([0, 2 * k, k]);
    }
  });

  it("moves the running numbers of batchNorm at every run", () => {
    const running = () => ({ runningMean: tensor([0, 0]), runningVar: tensor([1, 1]) });
    const [ours, theirs] = [running(), running()];
    const f = compile((x: Tensor) =>
      batchNorm(x, { training: true, ...ours })
        .square()
        .mean(),
    );
    for (let k = 0; k < 4; k++) {
      const x = tensor([
        [k, 2],
        [1, -k],
        [3, 1],
      ]) as Tensor;
      expect(f.value(x).item()).toBe(
        batchNorm(x, { training: true, ...theirs })
          .square()
          .mean()
          .item(),
      );
      expect(ours.runningMean.toArray()).toEqual(theirs.runningMean.toArray());
      expect(ours.runningVar.toArray()).toEqual(theirs.runningVar.toArray());
    }
    const used = compile((x: Tensor) => batchNorm(x, { ...ours }).sum());
    const x = tensor([[1, 2]]) as Tensor;
    const before = used.value(x).item();
    expect(before).toBe(
      batchNorm(x, { ...theirs })
        .sum()
        .item(),
    );
    f.value(
      tensor([
        [9, 9],
        [8, 7],
        [5, 5],
      ]) as Tensor,
    );
    expect(used.value(x).item()).not.toBe(before);
  });

  it("embeds other words, and attends behind other masks, at every run", () => {
    const weight = tensor(
      [
        [1, 2],
        [3, -1],
        [0, 1],
      ],
      { requiresGrad: true },
    ) as Tensor;
    const loss = (index: Tensor, mask: Tensor): Tensor => {
      const x = embedding(index, weight, { paddingIdx: 2 });
      const causal = scaledDotProductAttention(x, x, x, { isCausal: true });
      return scaledDotProductAttention(x, causal, x, { mask }).square().sum();
    };
    const { step } = compile(loss);
    const blind = Number.NEGATIVE_INFINITY;
    const masks = [
      [
        [0, 0],
        [0, 0],
      ],
      [
        [blind, 0],
        [blind, blind],
      ],
      [
        [0, blind],
        [1, 2],
      ],
    ];
    for (const [k, words] of [
      [0, 1],
      [2, 1],
      [1, 1],
    ].entries()) {
      const [index, mask] = [tensor(words), tensor(masks[k] as number[][])] as [Tensor, Tensor];
      weight.zeroGrad();
      const wanted = loss(index, mask);
      wanted.backward();
      const gradient = weight.grad?.toArray();
      weight.zeroGrad();
      expect(step(index, mask)).toBe(wanted.item());
      expect(weight.grad?.toArray()).toEqual(gradient);
    }
  });

  it("leaves graphs that were built before a step as they were", () => {
    const w = tensor([2], { requiresGrad: true });
    const { step } = compile(() => w.square().sum(), { update: { formula: "p - g" } });
    const before = w.square().sum();
    step();
    expect([before.item(), w.item()]).toEqual([4, -2]);
    before.backward();
    expect(w.grad?.item()).toBe(4);
  });

  it("stops gradients at detach() and noGrad", () => {
    const w = tensor([3], { requiresGrad: true });
    const { step } = compile(() =>
      w
        .mul(w.detach())
        .add(noGrad(() => w.mul(5)))
        .sum(),
    );
    step();
    expect(w.grad?.item()).toBe(3);
  });

  it("says what it is computed by", () => {
    const f = compile((x: Tensor) => x.T.add(1).sum());
    f.value(tensor([[1, 2]]));
    expect(f.choice).toEqual({ target: "replay", why: "a function of Tensors", nodes: 4, steps: 2 });
  });
});

describe("compile(f) of a function of Tensors refuses", () => {
  const x = tensor([1, 2]);

  it("numbers that are read", () => {
    for (const read of [
      (t: Tensor) => t.data[0],
      (t: Tensor) => t.sum().item(),
      (t: Tensor) => t.toArray(),
    ]) {
      const f = compile((t: Tensor) => t.mul(Number(read(t))));
      expect(() => f.value(x)).toThrow("cannot depend on them");
    }
  });

  it("backward() inside", () => {
    const f = compile((t: Tensor) => {
      t.sum().backward();
      return t;
    });
    expect(() => f.value(x)).toThrow("backward()");
  });

  it("results computed outside", () => {
    const outside = tensor([1, 2], { requiresGrad: true }).mul(2);
    expect(() => compile((t: Tensor) => t.mul(outside)).value(x)).toThrow(
      "the result of mul, shape [2], computed outside",
    );
  });

  it("a gradient of several numbers, of nothing, or with respect to nothing", () => {
    expect(() => compile((t: Tensor) => t.mul(2)).gradient(x)).toThrow(
      "gradient() needs a function that returns one number; this one returns a Tensor of shape [2].",
    );
    expect(() => compile((t: Tensor) => t.sum()).step(x)).toThrow("step() gives gradients to the Tensors");
    expect(() => compile((t: Tensor) => t.detach().sum()).gradient(x)).toThrow("does not depend on it");
  });

  it("arguments beside Tensors that are none", () => {
    expect(() => compile((t: Tensor, rate: number) => t.mul(rate)).value(x, 3)).toThrow(
      "argument 2: expected a Tensor",
    );
  });
});
