import fc from "fast-check";
import { expect, it } from "vitest";
import { layersOf } from "../src/layout/layers.js";
import { linksOf } from "../src/layout/links.js";
import { orderOf } from "../src/layout/order.js";
import { trunksOf } from "../src/layout/trunks.js";

function order(inputs: number[][]): number[][] {
  const links = linksOf(inputs);
  const { starts, to } = orderOf(trunksOf(links, layersOf(links)), [inputs.length - 1], inputs.length);
  return Array.from({ length: starts.length - 1 }, (_, layer) =>
    [...to.slice(starts[layer], starts[layer + 1])].filter((v) => v < inputs.length),
  );
}

it("orderOf keeps arguments in their order", () => {
  // b and a are created in one order and used in the other.
  expect(order([[], [], [1, 0]])).toEqual([[1, 0], [2]]);
});

it("orderOf keeps the terms of softmax's sum in order, although the last is used first by the division", () => {
  // Four logits, their exponentials, the running sum, and the last exponential over the sum.
  const inputs = [[], [], [], [], [0], [1], [2], [3], [4, 5], [8, 6], [9, 7], [7, 10]];
  expect(order(inputs)).toEqual([[0, 1], [4, 5, 2], [8, 6, 3], [9, 7], [10], [11]]);
});

it("orderOf keeps the neurons of a layer apart, although mixing their products would spare crossings", () => {
  // Three x, then twelve w; four neurons of three products each, summed from left to right; the sum of all.
  const inputs: number[][] = Array.from({ length: 15 }, () => []);
  const add = (...from: number[]) => inputs.push(from) - 1;
  const products: number[][] = [];
  const neurons = [0, 1, 2, 3].map((n) => {
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map((x) => add(3 + 3 * n + x, x));
    products.push([a, b, c]);
    return add(add(a, b), c);
  });
  neurons.reduce((sum, neuron) => add(sum, neuron));
  expect(order(inputs)[1]).toEqual(products.flat());
});

it("orderOf never changes the order of siblings in a tree", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 60 }), (picks) => {
      // Each pick joins the last two loose vertices, or adds a leaf.
      const inputs: number[][] = [[]];
      const loose = [0];
      for (const pick of picks) {
        const joined = pick > 1 && loose.length > 1 ? [loose.pop(), loose.pop()].reverse() : [];
        loose.push(inputs.push(joined as number[]) - 1);
      }
      while (loose.length > 1) loose.push(inputs.push([loose.pop(), loose.pop()].reverse() as number[]) - 1);
      const place = new Map(order(inputs).flatMap((column) => column.map((v, i) => [v, i] as const)));
      const layers = layersOf(linksOf(inputs));
      for (const [a, b] of inputs as [number, number][]) {
        if (a === undefined || layers[a] !== layers[b]) continue;
        expect(place.get(a)).toBeLessThan(place.get(b) as number);
      }
    }),
  );
});
