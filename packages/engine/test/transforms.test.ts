import {
  grad,
  hessian,
  hvp,
  jacobian,
  jvp,
  noGrad,
  type Scalar,
  sum,
  type Value,
  value,
  valueAndGrad,
  vjp,
} from "@outgrad/engine";
import { describe, expect, it } from "vitest";

/** The first n derivatives of f at x, by nesting grad. */
function derivatives(f: (x: Value) => Value, x: number, n: number): number[] {
  let g: (x: never) => unknown = f as never;
  return Array.from({ length: n }, () => {
    g = grad(g as (x: Value) => Value) as never;
    return (g as (x: number) => number)(x);
  });
}
const close = (found: number, wanted: number, tolerance = 1e-13): void =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));

describe("grad(f)", () => {
  it("gives numbers for numbers, in the argument's shape", () => {
    expect(grad((x: Value) => x.square())(3)).toBe(6);
    expect(grad(([x, y]: [Value, Value]) => x.mul(y))([2, 5])).toEqual([5, 2]);
    const f = ({ w, b }: { w: Value[]; b: Value }) => sum(w.map((wi, i) => wi.mul(i))).mul(b);
    expect(grad(f)({ w: [1, 2, 3], b: 4 })).toEqual({ w: [0, 4, 8], b: 8 });
    expect(grad((x: Value[]) => sum(x.map((xi) => xi.square())))(new Float64Array([1, 2]) as never)).toEqual([
      2, 4,
    ]);
  });

  it("agrees with backward() bit for bit", () => {
    const f = (x: Value): Value =>
      x
        .sin()
        .mul(x.exp())
        .add(x.tanh().div(x.add(3)))
        .pow(1.5);
    const x = value(0.7);
    f(x).backward();
    expect(grad(f)(0.7)).toBe(x.grad);
    expect(grad(f)(value(0.7)).data).toBe(x.grad);
  });

  // Derivatives known by hand, with the numbers of PyTorch's float64.
  it.each<[string, (x: Value) => Value, number, number[]]>([
    ["T136 x² at 0: 0, 2, 0", (x) => x.pow(2), 0, [0, 2, 0]],
    ["T137 x³ by x*x*x at 2: 12, 12, 6", (x) => x.mul(x).mul(x), 2, [12, 12, 6]],
    ["T138 relu at 1: 1, 0", (x) => x.relu(), 1, [1, 0]],
    ["T139 |x|² at -1.5: -3, 2", (x) => x.abs().square(), -1.5, [-3, 2]],
    [
      "T140 tanh at 0.5",
      (x) => x.tanh(),
      0.5,
      [0.7864477329659274, -0.7268619813835873, -0.5652092882597705],
    ],
    ["T141 sqrt at 4", (x) => x.sqrt(), 4, [0.25, -0.03125, 0.01171875]],
    [
      "T142 exp(sin x) at 1",
      (x) => x.sin().exp(),
      1,
      [1.253380767493447, -1.274820370420696, -4.051536250723401],
    ],
    ["T143 softplus at 0.3", (x) => x.softplus(), 0.3, [0.574442516811659, 0.24445831169074586]],
    ["T144 x^x at 1.5", (x) => x.pow(x), 1.5, [2.5820042746129492, 4.85366178834622]],
  ])("nests: %s", (_name, f, x, wanted) => {
    for (const [i, found] of derivatives(f, x, wanted.length).entries()) close(found, wanted[i] as number);
  });

  it("does not confuse a nested argument with what it closes over", () => {
    // d/dx [x * d/dy (x * y) at y = x] = d/dx x² = 2x, and not 3x.
    const f = (x: Value): Value => x.mul(grad((y: Value) => x.mul(y))(x));
    expect(grad(f)(3)).toBe(6);
    // d/dx [d/dy (x * y)] at any y = d/dx x = 1, also when y is a plain number.
    const g = (x: Value): Value => grad((y: Value) => x.mul(y))(1) as unknown as Value;
    expect(grad(g)(3)).toBe(1);
  });

  it("gives Values for Values, which go on into a larger graph", () => {
    const x = value(2, "x");
    const slope = grad((y: Value) => y.pow(3))(x);
    slope.mul(10).backward();
    expect([slope.data, x.grad]).toEqual([12, 120]);
  });

  it("changes no grad of what it closes over", () => {
    const w = value(3);
    const h = w.square();
    h.backward();
    expect(grad((x: Value) => x.mul(w).mul(h))(2)).toBe(27);
    expect([w.grad, h.grad]).toEqual([6, 1]);
  });

  it("an argument that is not used has derivative 0, if another is", () => {
    expect(grad(([x]: Value[]) => (x as Value).exp())([0, 7])).toEqual([1, 0]);
  });

  it("works inside noGrad", () => {
    expect(noGrad(() => grad((x: Value) => x.square())(3))).toBe(6);
  });

  it("a constant result has derivative 0", () => {
    expect(grad((_x: Value) => sum([2]))(3)).toBe(0);
    expect(derivatives((x) => x.mul(3), 1, 3)).toEqual([3, 0, 0]);
  });

  it("T145 what was not recorded is an error, never a silent zero", () => {
    const other = value(1);
    const hidden: [(x: Value) => unknown, RegExp][] = [
      [
        (x) => x.detach().square(),
        /^grad: the result .* does not depend on the argument by anything that was recorded/,
      ],
      [(x) => noGrad(() => x.square()), /^grad: the result .* does not depend/],
      [() => other.mul(2), /^grad: the result .* does not depend/],
      [
        (x) => x.data * 2,
        /^grad: the function returned the number 6, which does not remember how it was computed/,
      ],
      [() => undefined, /^grad: the function returned undefined; did it forget to return\?/],
      [(x) => [x, x], /^grad: the function returned 2 Values; grad needs one/],
      [() => "3", /^grad, result of the function: expected a number, got the string "3"/],
    ];
    for (const [f, sentence] of hidden) expect(() => grad(f as (x: Value) => Value)(3)).toThrow(sentence);
    // The gradient that backward() leaves in .grad is a number: differentiating it again is a mistake.
    const once = (x: Value): Value => {
      x.square().backward();
      return x.grad as unknown as Value;
    };
    expect(() => grad(once)(3)).toThrow(/^grad: the function returned the number 6/);
  });

  it("wrong arguments are named", () => {
    expect(() => grad(3 as never)(1 as never)).toThrow("grad: expected a function of Values, got 3.");
    expect(() => grad((x: Value[]) => sum(x))([1, "2"] as never)).toThrow(
      'grad, argument[1]: expected a number, got the string "2". Convert it with Number(...) first.',
    );
    const others = { null: null, undefined, "an object (Map)": new Map(), "an object (Date)": new Date() };
    for (const [what, other] of Object.entries(others)) {
      expect(() => grad((x: Value) => x.mul(2))({ a: other } as never)).toThrow(
        `grad, argument.a: expected a number, got ${what}.`,
      );
    }
  });

  it("a leaf whose data was set inside the function is an error where it matters", () => {
    const w = value(2);
    const f = (x: Value): Value => {
      const y = x.mul(w);
      w.data += 1;
      return y;
    };
    expect(grad(f)(3)).toBe(2);
    expect(() => grad(f)(value(3))).toThrow(/was computed and was set since/);
  });

  it("a chain of 100,000 nodes does not overflow", () => {
    const f = (x: Value): Value => {
      let y = x;
      for (let i = 0; i < 100_000; i++) y = y.add(1);
      return y;
    };
    expect(grad(f)(1)).toBe(1);
  });
});

