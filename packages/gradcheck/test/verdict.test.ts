import { describe, expect, it } from "vitest";
import type { Slope } from "../src/slope.js";
import { judge, overall } from "../src/verdict.js";

/** A slope of 2, known to 1e-13, unless said otherwise. */
const slope = (changes: Partial<Slope> = {}): Slope => ({
  value: 2,
  error: 1e-13,
  y: 1,
  left: { value: 2, error: 1e-11 },
  right: { value: 2, error: 1e-11 },
  rounding: 9e-14,
  steepness: 2,
  noise: 1e-16,
  ...changes,
});
const verdict = (changes: Partial<Slope>, yours: number, tolerance = {}) =>
  judge(slope(changes), yours, tolerance).verdict;
const doubt = (changes: Partial<Slope>, yours = 2, tolerance = {}) =>
  judge(slope(changes), yours, tolerance).doubt;

describe("judge(slope, yours, tolerance)", () => {
  it("is OK up to a relative error of 1e-9, WRONG beyond", () => {
    expect(verdict({}, 2 + 1.9e-9)).toBe("OK");
    expect(verdict({}, 2 - 1.9e-9)).toBe("OK");
    expect(verdict({}, 2 + 2.1e-9)).toBe("WRONG");
    expect(verdict({}, 2 - 2.1e-9)).toBe("WRONG");
    expect(verdict({ value: -2, left: slope(), right: slope() }, -2 - 1.9e-9)).toBe("OK");
  });

  it("can't tell within ten times the error of slopes that do not settle, and is WRONG beyond", () => {
    const waves = { error: 1e-6, rounding: 0 };
    expect(verdict(waves, 2 + 9.5e-6)).toBe("CAN'T TELL");
    expect(verdict(waves, 2 + 10.5e-6)).toBe("WRONG");
  });

  it("takes another relative or absolute tolerance", () => {
    expect(verdict({}, 2.019, { relative: 1e-2 })).toBe("OK");
    expect(verdict({}, 2.021, { relative: 1e-2 })).toBe("WRONG");
    expect(verdict({}, 2.019, { absolute: 0.02 })).toBe("OK");
    expect(verdict({}, 2.021, { absolute: 0.02 })).toBe("WRONG");
    expect(verdict({}, 2 + 1e-10, { relative: 0 })).toBe("WRONG");
  });

  it("widens the tolerance to the error, while that is below 1e-8 of the slopes", () => {
    const wide = { error: 1.9e-8, rounding: 1.9e-8 };
    expect(verdict(wide, 2 + 1.8e-8)).toBe("OK");
    expect(verdict(wide, 2 + 2e-8)).toBe("WRONG");
    expect(doubt({ error: 2.1e-8, rounding: 2.1e-8 }, 2 + 2e-8)).toBe("cancellation");
    expect(verdict({ error: 2.1e-8, rounding: 2.1e-8 }, 2.1)).toBe("WRONG");
    expect(verdict({ error: 2.1e-8, rounding: 2.1e-8, steepness: 3 }, 2)).toBe("OK");
    expect(verdict({ error: 2.1e-8, rounding: 2.1e-8 }, 2, { relative: 2e-8 })).toBe("OK");
    expect(verdict({ error: 2.1e-8, rounding: 2.1e-8 }, 2, { absolute: 3e-8 })).toBe("OK");
  });

  it("can't tell where rounding leaves nothing, but knows what is far beyond it", () => {
    const lost = { error: 1, rounding: 0.9 };
    expect(judge(slope(lost), 2, {})).toEqual({
      verdict: "CAN'T TELL",
      doubt: "cancellation",
      why: "rounding leaves 2 ± 1e+0",
    });
    expect(verdict(lost, 3.1)).toBe("WRONG");
    expect(doubt({ ...lost, noise: 1e-9 }, 3.1)).toBe("cancellation");
    expect(verdict(lost, 2.5, { absolute: 1 })).toBe("OK");
  });

  it("can't tell where slopes do not settle, nor trusts their error", () => {
    const rough = { error: 1e-6, rounding: 4e-7 };
    expect(judge(slope(rough), 2, {})).toEqual({
      verdict: "CAN'T TELL",
      doubt: "kink",
      why: "the slopes do not settle, they leave 2 ± 1e-6",
    });
    expect(doubt(rough, 2 + 9e-6)).toBe("kink");
    expect(verdict(rough, 2 + 1.1e-5)).toBe("WRONG");
    expect(doubt({ error: 2.1e-3, rounding: 1e-4 }, 5)).toBe("kink");
    expect(verdict({ error: 1.9e-3, rounding: 1e-4 }, 5)).toBe("WRONG");
    expect(doubt({ error: 2.1e-3, rounding: 1e-4 }, Number.POSITIVE_INFINITY)).toBe("non-finite");
    expect(judge(slope({ error: 2.1e-3, rounding: 1e-4 }), Number.NaN, {}).why).toBe(
      "the slopes do not settle",
    );
  });

  it("each limit belongs to the milder side", () => {
    expect(doubt({ error: 2 ** -20, rounding: 2 ** -21 })).toBe("kink");
    expect(doubt({ error: 2 ** -20, rounding: 2 ** -21 + 2 ** -40 })).toBe("cancellation");
    expect(verdict({ error: 2e-3, rounding: 1e-4 }, 5)).toBe("WRONG");
    expect(verdict({ error: 0.25, rounding: 0.1 }, 5, { absolute: 0.25 })).toBe("WRONG");
    expect(doubt({ error: 0.25, rounding: 0.1 }, 5, { absolute: 0.24 })).toBe("kink");
    expect(verdict({ error: 2e-8 }, 2)).toBe("OK");
    expect(verdict({}, 2.5, { absolute: 0.5 })).toBe("OK");
    expect(verdict({}, 2.5, { relative: 0.25 })).toBe("OK");
    expect(verdict({ error: 2 ** -20, rounding: 0 }, 2 + 10 * 2 ** -20)).toBe("CAN'T TELL");
  });

  it("says six digits of a slope, and one of its error", () => {
    const third = { value: 1 / 3, error: 1.26e-4, rounding: 1.2e-4, steepness: 1 };
    expect(judge(slope(third), 1 / 3, {}).why).toBe("rounding leaves 0.333333 ± 1e-4");
    expect(judge(slope({ ...third, value: 1234567.8, steepness: 0 }), 1234567.8, {}).why).toBe(undefined);
    expect(judge(slope({ ...third, value: 1234567.8, error: 0.5, rounding: 0.4 }), 1, {}).verdict).toBe(
      "WRONG",
    );
  });

  it("takes values that scatter by more than a millionth for a jump, not for rounding", () => {
    expect(doubt({ error: 1, rounding: 0.9, noise: 1e-7 })).toBe("cancellation");
    expect(doubt({ error: 1, rounding: 0.9, noise: 1e-5 })).toBe("kink");
  });

  it("can't tell at a kink, whatever yours is", () => {
    const kink = { left: { value: -1, error: 1e-9 }, right: { value: 1, error: 1e-9 }, value: 0, error: 1 };
    for (const yours of [-1, 0, 1, 5, Number.NaN]) expect(doubt(kink, yours)).toBe("kink");
    expect(judge(slope(kink), 0, {}).why).toBe(
      "the slope is -1 ± 1e-9 to the left and 1 ± 1e-9 to the right",
    );
    expect(verdict({ left: { value: 1, error: 0.6 }, right: { value: 2, error: 0.6 } }, 2)).toBe("OK");
  });

  it("can't tell where f is not finite", () => {
    expect(judge(slope({ y: Number.NaN }), 2, {})).toMatchObject({
      doubt: "non-finite",
      why: "f is NaN here",
    });
    expect(judge(slope({ error: Number.POSITIVE_INFINITY }), 2, {})).toMatchObject({
      doubt: "non-finite",
      why: "f is not finite on both sides",
    });
  });

  it("a NaN or infinite answer to a good slope is WRONG", () => {
    for (const yours of [Number.NaN, Number.POSITIVE_INFINITY]) expect(verdict({}, yours)).toBe("WRONG");
  });

  it("0 is right where f does not move at all, and where it moves by rounding only", () => {
    const flat = { value: 0, error: 1e-15, rounding: 1e-15, steepness: 0 };
    expect(verdict(flat, 0)).toBe("OK");
    expect(doubt(flat, 1e-16)).toBe("cancellation");
    expect(verdict(flat, 1e-14)).toBe("WRONG");
    expect(doubt({ ...flat, steepness: 1e-9 }, 0)).toBe("cancellation");
    expect(doubt({ ...flat, value: 1e-16 }, 0)).toBe("cancellation");
    expect(verdict({ ...flat, steepness: 1 }, 1e-16)).toBe("OK");
  });
});

it("overall(parts): WRONG if any is, else CAN'T TELL if any is", () => {
  const of = (...verdicts: ("OK" | "WRONG" | "CAN'T TELL")[]) =>
    overall(verdicts.map((verdict) => ({ verdict })));
  expect(of("OK", "OK")).toBe("OK");
  expect(of("OK", "CAN'T TELL")).toBe("CAN'T TELL");
  expect(of("WRONG", "OK", "CAN'T TELL")).toBe("WRONG");
});
