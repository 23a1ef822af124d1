import {
  add,
  concat,
  defineTensorOp,
  div,
  gradients,
  hessian,
  noGrad,
  ones,
  stack,
  type Tensor,
  tensor,
  zeros,
} from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, it } from "vitest";
import { trapRows } from "../trap-rows.js";

// Traps of the list that the project keeps, where tensors could fall into those of scalars, and some of their own.

const leaf = (numbers: unknown): Tensor => tensor(numbers as number[], { requiresGrad: true }) as Tensor;

// Five numbers: more than a vector register, and not a multiple of one.
it.each(trapRows)("%s, of Tensors of five such numbers", (_name, f, at, wanted, grads) => {
  const leaves = at.map((x) => leaf([x, x, x, x, x]));
  const y = f(leaves as never) as unknown as Tensor;
  y.backward(1);
  expect(y.toArray()).toEqual([wanted, wanted, wanted, wanted, wanted]);
  leaves.forEach((x, i) => {
    // A gradient of 0 may carry either sign; a leaf that is not reached has none.
    const found = Array.from(x.grad?.data ?? [0, 0, 0, 0, 0], (g) => g + 0);
    expect(found).toEqual(Array.from(found, () => grads[i]));
  });
});

it("T011 reversed operands: a number divided by a Tensor", () => {
  const x = leaf([4, 2]);
  const y = div(2, x);
  y.sum().backward();
  expect([y.toArray(), x.grad?.toArray()]).toEqual([
    [0.5, 1],
    [-0.125, -0.5],
  ]);
});

it("T012 a total that begins with the number 0", () => {
  const leaves = [leaf([1, 2]), leaf([3, 4])];
  const total = leaves.reduce<Tensor | number>((sum, x) => add(sum as Tensor, x), 0) as Tensor;
  total.sum().backward();
  expect([total.toArray(), leaves.map(({ grad }) => grad?.toArray())]).toEqual([
    [4, 6],
    [
      [1, 1],
      [1, 1],
    ],
  ]);
});

it("T015 the README expression of micrograd, at two places at once", () => {
  const [a, b] = [leaf([-4, -4]), leaf([2, 2])];
  let c = a.add(b);
  let d = a.mul(b).add(b.pow(3));
  c = c.add(c.add(1));
  c = c.add(c.add(1).add(a.neg()));
  d = d.add(d.mul(2).add(b.add(a).relu()));
  d = d.add(d.mul(3).add(b.sub(a).relu()));
  const f = c.sub(d).pow(2);
  const g = f.div(2).add(div(10, f));
  g.sum().backward();
  expect(g.toArray()).toEqual([24.70408163265306, 24.70408163265306]);
  for (const [x, wanted] of [
    [a, 138.83381924198252],
    [b, 645.5772594752186],
  ] as const) {
    for (const found of x.grad?.data ?? [0]) expect(Math.abs(found / wanted - 1)).toBeLessThan(3e-16);
  }
});

it("T079 tanh'(10): 1 - tanh² keeps an absolute error below 3e-16", () => {
  const x = leaf([10, 10]);
  const y = x.tanh();
  y.sum().backward();
  expect(y.toArray()).toEqual([0.9999999958776927, 0.9999999958776927]);
  for (const g of x.grad?.data ?? [1]) expect(Math.abs(g - 8.244614455767397e-9)).toBeLessThan(3e-16);
});

it("T016 backward() again on L = (a * b) * c gives exactly twice", () => {
  const [a, b, c] = [leaf([2]), leaf([-3]), leaf([4])];
  const loss = a.mul(b).mul(c);
  loss.backward();
  loss.backward();
  expect([a, b, c].map((x) => x.grad?.item())).toEqual([-24, 16, -12]);
});

it("T017 backward() of two outputs that share a node adds up on leaves and not on the node", () => {
  const [a, b] = [leaf([2]), leaf([3])];
  const h = a.mul(b).retainGrad();
  h.mul(5).backward();
  h.mul(7).backward();
  expect([a.grad?.item(), b.grad?.item(), h.grad?.item()]).toEqual([36, 24, 7]);
});

it("T021 wide fan-in: concat and stack of 20,000 leaves", () => {
  const leaves = Array.from({ length: 20_000 }, () => leaf([0.5]));
  concat(leaves).sum().add(stack(leaves).mul(2).sum()).backward();
  expect(leaves.every((x) => x.grad?.item() === 3)).toBe(true);
});

describe("T024 noGrad(body)", () => {
  it("makes results without history, and recording comes back, also after a throw", () => {
    const x = leaf([1, 2]);
    const y = noGrad(() => x.mul(2));
    expect([y.requiresGrad, y.isLeaf, y.inputs.length]).toEqual([false, true, 0]);
    expect(() =>
      noGrad(() => {
        throw new Error("inside");
      }),
    ).toThrow("inside");
    expect(x.mul(2).requiresGrad).toBe(true);
  });

  it("covers of an async body the part before its first await", async () => {
    const x = leaf([1]);
    const [before, after] = await noGrad(async () => {
      const early = x.mul(2);
      await Promise.resolve();
      return [early, x.mul(2)];
    });
    expect([before?.requiresGrad, after?.requiresGrad]).toEqual([false, true]);
  });
});

