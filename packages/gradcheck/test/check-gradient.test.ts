import { sin } from "@outgrad/ops/intrinsics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGradient } from "../src/index.js";
import { answers, at, f, gradient } from "./exercise.js";
import * as polynomials from "./polynomials.js";

describe("checkGradient(f, gradient, x) prints as the exercises do", () => {
  it("A5: three OK", () => {
    const lines = checkGradient(f, gradient, at).toString().split("\n");
    expect(lines).toHaveLength(3);
    lines.forEach((line, i) => {
      expect(line).toMatch(new RegExp(`^OK for dim ${i}: expected \\S+, yours returns ${answers[i]}$`));
    });
  });

  it("WRONG! with both numbers and the relative error", () => {
    const report = checkGradient(
      ([x]) => 3 * (x as number),
      () => [4],
      [2],
    );
    expect(`${report}`).toBe("WRONG! for dim 0: expected 3, yours returns 4 (relative error 3.3e-1)");
  });

  it("CAN'T TELL with the reason", () => {
    const report = checkGradient(
      ([x]) => Math.abs(x as number),
      () => [0],
      [0],
    );
    expect(`${report}`).toMatch(
      /^CAN'T TELL for dim 0: expected 0, yours returns 0 \(kink: the slope is -1 ± \S+ to the left and 1 ± \S+ to the right\)$/,
    );
  });

  it("with names in place of numbers", () => {
    const report = checkGradient(
      ([a, b]) => (a as number) * (b as number),
      () => [-3, 2],
      [2, -3],
      {
        names: ["a", "b"],
      },
    );
    expect(`${report}`).toBe(
      "OK for a: expected -3, yours returns -3\nOK for b: expected 2, yours returns 2",
    );
  });
});

describe("the rows", () => {
  it("hold the numbers that the verdict rests on", () => {
    const { verdict, rows } = checkGradient(f, gradient, at);
    expect(verdict).toBe("OK");
    rows.forEach((row, i) => {
      expect(row).toMatchObject({ name: `dim ${i}`, verdict: "OK", yours: answers[i] });
      expect(row.absoluteError).toBe(Math.abs(row.yours - row.expected));
      expect(row.relativeError).toBe(row.absoluteError / Math.abs(row.expected));
      expect(row.absoluteError).toBeLessThanOrEqual(row.errorBar);
      expect(row.errorBar).toBeLessThan(1e-11);
      expect(row.doubt).toBeUndefined();
    });
  });

  it("one WRONG makes the whole WRONG, one CAN'T TELL spoils an OK", () => {
    const kinked = ([x, y]: number[]) => Math.abs(x as number) + sin(y as number);
    const verdicts = (yours: number[]) => checkGradient(kinked, () => yours, [0, 0]).verdict;
    expect(verdicts([0, 1])).toBe("CAN'T TELL");
    expect(verdicts([0, 2])).toBe("WRONG");
  });
});

describe("the tolerance", () => {
  const line = ([x]: readonly number[]) => 3 * (x as number);
  const off = (error: number, options = {}) =>
    checkGradient(line, () => [3 * (1 + error)], [0.7], options).verdict;

  it("is 1e-9 relative: an error of 1e-7 is WRONG", () => {
    expect([1e-7, 1e-8, 2e-9].map((error) => off(error))).toEqual(["WRONG", "WRONG", "WRONG"]);
    expect([5e-10, 1e-12, 0].map((error) => off(error))).toEqual(["OK", "OK", "OK"]);
  });

  it("is what is asked for, relative or absolute", () => {
    expect(off(1e-5, { relative: 1e-4 })).toBe("OK");
    expect(off(1e-5, { relative: 1e-6 })).toBe("WRONG");
    expect(off(1e-5, { absolute: 1e-4 })).toBe("OK");
    expect(off(1e-5, { absolute: 1e-6 })).toBe("WRONG");
  });

  it("widens to the error bar where rounding hides the digits, until it says CAN'T TELL", () => {
    const over = (constant: number, yours: number) =>
      checkGradient(
        ([x]) => constant + (x as number),
        () => [yours],
        [2],
      ).rows[0];
    expect(over(1e3, 1)?.verdict).toBe("OK");
    expect(over(1e3, 1 + 1e-7)?.verdict).toBe("WRONG");
    expect(over(1e10, 1)).toMatchObject({ verdict: "CAN'T TELL", doubt: "cancellation" });
    expect(over(1e10, 2)?.verdict).toBe("WRONG");
    expect(over(1e16, 1)).toMatchObject({ verdict: "CAN'T TELL", doubt: "cancellation" });
    expect(over(1e16, 2)).toMatchObject({ verdict: "CAN'T TELL", doubt: "cancellation" });
    expect(over(1e20, 1)).toMatchObject({ verdict: "CAN'T TELL", doubt: "cancellation" });
  });

  it("a coordinate that f does not use has gradient 0, and no other", () => {
    const dead = ([x, y]: number[]) => (x as number) ** 2 + 0 * (y as number);
    expect(checkGradient(dead, () => [4, 0], [2, 5]).verdict).toBe("OK");
    expect(checkGradient(dead, () => [4, 1e-12], [2, 5]).verdict).toBe("WRONG");
    expect(checkGradient(dead, () => [4, 0], [2, 5]).rows[1]?.relativeError).toBe(0);
    expect(checkGradient(dead, () => [4, 1], [2, 5]).rows[1]?.relativeError).toBe(Number.POSITIVE_INFINITY);
  });

  it("at the bottom of a valley the gradient is 0 to the last digit that f has", () => {
    const valley = ([x]: number[]) => ((x as number) - 0.3) ** 2 + 5;
    expect(checkGradient(valley, () => [0], [0.3]).verdict).toBe("OK");
    expect(checkGradient(valley, () => [1e-12], [0.3]).verdict).toBe("WRONG");
  });
});

