import { describe, expect, it } from "vitest";
import { type Config, initialConfig } from "../../src/train/config.ts";
import { Looker } from "../../src/train/inside.ts";
import { Run } from "../../src/train/run.ts";

/** A run and the eager graph of one of its samples. */
function runWith(settings: Partial<Config>) {
  const run = new Run({ ...initialConfig(settings.data ?? "moons"), ...settings });
  const { network, rule, judge, task } = run;
  const looker = new Looker(network, judge);
  const sample = (i: number) => {
    const inputs = task.inputs[i] as readonly number[];
    const target = judge.target(task.labels[i] as number);
    rule.zeroGrad();
    const layers = network.layers(inputs);
    const loss = judge.loss([layers.at(-1) ?? []], [target]);
    loss.backward();
    return { inputs, target, layers, loss };
  };
  return { run, looker, sample };
}

describe.each([
  { layers: [4, 3], activations: ["tanh"], loss: "mse" },
  { layers: [4, 3], activations: ["relu"], loss: "crossEntropy" },
] as Partial<Config>[])("Looker.look() of %o", (settings) => {
  it("shows what an eager graph of the sample has, for one sample after another", () => {
    const { looker, sample } = runWith(settings);
    for (const i of [3, 8, 3]) {
      const { inputs, target, layers, loss } = sample(i);
      const seen = looker.look(inputs, target, "loss");
      expect(seen.loss).toBe(loss.data);
      expect(seen.layers).toEqual(layers.map((layer) => layer.map(({ data, grad }) => ({ data, grad }))));
      expect(seen.graph.nodes.at(-1)).toMatchObject({ data: loss.data, grad: 1 });
    }
  });

  it("shows a neuron with its inputs, weights and their gradients, and nothing before", () => {
    const { run, looker, sample } = runWith(settings);
    const { inputs, target, layers } = sample(5);
    const { graph } = looker.look(inputs, target, { layer: 1, neuron: 2 });
    const by = (label: string) => graph.nodes.find((node) => node.label === label);
    expect(graph.roots).toEqual([by("l1.n2")?.id]);
    for (const [j, output] of (layers[0] ?? []).entries()) {
      expect(by(`l0.n${j}`)).toMatchObject({ op: "", inputs: [], data: output.data, grad: output.grad });
    }
    const own = run.network.parameters.filter(({ label }) => label.startsWith("l1.n2."));
    expect(own.length).toBeGreaterThan(3);
    for (const { label, data, grad } of own) expect(by(label)).toMatchObject({ data, grad });
    expect(graph.nodes.some(({ label }) => label.startsWith("l0.n0."))).toBe(false);
  });
});

it("a neuron of the first layer shows the sample's numbers and their gradients", () => {
  const { run, looker, sample } = runWith({ layers: [3], activations: ["tanh"], loss: "mse" });
  sample(0);
  const { inputs, target } = sample(7);
  const { graph } = looker.look(inputs, target, { layer: 0, neuron: 1 });
  const x = (i: number) => graph.nodes.find(({ label }) => label === `x${i}`);
  expect([x(0)?.data, x(1)?.data]).toEqual(inputs);
  const nudged = (by: number) =>
    run.judge.loss([run.network.forward([(inputs[0] as number) + by, inputs[1] as number])], [target]).data;
  expect(x(0)?.grad).toBeCloseTo((nudged(1e-6) - nudged(-1e-6)) / 2e-6, 7);
});

it("leaves the gradients of training alone", () => {
  const { run, looker, sample } = runWith({ layers: [3] });
  const { inputs, target } = sample(1);
  const before = run.network.parameters.map(({ grad }) => grad);
  looker.look(inputs, target, "loss");
  expect(run.network.parameters.map(({ grad }) => grad)).toEqual(before);
});
