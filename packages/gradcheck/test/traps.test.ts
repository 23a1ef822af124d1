import { opOf, parseFormula } from "@outgrad/ops";
import { exp, log, sin } from "@outgrad/ops/intrinsics";
import { describe, expect, it } from "vitest";
import {
  checkGradient,
  complexStep,
  cotangent,
  fivePoint,
  forwardDifference,
  ridders,
  symmetricDifference,
} from "../src/index.js";
import { answers, at, errors, f, gradient } from "./exercise.js";

// The traps of gradient checking, by their numbers in the project's list of 169.

const relu = (x: number) => (x > 0 ? x : 0);
const only = ([x]: readonly number[]) => x as number;

describe("steps", () => {
  it("T157: a forward difference with h = 1e-4 fails a check to 1e-5 on the exercises' f, a central one at 1e-6 passes", () => {
    const forward = errors(forwardDifference(f, at, 1e-4));
    expect(forward.map((error) => error.toPrecision(2))).toEqual(["0.00060", "0.00014", "0.0000016"]);
    const central = errors(symmetricDifference(f, at, 1e-6));
    expect(central.map((error) => error.toPrecision(2))).toEqual(["7.6e-10", "2.9e-9", "2.9e-10"]);
    expect(checkGradient(f, gradient, at).verdict).toBe("OK");
  });

  it("T158: h = 1e-15 gives garbage; every method's own step is near its best", () => {
    expect(errors(forwardDifference(f, at, 1e-15)).every((error) => error > 0.01)).toBe(true);
    const worst = (found: readonly number[]) =>
      Math.max(...errors(found).map((error, i) => error / Math.abs(answers[i] as number)));
    const methods = [
      { method: forwardDifference, least: 1e-12, digits: 1e-7 },
      { method: symmetricDifference, least: 1e-10, digits: 1e-9 },
      { method: fivePoint, least: 1e-8, digits: 1e-11 },
    ];
    for (const { method, least, digits } of methods) {
      expect(worst(method(f, at))).toBeLessThan(digits);
      expect(worst(method(f, at, least))).toBeGreaterThan(100 * worst(method(f, at)));
    }
    const formula = parseFormula("-a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5");
    expect(worst(Object.values(complexStep(formula, { a: 2, b: 3, c: 4 })))).toBeLessThan(1e-15);
  });
});

it("T159: float32 input is refused, and so is a float32 gradient", () => {
  expect(() => checkGradient(f, gradient, new Float32Array(at) as never)).toThrow(
    "checkGradient: x is a Float32Array; differences need the 16 digits of float64. Pass an array or a Float64Array that was computed in float64.",
  );
  expect(() => checkGradient(f, (x) => new Float32Array(gradient(x)), at)).toThrow(
    "checkGradient: the gradient is a Float32Array;",
  );
  for (const method of [forwardDifference, symmetricDifference, fivePoint, ridders]) {
    expect(() => method(f as never, new Float32Array(at) as never)).toThrow(/is a Float32Array/);
  }
  expect(checkGradient(f, gradient, new Float64Array(at)).verdict).toBe("OK");
});

describe("kinks", () => {
  it("T160: a kink inside every step is reported, whatever the gradient says", () => {
    for (const yours of [0, 0.5, 1]) {
      const { verdict, rows } = checkGradient(
        (x) => relu(only(x)) + sin(only(x)),
        () => [yours],
        [0],
      );
      expect(verdict).toBe("CAN'T TELL");
      expect(rows[0]).toMatchObject({ doubt: "kink", yours });
      expect(rows[0]?.why).toMatch(/^the slope is 1 ± \S+ to the left and 2 ± \S+ to the right$/);
    }
  });

  it("T160: a kink beside x is stepped around, and both sides of it are judged", () => {
    for (const x of [1e-3, 1e-6, 1e-9, -1e-3, -1e-6, -1e-9]) {
      const right = x > 0 ? 1 : 0;
      expect(
        checkGradient(
          (p) => relu(only(p)),
          () => [right],
          [x],
        ).verdict,
      ).toBe("OK");
      expect(
        checkGradient(
          (p) => relu(only(p)),
          () => [1 - right],
          [x],
        ).verdict,
      ).toBe("WRONG");
    }
  });

  it("T161: a symmetric difference agrees at a kink by accident, and the check does not fall for it", () => {
    expect(symmetricDifference(Math.abs, 0)).toBe(0);
    expect(symmetricDifference(relu, 0)).toBe(0.5);
    expect(
      checkGradient(
        (x) => Math.abs(only(x)),
        () => [0],
        [0],
      ).rows[0]?.doubt,
    ).toBe("kink");
    expect(
      checkGradient(
        (x) => relu(only(x)),
        () => [0.5],
        [0],
      ).rows[0]?.doubt,
    ).toBe("kink");
  });
});