it("T025 an error in a gradient rule surfaces, no gradient has changed, and the engine goes on", () => {
  let fails = false;
  const twice = defineTensorOp({
    name: "twiceOrNot",
    args: ["a"],
    shape: ([a]) => a as readonly number[],
    kernel: (out, [a]) => {
      a?.data.forEach((x, i) => {
        out[i] = 2 * x;
      });
    },
    vjp: [
      (g) => {
        if (fails) throw new Error("inside a rule");
        return g.mul(2);
      },
    ],
    samples: [{ shapes: [[2]], options: undefined }],
  });
  const [x, w] = [leaf([1, 2]), leaf([3, 4])];
  w.grad = tensor([10, 10]);
  const y = twice([x]).mul(w).sum();
  fails = true;
  expect(() => y.backward()).toThrow("inside a rule");
  expect(() => gradients(y, [x, w])).toThrow("inside a rule");
  expect([x.grad, w.grad.toArray()]).toEqual([null, [10, 10]]);
  expect(x.mul(2).requiresGrad).toBe(true);
  fails = false;
  y.backward();
  expect([x.grad, w.grad].map((g) => (g as Tensor | null)?.toArray())).toEqual([
    [6, 8],
    [12, 14],
  ]);
});

it("T026 what was computed stays readable and differentiable when leaves have gone on", () => {
  const x = leaf([1, 2]);
  const y = x.square();
  y.sum().backward();
  x.data = [5, 5];
  x.zeroGrad();
  y.sum().backward();
  expect([y.toArray(), x.grad?.toArray()]).toEqual([
    [1, 4],
    [2, 4],
  ]);
});

it("T028 equal programs give equal bits in every run", () => {
  const run = (): unknown => {
    const draw = random(5);
    const make = (shape: number[]): Tensor => {
      const size = shape.reduce((a, b) => a * b, 1);
      return tensor(
        Float64Array.from({ length: size }, () => draw.normal()),
        { shape, requiresGrad: true },
      );
    };
    const [x, w, v] = [make([17, 9]), make([9, 5]), make([5])];
    const h = x.matmul(w as never).tanh() as Tensor;
    h.add(v).softmax(1).mul(h).mean(0).norm().backward();
    return [x, w, v].map((p) => Array.from((p.grad as Tensor).data));
  };
  const first = run();
  for (let i = 0; i < 3; i++) expect(run()).toEqual(first);
});

it("T030 totals over steps: a number adds up without keeping the graphs", () => {
  const w = leaf([1]);
  let total = 0;
  for (let step = 0; step < 1000; step++) total += w.mul(step).item();
  expect(total).toBe(499_500);
});

it("T031 one Tensor used as the weight of two layers gets the sum", () => {
  const [w, x] = [leaf([[3]]), tensor([[2]])];
  x.linear(w).relu().linear(w).sum().backward();
  expect(w.grad?.toArray()).toEqual([[12]]);
});

it("T032 a cycle made by hand is an error or impossible, never a hang", () => {
  const x = leaf([1]);
  const y = x.mul(2);
  const z = y.add(1);
  try {
    (y as { inputs: readonly Tensor[] }).inputs = [z];
    z.backward();
  } catch (error) {
    expect((error as Error).message).toBe("Tensor.backward: the graph has a cycle, through mul.");
  }
  expect(x.grad).toBe(null);
  expect(() => z.backward()).toThrow("cycle");
});

it("T102 a sum of 100,000 times 0.1 does not drift, in float64 and in float32", () => {
  const many = (dtype: "float64" | "float32") => zeros([100_000], { dtype }).add(0.1).sum().item();
  expect(Math.abs(many("float64") - 10_000)).toBeLessThan(1e-9);
  expect(Math.abs(many("float32") - 100_000 * Math.fround(0.1))).toBeLessThan(1e-3);
});

it("T123 concat along dim -1", () => {
  const [a, b] = [leaf([1, 2]), leaf([3])];
  const y = concat([a, b], -1);
  y.backward(tensor([1, 2, 3]));
  expect([y, a.grad, b.grad].map((t) => t?.toArray())).toEqual([[1, 2, 3], [1, 2], [3]]);
});

