import { describe, expect, it } from "vitest";
import { examples } from "../../src/check/examples.ts";
import { measure } from "../../src/check/inside/measure.ts";
import { errorsOf } from "../../src/check/inside/table.ts";
import { arranged } from "../../src/check/tabulating.ts";
import { headline, judgedInWords } from "../../src/check/words.ts";
import { subjectOf } from "./subjects.ts";

const look = (code: string, x: number[], of = 0) => {
  const subject = subjectOf(code);
  return { ...measure(subject, x, of), names: subject.names, range: subject.range };
};

describe("measure", () => {
  it("has every method agree, to the digits that it has", () => {
    const { inputs, y, curve } = look(examples.right.code, [1.5, -2], 1);
    expect(y).toBe(-4.5);
    const [a, b] = inputs.map(({ slopes }) => slopes);
    expect([a?.complex, b?.complex]).toEqual([-6, 2.25]);
    for (const [method, within] of [
      ["forward", 1e-6],
      ["symmetric", 1e-9],
      ["fivePoint", 1e-11],
      ["richardson", 1e-11],
      ["ridders", 1e-12],
    ] as const) {
      expect(Math.abs((a?.[method] as number) + 6), method).toBeLessThan(within);
    }
    expect(curve).toMatchObject({ x: -2, exact: 2.25 });
  });

  it("finds the mistake in the gradient by hand of the first example, and only that", () => {
    const seen = look(examples.neuron.code, [0.5, -1, 0.25]);
    expect(seen.inputs.map(({ own }) => own?.verdict)).toEqual(["OK", "OK", "WRONG"]);
    expect(seen.inputs.map(({ engine }) => engine?.verdict)).toEqual(["OK", "OK", "OK"]);
    expect(headline(seen)).toBe("Your gradient is wrong for b.");
    const own = seen.inputs[2]?.own;
    expect(own && judgedInWords("Your gradient", own)).toMatch(
      /^Your gradient says 1\.2449187, differences say 0\.94001485 ± \de−1\d, off by 32\.4 %\.$/,
    );
  });

  it("cannot tell at a kink, and says why", () => {
    const seen = look(examples.kink.code, [1, 2]);
    expect(headline(seen)).toBe("Nobody can tell whether the engine’s gradient is right for x.");
    const engine = seen.inputs[0]?.engine;
    expect(engine && judgedInWords("backward()", engine)).toMatch(
      /^backward\(\) says 0\. A kink: the slope is −1 .* to the left and 1 /,
    );
  });

  it("says that it is right where it is", () => {
    expect(headline(look(examples.branch.code, [2]))).toBe(
      "The engine’s gradient is right for x, at this point.",
    );
  });
});

describe("errorsOf", () => {
  it("measures an op's partial and every method: each of higher order is nearer", () => {
    const [sin] = errorsOf("sin", 1);
    expect(sin).toMatchObject({ op: "sin", arg: "a", verdict: "OK" });
    const { forward, symmetric, fivePoint, ridders } = sin?.methods ?? ({} as never);
    expect(sin?.partial).toBeLessThan(1e-14);
    expect(forward[0]).toBeGreaterThan(symmetric[0]);
    expect(symmetric[0]).toBeGreaterThan(fivePoint[0]);
    expect(ridders[0]).toBeLessThan(1e-12);
  });

  it("sorts by the largest error, and finds ops by name", () => {
    const rows = [...errorsOf("sin", 1), ...errorsOf("mul", 1), ...errorsOf("asin", 1)];
    expect(arranged(rows, "op", "worst", "").map(({ op, arg }) => `${op} ${arg}`)).toEqual([
      "asin a",
      "mul a",
      "mul b",
      "sin a",
    ]);
    const errors = arranged(rows, "forward", "worst", "").map(({ methods }) => methods.forward[1]);
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    expect(arranged(rows, "op", "median", " SIN ").map(({ op }) => op)).toEqual(["asin", "sin"]);
  });
});