it("T162: weights of ones hide a wrong softmax gradient, those of cotangent(n) show it", () => {
  const softmax = (x: readonly number[]) => {
    const counts = x.map((logit) => exp(logit));
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => count / total);
  };
  // The gradient of the sum of w times softmax: p * (w - sum(w p)). Wrong: the w of another output.
  const right = (w: readonly number[]) => (x: number[]) => {
    const p = softmax(x);
    const mean = p.reduce((sum, prob, i) => sum + prob * (w[i] as number), 0);
    return p.map((prob, i) => prob * ((w[i] as number) - mean));
  };
  const wrong = (w: readonly number[]) => right([...w.slice(1), w[0] as number]);
  const weighed = (w: readonly number[]) => (x: number[]) =>
    softmax(x).reduce((sum, prob, i) => sum + prob * (w[i] as number), 0);

  const logits = [0, 3, -2, 1];
  const ones = logits.map(() => 1);
  expect(checkGradient(weighed(ones), wrong(ones), logits, { absolute: 1e-12 }).verdict).toBe("OK");
  const w = cotangent(4);
  expect(checkGradient(weighed(w), right(w), logits).verdict).toBe("OK");
  expect(checkGradient(weighed(w), wrong(w), logits).verdict).toBe("WRONG");
});

it("T163: f and gradient are run twice and must agree exactly", () => {
  let calls = 0;
  const restless = checkGradient(
    (x) => only(x) + 1e-15 * calls++,
    () => [1],
    [3],
  );
  expect(restless.verdict).toBe("CAN'T TELL");
  expect(restless.rows[0]?.doubt).toBe("non-deterministic");
  expect(restless.rows[0]?.why).toMatch(/^f gives 3\S* and then 3\S* for the same x$/);

  let runs = 0;
  const { rows } = checkGradient(
    (x) => x.reduce((sum, y) => sum + y, 0),
    () => [1, 1 + (runs++ % 2) * 2 ** -52],
    [1, 2],
  );
  expect(rows.map(({ verdict }) => verdict)).toEqual(["OK", "CAN'T TELL"]);
  expect(rows[1]?.why).toBe("the gradient gives 1 and then 1.0000000000000002 for the same x");
});

it("T164: every comparison can fail: each row judges its own number", () => {
  for (let dim = 0; dim < 3; dim++) {
    const damaged = (x: number[]) => gradient(x).map((d, i) => (i === dim ? d * (1 + 1e-7) : d));
    const verdicts = checkGradient(f, damaged, at).rows.map(({ verdict }) => verdict);
    expect(verdicts).toEqual([0, 1, 2].map((i) => (i === dim ? "WRONG" : "OK")));
  }
});

