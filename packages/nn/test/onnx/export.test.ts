import { defineOp, defineTensorOp, isTensor, ones, randn, type Tensor, tensor, zeros } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { everyOp, opOf } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import * as nn from "../../src/index.js";
import { exportOnnx, importOnnx } from "../../src/onnx/index.js";
import { contentOf, opTypes } from "./files.js";

const seeded = { seed: 1, dtype: "float32" } as const;

/** A model that is one function. */
const model = (f: (...inputs: Tensor[]) => unknown): nn.Module =>
  Object.assign(new (class Own extends nn.Module<Tensor> {})(), { forward: f });

describe("exportOnnx(model, example)", () => {
  it("writes a node for a layer, with the names of the state dict, and an axis that may have any size", () => {
    const net = new nn.Sequential(new nn.Linear(2, 8, seeded), new nn.Tanh(), new nn.Linear(8, 1, seeded));
    const bytes = exportOnnx(net, zeros([1, 2]), {
      producerName: "me",
      inputNames: ["x"],
      outputNames: ["y"],
    });
    expect(opTypes(bytes)).toEqual(["Gemm", "Tanh", "Gemm"]);
    const { graph, producerName, opset, irVersion } = contentOf(bytes);
    expect([producerName, irVersion, opset]).toEqual(["me", 8, [{ domain: "", version: 17 }]]);
    expect(graph[0]?.name).toBe("Sequential");
    expect(graph[0]?.initializer.map(({ name, dims }) => [name, dims])).toEqual([
      ["0.weight", [8, 2]],
      ["0.bias", [8]],
      ["2.weight", [1, 8]],
      ["2.bias", [1]],
    ]);
    const found = importOnnx(bytes);
    expect(found.inputs).toEqual([{ name: "x", shape: ["batch", 2], dataType: 1 }]);
    expect(found.outputs).toEqual([{ name: "y", shape: ["batch", 1], dataType: 1 }]);
    expect(String(found)).toBe("OnnxModel(x -> y)");
  });

  it("writes an MLP of Values for a batch", () => {
    const net = new nn.MLP(3, [4, 4, 2], { activation: "tanh", seed: 42 });
    const bytes = exportOnnx(net, zeros([1, 3]), { dtype: "float64" });
    expect(opTypes(bytes)).toEqual(["Gemm", "Tanh", "Gemm", "Tanh", "Gemm"]);
    const found = importOnnx(bytes);
    expect(found.namedParameters()[2]?.[0]).toBe("layers.1.weight");
    const points = [
      [2, 3, -1],
      [0.5, -0.25, 1],
    ];
    const expected = points.map((point) => net.forward(point).map(({ data }) => data));
    const y = found.forward(tensor(points)).toArray() as number[][];
    y.flat().forEach((x, i) => {
      expect(x).toBeCloseTo(expected.flat()[i] as number, 14);
    });
  });

  it("leaves the model as it is: its modes, its numbers, its gradients, and the running means", () => {
    const net = new nn.Sequential(new nn.Linear(2, 3, seeded), new nn.BatchNorm1d(3), new nn.Dropout());
    (net[2] as nn.Dropout).training = false;
    const before = JSON.stringify(net.stateDict());
    exportOnnx(net, zeros([2, 2]));
    expect(JSON.stringify(net.stateDict())).toBe(before);
    expect([net.training, (net[1] as nn.BatchNorm1d).training, (net[2] as nn.Dropout).training]).toEqual([
      true,
      true,
      false,
    ]);
    expect(net.parameters().every(({ grad }) => grad === null)).toBe(true);
    const y = net.forward(ones([4, 2]));
    expect(y.requiresGrad && isTensor(y)).toBe(true);
  });

  it("keeps buffers buffers, and leaves out what the outputs do not need", () => {
    const norm = new nn.BatchNorm2d(3);
    const found = importOnnx(exportOnnx(norm, zeros([1, 3, 4, 4])));
    expect(
      found
        .namedBuffers()
        .map(([name]) => name)
        .sort(),
    ).toEqual(["running_mean", "running_var"]);
    expect(
      found
        .namedParameters()
        .map(([name]) => name)
        .sort(),
    ).toEqual(["bias", "weight"]);
  });

  it("makes an input of indices int64, and an embedding one node", () => {
    const words = new nn.Embedding(5, 3, { ...seeded, paddingIdx: 0 });
    const bytes = exportOnnx(words, zeros([1, 4]));
    expect(opTypes(bytes)).toEqual(["Reshape", "Gather", "Reshape"]);
    expect(contentOf(bytes).graph[0]?.input[0]?.type[0]?.tensorType[0]?.elemType).toBe(7);
    const index = tensor([
      [4, 0, 1, 1],
      [2, 3, 0, 4],
    ]);
    expect(importOnnx(bytes).forward(index).toArray()).toEqual(words.forward(index).toArray());
  });

  it("takes several inputs, gives several outputs by name, and axes by name", () => {
    const own = model((a, b) => ({ sum: a?.add(b as Tensor), mean: a?.mean(1) }));
    const bytes = exportOnnx(own, [zeros([2, 5]), zeros([2, 5])], {
      dynamicAxes: { input_0: { 0: "n", 1: "time" }, input_1: { 0: "n", 1: "time" } },
    });
    const found = importOnnx(bytes);
    expect(found.outputs.map(({ name, shape }) => [name, shape])).toEqual([
      ["sum", ["n", "time"]],
      ["mean", ["n"]],
    ]);
    const [a, b] = [randn([3, 7], random(1), { dtype: "float32" }), ones([3, 7], { dtype: "float32" })];
    const { sum, mean } = found.run({ input_0: a, input_1: b });
    expect(sum?.toArray()).toEqual(a.add(b).toArray());
    expect(mean?.toArray()).toEqual(a.mean(1).toArray());
    expect(() => found.forward(a, b)).toThrow("the model has several outputs (sum, mean); use run().");
  });

  it("writes a model of doubles and singles, all in one format", () => {
    const double = new nn.Linear(3, 2, { seed: 1 });
    const x = randn([2, 3], random(1), { dtype: "float32" });
    const mixed = model((y) => double.forward(y as Tensor).add((y as Tensor).mean(1, true)));
    Object.assign(mixed, { double });
    const found = importOnnx(exportOnnx(mixed, x)).forward(x);
    expect(found.dtype).toBe("float32");
    expect(double.forward(x).add(x.mean(1, true)).sub(found).abs().amax().item()).toBeLessThan(1e-6);
  });

  it("writes an op that a user defined, from its formula", () => {
    defineOp({
      name: "onnxCube",
      args: ["a"],
      value: "a * a * a + expm1(a)",
      partials: ["3 * a * a + exp(a)"],
    });
    const cube = model((x) => (x as unknown as { onnxCube(): Tensor }).onnxCube());
    const x = tensor([[-2, 0.25, 3]]);
    const y = importOnnx(exportOnnx(cube, x, { dtype: "float64" })).forward(x);
    const expected = [-8 + Math.expm1(-2), 0.25 ** 3 + Math.expm1(0.25), 27 + Math.expm1(3)];
    y.data.forEach((found, i) => {
      expect(found).toBeCloseTo(expected[i] as number, 13);
    });
  });
});

