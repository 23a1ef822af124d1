import { random } from "@outgrad/engine/random";
import { crossEntropy } from "@outgrad/losses";
import { describe, expect, it } from "vitest";
import { nets } from "../../src/digits/config.ts";
import { loadData, pictureTensor } from "../../src/digits/data.ts";
import { examine } from "../../src/digits/exam.ts";
import { look, lookInside } from "../../src/digits/look.ts";
import { makeNetwork } from "../../src/digits/network.ts";
import { winner } from "../../src/digits/winner.ts";
import { mistakes, worst } from "../../src/digits/worst.ts";

const { test } = loadData();
const picture = test.images.slice(0, 64);
const networkOf = (net: (typeof nets)[number]) => makeNetwork({ net, dropout: 0.3 }, random(3));

describe.each(nets)("looking at a picture with the %s", (net) => {
  it("gives probabilities, the loss of the target, and its gradient: what nudging a pixel shows", () => {
    const network = networkOf(net);
    const seen = look(network, { picture, target: 7 });
    expect(seen.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
    network.eval();
    const lossAt = (pixel: number, by: number) => {
      const x = pictureTensor(picture);
      x.data[pixel] = (x.data[pixel] as number) + by;
      return crossEntropy(network.forward(x), [7]).item();
    };
    expect(seen.loss).toBe(lossAt(0, 0));
    for (const pixel of [3, 20, 36, 43, 58]) {
      const nudged = (lossAt(pixel, 0.002) - lossAt(pixel, -0.002)) / 0.004;
      expect(seen.gradient[pixel]).toBeCloseTo(nudged, 3);
    }
  });

  it("leaves no trace: neither gradients, nor a changed stream, nor another mode", () => {
    const network = networkOf(net);
    look(network, { picture, target: 1 });
    lookInside(network, { picture, target: 1 });
    examine(network, test);
    expect(network.parameters().every(({ grad }) => grad === null)).toBe(true);
    expect(network.training).toBe(true);
    const [fresh, used] = [networkOf(net), network].map((each) =>
      each.forward(test.x.slice(0, 0, 5)).toArray(),
    );
    expect(used).toEqual(fresh);
  });
});

it("lookInside(mlp) has 128 pictures of weights, and the outputs of both layers", () => {
  const network = networkOf("mlp");
  const { weights, layers } = lookInside(network, { picture, target: 0 });
  expect(weights).toMatchObject({ count: 128, rows: 8, columns: 8 });
  expect(Array.from(weights.data)).toEqual(Array.from(network.parameters()[0]?.data ?? []));
  expect(layers.map(({ count, rows, columns }) => [count, rows, columns])).toEqual([
    [128, 1, 1],
    [64, 1, 1],
  ]);
  expect(layers.flatMap(({ data }) => [...data]).every((x) => x >= 0)).toBe(true);
});

it("lookInside(conv) has 16 filters, and the maps of both layers", () => {
  const { weights, layers } = lookInside(networkOf("conv"), { picture, target: 0 });
  expect(weights).toMatchObject({ count: 16, rows: 3, columns: 3 });
  expect(layers.map(({ count, rows, columns }) => [count, rows, columns])).toEqual([
    [16, 8, 8],
    [32, 4, 4],
  ]);
});

it("examine(network, pictures) asks for each picture what look asks for one", () => {
  const network = networkOf("mlp");
  const { probabilities, score } = examine(network, test);
  const seen = look(network, { picture, target: 0 });
  for (const digit of [0, 4, 9])
    expect(probabilities[digit]).toBeCloseTo(seen.probabilities[digit] as number, 6);
  const right = test.labels.filter((label, i) => winner(probabilities, i) === label).length;
  expect(score.accuracy).toBe(right / 297);
  // The mean of -log p of what each picture shows.
  const terms = Array.from(test.labels, (label, i) => -Math.log(probabilities[10 * i + label] as number));
  expect(score.loss).toBeCloseTo(terms.reduce((sum, term) => sum + term, 0) / 297, 5);
});

it("worst(probabilities, labels) puts the least probable label first", () => {
  const row = (...some: readonly number[]) => Array.from({ length: 10 }, (_, i) => some[i] ?? 0);
  const probabilities = [...row(0.9, 0.1), ...row(0.2, 0.8), ...row(0.7, 0.3)];
  expect(worst(probabilities, [0, 0, 1])).toEqual([
    { place: 1, label: 0, said: 1, p: 0.2 },
    { place: 2, label: 1, said: 0, p: 0.3 },
    { place: 0, label: 0, said: 0, p: 0.9 },
  ]);
});

it("mistakes(verdicts) counts what is taken for what, the most frequent first", () => {
  const verdict = (label: number, said: number) => ({ place: 0, p: 0, label, said });
  const all = [verdict(9, 8), verdict(3, 3), verdict(1, 7), verdict(9, 8), verdict(1, 2)];
  expect(mistakes(all)).toEqual([
    ["9-8", 2],
    ["1-2", 1],
    ["1-7", 1],
  ]);
});