describe("T165: NaN and infinities equal nothing", () => {
  const check = (f: (x: number) => number, yours: number, x: number) =>
    checkGradient(
      (p) => f(only(p)),
      () => [yours],
      [x],
    );

  it("a NaN or infinite gradient of a function with a slope is WRONG", () => {
    for (const yours of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(check(sin, yours, 1).verdict).toBe("WRONG");
    }
  });

  it("where f is not finite, or its slope grows without bound, nothing can be told", () => {
    for (const yours of [Number.NaN, Number.POSITIVE_INFINITY, 1]) {
      expect(check(log, yours, 0).rows[0]).toMatchObject({ doubt: "non-finite", why: "f is -Infinity here" });
      expect(check(log, yours, -1).rows[0]).toMatchObject({ doubt: "non-finite", why: "f is NaN here" });
      expect(check(Math.sqrt, yours, 0).rows[0]).toMatchObject({
        doubt: "non-finite",
        why: "f is not finite on both sides",
      });
    }
    const root = (x: number) => Math.sign(x) * Math.sqrt(Math.abs(x));
    expect(check(root, Number.POSITIVE_INFINITY, 0).verdict).toBe("CAN'T TELL");
    expect(check(root, Number.NaN, 0).verdict).toBe("CAN'T TELL");
    expect(check(sin, 1, Number.NaN).verdict).toBe("CAN'T TELL");
    expect(check(sin, 1, Number.POSITIVE_INFINITY).verdict).toBe("CAN'T TELL");
  });
});

it("T166: the tolerance is relative: a gradient below 1e-3 that is wrong does not pass", () => {
  const tiny = (x: readonly number[]) => 1e-9 * sin(only(x));
  const slope = 1e-9 * 0.5403023058681398;
  expect(checkGradient(tiny, () => [slope], [1]).verdict).toBe("OK");
  expect(checkGradient(tiny, () => [slope * (1 + 1e-7)], [1]).verdict).toBe("WRONG");
  expect(checkGradient(tiny, () => [0], [1]).verdict).toBe("WRONG");
  expect(checkGradient(tiny, () => [0], [1], { absolute: 1e-3 }).verdict).toBe("OK");
});

it("T167: a complex step through abs, max or a conjugate is refused, with the reason", () => {
  expect(() => complexStep(opOf("abs"), [0], 0)).toThrow(
    "complexStep: abs has no complex step at a = 0: a is 0, a kink.",
  );
  expect(() => complexStep(opOf("max"), [2, 2], 1)).toThrow("a - b is 0, a kink");
  expect(complexStep(opOf("abs"), [-2], 0)).toBe(-1);
  expect(() => complexStep(([re, im]) => [Math.sqrt(re * re + im * im), 0], 1)).toThrow(
    "complexStep: f is not analytic in x at 1, the step gives 0 and differences something else; use differences instead.",
  );
  expect(() => complexStep(([re, im]) => [re, -im], 1)).toThrow("the step gives -1");
});

describe("T168, T169: x is copied, and stays as it was", () => {
  const x = [2, 3, 4];
  const frozen = Object.freeze([2, 3, 4]);

  it("when f and gradient change what they are given", () => {
    const greedy = (p: number[]) => f(p.splice(0, 3));
    const spoiling = (p: number[]) => gradient(p.splice(0, 3));
    expect(checkGradient(greedy, spoiling, x).verdict).toBe("OK");
    expect(checkGradient(greedy, spoiling, frozen).verdict).toBe("OK");
    expect(x).toEqual([2, 3, 4]);
  });

  it("when the memory is shared, with another list or with f itself", () => {
    const memory = new Float64Array([2, 3, 4]);
    const view = memory.subarray(0, 3);
    const reading = (p: number[]) => f(p) + 0 * (memory[0] as number);
    expect(checkGradient(reading, gradient, view).verdict).toBe("OK");
    expect([...memory]).toEqual([2, 3, 4]);
  });

  it("when f throws halfway; the error names the input that was moved", () => {
    const strict = (p: number[]) => {
      if ((p[1] as number) > 3) throw new RangeError("too far");
      p.fill(0);
      return 1;
    };
    expect(() => checkGradient(strict, () => [0, 0, 0], x)).toThrow(
      /^checkGradient: f, at x\[1\] = 3\.\d+, threw: too far$/,
    );
    expect(() => checkGradient(strict, () => [0, 0, 0], x, { names: ["a", "b", "c"] })).toThrow(
      /^checkGradient: f, at b = 3\.\d+, threw: too far$/,
    );
    expect(x).toEqual([2, 3, 4]);
  });
});