describe("exportOnnx writes every op of the table:", () => {
  const names: string[] = [];
  everyOp((op) => {
    names.push(op.name);
  });

  it.each(names)("%s", (name) => {
    const { args, domain, value, params } = opOf(name);
    const apply = (x: Tensor, y: Tensor): Tensor => {
      const method = x[name as keyof Tensor] as unknown as (this: Tensor, ...rest: Tensor[]) => Tensor;
      return method.call(x, ...(args.length === 2 ? [y] : []));
    };
    const inside = (i: number) => {
      const [low, high] = domain[i] ?? [-3, 3];
      return Float64Array.from({ length: 21 }, (_, k) => low + ((high - low) * ((k * 8) % 21)) / 20);
    };
    const [a, b] = [inside(0), inside(1)];
    const own = model((x, y) => apply(x as Tensor, y as Tensor));
    const bytes = exportOnnx(own, [zeros([21]), zeros([21])], { dtype: "float64" });
    const y = importOnnx(bytes).forward(tensor(a), tensor(b));
    y.data.forEach((found, k) => {
      const expected = value(
        ...(args.length === 2 ? [a[k] as number, b[k] as number] : [a[k] as number]),
        ...Object.values(params),
      );
      expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
    });
  });
});

const doubled = defineTensorOp({
  name: "onnxDoubled",
  args: ["a"],
  shape: ([a]) => a as readonly number[],
  kernel: (out, [a]) => {
    out.forEach((_, i) => {
      out[i] = 2 * (a?.data[i] as number);
    });
  },
  vjp: [],
  samples: [],
});

