import {
  type Backend,
  gradients,
  matmul,
  noGrad,
  ones,
  sum,
  type Tensor,
  tensor,
  useBackend,
  zeros,
} from "@outgrad/engine";
import { describe, expect, it } from "vitest";

const leaf = (data: readonly number[]) => tensor(data as number[], { requiresGrad: true });

describe("backward", () => {
  it("backward() twice on one graph gives exactly twice the gradient", () => {
    const [a, b] = [leaf([2]), leaf([-3])];
    const y = a.mul(b).mul(4);
    y.backward();
    y.backward();
    expect([a.grad?.item(), b.grad?.item()]).toEqual([-24, 16]);
  });

  it("two outputs share a graph: gradients add up, and nothing leaks from the first pass", () => {
    const [a, b] = [leaf([2]), leaf([3])];
    const h = a.mul(b);
    h.mul(5).backward();
    h.mul(7).backward();
    expect([a.grad?.item(), b.grad?.item()]).toEqual([36, 24]);
    expect(h.grad).toBe(null);
  });

  it("a node used twice by one op and by several gets the sum", () => {
    const x = leaf([3]);
    const y = x.mul(2);
    y.mul(y).add(y).add(x).backward();
    expect(x.grad?.item()).toBe(2 * (2 * 6 + 1) + 1);
  });

  it("an output that is a leaf has gradient 1; a leaf without requiresGrad has null", () => {
    const x = leaf([7]);
    x.backward();
    expect(x.grad?.toArray()).toEqual([1]);
    const c = tensor([2]);
    x.mul(c).backward();
    expect([x.grad?.item(), c.grad]).toEqual([3, null]);
  });

  it("gradients have the shape and dtype of their Tensor, and are leaves without history", () => {
    const x = ones([2, 3], { dtype: "float32", requiresGrad: true });
    x.exp().sum().backward();
    const { grad } = x;
    expect([grad?.shape, grad?.dtype, grad?.requiresGrad, grad?.isLeaf]).toEqual([
      [2, 3],
      "float32",
      false,
      true,
    ]);
  });

  it("retainGrad() keeps the gradient of a result, of each pass anew", () => {
    const x = leaf([2, 3]);
    const y = x.square().retainGrad();
    const z = y.mul(5).sum();
    z.backward();
    z.backward();
    expect(y.grad?.toArray()).toEqual([5, 5]);
    expect(x.grad?.toArray()).toEqual([40, 60]);
  });

  it("backward(undefined, { createGraph: true }) leaves gradients that can be differentiated", () => {
    const x = leaf([2]);
    x.mul(x).mul(x).backward(undefined, { createGraph: true });
    const { grad } = x;
    x.grad = null;
    grad?.backward();
    expect([grad?.item(), x.grad]).toEqual([12, expect.objectContaining({})]);
    expect((x.grad as Tensor | null)?.item()).toBe(12);
  });

  it("gradients are nobody else's: what is written to one changes no other, nor the cotangent", () => {
    const [a, b, c] = [leaf([1]), leaf([2]), tensor([3])];
    a.add(b).backward(c, { createGraph: true });
    const [first, second] = [a.grad, b.grad] as [Tensor, Tensor];
    first.data[0] = 100;
    expect([first.item(), second.item(), c.item()]).toEqual([100, 3, 3]);
    c.data[0] = 5;
    a.mul(b).backward(c);
    expect([a.grad?.item(), b.grad?.item()]).toEqual([110, 8]);
  });

  it("zeroGrad() makes grad null again", () => {
    const x = leaf([1]);
    x.mul(2).backward();
    x.zeroGrad();
    expect(x.grad).toBe(null);
  });

  it("a wide fan-in: the sum of 10,000 Tensors in one concat", async () => {
    const { concat } = await import("@outgrad/engine");
    const parts = Array.from({ length: 10_000 }, (_, i) => leaf([i]));
    concat(parts).mul(2).sum().backward();
    expect(parts.every(({ grad }) => grad?.item() === 2)).toBe(true);
  });
});

describe("gradients", () => {
  it("changes no grad, reaches results as well as leaves, and gives null where nothing depends", () => {
    const [x, other] = [leaf([1, 2]), leaf([1])];
    const h = x.square();
    const [byX, byH, none] = gradients(h.mul(3).sum(), [x, h, other]);
    expect([byX?.toArray(), byH?.toArray(), none]).toEqual([[6, 12], [3, 3], null]);
    expect([x.grad, h.grad]).toEqual([null, null]);
  });

  it("takes a cotangent, and nests to any order", () => {
    const x = leaf([1, 2]);
    const [g] = gradients(x.pow(4), [x], { cotangent: tensor([1, 10]), createGraph: true });
    const [h] = gradients(g as Tensor, [x], { cotangent: 1, createGraph: true });
    const [k] = gradients(h as Tensor, [x], { cotangent: 1 });
    expect([g, h, k].map((found) => found?.toArray())).toEqual([
      [4, 320],
      [12, 480],
      [24, 480],
    ]);
  });
});

