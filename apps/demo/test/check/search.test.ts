import { describe, expect, it } from "vitest";
import { type ExampleName, examples } from "../../src/check/examples.ts";
import { search } from "../../src/check/inside/search.ts";
import { joined, type Search } from "../../src/check/searching.ts";
import { subjectOf } from "./subjects.ts";

/** What so many rounds find. */
function found(name: ExampleName, rounds: number, seed = 1): Search {
  const subject = subjectOf(examples[name].code);
  let all: Search = { round: 0, tried: 0, worst: null, kinks: [] };
  for (let round = 0; round < rounds; round++) all = joined(all, search(subject, seed, round));
  return all;
}

describe("search", () => {
  it("finds the input at which a gradient that is nearly always right is wrong", () => {
    const { worst, round } = found("hidden", 3);
    expect(round).toBe(3);
    expect(worst?.verdict).toBe("WRONG");
    expect(worst?.x[0]).toBeGreaterThan(2.5);
    expect(worst?.error).toBeCloseTo(0.1 / (2 * (worst?.x[0] as number)), 6);
    expect(worst?.why).toMatch(/^for x it says [\d.]+, differences say [\d.]+$/);
  });

  it("finds nothing wrong where nothing is, and the rounding of the engine's last bit at most", () => {
    const { worst, kinks } = found("right", 2);
    expect(worst?.verdict).toBe("OK");
    expect(worst?.error).toBeLessThan(1e-15);
    expect(kinks).toEqual([]);
  });

  it("flags kinks: at the numbers that people trip over, and between any two inputs", () => {
    const { kinks } = found("kink", 2);
    const onKink = kinks.filter(({ x }) => x[0] === 1 || x[1] === 0);
    expect(onKink.length).toBeGreaterThanOrEqual(2);
    expect(kinks.map(({ why }) => why)).toContainEqual(
      expect.stringMatching(/^kink: the slope is .* to the left/),
    );
  });

  it("gives the same for the same seed, and something else for another", () => {
    expect(found("neuron", 2, 7)).toEqual(found("neuron", 2, 7));
    expect(found("neuron", 2, 8).worst?.x).not.toEqual(found("neuron", 2, 7).worst?.x);
  });
});
