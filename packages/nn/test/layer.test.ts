import { expect, test } from "vitest";
import { Layer, Neuron } from "../src/index.js";

test("forward(x) gives one output per neuron, each as the neuron's own", () => {
  const layer = new Layer(3, 2, { activation: "tanh", seed: 4 });
  const x = [0.5, -1, 2];
  expect(layer.forward(x).map((y) => y.data)).toEqual(layer.neurons.map((n) => n.forward(x).data));
  expect(layer.neurons).toHaveLength(2);
});

test("new Layer(nin, nout, { seed }) draws all neurons from one stream", () => {
  const [first, second] = new Layer(3, 2, { seed: 4 }).neurons as [Neuron, Neuron];
  const data = (neuron: Neuron) => neuron.weights.map((w) => w.data);
  expect(data(first)).toEqual(data(new Neuron(3, { seed: 4 })));
  expect(data(second)).not.toEqual(data(first));
});

test("its parameters are labelled by neuron", () => {
  expect(new Layer(1, 2).parameters().map((p) => p.label)).toEqual(["n0.w0", "n0.b", "n1.w0", "n1.b"]);
});

test("toString() lists the neurons", () => {
  expect(String(new Layer(2, 2))).toBe("Layer of [ReLUNeuron(2), ReLUNeuron(2)]");
});

test.each<[string, () => unknown, string]>([
  ["new Layer(0, 1)", () => new Layer(0, 1), "Layer: nin is the number of inputs, an integer >= 1; got 0."],
  ["new Layer(1, 0)", () => new Layer(1, 0), "Layer: nout is the number of neurons, an integer >= 1; got 0."],
  [
    "forward([1, 2])",
    () => new Layer(3, 1).forward([1, 2]),
    "Layer.forward: expected a list of 3 numbers or Values, got 2.",
  ],
  [
    "activation: sum",
    () => new Layer(1, 1, { activation: "sum" as never }),
    'Layer: activation is "linear" or an op of one argument, such as "relu" or "tanh"; got "sum".',
  ],
])("%s throws a sentence", (_, call, sentence) => {
  expect(call).toThrow(sentence);
});