describe("exportOnnx says in one sentence what cannot be written:", () => {
  it.each<[string, () => unknown, string]>([
    [
      "an op that a user defined by a kernel",
      () =>
        exportOnnx(
          model((x) => doubled([x as Tensor])),
          zeros([1]),
        ),
      "forward applies onnxDoubled, which cannot be written as ONNX.",
    ],
    [
      "numbers that are looked at",
      () =>
        exportOnnx(
          model((x) => x?.mul(x.sum().item())),
          zeros([1, 2]),
        ),
      "forward looks at the numbers",
    ],
    [
      "a loop over a dynamic axis",
      () =>
        exportOnnx(
          model((x) => x?.split(1).reduce((a, b) => a.add(b))),
          zeros([4, 2]),
        ),
      "how many ops forward applies differs",
    ],
    [
      "sizes that do not fit a formula",
      () =>
        exportOnnx(
          model((x) => x?.slice(0, 0, Math.floor((x.shape[0] as number) / 2))),
          zeros([9, 2]),
        ),
      "only products of them and linear functions",
    ],
    [
      "another size that fails",
      () =>
        exportOnnx(
          model((x) => x?.reshape([3, 2])),
          zeros([3, 2]),
        ),
      "forward fails where the dynamic axes are",
    ],
    [
      "an axis that there is not",
      () =>
        exportOnnx(
          model((x) => x),
          zeros([1]),
          { dynamicAxes: { input: { 1: "n" } } },
        ),
      "names axis 1 of input, whose shape is [1]",
    ],
    [
      "an input that there is not",
      () =>
        exportOnnx(
          model((x) => x),
          zeros([1]),
          { dynamicAxes: { x: { 0: "n" } } },
        ),
      'names "x", which is no input',
    ],
    [
      "one name for two things",
      () =>
        exportOnnx(
          model((x) => x),
          zeros([1]),
          { inputNames: ["y"], outputNames: ["y"] },
        ),
      '"y" is the name of two values',
    ],
    [
      "a Module without forward",
      () => exportOnnx(new (class Bare extends nn.Module {})(), zeros([1])),
      "Bare has no method forward",
    ],
    ["what is no Module", () => exportOnnx({} as never, zeros([1])), "expected a Module"],
    ["what is no example", () => exportOnnx(new nn.ReLU(), 1 as never), "expected a Tensor as the example"],
    [
      "an option that there is not",
      () => exportOnnx(new nn.ReLU(), zeros([1]), { opset: 9 } as never),
      'there is no option "opset"',
    ],
    [
      "what is no result",
      () =>
        exportOnnx(
          model(() => 3),
          zeros([1]),
        ),
      "forward returns 3",
    ],
  ])("%s", (_, call, sentence) => {
    expect(call).toThrow(sentence);
  });
});
