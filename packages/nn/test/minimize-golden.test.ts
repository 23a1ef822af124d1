import { describe, expect, test } from "vitest";
import golden from "../golden/minimize.json" with { type: "json" };
import { descend, type Iterate, minimize } from "../src/index.js";
import { compiled } from "./objectives.js";

describe.each(golden.minima)(
  "minimize($name) from $start.length numbers",
  ({ name, start, x, value, evaluations }) => {
    const tight = { toleranceGrad: 1e-8, toleranceChange: 0, historySize: 10, maxIter: 20_000 };
    const found = minimize(compiled(name), start, tight);

    test("finds scipy's minimum", () => {
      expect([found.converged, found.why]).toEqual([true, "gradient"]);
      expect(Math.abs(found.value - value)).toBeLessThan(1e-12);
      for (const [i, expected] of x.entries())
        expect(Math.abs((found.x[i] as number) - expected)).toBeLessThan(1e-6);
    });

    test("takes at most twice the evaluations of scipy's L-BFGS-B, asked for the same gradient", () => {
      expect(found.evaluations).toBeLessThan(2 * evaluations);
      expect(found.iterations).toBeLessThan(found.evaluations);
    });

    test("gives the value and the gradient at x", () => {
      const [value, gradient] = compiled(name)(found.x);
      expect([found.value, [...found.gradient]]).toEqual([value, [...gradient]]);
      expect(Math.max(...found.gradient.map(Math.abs))).toBeLessThanOrEqual(1e-8);
    });
  },
);

describe.each(golden.paths)("lineSearch: none on $name, lr $lr, historySize $historySize", (path) => {
  test("goes where PyTorch's LBFGS goes", () => {
    const { name, start, lr, historySize, data } = path;
    const options = {
      toleranceGrad: 0,
      toleranceChange: 0,
      lr,
      historySize,
      lineSearch: "none",
      maxIter: 4 * data.length,
    } as const;
    const iterates = [...descend(compiled(name), start, options)];
    expect(iterates).toHaveLength(4 * data.length);
    data.forEach((expected, i) => {
      const { x } = iterates[4 * i + 3] as Iterate;
      expected.forEach((xi, j) => {
        expect(Math.abs((x[j] as number) - xi), `step ${i}, x${j}`).toBeLessThan(1e-9);
      });
    });
  });
});
