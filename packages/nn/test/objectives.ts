import {
  add,
  compile,
  dot,
  mean,
  mul,
  type Scalar,
  softplus,
  square,
  sub,
  sum,
  type Value,
} from "@outgrad/engine";
import golden from "../golden/minimize.json" with { type: "json" };

type Objective = (x: Scalar[]) => Value;

/** The functions of golden/minimize.py, as Values. */
export const objectives: Record<string, Objective> = {
  rosenbrock: (x) =>
    sum(
      x
        .slice(1)
        .map((next, i) =>
          add(square(sub(next, square(x[i] as Scalar))).mul(100), square(sub(1, x[i] as Scalar))),
        ),
    ),
  quadratic: (x) => sum(x.map((xi, i) => square(sub(xi, 1)).mul(curvature(i, x.length)))).div(2),
  beale: ([a, b]) => {
    const miss = (c: number, power: Scalar) => square(sub(c, a as Scalar).add(mul(a as Scalar, power)));
    const b2 = square(b as Scalar);
    return add(miss(1.5, b as Scalar), miss(2.25, b2)).add(miss(2.625, b2.mul(b as Scalar)));
  },
  logistic: (x) => {
    const bias = x.at(-1) as Scalar;
    const losses = golden.points.map((point, i) => {
      const margin = dot(x.slice(0, -1), point)
        .add(bias)
        .mul(golden.classes[i] as number);
      return softplus(margin.neg());
    });
    return mean(losses).add(sum(x.map((xi) => square(xi))).mul(0.005));
  },
};

/** 10 ** (6 i / (n - 1)), to more digits than the tests need. */
const curvature = (i: number, n: number) => Math.exp((6 * i * Math.LN10) / (n - 1));

export const compiled = (name: string) =>
  compile((x: Value[]) => (objectives[name] as Objective)(x)).valueAndGradient;