describe("data", () => {
  it("is the same array each time, and what is written to a leaf's counts from then on", () => {
    const x = tensor([1, 2]);
    expect(x.data).toBe(x.data);
    x.data[0] = 5;
    expect([x.add(1).toArray(), x.toArray(), x.item.length]).toEqual([[6, 3], [5, 2], 0]);
    x.data = Float32Array.of(7, 8);
    expect(x.add(1).toArray()).toEqual([8, 9]);
  });

  it("tensor(array) copies: the array may be used for something else", () => {
    const array = Float64Array.of(1, 2);
    const x = tensor(array);
    array[0] = 9;
    expect(x.toArray()).toEqual([1, 2]);
  });

  it("a training step by writing data: the next forward sees it, the old graph keeps its numbers", () => {
    const w = leaf([4]);
    for (let step = 0; step < 3; step++) {
      w.zeroGrad();
      const loss = w.square();
      loss.backward();
      w.data[0] = (w.data[0] as number) - 0.25 * (w.grad?.item() as number);
      expect(loss.item()).toBe(16 / 4 ** step);
    }
    expect(w.item()).toBe(0.5);
  });

  it("of a view is its numbers one after the other; reading it changes nothing", () => {
    const x = leaf([1, 2, 3, 4, 5, 6]).reshape([2, 3]);
    const y = x.T;
    expect(Array.from(y.data)).toEqual([1, 4, 2, 5, 3, 6]);
    expect(y.mul(1).toArray()).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });

  it("read() gives a copy, when it is there", async () => {
    const x = tensor([1, 2]);
    const copy = await x.read();
    copy[0] = 9;
    expect(x.toArray()).toEqual([1, 2]);
  });
});

describe("what a Tensor says of itself", () => {
  it("op, inputs, label, id, isLeaf, requiresGrad, size", () => {
    const x = leaf([1, 2]);
    x.label = "x";
    const y = x.leakyRelu(0.5).sum();
    const [h] = y.inputs as [Tensor];
    expect([y.op, h.op, h.inputs[0]?.label, x.op, x.isLeaf, y.isLeaf]).toEqual([
      "sum",
      "leakyRelu",
      "x",
      "",
      true,
      false,
    ]);
    expect(h.id).toBeGreaterThan(x.id);
    expect([y.requiresGrad, tensor(1).requiresGrad, x.size, y.shape]).toEqual([true, false, 2, []]);
  });

  it("String(t) shows numbers, shape and dtype, and the ends of a large one", () => {
    expect(
      String(
        tensor([
          [1, -0],
          [Number.NaN, 2.5],
        ]),
      ),
    ).toBe("Tensor([[1, -0], [NaN, 2.5]], shape=[2, 2], dtype=float64)");
    expect(String(zeros([2000]))).toBe("Tensor([0, 0, 0, ..., 0, 0, 0], shape=[2000], dtype=float64)");
    expect(String(zeros([0, 3], { dtype: "float32" }))).toBe("Tensor([], shape=[0, 3], dtype=float32)");
  });

  it("a + b on Tensors throws instead of losing the graph", () => {
    const x = tensor([1]) as unknown as number;
    expect(() => x + x).toThrow(/write a\.add\(b\)/);
    expect(`${x}`).toContain("Tensor(");
  });
});

describe("noGrad", () => {
  it("records nothing, and the mode before comes back", () => {
    const x = leaf([2]);
    const y = noGrad(() => x.mul(3));
    expect([y.requiresGrad, y.inputs, y.isLeaf]).toEqual([false, [], true]);
    expect(x.mul(3).requiresGrad).toBe(true);
  });

  it("gradients can be computed inside it, of a graph from outside", () => {
    const x = leaf([2]);
    const y = x.square();
    const [g] = noGrad(() => gradients(y, [x], { createGraph: true }));
    expect(gradients(g as Tensor, [x])[0]?.item()).toBe(2);
  });

  it("detach() shares no history; a leaf's requiresGrad can be set", () => {
    const x = leaf([2]);
    const y = x.square().detach();
    expect([y.isLeaf, y.requiresGrad, y.item()]).toEqual([true, false, 4]);
    y.requiresGrad = true;
    y.mul(2).backward();
    expect([y.grad?.item(), x.grad]).toEqual([2, null]);
  });
});

it("sum(t), mean(t), matmul(a, b) are functions too", async () => {
  const { mean } = await import("@outgrad/engine");
  const x = tensor([
    [1, 2],
    [3, 4],
  ]);
  expect([sum(x).item(), sum(x, 0).toArray(), mean(x, 1, true).toArray()]).toEqual([
    10,
    [4, 6],
    [[1.5], [3.5]],
  ]);
  expect(matmul(x, x).toArray()).toEqual([
    [7, 10],
    [15, 22],
  ]);
});

it("useBackend(backend): every number goes through it", () => {
  const asked: string[] = [];
  const before: Backend = useBackend({
    name: "listening",
    elementwise: (...args) => {
      asked.push("elementwise");
      return before.elementwise(...args);
    },
    partial: (...args) => before.partial(...args),
    run: (...args) => {
      asked.push(args[0]);
      return before.run(...args);
    },
    numbers: (x) => before.numbers(x),
    read: (x) => before.read(x),
  });
  try {
    expect(tensor([1, 2]).add(1).sum().item()).toBe(5);
  } finally {
    useBackend(before);
  }
  expect(asked).toEqual(["elementwise", "sum"]);
});