describe("no false alarm", () => {
  it("on polynomials, and every error of 1e-7 is noticed", () => {
    fc.assert(
      fc.property(polynomials.polynomial(6), fc.double({ min: -5, max: 5, noNaN: true }), (c, x) => {
        const value = ([t]: number[]) => polynomials.at(c, t as number);
        const slope = polynomials.slopeOf(c, x);
        expect(checkGradient(value, () => [slope], [x]).verdict).not.toBe("WRONG");
        // Far below the function's own size an error is lost in its rounding.
        if (Math.abs(slope) <= 1e-3 * polynomials.sizeOf(c, x, 1)) return;
        expect(checkGradient(value, () => [slope * (1 + 1e-7)], [x]).verdict).toBe("WRONG");
      }),
    );
  });

  it("on sums of products of many coordinates", () => {
    fc.assert(
      fc.property(fc.array(polynomials.coefficient, { minLength: 2, maxLength: 12 }), (x) => {
        const last = x.length - 1;
        const value = (p: number[]) => p.reduce((sum, v, i) => sum + v * sin(p[last - i] as number), 0);
        const slopes = (p: number[]) =>
          p.map((v, i) => sin(p[last - i] as number) + (p[last - i] as number) * sin(v + Math.PI / 2));
        expect(checkGradient(value, slopes, x, { absolute: 1e-10 }).verdict).toBe("OK");
      }),
      { numRuns: 30 },
    );
  });
});

describe("mistakes are sentences", () => {
  const id = (x: number[]) => x;
  it.each([
    [
      "not a list",
      () => checkGradient(f, gradient, 3 as never),
      "checkGradient: expected x to be a list of numbers, got 3.",
    ],
    [
      "empty",
      () => checkGradient(f, gradient, []),
      "checkGradient: x is empty, so there is nothing to check.",
    ],
    [
      "a text",
      () => checkGradient(f, gradient, [1, "2", 3] as never),
      "checkGradient: expected x[1] to be a number, got a string.",
    ],
    [
      "a hole",
      () => checkGradient(f, gradient, new Array(3)),
      "checkGradient: expected x[0] to be a number, got undefined. Did a function forget to return?",
    ],
    [
      "no function",
      () => checkGradient(3 as never, gradient, at),
      "checkGradient: expected f to be a function, got 3.",
    ],
    [
      "no gradient",
      () => checkGradient(f, undefined as never, at),
      "checkGradient: expected gradient to be a function, got undefined. Did a function forget to return?",
    ],
    [
      "f forgets to return",
      () => checkGradient((() => {}) as never, id, at),
      "checkGradient: f, at x[0] = 2, should return a number but gave undefined. Did a function forget to return?",
    ],
    [
      "f returns an object",
      () => checkGradient((() => new Map()) as never, id, at),
      "checkGradient: f, at x[0] = 2, should return a number but gave a Map.",
    ],
    [
      "a short gradient",
      () => checkGradient(f, () => [1, 2], at),
      "checkGradient: x has 3 numbers, so the gradient should too; it has 2.",
    ],
    [
      "a gradient with a hole",
      () => checkGradient(f, () => [1, undefined, 3] as never, at),
      "checkGradient: expected the gradient[1] to be a number, got undefined. Did a function forget to return?",
    ],
    [
      "no gradient at all",
      () => checkGradient(f, () => undefined as never, at),
      "checkGradient: expected the gradient to be a list of numbers, got undefined. Did a function forget to return?",
    ],
    [
      "a gradient that throws",
      () =>
        checkGradient(
          f,
          () => {
            throw new Error("no");
          },
          at,
        ),
      "checkGradient: gradient threw: no",
    ],
    [
      "names that do not fit",
      () => checkGradient(f, gradient, at, { names: ["a"] }),
      "checkGradient: 3 inputs need as many names, got 1.",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(expect.objectContaining({ message }));
  });

  it("keep the cause", () => {
    const cause = new Error("math domain error");
    const failing = () => {
      throw cause;
    };
    try {
      checkGradient(failing, id, at);
      expect.unreachable();
    } catch (error) {
      expect((error as Error).cause).toBe(cause);
    }
  });
});
