import { execFileSync } from "node:child_process";
import { noGrad, randn, scaledDotProductAttention, type Tensor, tensor, zeros } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import * as nn from "@outgrad/nn";
import { toFunction } from "@outgrad/nn/to-function";
import { describe, expect, it } from "vitest";
import { complaints } from "../../../../tools/programs.ts";

type Predict = (x: ArrayLike<number>) => Float64Array | Float32Array;

/** The function that a text without types defines. Its `new Function` stands for a page's script tag. */
const predictOf = (text: string): Predict =>
  new Function(`${text.replaceAll(/^export /gm, "")}; return predict;`)() as Predict;

type DType = "float64" | "float32";

interface Tried {
  readonly model: (dtype: DType) => nn.Module<Tensor> & { forward(x: Tensor): Tensor };
  readonly shape: readonly number[];
  /** Inputs that are indices below that. */
  readonly rows?: number;
}

const sequential = (...links: readonly nn.Link[]) => new nn.Sequential(...links);
const seed = 1;

class Residual extends nn.Module<Tensor> {
  readonly inner: nn.Linear;
  readonly norm: nn.LayerNorm;
  constructor(dtype: DType) {
    super();
    this.inner = new nn.Linear(6, 6, { seed, dtype });
    this.norm = new nn.LayerNorm(6, { dtype });
  }
  forward(x: Tensor): Tensor {
    const y = this.norm.forward(x.add(this.inner.forward(x).relu().mul(0.5)));
    return y
      .slice(-1, 1, 5)
      .flip(-1)
      .where(y.slice(-1, 0, 4).gt(0), -1)
      .sum(-1, true)
      .add(y.amax(-1, true)) as Tensor;
  }
}

class Past extends nn.Module<Tensor> {
  readonly keys: nn.Linear;
  constructor(dtype: DType) {
    super();
    this.keys = new nn.Linear(8, 8, { seed, dtype });
  }
  forward(x: Tensor): Tensor {
    return scaledDotProductAttention(x, this.keys.forward(x), x, { isCausal: true });
  }
}

/** The outputs of a recurrent layer, without its last state. */
class Outputs extends nn.Module<Tensor> {
  readonly inner: { forward(x: Tensor): readonly unknown[] };
  constructor(inner: { forward(x: Tensor): readonly unknown[] }) {
    super();
    this.inner = inner;
  }
  forward(x: Tensor): Tensor {
    return this.inner.forward(x)[0] as Tensor;
  }
}

const tried: Record<string, Tried> = {
  Linear: { model: (dtype) => new nn.Linear(5, 3, { seed, dtype }), shape: [5] },
  "Linear of many": { model: (dtype) => new nn.Linear(700, 9, { seed, dtype }), shape: [700] },
  "Linear without bias": {
    model: (dtype) => new nn.Linear(5, 3, { seed, dtype, bias: false }),
    shape: [2, 5],
  },
  activations: {
    model: () =>
      sequential(
        new nn.Tanh(),
        new nn.ReLU(),
        new nn.LeakyReLU(0.1),
        new nn.ELU(),
        new nn.SELU(),
        new nn.GELU(),
        new nn.GELU({ approximate: "tanh" }),
        new nn.SiLU(),
        new nn.Mish(),
        new nn.Softplus(),
        new nn.Sigmoid(),
        new nn.Hardtanh(),
      ),
    shape: [7],
  },
  Conv2d: { model: (dtype) => new nn.Conv2d(2, 3, 3, { seed, dtype, padding: 1 }), shape: [2, 6, 5] },
  "Conv2d in groups": {
    model: (dtype) =>
      new nn.Conv2d(4, 6, [3, 2], {
        seed,
        dtype,
        stride: [2, 1],
        padding: [2, 0],
        dilation: [1, 2],
        groups: 2,
      }),
    shape: [4, 7, 6],
  },
  Conv1d: { model: (dtype) => new nn.Conv1d(2, 3, 3, { seed, dtype, stride: 2 }), shape: [2, 9] },
  ConvTranspose2d: {
    model: (dtype) => new nn.ConvTranspose2d(4, 6, 3, { seed, dtype, stride: 2, padding: 1, groups: 2 }),
    shape: [4, 4, 5],
  },
  MaxPool2d: { model: () => sequential(new nn.MaxPool2d(2), new nn.Flatten()), shape: [2, 6, 5] },
  "MaxPool2d with padding": {
    model: () => sequential(new nn.MaxPool2d(3, { stride: 2, padding: 1 })),
    shape: [2, 6, 5],
  },
  AvgPool2d: {
    model: () => sequential(new nn.AvgPool2d(3, { stride: 2, padding: 1 })),
    shape: [2, 6, 5],
  },
  AdaptiveAvgPool2d: { model: () => sequential(new nn.AdaptiveAvgPool2d([2, 3])), shape: [2, 6, 5] },
  BatchNorm2d: { model: (dtype) => new nn.BatchNorm2d(3, { dtype }), shape: [3, 4, 4] },
  BatchNorm1d: { model: (dtype) => new nn.BatchNorm1d(3, { dtype }), shape: [3] },
  LayerNorm: { model: (dtype) => new nn.LayerNorm([5], { dtype }), shape: [4, 5] },
  GroupNorm: { model: (dtype) => new nn.GroupNorm(2, 4, { dtype }), shape: [4, 3, 3] },
  RMSNorm: { model: (dtype) => new nn.RMSNorm([5], { dtype }), shape: [4, 5] },
  Embedding: { model: (dtype) => new nn.Embedding(10, 4, { seed, dtype }), shape: [6], rows: 10 },
  Softmax: {
    model: (dtype) => sequential(new nn.Linear(5, 4, { seed, dtype }), new nn.Softmax(-1)),
    shape: [5],
  },
  LogSoftmax: { model: () => sequential(new nn.LogSoftmax(1)), shape: [4, 3] },
  Dropout: {
    model: (dtype) => sequential(new nn.Linear(5, 4, { seed, dtype }), new nn.Dropout(0.5)),
    shape: [5],
  },
  TransformerBlock: {
    model: (dtype) => new nn.TransformerBlock(8, 2, { seed, dtype, batchFirst: true }),
    shape: [5, 8],
  },
  LSTM: {
    model: (dtype) => new Outputs(new nn.LSTM(3, 4, { seed, dtype, batchFirst: true })),
    shape: [5, 3],
  },
  GRU: { model: (dtype) => new Outputs(new nn.GRU(3, 4, { seed, dtype, batchFirst: true })), shape: [5, 3] },
  RNN: { model: (dtype) => new Outputs(new nn.RNN(3, 4, { seed, dtype, batchFirst: true })), shape: [5, 3] },
  "attention to the past": { model: (dtype) => new Past(dtype), shape: [5, 8] },
  "a Module of one's own": { model: (dtype) => new Residual(dtype), shape: [6] },
  "an image classifier": {
    model: (dtype) =>
      sequential(
        new nn.Conv2d(1, 4, 3, { seed, dtype, padding: 1 }),
        new nn.BatchNorm2d(4, { dtype }),
        new nn.ReLU(),
        new nn.MaxPool2d(2),
        new nn.Flatten(),
        new nn.Linear(64, 10, { seed, dtype }),
      ),
    shape: [1, 8, 8],
  },
};