it.each<[string, (a: Tensor, b: Tensor) => unknown, RegExp]>([
  ["add", (a, b) => a.add(b), /^add: the shapes \[2, 3\] and \[4\].* dim -1/],
  [
    "matmul",
    (a) => a.matmul(a as never),
    /^matmul: the shapes \[2, 3\] and \[2, 3\].* 3 columns meet 2 rows/,
  ],
  ["reshape", (a) => a.reshape([4, 2]), /^reshape: \[2, 3\] holds 6 numbers, \[4, 2\] 8/],
  ["sum", (a) => a.sum(5), /^sum: \[2, 3\] has no dim 5; its dims go from -2 to 1/],
  [
    "conv2d",
    (a) => a.reshape([1, 2, 3, 1]).conv2d(ones([1, 3, 1, 1])),
    /^conv2d: x \[1, 2, 3, 1\] has 2 channels/,
  ],
])(
  "T131 %s of shapes that do not fit names itself, the shapes and the dim, and no gradient changes",
  (_, f, why) => {
    const [a, b] = [
      leaf([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      leaf([1, 2, 3, 4]),
    ];
    a.sum().add(b.sum()).backward();
    expect(() => f(a, b)).toThrow(why);
    expect([a.grad, b.grad].map((g) => g?.toArray())).toEqual([
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
      [1, 1, 1, 1],
    ]);
  },
);

describe("derivatives of derivatives", () => {
  it.each<[string, (x: Tensor) => Tensor, number, number[]]>([
    ["T136 x² at 0", (x) => x.pow(2), 0, [0, 2, 0]],
    ["T137 x³ by x*x*x at 2", (x) => x.mul(x).mul(x), 2, [12, 12, 6]],
    ["T138 relu at 1", (x) => x.relu(), 1, [1, 0]],
    ["T139 |x|² at -1.5", (x) => x.abs().square(), -1.5, [-3, 2]],
    [
      "T140 tanh at 0.5",
      (x) => x.tanh(),
      0.5,
      [0.7864477329659274, -0.7268619813835873, -0.5652092882597705],
    ],
    ["T141 sqrt at 4", (x) => x.sqrt(), 4, [0.25, -0.03125, 0.01171875]],
    [
      "T142 exp(sin x) at 1",
      (x) => x.sin().exp(),
      1,
      [1.253380767493447, -1.274820370420696, -4.051536250723401],
    ],
    ["T143 softplus at 0.3", (x) => x.softplus(), 0.3, [0.574442516811659, 0.24445831169074586]],
    ["T144 x^x at 1.5", (x) => x.pow(x), 1.5, [2.5820042746129492, 4.85366178834622]],
  ])("%s", (_, f, at, wanted) => {
    const x = leaf([at, at]);
    let y = f(x).sum();
    for (const expected of wanted) {
      // What no longer depends on x has no gradient.
      const g = gradients(y, [x], { createGraph: true })[0] ?? tensor([0, 0]);
      for (const found of g.data)
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-14 * Math.abs(expected));
      y = g.sum();
    }
  });

  it("T145 what was not recorded is an error, never a silent zero", () => {
    const x = leaf([2]);
    const [g] = gradients(x.pow(3).sum(), [x]) as [Tensor];
    expect(g.toArray()).toEqual([12]);
    expect(() => g.sum().backward()).toThrow(/nothing that this was computed from requires a gradient/);
  });

  it("T146 hessian(f)(x) is symmetric", () => {
    const f = (x: Tensor): Tensor => x.matmul(x.sin()).add(x.softmax(0).mul(x.exp()).sum()) as Tensor;
    const rows = (hessian(f as never) as (x: Tensor) => Tensor)(
      tensor([0.3, -1.2, 2, 0.7]),
    ).toArray() as number[][];
    const largest = Math.max(...rows.flat().map(Math.abs));
    rows.forEach((row, i) => {
      row.forEach((h, j) => {
        expect(Math.abs(h - (rows[j]?.[i] as number))).toBeLessThanOrEqual(1e-12 * largest);
      });
    });
  });
});

it("the values of sort and topk give their gradient back to where they came from, a tie to its own place", () => {
  const x = leaf([2, 5, 2, 9]);
  const { values, indices } = x.sort();
  values.backward(tensor([1, 10, 100, 1000]));
  expect([values, indices, x.grad].map((t) => t?.toArray())).toEqual([
    [2, 2, 5, 9],
    [0, 2, 1, 3],
    [1, 100, 10, 1000],
  ]);
  x.zeroGrad();
  x.topk(2).values.backward(tensor([1, 10]));
  expect(x.grad?.toArray()).toEqual([0, 10, 0, 1]);
});

describe("T076 what orders carries no gradient", () => {
  it("argmax and argmin give leaves", () => {
    const x = leaf([
      [1, 3],
      [2, 0],
    ]);
    for (const y of [
      x.argmax(1),
      x.argmin(0),
      x.argmax(),
      x.argsort(0),
      x.sort(0).indices,
      x.topk(1).indices,
    ]) {
      expect([y.requiresGrad, y.isLeaf]).toEqual([false, true]);
    }
    expect(x.argmax(1).toArray()).toEqual([1, 0]);
  });
});
