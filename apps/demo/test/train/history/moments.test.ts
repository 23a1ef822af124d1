import { describe, expect, it } from "vitest";
import { epochsFrom, measuredBy } from "../../../src/train/history/moments.ts";

const reach = { first: 4, furthest: 41, stepsPerEpoch: 4 };

describe("epochsFrom(step, epochs, reach)", () => {
  it("goes to the start of an epoch, back and on", () => {
    expect([17, 16].map((step) => epochsFrom(step, -1, reach))).toEqual([16, 12]);
    expect([17, 16, 19].map((step) => epochsFrom(step, 1, reach))).toEqual([20, 20, 20]);
  });

  it("stays within what was computed", () => {
    expect(epochsFrom(5, -1, reach)).toBe(4);
    expect(epochsFrom(4, -1, reach)).toBe(4);
    expect(epochsFrom(40, 1, reach)).toBe(41);
  });
});

describe("measuredBy(history, epoch)", () => {
  const score = { loss: 1, accuracy: 1 };
  const history = [0, 1, 2].map((epoch) => ({ epoch, train: score, test: score }));

  it("is the newest measurement of that moment", () => {
    expect(measuredBy(history, 1.75)?.epoch).toBe(1);
    expect(measuredBy(history, 2)?.epoch).toBe(2);
    expect(measuredBy([], 2)).toBeUndefined();
  });
});