/** The model with other numbers than its first. */
function trained({ model }: Tried, dtype: DType) {
  const net = model(dtype);
  const stream = random(5);
  for (const [name, leaf] of [...net.namedParameters(), ...net.namedBuffers()] as [string, Tensor][]) {
    const numbers = Array.from(leaf.data, () => 0.4 * stream.normal());
    leaf.data.set(name.endsWith("var") ? numbers.map((x) => 0.5 + x * x) : numbers);
  }
  return net.eval();
}

function inputOf({ shape, rows }: Tried, samples: number, dtype: DType): Tensor {
  const stream = random(9);
  const x = randn([samples, ...shape], stream) as Tensor;
  if (rows === undefined) return x.to(dtype) as Tensor;
  return tensor(Array.from(x.data, () => stream.integer(rows))).reshape(x.shape as number[]) as Tensor;
}

describe.each([
  ["float64", 0],
  // Numbers of about 1 that have 24 bits, through several layers.
  ["float32", 1e-5],
] as const)("toFunction in %s", (dtype, tolerance) => {
  it.each(Object.entries(tried))("%s: has the model's numbers for one sample and for several", (_, each) => {
    const net = trained(each, dtype);
    const text = toFunction(net, zeros([3, ...each.shape], { dtype }) as Tensor, { types: false });
    const predict = predictOf(text);
    for (const samples of [1, 4]) {
      const x = inputOf(each, samples, dtype);
      const wanted = noGrad(() => net.forward(x)).data;
      const found = predict(x.data);
      expect(found.constructor).toBe(wanted.constructor);
      expect(found.length).toBe(wanted.length);
      const off = Array.from(found, (y, i) => Math.abs(y - (wanted[i] as number)) / Math.max(1, Math.abs(y)));
      expect(Math.max(...off)).toBeLessThanOrEqual(tolerance);
    }
  });
});

describe("toFunction of networks of Values", () => {
  it.each(["relu", "tanh", "sigmoid"] as const)(
    "new MLP(3, [4, 2], %s) has the bits of its function",
    (activation) => {
      const net = new nn.MLP(3, [4, 2], { activation, seed });
      const predict = predictOf(toFunction(net, undefined, { types: false }));
      const stream = random(3);
      for (let i = 0; i < 50; i++) {
        const x = [stream.normal(), stream.normal(), stream.normal()];
        expect([...predict(x)]).toEqual(net.forward(x).map(({ data }) => data));
      }
    },
  );
});

it("toFunction is strict TypeScript without imports", () => {
  for (const name of ["an image classifier", "attention to the past", "Embedding"]) {
    const each = tried[name] as Tried;
    const text = toFunction(trained(each, "float64"), zeros([1, ...each.shape]) as Tensor);
    expect(text).not.toMatch(/\bimport\b|\brequire\b|\beval\b|new Function/);
    expect(complaints(text), name).toBe("");
  }
});

