import { randn, type Tensor, tensor } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import * as nn from "@outgrad/nn";
import { Module } from "@outgrad/nn";
import { exportOnnx } from "@outgrad/nn/onnx";
import { everyOp } from "@outgrad/ops";
import ort from "onnxruntime-node";
import { describe, expect, it } from "vitest";
import { type Case, cases } from "./cases.ts";
import { expectClose, type Numbers, written } from "./compare.ts";

const sessionOf = (bytes: Uint8Array) => ort.InferenceSession.create(bytes, { logSeverityLevel: 3 });
type Session = Awaited<ReturnType<typeof sessionOf>>;

async function run(session: Session, feeds: Readonly<Record<string, Numbers>>): Promise<Numbers> {
  const tensors = Object.entries(feeds).map(([name, { data, dims }]) => {
    return [
      name,
      data instanceof BigInt64Array
        ? new ort.Tensor("int64", data, dims)
        : new ort.Tensor("float32", data, dims),
    ];
  });
  const { output } = await session.run(Object.fromEntries(tensors));
  return output as unknown as Numbers;
}

describe("a trained model in onnxruntime-node gives what it gives here:", () => {
  it.each(written([1, 2, 5]))("$name", async ({ bytes, batches }) => {
    const session = await sessionOf(bytes);
    for (const { feeds, expected } of batches) expectClose(await run(session, feeds), expected);
  });

  it("with every layer of the package in one of them", () => {
    const all = cases.map(({ model }) => String(model)).join("\n");
    const layers = Object.entries(nn).flatMap(([name, found]) => {
      const isLayer = typeof found === "function" && found.prototype instanceof Module;
      return isLayer && !/^(Neuron|Layer|MLP|Elementwise)$/.test(name) ? [name] : [];
    });
    expect(layers.length).toBeGreaterThan(35);
    expect(layers.filter((name) => !new RegExp(`\\b${name}\\(`).test(all))).toEqual([]);
  });

  it("for other lengths of a sequence than the example's", async () => {
    const found = cases.find(({ name }) => name === "MultiheadAttention") as Case;
    const bytes = exportOnnx(found.model, [randn([2, 5, 8], random(1), { dtype: "float32" })], {
      dynamicAxes: { input: { 0: "batch", 1: "time" } },
    });
    const session = await sessionOf(bytes);
    for (const [n, time] of [
      [1, 1],
      [3, 9],
    ] as const) {
      const x = randn([n, time, 8], random(n), { dtype: "float32" });
      const feeds = { input: { data: x.data as Float32Array, dims: [n, time, 8] } };
      expectClose(await run(session, feeds), found.model.forward(x));
    }
  });

  it("in doubles, if asked", async () => {
    const net = new nn.Sequential(
      new nn.Linear(3, 4, { seed: 1 }),
      new nn.Tanh(),
      new nn.Linear(4, 2, { seed: 2 }),
      new nn.Softmax(1),
    );
    const session = await sessionOf(exportOnnx(net, randn([2, 3], random(1)), { dtype: "float64" }));
    const x = randn([4, 3], random(2));
    const { output } = await session.run({
      input: new ort.Tensor("float64", x.data as Float64Array, [4, 3]),
    });
    const expected = net.forward(x).data;
    const found = output?.data as Float64Array | undefined;
    expected.forEach((y, i) => {
      expect(found?.[i]).toBeCloseTo(y, 14);
    });
  });

  it("an MLP of Values", async () => {
    const net = new nn.MLP(3, [8, 8, 2], { activation: "gelu", seed: 5 });
    const optimizer = new nn.Adam(net.parameters(), { lr: 0.05 });
    for (let step = 0; step < 5; step++) {
      const [a, b] = net.forward([step / 5, -1, 0.5]);
      optimizer.zeroGrad();
      a?.sub(1)
        .square()
        .add(b?.square() ?? 0)
        .backward();
      optimizer.step();
    }
    const points = [
      [0.5, -2, 3],
      [1, 0, -1],
    ];
    const session = await sessionOf(exportOnnx(net, tensor(points)));
    const found = await run(session, { input: { data: Float32Array.from(points.flat()), dims: [2, 3] } });
    expectClose(found, tensor(points.map((point) => net.forward(point).map(({ data }) => data))) as Tensor);
  });
});

describe("an op of the table in onnxruntime-node gives what it gives here, at awkward numbers too:", () => {
  const numbers = [-1e4, -100, -20, -1, -0.5, -1e-8, -0, 0, 1e-8, 0.5, 1, 20, 100, 1e4];
  const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const names: [string, number][] = [];
  everyOp(({ name, args }) => {
    names.push([name, args.length]);
  });

  it.each(names)("%s", async (name, count) => {
    const method = (x: Tensor) => x[name as "mul"] as (this: Tensor, y?: Tensor) => Tensor;
    class Op extends Module<Tensor> {
      forward(x: Tensor, y?: Tensor): Tensor {
        return y === undefined ? method(x).call(x) : method(x).call(x, y);
      }
    }
    const all = [...numbers, ...special];
    const pairs = count === 1 ? all.map((x) => [x]) : all.flatMap((x) => all.map((y) => [x, y]));
    const inputs = Array.from({ length: count }, (_, i) => {
      return tensor(
        Float32Array.from(pairs, (pair) => pair[i] as number),
        { shape: [pairs.length] },
      );
    });
    const op = new Op();
    const session = await sessionOf(exportOnnx(op, inputs, { inputNames: ["a", "b"].slice(0, count) }));
    const feeds = inputs.map((x, i) => [["a", "b"][i], { data: x.data, dims: [pairs.length] }]);
    expectClose(await run(session, Object.fromEntries(feeds)), op.forward(...(inputs as [Tensor])));
  });
});
