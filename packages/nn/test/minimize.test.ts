import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "../golden/minimize.json" with { type: "json" };
import {
  descend,
  type Iterate,
  type MinimizeOptions,
  minimize,
  type ValueAndGradient,
} from "../src/index.js";
import { compiled } from "./objectives.js";

const bowl: ValueAndGradient = (x) => [
  x.reduce((sum, xi, i) => sum + (i + 1) * (xi - 3) ** 2, 0),
  x.map((xi, i) => 2 * (i + 1) * (xi - 3)),
];
const noTolerance = { toleranceGrad: 0, toleranceChange: 0 };

describe("minimize(f, x0)", () => {
  test("already at the minimum, does nothing", () => {
    const { x, why, iterations, evaluations } = minimize(bowl, [3, 3]);
    expect([[...x], why, iterations, evaluations]).toEqual([[3, 3], "gradient", 0, 1]);
  });

  test("keeps x0 as it is, and gives no array that the function got or gave", () => {
    const x0 = new Float64Array([0, 1]);
    const seen = new Set<unknown>([x0]);
    const spy: ValueAndGradient = (x) => {
      const [value, gradient] = bowl(x);
      seen.add(x).add(gradient);
      return [value, gradient];
    };
    const { x, gradient } = minimize(spy, x0);
    expect([...x0]).toEqual([0, 1]);
    expect([seen.has(x), seen.has(gradient)]).toEqual([false, false]);
  });

  test("starting on a plateau, goes a long way: -exp(-x² / 2) from 7", () => {
    const well: ValueAndGradient = ([x = 0]) => {
      const y = -Math.exp((-x * x) / 2);
      return [y, [-x * y]];
    };
    expect(minimize(well, [7]).why).toBe("gradient");
    const { x, value } = minimize(well, [7], { toleranceGrad: 1e-14 });
    expect(Math.abs(x[0] as number)).toBeLessThan(1e-6);
    expect(value).toBe(-1);
  });

  test("on a gradient of nothing but 0, stays", () => {
    expect(minimize(() => [5, [0, 0]], [1, 2], noTolerance)).toMatchObject({ value: 5, why: "gradient" });
  });

  test("at the kink of |x|, ends", () => {
    const kink: ValueAndGradient = ([x = 0]) => [Math.abs(x), [Math.sign(x)]];
    for (const start of [3, -0.1, 1e6]) {
      const { x, evaluations, why } = minimize(kink, [start]);
      expect(Math.abs(x[0] as number)).toBeLessThan(1e-6);
      expect(evaluations).toBeLessThan(200);
      expect(why).toMatch(/change|gradient|lineSearch/);
    }
  });

  test("of a valley of kinks, |x| + 3 |y - x|, ends lower than it began", () => {
    const valley: ValueAndGradient = ([x = 0, y = 0]) => [
      Math.abs(x) + 3 * Math.abs(y - x),
      [Math.sign(x) - 3 * Math.sign(y - x), 3 * Math.sign(y - x)],
    ];
    const { value, evaluations } = minimize(valley, [2, -1]);
    expect(value).toBeLessThan(5);
    expect(evaluations).toBeLessThan(1000);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "takes places where the function gives %d as walls",
    (outside) => {
      // x - log x, minimum at 1; nothing beyond 1.25.
      const walled: ValueAndGradient = ([x = 0]) =>
        x > 0 && x < 1.25 ? [x - Math.log(x), [1 - 1 / x]] : [outside, [outside]];
      for (const start of [1e-3, 0.1, 1.24]) {
        const { x, converged } = minimize(walled, [start]);
        expect(converged).toBe(true);
        expect(Math.abs((x[0] as number) - 1)).toBeLessThan(1e-4);
      }
    },
  );

  test("takes a gradient that is not finite for a wall too", () => {
    const walled: ValueAndGradient = ([x = 0]) => [(x - 1) ** 2, [x > 1.5 ? Number.NaN : 2 * (x - 1)]];
    expect(minimize(walled, [-1]).x[0]).toBeCloseTo(1, 6);
  });

  test("of a function without a minimum, ends", () => {
    const slope: ValueAndGradient = ([x = 0]) => [-x, [-1]];
    expect(minimize(slope, [0], { maxIter: 5, maxEval: 20 })).toMatchObject({
      converged: false,
      why: "maxEval",
    });
    expect(minimize(slope, [0]).converged).toBe(false);
    expect(minimize(([x = 0]) => [-x * x, [-2 * x]], [1]).converged).toBe(false);
  });

  test("of a gradient that is not the function's, says that nothing lower was found", () => {
    const wrong: ValueAndGradient = (x) => [bowl(x)[0], x.map((xi) => -2 * (xi - 3))];
    expect(minimize(wrong, [0, 0])).toMatchObject({ converged: false, why: "lineSearch", iterations: 0 });
  });

  test("values and gradients as large as 1e200 do not overflow", () => {
    const steep: ValueAndGradient = ([x = 0]) => [1e200 * (x - 1) ** 2, [2e200 * (x - 1)]];
    expect(minimize(steep, [0], noTolerance).x[0]).toBe(1);
  });

  test("ends at maxIter and at maxEval, and never looks more often than that", () => {
    const start = golden.minima[0]?.start as number[];
    const at = (options: MinimizeOptions) => minimize(compiled("rosenbrock"), start, options);
    expect(at({ maxIter: 5, maxEval: 100 })).toMatchObject({
      iterations: 5,
      why: "maxIter",
      converged: false,
    });
    for (const maxEval of [1, 2, 3, 7]) {
      expect(at({ maxEval })).toMatchObject({ evaluations: maxEval, why: "maxEval", converged: false });
    }
  });

  test("a tolerance of change ends it earlier", () => {
    const at = (toleranceChange: number) => minimize(bowl, [0, 10], { toleranceGrad: 0, toleranceChange });
    expect(at(1e-2).why).toBe("change");
    expect(at(1e-2).evaluations).toBeLessThan(at(1e-12).evaluations);
  });

  test("never climbs, and ends with the smallest value that it reported", () => {
    const start = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(start, (x0) => {
        const f = compiled("rosenbrock");
        const values = [f(Float64Array.from(x0))[0]];
        const end = minimize(f, x0, { onIteration: ({ value }) => values.push(value), maxIter: 200 });
        expect(values).toEqual(values.toSorted((a, b) => b - a));
        expect(end.value).toBe(values.at(-1));
      }),
      { seed: 1, numRuns: 50, endOnFailure: true },
    );
  });
});