it("toFunction runs as a module of its own where no code may be made from strings", () => {
  const each = tried["an image classifier"] as Tried;
  const [net, x] = [trained(each, "float64"), inputOf(each, 2, "float64")];
  const text = toFunction(net, x, { types: false });
  const program = `${text}console.log(JSON.stringify([...predict(${JSON.stringify([...x.data])})]));`;
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module"];
  const printed = execFileSync(process.execPath, flags, { input: program, encoding: "utf8" });
  expect(JSON.parse(printed)).toEqual([...noGrad(() => net.forward(x)).data]);
});

describe("toFunction", () => {
  const line = () => new nn.Linear(2, 1, { seed });
  const example = zeros([1, 2]) as Tensor;

  it("writes long lists of weights in base64, short ones as decimals", () => {
    expect(toFunction(line(), example)).not.toContain("decoded(");
    expect(toFunction(new nn.Linear(100, 10, { seed }), zeros([1, 100]) as Tensor)).toContain('decoded("');
  });

  it("keeps the names of weights apart from its own", () => {
    class Named extends nn.Module<Tensor> {
      readonly a = tensor([2, 3], { requiresGrad: true });
      readonly Math = tensor([5, 7], { requiresGrad: true });
      readonly default = tensor([1, 2], { requiresGrad: true });
      readonly predict = tensor([1, 1], { requiresGrad: true });
      forward(x: Tensor): Tensor {
        const y = x.mul(this.a).add(this.Math).tanh() as Tensor;
        return y.add(this.default).mul(this.predict) as Tensor;
      }
    }
    const [net, x] = [new Named(), tensor([[0.1, -2]]) as Tensor];
    const found = predictOf(toFunction(net, x, { types: false }))(x.data);
    expect([...found]).toEqual([...net.forward(x).data]);
    expect(complaints(toFunction(net, x))).toBe("");
  });

  it("takes no samples, and refuses a part of one", () => {
    const predict = predictOf(toFunction(line(), example, { types: false }));
    expect(predict([]).length).toBe(0);
    expect(() => predict([1, 2, 3])).toThrow("predict: expected 2 numbers for each sample, got 3.");
  });

  it("refuses a row that an Embedding does not have", () => {
    const text = toFunction(new nn.Embedding(3, 2, { seed }), zeros([1, 1]) as Tensor, { types: false });
    expect(() => predictOf(text)([3])).toThrow("Expected an integer from 0 to 2, got 3.");
  });

  it("leaves the model as it was: in training, with its numbers", () => {
    const net = sequential(line(), new nn.Dropout(0.5));
    const before = JSON.stringify(net.parameters().map(({ data }) => [...data]));
    toFunction(net, example);
    expect([net.training, net[1]].flat()).toEqual([true, net[1]]);
    expect((net[1] as nn.Dropout).training).toBe(true);
    expect(JSON.stringify(net.parameters().map(({ data }) => [...data]))).toBe(before);
  });

  it("calls the function as it is told", () => {
    expect(toFunction(line(), example, { name: "score" })).toContain(
      "export function score(x: ArrayLike<number>)",
    );
  });

  it("needs no example where the model says what it takes", () => {
    expect(toFunction(line())).toBe(toFunction(line(), example));
    const net = new nn.Sequential(line(), new nn.Tanh());
    expect(toFunction(net)).toBe(toFunction(net, example));
  });

  it("adds products in runs only where there are more than one run takes", () => {
    expect(toFunction(new nn.Linear(256, 1, { seed }))).not.toContain("InRuns");
    const wide = new nn.Linear(257, 2, { seed });
    const text = toFunction(wide, undefined, { types: false });
    expect(text).toContain("linearInRuns");
    const x = Float64Array.from({ length: 257 }, (_, i) => Math.sqrt(i) - 7);
    expect([...predictOf(text)(x)]).toEqual([...wide.forward(tensor([[...x]])).data]);
  });

  it.each([
    [
      () => toFunction(new nn.Sequential(new nn.Flatten(), line())),
      /^toFunction: expected an example of what Sequential.forward takes, .* got undefined\.$/,
    ],
    [() => toFunction({} as never), /^toFunction: expected a Module, got/],
    [() => toFunction(line(), example, { name: "a b" }), /^toFunction: expected a name for a function, got/],
    [() => toFunction(line(), zeros([1, 3]) as Tensor), /^Linear\.forward: expected x of shape/],
    [
      () =>
        toFunction(
          sequential((x: Tensor) => x.mul(x.item())),
          zeros([1]) as Tensor,
        ),
      /^toFunction: forward looks at the numbers of a result/,
    ],
    [
      () =>
        toFunction(
          sequential((x: Tensor) => x.cumsum(1)),
          example,
        ),
      'toFunction: there is no way to print the op "cumsum"; take another, or compute it outside.',
    ],
    [
      () =>
        toFunction(
          sequential((x: Tensor) => x.sum()),
          example,
        ),
      "toFunction: forward of one sample gives []; expected one Tensor whose first dim is that of the samples.",
    ],
  ])("answers a mistake with a sentence: %o", (call, message) => {
    expect(call).toThrow(message);
  });
});
