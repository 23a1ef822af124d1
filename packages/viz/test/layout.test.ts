import fc from "fast-check";
import { expect, it } from "vitest";
import { layOut } from "../src/layout/layout.js";

const sizes = { cardAlong: 100, cardAcross: 60, gapAcross: 10, gapAlong: 40, level: 20, port: 20 };

it("layOut of a * b: both inputs in a row, the product after them and between them", () => {
  const { cards, length, breadth } = layOut([[], [], [0, 1]], [2], sizes);
  expect(cards.map(({ layer }) => layer)).toEqual([0, 0, 1]);
  expect(cards.map(({ across }) => across)).toEqual([30, 100, 65]);
  expect([cards[0]?.along, length, breadth]).toEqual([50, 100 + 40 + 20 + 4 + 100, 130]);
});

it("layOut ends the edges of a * b at two ports of the product", () => {
  const { edges } = layOut([[], [], [0, 1]], [2], sizes);
  expect(edges[2]?.map((points) => points.map(({ across }) => across))).toEqual([
    [30, 55],
    [100, 75],
  ]);
});

it("layOut lets both edges of x * x leave x in places of their own, and what passes by in a third", () => {
  const { edges } = layOut([[], [0, 0], [1, 0]], [2], sizes);
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
      const { cards, edges } = layOut(inputs, [inputs.length - 1], sizes);
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
        for (const card of cards) {
          if (card.along !== a.start + sizes.cardAlong / 2) continue;
          const distance = Math.abs(card.across - a.across) - sizes.cardAcross / 2;
          expect(distance).toBeGreaterThan(sizes.gapAcross - 1e-6);
        }
      }
    }),
  );
});
