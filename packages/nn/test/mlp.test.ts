import { noGrad, type Value, value } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, test } from "vitest";
import { MLP } from "../src/index.js";

test("new MLP(3, [4, 4, 1]) has 41 parameters, new MLP(2, [16, 16, 1]) has 337", () => {
  expect(new MLP(3, [4, 4, 1]).parameters()).toHaveLength(41);
  expect(new MLP(2, [16, 16, 1]).parameters()).toHaveLength(337);
});

test("forward(x) is tanh layers and a linear one, as plain loops compute it", () => {
  const net = new MLP(2, [3, 2], { activation: "tanh", seed: "loops" });
  const x = [0.7, -0.3];
  const plain = (inputs: number[], layer: MLP["layers"][0], squash: boolean) =>
    layer.neurons.map(({ weights, bias }) => {
      const total = weights.reduce((sum, w, i) => sum + w.data * (inputs[i] as number), 0) + bias.data;
      return squash ? Math.tanh(total) : total;
    });
  const [hidden, out] = net.layers as [MLP["layers"][0], MLP["layers"][0]];
  const expected = plain(plain(x, hidden, true), out, false);
  net.forward(x).forEach((y, i) => {
    expect(y.data).toBeCloseTo(expected[i] as number, 14);
  });
});

test("every parameter gets the slope of the output as its gradient", () => {
  const net = new MLP(2, [3, 1], { activation: "tanh", seed: 9 });
  const x = [0.4, -1.1];
  const output = () => (net.forward(x)[0] as Value).data;
  (net.forward(x)[0] as Value).backward();
  const h = 1e-6;
  for (const p of net.parameters()) {
    const { data } = p;
    p.data = data + h;
    const above = output();
    p.data = data - h;
    const slope = (above - output()) / (2 * h);
    p.data = data;
    expect(Math.abs(p.grad - slope), p.label).toBeLessThan(1e-8);
  }
});

test("the last layer is linear, the others have the activation; relu is the default", () => {
  expect(String(new MLP(1, [2, 1]))).toBe(
    "MLP of [Layer of [ReLUNeuron(1), ReLUNeuron(1)], Layer of [LinearNeuron(2)]]",
  );
  expect(String(new MLP(4, [1], { activation: "tanh" }))).toBe("MLP of [Layer of [LinearNeuron(4)]]");
});

test("its parameters are labelled by layer and neuron", () => {
  expect(new MLP(1, [1, 1]).parameters().map((p) => p.label)).toEqual([
    "l0.n0.w0",
    "l0.n0.b",
    "l1.n0.w0",
    "l1.n0.b",
  ]);
});

test("new MLP(..., { seed }) is repeatable, and all layers draw from one stream", () => {
  const data = (net: MLP) => net.parameters().map((p) => p.data);
  const net = new MLP(2, [2, 2], { seed: 3 });
  expect(data(net)).toEqual(data(new MLP(2, [2, 2], { random: random(3) })));
  expect(data(net)).not.toEqual(data(new MLP(2, [2, 2], { seed: 4 })));
  expect(new Set(data(net)).size).toBe(8 + 1);
});

test("forward takes Values: the gradient of the input comes back", () => {
  const x = [value(1), value(-2)];
  (new MLP(2, [4, 1], { activation: "tanh", seed: 1 }).forward(x)[0] as Value).backward();
  expect(x.every((v) => v.grad !== 0)).toBe(true);
});

test("under noGrad forward gives the same numbers without history", () => {
  const net = new MLP(2, [4, 1], { seed: 1 });
  const [tracked] = net.forward([1, 2]) as [Value];
  const [free] = noGrad(() => net.forward([1, 2])) as [Value];
  expect(free.data).toBe(tracked.data);
  expect(free.inputs).toEqual([]);
});

describe("a wrong shape is one clear sentence", () => {
  const nouts = "MLP: nouts gives the number of neurons of each layer, a list of one or more integers >= 1;";
  test.each<[string, () => unknown, string]>([
    ["new MLP(0, [])", () => new MLP(0, []), "MLP: nin is the number of inputs, an integer >= 1; got 0."],
    ["new MLP(2, [])", () => new MLP(2, []), `${nouts} got [].`],
    ["new MLP(2, [4, 0, 1])", () => new MLP(2, [4, 0, 1]), `${nouts} got [4, 0, 1].`],
    ["new MLP(2, [4, 2.5])", () => new MLP(2, [4, 2.5]), `${nouts} got [4, 2.5].`],
    ["new MLP(2, [[4], [4, 1]])", () => new MLP(2, [[4], [4, 1]] as never), `${nouts} got [[4], [4, 1]].`],
    ['new MLP(2, ["4"])', () => new MLP(2, ["4"] as never), `${nouts} got ["4"].`],
    ["new MLP(2, 16)", () => new MLP(2, 16 as never), `${nouts} got 16.`],
    ["new MLP(2)", () => new (MLP as never as new (nin: number) => MLP)(2), `${nouts} got undefined.`],
    [
      'new MLP("2", [1])',
      () => new MLP("2" as never, [1]),
      'MLP: nin is the number of inputs, an integer >= 1; got "2".',
    ],
    [
      "new MLP(2, [1], { activation: 'tanhh' })",
      () => new MLP(2, [1], { activation: "tanhh" as never }),
      'MLP: activation is "linear" or an op of one argument, such as "relu" or "tanh"; got "tanhh".',
    ],
    [
      "new MLP(2, [1], { seed, random })",
      () => new MLP(2, [1], { seed: 1, random: random(1) }),
      "MLP: give seed or random, not both.",
    ],
    [
      "forward([1, 2, 3]) of two inputs",
      () => new MLP(2, [1]).forward([1, 2, 3]),
      "MLP.forward: expected a list of 2 numbers or Values, got 3.",
    ],
    [
      "forward(1)",
      () => new MLP(2, [1]).forward(1 as never),
      "MLP.forward: expected a list of 2 numbers or Values, got 1.",
    ],
  ])("%s", (_, call, sentence) => {
    expect(call).toThrow(sentence);
  });
});
