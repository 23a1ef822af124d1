import { value } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { describe, expect, test } from "vitest";
import { type Activation, Neuron } from "../src/index.js";

const data = (neuron: Neuron) => neuron.parameters().map((p) => p.data);

test("forward(x) is the lecture's neuron: tanh(2 · -3 + 0 · 1 + 6.88...) with its gradients", () => {
  const neuron = new Neuron(2, { activation: "tanh" });
  const [w1, w2, b] = neuron.parameters() as [Neuron["bias"], Neuron["bias"], Neuron["bias"]];
  [w1.data, w2.data, b.data] = [-3, 1, 6.8813735870195432];
  const [x1, x2] = [value(2, "x1"), value(0, "x2")];
  const o = neuron.forward([x1, x2]);
  o.backward();
  expect(o.data).toBe(Math.SQRT1_2);
  const close = [x1.grad, w1.grad, x2.grad, w2.grad, b.grad];
  [-1.5, 1, 0.5, 0, 0.5].forEach((expected, i) => {
    expect(Math.abs((close[i] as number) - expected)).toBeLessThan(1e-15);
  });
});

describe("activation", () => {
  test.each<[Activation, number]>([
    ["linear", -2],
    ["relu", 0],
    ["leakyRelu", -0.02],
    ["tanh", -0.9640275800758169],
    ["sigmoid", 0.11920292202211755],
    ["square", 4],
    ["abs", 2],
    ["softplus", 0.12692801104297252],
  ])("%s of -2 is %d", (activation, expected) => {
    const neuron = new Neuron(1, { activation });
    (neuron.weights[0] as Neuron["bias"]).data = -2;
    const y = neuron.forward([1]);
    expect(Math.abs(y.data - expected)).toBeLessThan(1e-15);
    expect(y.op).toBe(activation === "linear" ? "add" : activation);
  });

  test.each(["reluu", "add", "backward", "detach", "toString", "toJSON", "data", "valueOf", "", 3])(
    "%s is refused",
    (activation) => {
      const shown = typeof activation === "string" ? `"${activation}"` : activation;
      expect(() => new Neuron(2, { activation: activation as never })).toThrow(
        `Neuron: activation is "linear" or an op of one argument, such as "relu" or "tanh"; got ${shown}.`,
      );
    },
  );

  test("relu is the default", () => {
    expect(new Neuron(2).activation).toBe("relu");
  });
});

describe("first weights", () => {
  test("come from the seed: the same for the same, others for another; the bias is 0", () => {
    expect(data(new Neuron(3, { seed: 1 }))).toEqual(data(new Neuron(3, { seed: 1 })));
    expect(data(new Neuron(3, { seed: 1 }))).not.toEqual(data(new Neuron(3, { seed: 2 })));
    expect(data(new Neuron(3))).toEqual(data(new Neuron(3, { seed: 0 })));
    expect(new Neuron(3).bias.data).toBe(0);
  });

  test("come from random, which moves on", () => {
    const stream = random(1);
    const first = data(new Neuron(3, { random: stream }));
    expect(first).toEqual(data(new Neuron(3, { seed: 1 })));
    expect(data(new Neuron(3, { random: stream }))).not.toEqual(first);
  });

  test.each<[Activation, number]>([
    ["relu", 2],
    ["leakyRelu", 2 / 1.0001],
    ["tanh", 25 / 9],
    ["linear", 1],
    ["sigmoid", 1],
  ])("for %s have variance gain² / nin, within a bound of √3 deviations", (activation, squaredGain) => {
    const nin = 20_000;
    const weights = new Neuron(nin, { activation, seed: 5 }).weights.map((w) => w.data);
    const variance = weights.reduce((sum, w) => sum + w * w, 0) / nin;
    // A uniform number's square has a relative standard error of 0.9 / √n.
    expect(Math.abs(variance / (squaredGain / nin) - 1)).toBeLessThan((5 * 0.9) / Math.sqrt(nin));
    const bound = Math.sqrt((3 * squaredGain) / nin);
    expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(bound);
    expect(Math.max(...weights.map(Math.abs))).toBeGreaterThan(0.99 * bound);
  });
});

test("parameters() are the weights, then the bias, labelled", () => {
  expect(new Neuron(2).parameters().map((p) => p.label)).toEqual(["w0", "w1", "b"]);
  expect(new Neuron(1, { name: "out." }).parameters().map((p) => p.label)).toEqual(["out.w0", "out.b"]);
});

test("toString() names the activation and counts the inputs", () => {
  const named = (activation: Activation) => String(new Neuron(2, { activation }));
  expect(["relu", "leakyRelu", "tanh", "linear"].map((a) => named(a as Activation))).toEqual([
    "ReLUNeuron(2)",
    "LeakyReLUNeuron(2)",
    "TanhNeuron(2)",
    "LinearNeuron(2)",
  ]);
});

describe("errors are sentences", () => {
  test.each<[string, () => unknown, string]>([
    ["new Neuron(0)", () => new Neuron(0), "Neuron: nin is the number of inputs, an integer >= 1; got 0."],
    [
      "new Neuron(1.5)",
      () => new Neuron(1.5),
      "Neuron: nin is the number of inputs, an integer >= 1; got 1.5.",
    ],
    [
      "seed and random",
      () => new Neuron(2, { seed: 1, random: random(1) }),
      "Neuron: give seed or random, not both.",
    ],
    [
      "forward([1])",
      () => new Neuron(2).forward([1]),
      "Neuron.forward: expected a list of 2 numbers or Values, got 1.",
    ],
    [
      "forward(undefined)",
      () => new Neuron(2).forward(undefined as never),
      "Neuron.forward: expected a list of 2 numbers or Values, got undefined.",
    ],
    [
      "forward([1, undefined])",
      () => new Neuron(2).forward([1, undefined as never]),
      "Value.mul: expected a Value or a number, got undefined. Did a function forget to return?",
    ],
    [
      'forward([1, "2"])',
      () => new Neuron(2).forward([1, "2" as never]),
      'Value.mul: expected a Value or a number, got the string "2". Convert it with Number(...) first.',
    ],
  ])("%s", (_, call, sentence) => {
    expect(call).toThrow(sentence);
  });
});
