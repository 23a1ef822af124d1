import { opOf } from "@outgrad/ops";
import { describe, expect, it } from "vitest";
import { examples } from "../../src/check/examples.ts";
import { readSubject } from "../../src/check/inside/subject.ts";
import { opCode, opNames } from "../../src/check/op-code.ts";
import { subjectOf } from "./subjects.ts";

describe("readSubject", () => {
  it("takes the parameters' names as inputs, and both gradients", () => {
    const { names, range, f, engine, own, complex } = subjectOf(examples.neuron.code);
    expect(names).toEqual(["x", "w", "b"]);
    expect(range).toEqual([
      [-3, 3],
      [-3, 3],
      [-3, 3],
    ]);
    const x = [0.5, -1, 0.25];
    expect(f(x)).toBeCloseTo(Math.tanh(-0.25), 15);
    const slope = 1 - Math.tanh(-0.25) ** 2;
    expect(engine?.(x)).toEqual([
      expect.closeTo(-slope, 15),
      expect.closeTo(0.5 * slope, 15),
      expect.closeTo(slope, 15),
    ]);
    expect(own?.(x)[2]).toBeCloseTo(1 - Math.tanh(-0.25), 15);
    expect(complex(x)?.[0]).toBeCloseTo(-slope, 15);
  });

  it("takes a function of plain numbers if its gradient comes with it", () => {
    const { engine, own, complex, f, range } = subjectOf(examples.numbers.code);
    expect(engine).toBeUndefined();
    expect(f([0])).toBeCloseTo(Math.log(2), 15);
    expect(own?.([0])).toEqual([0.5]);
    expect(complex([0])).toBeNull();
    expect(range).toEqual([[-40, 5]]);
  });

  it("says what is missing", () => {
    const of = (f: unknown, gradient?: unknown) => () => readSubject({ f, gradient });
    expect(of(undefined)).toThrow("The code has to export a function f.");
    expect(of(() => 1)).toThrow("f has no parameters, so it has no gradient.");
    expect(of((_x: unknown) => 1)).toThrow("f does not return a Value.");
    expect(of((x: number) => x * 2)).toThrow("JavaScript operators do not work on Values");
    expect(
      of(
        (x: number) => x,
        () => [1, 2],
      ).call(null).own,
    ).toBeDefined();
    expect(() => readSubject({ f: (x: number) => x * 2, gradient: () => [1, 2] }).own?.([1])).toThrow(
      "gradient has to return 1 numbers, one for each of x.",
    );
  });
});

describe("opCode", () => {
  it.each(opNames)("%s: is the op over its domain, and its complex step is its gradient", (name) => {
    const { names, range, f, engine, complex } = subjectOf(opCode(name));
    const { args, domain, value, params } = opOf(name);
    expect(names).toEqual(args);
    expect(range).toEqual(domain);
    const x = range.map(([low, high], i) => low + (high - low) * (i === 0 ? 0.62 : 0.83));
    expect(f(x)).toBe(value(...x, ...Object.values(params)));
    const exact = complex(x);
    expect(exact).not.toBeNull();
    for (const [i, slope] of (engine?.(x) ?? []).entries()) {
      expect(Math.abs(slope - (exact?.[i] ?? Number.NaN))).toBeLessThanOrEqual(
        1e-12 * Math.max(1, Math.abs(slope)),
      );
    }
  });
});