describe("valueAndGrad, jacobian, hessian, jvp, vjp, hvp", () => {
  const rosenbrock = ([x, y]: [Value, Value]): Value =>
    y.sub(x.square()).square().mul(100).add(x.mul(-1).add(1).square());
  const polar = ([r, t]: [Value, Value]): [Value, Value] => [r.mul(t.cos()), r.mul(t.sin())];

  it("valueAndGrad(f)(x) is [value, gradient]", () => {
    expect(valueAndGrad(rosenbrock)([-1, 2])).toEqual([104, [396, 200]]);
  });

  it("hessian(f)(x) of Rosenbrock's function", () => {
    expect(hessian(rosenbrock)([-1, 2])).toEqual([
      [1200 - 800 + 2, 400],
      [400, 200],
    ]);
  });

  it("T146 hessian(f)(x) is symmetric", () => {
    const f = (x: Value[]): Value =>
      sum(
        x.map((xi, i) =>
          xi
            .mul(x[(i + 1) % x.length] as Value)
            .tanh()
            .mul(xi.exp()),
        ),
      );
    const H = hessian(f)([0.3, -0.8, 1.1, 0.2]);
    const largest = Math.max(...H.flat().map(Math.abs));
    for (const [i, row] of H.entries()) {
      for (const [j, entry] of row.entries()) {
        expect(Math.abs(entry - (H[j]?.[i] as number))).toBeLessThan(1e-12 * largest);
      }
    }
  });

  it("jacobian(f)(x) has a row per output", () => {
    const J = jacobian(polar)([2, 0.5]);
    const [cos, sin] = [0.8775825618903728, 0.479425538604203];
    for (const [i, wanted] of [cos, -2 * sin, sin, 2 * cos].entries())
      close(J.flat()[i] as number, wanted, 1e-15);
    expect(jacobian((x: Value) => x.square())(3)).toBe(6);
  });

  it("jvp(f)(x, v) is the Jacobian times v, vjp(f)(x)(u) its transpose times u", () => {
    const J = jacobian(polar)([2, 0.5]) as number[][];
    const at = (i: number, j: number): number => J[i]?.[j] as number;
    const [y, dy] = jvp(polar)([2, 0.5], [0.3, -0.7]);
    expect(y).toEqual([2 * 0.8775825618903728, 2 * 0.479425538604203]);
    for (const [i, found] of dy.entries()) close(found, at(i, 0) * 0.3 - at(i, 1) * 0.7, 1e-15);
    const [, pullback] = vjp(polar)([2, 0.5]);
    for (const [j, found] of pullback([0.3, -0.7]).entries())
      close(found, at(0, j) * 0.3 - at(1, j) * 0.7, 1e-15);
    expect(pullback([1, 0])).toEqual(J[0]);
  });

  it("hvp(f)(x, v) is the Hessian times v", () => {
    expect(hvp(rosenbrock)([-1, 2], [1, 10])).toEqual([402 + 4000, 400 + 2000]);
  });

  it("forward over forward, reverse over forward, forward over reverse agree", () => {
    const f = (x: Value): Value => x.sin().mul(x.exp());
    const forward = (g: (x: Value) => Value) => (x: Value) => jvp(g)(x, 1 as Scalar)[1] as Value;
    const reverse = (g: (x: Value) => Value) => (x: Value) => grad(g)(x) as Value;
    // (sin x eˣ)'' = 2 cos x eˣ
    const wanted = 2 * 0.7648421872844885 * 2.0137527074704766;
    for (const outer of [forward, reverse]) {
      for (const inner of [forward, reverse]) close(outer(inner(f))(value(0.7)).data, wanted, 1e-15);
    }
  });

  it("directions of another shape are an error", () => {
    expect(() => jvp(polar)([2, 0.5], [1] as never)).toThrow(
      "jvp, tangent: expected 2 numbers in the same shape, got 1.",
    );
    const [, pullback] = vjp(polar)([2, 0.5]);
    expect(() => pullback([1, 2, 3] as never)).toThrow(
      "vjp, cotangent: expected 2 numbers in the same shape, got 3.",
    );
  });
});

it("grad(f)(x) of a Value multiplies by no 1: the graph of the derivative is the partials' alone", () => {
  const text = ({ op, data, inputs }: Value): string =>
    op === "" ? `${data}` : `${op}(${inputs.map(text).join(", ")})`;
  expect(text(grad((x: Value) => x.square())(value(3)))).toBe("mul(2, mul(3, 1))");
  expect(text(grad((x: Value) => x.mul(2).square())(value(3)))).toBe("mul(mul(2, mul(mul(3, 1), 2)), 2)");
  expect(text(grad((x: Value) => x.add(5).square())(value(3)))).toBe("mul(2, add(mul(3, 1), 5))");
});
