import { describe, expect, it } from "vitest";
import { cancellation, cancellationSentence } from "../../../src/playground/numeric/cancellation.ts";

const decimal = (a: number, b: number) => cancellation(a, b, "decimal");
const binary = (a: number, b: number) => cancellation(a, b, "binary");

describe("cancellation", () => {
  it("counts the leading digits of 6.3363621... that agree at h = 1e-8", () => {
    const [y, up] = [6.336362190988558, 6.336362067453024];
    expect(decimal(up, y)).toEqual({
      above: { negative: false, digits: "63363620674530239" },
      below: { negative: false, digits: "63363621909885577" },
      difference: { negative: true, digits: "00000001235355338" },
      exponent: 0,
      cancelled: 7,
      of: 16,
      agree: true,
    });
  });

  it("writes the smaller number at the place of the larger one", () => {
    const found = decimal(10.5, 9.75);
    expect(found?.exponent).toBe(1);
    expect(found?.above.digits).toBe("10500000000000000");
    expect(found?.below.digits).toBe("09750000000000000");
    expect(found?.difference.digits).toBe("00750000000000000");
    expect([found?.cancelled, found?.agree]).toEqual([2, false]);
  });

  it("sees through a carry: 2.000001 - 1.999999 loses 5 digits that differ", () => {
    expect(decimal(2.000001, 1.999999)).toMatchObject({ cancelled: 6, agree: false });
    expect(decimal(2.000003, 2.000001)).toMatchObject({ cancelled: 6, agree: true });
  });

  it("has the 53 bits of 1.5 and 1.25, and their difference", () => {
    const found = binary(1.5, 1.25);
    expect(found?.above.digits).toBe(`11${"0".repeat(51)}`);
    expect(found?.below.digits).toBe(`101${"0".repeat(50)}`);
    expect(found?.difference.digits).toBe(`001${"0".repeat(50)}`);
    expect(found).toMatchObject({ exponent: 0, cancelled: 2, of: 53 });
  });

  it("keeps one bit of neighbours, and none of equals", () => {
    expect(binary(1 + 2 ** -52, 1)).toMatchObject({ cancelled: 52, agree: true });
    expect(binary(-3, -3)).toMatchObject({ cancelled: 53 });
    expect(decimal(-3, -3)).toMatchObject({ cancelled: 16 });
  });

  it("reads subnormal numbers, and their bits give the numbers back", () => {
    for (const x of [5e-324, 2 ** -1040, 1.1, 1e300, 6.62e-34]) {
      const { above, exponent } = binary(x, 0) ?? { above: { digits: "" }, exponent: 0 };
      const value = [...above.digits].reduce((sum, bit, i) => sum + Number(bit) * 2 ** -i, 0);
      expect(above.digits).toHaveLength(53);
      expect(value * 2 ** Math.max(exponent, -1000) * 2 ** Math.min(0, exponent + 1000)).toBe(x);
    }
  });

  it("does not cancel numbers of different signs, and refuses what has no digits", () => {
    expect(decimal(1, -1)).toMatchObject({ cancelled: 0 });
    expect(decimal(0, 0)).toBeUndefined();
    expect(decimal(Number.NaN, 1)).toBeUndefined();
    expect(binary(1, Number.POSITIVE_INFINITY)).toBeUndefined();
  });
});

describe("cancellationSentence", () => {
  const sentence = (cancelled: number, of = 16, agree = true) =>
    cancellationSentence({ cancelled, of, agree } as Parameters<typeof cancellationSentence>[0]);

  it("says what cancels and what is left", () => {
    expect(sentence(9)).toBe("The first 9 of 16 digits agree and cancel: 7 are left for the slope.");
    expect(sentence(1)).toBe("The first of 16 digits agrees and cancels: 15 are left for the slope.");
    expect(sentence(52, 53)).toBe("The first 52 of 53 bits agree and cancel: 1 is left for the slope.");
    expect(sentence(5, 16, false)).toBe("The first 5 of 16 digits cancel: 11 are left for the slope.");
    expect(sentence(0)).toBe("None of the 16 digits cancel: all are left for the slope.");
    expect(sentence(53, 53)).toBe("All 53 bits agree and cancel: nothing is left for the slope.");
  });
});
