import { describe, expect, it } from "vitest";
import { agreement } from "../../../src/playground/formula/agreement.ts";

describe("agreement", () => {
  it("prints doubles that are equal once, with 15 digits", () => {
    expect(agreement(0.1 + 0.2, 0.1 + 0.2)).toBe("Here it is 0.3, to the last bit what backward says.");
    expect(agreement(0, -0)).toBe("Here it is 0, to the last bit what backward says.");
    expect(agreement(Number.NaN, Number.NaN)).toBe("Here it is NaN, as backward says: there is no number.");
  });

  it("prints doubles that differ with 17 digits each, so that neither seems to be the other", () => {
    expect(agreement(-1.5 - 2 ** -52, -1.5)).toBe(
      "Here it is −1.5000000000000002; backward rounds otherwise and says the next double from it, −1.5.",
    );
    expect(agreement(-1.5, -1.5 + 2 ** -51)).toBe(
      "Here it is −1.5; backward rounds otherwise and says the 2nd double from it, −1.4999999999999996.",
    );
    expect(agreement(1 + 65 * 2 ** -52, 1)).toBe(
      "Here it is 1.0000000000000144; backward says 1, a relative difference of 1.4e−14.",
    );
  });
});
