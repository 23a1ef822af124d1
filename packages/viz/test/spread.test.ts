import fc from "fast-check";
import { expect, it } from "vitest";
import { spreader } from "../src/layout/spread.js";

function spread(wanted: number[], room: number[], weights = wanted.map(() => 1)): number[] {
  const [count, numbers] = [wanted.length, Float64Array];
  const row = {
    count,
    wanted: numbers.from(wanted),
    room: numbers.from(room),
    weights: numbers.from(weights),
  };
  return [...spreader(count)(row)];
}

it("spread leaves items where they want to be if there is room", () => {
  expect(spread([0, 10, 30], [4, 4, 4])).toEqual([0, 10, 30]);
});

it("spread moves two that want the same place apart by half each", () => {
  expect(spread([5, 5], [4, 4])).toEqual([3, 7]);
});

it("spread lets the heavier one stay", () => {
  expect(spread([5, 5], [4, 4], [3, 1])).toEqual([4, 8]);
});

it("spread keeps the order of items that want to change places", () => {
  expect(spread([10, 0], [2, 2])).toEqual([4, 6]);
});

it("spread gives every item its room, and no small move makes it better", () => {
  const item = fc.tuple(
    fc.integer({ min: -50, max: 50 }),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 5 }),
  );
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), (items) => {
      const wanted = items.map(([w]) => w);
      const room = items.map(([, r]) => r);
      const weights = items.map(([, , w]) => w);
      const places = spread(wanted, room, weights);
      const gap = (i: number) => ((room[i] as number) + (room[i + 1] as number)) / 2;
      const cost = (at: readonly number[]) =>
        at.reduce(
          (sum, x, i) =>
            sum + (weights[i] as number) * (x - (wanted[i] as number)) * (x - (wanted[i] as number)),
          0,
        );
      const fits = (at: readonly number[]) =>
        at.every((x, i) => i === at.length - 1 || (at[i + 1] as number) - x >= gap(i) - 1e-9);
      expect(fits(places)).toBe(true);
      for (let from = 0; from < places.length; from++) {
        for (let to = from; to < places.length; to++) {
          for (const by of [-0.01, 0.01]) {
            const moved = places.map((x, i) => (i >= from && i <= to ? x + by : x));
            if (fits(moved)) expect(cost(moved)).toBeGreaterThanOrEqual(cost(places) - 1e-9);
          }
        }
      }
    }),
  );
});
