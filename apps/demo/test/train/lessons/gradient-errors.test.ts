import { describe, expect, it } from "vitest";
import { type Bug, initialConfig } from "../../../src/train/config.ts";
import { gradientErrors } from "../../../src/train/lessons/gradient-errors.ts";
import { percentOff, verdict } from "../../../src/train/lessons/words.ts";

const errorsOf = (bug: Bug) =>
  gradientErrors({ ...initialConfig("moons"), n: 30, layers: [5, 4], batch: 20, bug }, 3);

describe("gradientErrors", () => {
  it.each(["none", "wrongSign", "noShuffle", "zeroInit", "lrTimes100", "missingBias"] as const)(
    "finds gradients that agree with nudging: %s",
    (bug) => {
      const errors = errorsOf(bug);
      expect(errors).toHaveLength(3);
      for (const error of errors) expect(error).toBeLessThan(1e-5);
    },
  );

  it("finds that without zeroGrad only the first update has the right gradient", () => {
    const [first, ...later] = errorsOf("forgetZeroGrad");
    expect(first).toBeLessThan(1e-5);
    for (const error of later) expect(error).toBeGreaterThan(0.2);
  });

  it("finds that = in place of += is wrong from the first update on", () => {
    for (const error of errorsOf("overwriteGrad")) expect(error).toBeGreaterThan(0.2);
  });
});

describe("verdict", () => {
  it("says from which update on gradients are off", () => {
    expect(verdict([1e-8, 2e-8])).toBe("agree with nudging at updates 1 to 2");
    expect(verdict([1e-8, 1.111, 4])).toBe("agree at update 1 and are off by 111 % at update 2");
    expect(verdict([0.5, 0.6])).toBe("are off by 50 % from update 1 on");
    expect(verdict([Number.NaN])).toMatch(/^are off/);
  });

  it("writes errors of rounding as they are", () => {
    expect(percentOff(1.3e-8)).toBe("1.3e−8");
  });
});