describe("onIteration", () => {
  test("sees every iteration, and false stops", () => {
    const seen: number[] = [];
    const onIteration = ({ iterations }: Iterate) => {
      seen.push(iterations);
      return iterations < 3;
    };
    const end = minimize(compiled("rosenbrock"), [-1.2, 1], { onIteration });
    expect(seen).toEqual([1, 2, 3]);
    expect(end).toMatchObject({ iterations: 3, why: "stopped", converged: false });
  });

  test("may change what it is given without harm", () => {
    const plain = minimize(compiled("rosenbrock"), [-1.2, 1]);
    const meddling = minimize(compiled("rosenbrock"), [-1.2, 1], {
      onIteration: ({ x, gradient }) => {
        x.fill(7);
        gradient.fill(7);
      },
    });
    expect(meddling).toEqual(plain);
  });
});

test("descend(f, x0) goes the way of minimize(f, x0), one iteration at a time", () => {
  const seen: Iterate[] = [];
  const end = minimize(compiled("beale"), [1, 1], { onIteration: (iterate) => seen.push(iterate) });
  const path = descend(compiled("beale"), [1, 1]);
  for (const iterate of seen) expect(path.next()).toEqual({ done: false, value: iterate });
  expect(path.next()).toEqual({ done: true, value: end });
});

test.each<[MinimizeOptions, string]>([
  [{ lr: 0 }, "minimize: lr is the length of the first step to try, > 0; got 0."],
  [{ lr: Number.NaN }, "minimize: lr is a finite number >= 0; got NaN."],
  [{ maxIter: 0 }, "minimize: maxIter is the number of iterations, an integer >= 1; got 0."],
  [{ maxEval: 1.5 }, "minimize: maxEval is the number of evaluations, an integer >= 1; got 1.5."],
  [{ historySize: 0 }, "minimize: historySize is the number of steps to remember, an integer >= 1; got 0."],
  [{ toleranceGrad: -1 }, "minimize: toleranceGrad is a finite number >= 0; got -1."],
  [{ toleranceChange: -1 }, "minimize: toleranceChange is a finite number >= 0; got -1."],
  [
    { lineSearch: "strong_wolfe" as never },
    'minimize: lineSearch is "strongWolfe" or "none"; got "strong_wolfe".',
  ],
])("minimize(f, x0, %o) throws", (options, sentence) => {
  expect(() => minimize(bowl, [0], options)).toThrow(sentence);
});

test.each<[string, unknown, unknown, string]>([
  [
    "no x0",
    bowl,
    undefined,
    "minimize: x0, where to start, is a list of one or more numbers; got undefined.",
  ],
  ["an empty x0", bowl, [], "minimize: x0, where to start, is a list of one or more numbers; got []."],
  ["a NaN in x0", bowl, [1, Number.NaN], "minimize: entry 1 of x0 must be a finite number; got NaN."],
  ["a string in x0", bowl, ["1"], 'minimize: entry 0 of x0 must be a finite number; got "1".'],
  [
    "no function",
    3,
    [1],
    "minimize: expected a function that gives [value, gradient], such as compile(f).valueAndGradient; got 3.",
  ],
  [
    "a function that gives a number",
    () => 3,
    [1],
    "minimize: the function must give [value, gradient], a number and a list of 1 numbers; it gave 3.",
  ],
  [
    "a gradient of another length",
    () => [3, [1, 2]],
    [1],
    "minimize: the function must give [value, gradient], a number and a list of 1 numbers; it gave 3 and 2 numbers.",
  ],
  [
    "a value of NaN at x0",
    () => [Number.NaN, [1]],
    [1],
    "minimize: the value at the start is NaN; start where the function is finite.",
  ],
  [
    "an infinite gradient at x0",
    () => [1, [1, Number.POSITIVE_INFINITY]],
    [1, 2],
    "minimize: entry 1 of the gradient at the start is Infinity; start where the function is finite.",
  ],
])("minimize refuses %s", (_, f, x0, sentence) => {
  expect(() => minimize(f as ValueAndGradient, x0 as number[])).toThrow(sentence);
});

test("an error of the function comes through", () => {
  const throwing: ValueAndGradient = () => {
    throw new Error("not today");
  };
  expect(() => minimize(throwing, [1])).toThrow("not today");
});
