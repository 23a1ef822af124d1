import fc from "fast-check";
import { expect, it } from "vitest";
import { type Layout, layOut } from "../src/layout/layout.js";

/** The points that every edge runs through, by card and argument. */
function edgesOf(inputs: readonly (readonly number[])[], { starts, points }: Layout) {
  let edge = 0;
  return inputs.map((from) =>
    from.map(() => {
      const [first, end] = [starts[edge] as number, starts[++edge] as number];
      return Array.from({ length: end - first }, (_, i) => {
        const [start = 0, stop = 0, across = 0] = points.slice(3 * (first + i), 3 * (first + i) + 3);
        return { start, end: stop, across };
      });
    }),
  );
}

const sizes = { cardAlong: 100, cardAcross: 60, gapAcross: 10, gapAlong: 40, level: 20, port: 20 };

it("layOut of a * b: both inputs in a row, the product after them and between them", () => {
  const { layers, along, across, length, breadth } = layOut([[], [], [0, 1]], [2], sizes);
  expect([...layers]).toEqual([0, 0, 1]);
  expect([...across]).toEqual([30, 100, 65]);
  expect([along[0], length, breadth]).toEqual([50, 100 + 40 + 20 + 4 + 100, 130]);
});

it("layOut ends the edges of a * b at two ports of the product", () => {
  const inputs = [[], [], [0, 1]];
  const edges = edgesOf(inputs, layOut(inputs, [2], sizes));
  expect(edges[2]?.map((points) => points.map(({ across }) => across))).toEqual([
    [30, 55],
    [100, 75],
  ]);
});

it("layOut lets both edges of x * x leave x in places of their own, and what passes by in a third", () => {
  const inputs = [[], [0, 0], [1, 0]];
  const edges = edgesOf(inputs, layOut(inputs, [2], sizes));
  const leave = [edges[1]?.[0], edges[1]?.[1], edges[2]?.[1]].map((points) => points?.[0]?.across as number);
  expect(leave[1]).toBeCloseTo((leave[0] as number) + 18, 10);
  expect(leave[2]).toBeCloseTo((leave[1] as number) + 18, 10);
});

it("layOut keeps edges that pass a layer a gap away from each other, and from the cards", () => {
  const graph = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 50 }).map((picks) => {
    const inputs: number[][] = [[], []];
    // A chain, so that there are many layers to pass.
    for (const [pick] of picks) inputs.push([inputs.length - 1, pick % inputs.length]);
    return inputs;
  });
  fc.assert(
    fc.property(graph, (inputs) => {
      const layout = layOut(inputs, [inputs.length - 1], sizes);
      const edges = edgesOf(inputs, layout);
      const passing = new Map<string, { start: number; across: number }>();
      for (const into of edges) {
        for (const points of into) {
          for (const { start, end, across } of points)
            if (end > start) passing.set(`${start} ${across}`, { start, across });
        }
      }
      const all = [...passing.values()];
      for (const [i, a] of all.entries()) {
        for (const b of all.slice(i + 1)) {
          if (a.start === b.start)
            expect(Math.abs(a.across - b.across)).toBeGreaterThan(sizes.gapAcross - 1e-6);
        }
        for (const [card, along] of layout.along.entries()) {
          if (along !== a.start + sizes.cardAlong / 2) continue;
          const distance = Math.abs((layout.across[card] as number) - a.across) - sizes.cardAcross / 2;
          expect(distance).toBeGreaterThan(sizes.gapAcross - 1e-6);
        }
      }
    }),
  );
});

const families: Record<string, (n: number) => number[][]> = {
  "a chain": (n) => Array.from({ length: n }, (_, v) => (v === 0 ? [] : [v - 1])),
  "a value used all along a chain": (n) => Array.from({ length: n }, (_, v) => (v === 0 ? [] : [0, v - 1])),
  "a value used by all others": (n) => Array.from({ length: n }, (_, v) => (v === 0 ? [] : [0, 0])),
  "a sum of as many leaves": (n) =>
    Array.from({ length: n }, (_, v) => (v < n / 2 ? [] : [v - Math.floor(n / 2), v - 1])),
  "values that use one far before them": (n) =>
    Array.from({ length: n }, (_, v) => (v < 90 ? [v - 1] : [v - 1, v - 90]).filter((u) => u >= 0)),
  "all that use all of the layer before": (n) =>
    Array.from({ length: n }, (_, v) =>
      Array.from({ length: v < 20 ? 0 : 20 }, (_, i) => v - (v % 20) - 20 + i),
    ),
};

it.each(Object.keys(families))("layOut of %s has twice as many points for twice as many values", (name) => {
  const points = (n: number) => {
    const inputs = families[name]?.(n) as number[][];
    return layOut(inputs, [n - 1], sizes).points.length / 3;
  };
  const [one, two] = [points(20_000), points(40_000)];
  expect(two / one).toBeGreaterThan(1.9);
  expect(two / one).toBeLessThan(2.1);
});
