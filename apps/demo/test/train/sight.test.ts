import { expect, it } from "vitest";
import { type Config, initialConfig } from "../../src/train/config.ts";
import { boxAround } from "../../src/train/plane.ts";
import { Run } from "../../src/train/run.ts";
import { drawSight, type Sight } from "../../src/train/sight.ts";

function sightOf(run: Run): Sight {
  const work = drawSight(run, boxAround(run.task.inputs));
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

it.each(["eager", "auto"] as const)("drawSight(run) by path %s finds dead and saturated units", (path) => {
  const config: Config = {
    ...initialConfig("moons"),
    n: 30,
    layers: [3, 2],
    activations: ["relu", "tanh"],
    path,
  };
  const run = new Run(config);
  const [first, second] = run.network.modules;
  if (first?.neurons[1]) first.neurons[1].bias.data = -1000;
  if (second?.neurons[0]) second.neurons[0].bias.data = 1000;
  const { states, maps, outputs, size } = sightOf(run);
  expect([...states]).toEqual([0, 1, 0, 2, 0, 0]);
  expect(maps.length).toBe(6 * size * size);
  // The dead neuron is 0 everywhere, the saturated one as large as it can be.
  expect(new Set(maps.subarray(size * size, 2 * size * size))).toEqual(new Set([128]));
  expect(new Set(maps.subarray(3 * size * size, 4 * size * size))).toEqual(new Set([255]));
  expect(outputs.map((layer) => layer.length)).toEqual([20 * 3, 20 * 2, 20]);
  const [sample = 0] = run.task.train;
  const layers = run.network.layers(run.task.inputs[sample] ?? []);
  expect([...(outputs[0] ?? [])].slice(0, 3)).toEqual(layers[0]?.map(({ data }) => Math.fround(data)));
});
