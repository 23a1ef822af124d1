import { type OpName, opOf } from "@outgrad/ops";
import { expect, it } from "vitest";

const [inf, nan] = [Number.POSITIVE_INFINITY, Number.NaN];

type Row = readonly [
  name: OpName,
  argsThenParams: readonly number[],
  value: number,
  partials: readonly number[],
];

/** What the entries say, in words, of the points where formulas are easily wrong; PyTorch's answers in float64. */
const atKinks: readonly Row[] = [
  ["abs", [0], 0, [0]],
  ["abs", [-2], 2, [-1]],
  ["max", [2, 2], 2, [0.5, 0.5]],
  ["max", [2, 1], 2, [1, 0]],
  ["max", [1, 2], 2, [0, 1]],
  ["min", [2, 2], 2, [0.5, 0.5]],
  ["min", [2, 1], 1, [0, 1]],
  ["min", [1, 2], 1, [1, 0]],
  ["max", [-0, 0], -0, [0.5, 0.5]],
  ["max", [0, -0], 0, [0.5, 0.5]],
  ["min", [-0, 0], -0, [0.5, 0.5]],
  ["min", [0, -0], 0, [0.5, 0.5]],
  ["clamp", [-1, -1, 1], -1, [1]],
  ["clamp", [1, -1, 1], 1, [1]],
  ["clamp", [2, -1, 1], 1, [0]],
  ["clamp", [-2, -1, 1], -1, [0]],
  ["clamp", [0.5, 2, 1], 1, [0]],
  ["clamp", [3, 2, 1], 1, [0]],
  ["clamp", [5, -inf, inf], 5, [1]],
  ["hardtanh", [-1, -1, 1], -1, [0]],
  ["hardtanh", [1, -1, 1], 1, [0]],
  ["hardtanh", [0.5, -1, 1], 0.5, [1]],
  ["select", [2, 3, 1], 2, [1, 0]],
  ["select", [2, 3, 0], 3, [0, 1]],
  ["select", [2, 3, -4], 2, [1, 0]],
  ["relu", [0], 0, [0]],
  ["relu", [-0], -0, [0]],
  ["leakyRelu", [0, 0.25], 0, [0.25]],
  ["leakyRelu", [-2, 0.25], -0.5, [0.25]],
  ["elu", [0, 3], 0, [3]],
  ["selu", [0], 0, [1.0507009873554805 * 1.6732632423543772]],
  ["sign", [0], 0, [0]],
  ["sign", [-0], -0, [0]],
  ["sign", [5], 1, [0]],
  ["sign", [-5], -1, [0]],
  ["floor", [-1.5], -2, [0]],
  ["ceil", [-1.5], -1, [0]],
  ["ceil", [1.5], 2, [0]],
  ["round", [2.5], 2, [0]],
  ["round", [3.5], 4, [0]],
  ["sqrt", [0], 0, [inf]],
  ["cbrt", [0], 0, [inf]],
  ["pow", [0, 0], 1, [0, 0]],
  ["pow", [0, 2], 0, [0, 0]],
  ["pow", [0, 1], 0, [1, 0]],
  ["pow", [0, -1], inf, [-inf, -inf]],
  ["pow", [3, 0], 1, [0, 1.0986122886681098]],
  ["pow", [-2, 3], -8, [12, nan]],
  ["xlogy", [0, 0], 0, [0, nan]],
  ["xlogy", [0, -1], 0, [0, 0]],
  ["xlogy", [0, 2], 0, [Math.LN2, 0]],
  ["xlogy", [2, 1], 0, [0, 2]],
  ["logaddexp", [1, 1], 1 + Math.LN2, [0.5, 0.5]],
  ["hypot", [0, 0], 0, [nan, nan]],
  ["hypot", [-3, 4], 5, [-0.6, 0.8]],
  ["hypot", [4, -3], 5, [0.8, -0.6]],
  ["hypot", [0, -2], 2, [0, -1]],
  ["hypot", [-2, 0], 2, [-1, 0]],
  ["atan2", [0, 0], 0, [nan, nan]],
  ["asin", [1], Math.PI / 2, [inf]],
  ["acos", [-1], Math.PI, [-inf]],
  ["acosh", [1], 0, [inf]],
  ["atanh", [-1], -inf, [inf]],
  ["div", [1, 0], inf, [inf, -inf]],
  ["div", [0, 0], nan, [inf, nan]],
  ["reciprocal", [0], inf, [-inf]],
  ["rsqrt", [0], inf, [-inf]],
  ["log", [0], -inf, [inf]],
  ["log", [-1], nan, [-1]],
];

const farOut: readonly Row[] = [
  ["exp", [1000], inf, [inf]],
  ["expm1", [-1000], -1, [0]],
  ["sigmoid", [1000], 1, [0]],
  ["sigmoid", [-1000], 0, [0]],
  ["softplus", [inf], inf, [1]],
  ["softplus", [-inf], 0, [0]],
  ["elu", [-inf, 2], -2, [0]],
  ["elu", [inf, 2], inf, [1]],
  ["silu", [-inf], nan, [nan]],
  ["gelu", [-inf], -0, [0]],
  ["gelu", [inf], inf, [1]],
  ["gelu", [-41], -0, [0]],
  ["gelu", [41], 41, [1]],
  ["geluTanh", [1e200], 1e200, [1]],
  ["geluTanh", [-1e200], -0, [0]],
  ["tanh", [inf], 1, [0]],
  ["logaddexp", [-inf, -inf], -inf, [nan, nan]],
  ["logaddexp", [1000, 0], 1000, [1, 0]],
  ["logaddexp", [0, 1000], 1000, [0, 1]],
  ["hypot", [1e200, 1e200], Math.SQRT2 * 1e200, [Math.SQRT1_2, Math.SQRT1_2]],
  ["hypot", [inf, nan], inf, [nan, nan]],
  ["hypot", [nan, -inf], inf, [nan, nan]],
  ["hypot", [3, inf], inf, [0, nan]],
];

const notANumber: readonly Row[] = [
  ["max", [nan, 1], nan, [1, 1]],
  ["max", [1, nan], nan, [1, 1]],
  ["min", [nan, 1], nan, [1, 1]],
  ["min", [1, nan], nan, [1, 1]],
  ["relu", [nan], nan, [1]],
  ["abs", [nan], nan, [0]],
  ["sign", [nan], nan, [0]],
  ["clamp", [nan, -1, 1], nan, [0]],
  ["hardtanh", [nan, -1, 1], nan, [1]],
  ["select", [2, nan, 1], 2, [1, 0]],
  ["xlogy", [0, nan], nan, [nan, nan]],
  ["xlogy", [nan, 2], nan, [Math.LN2, nan]],
  ["pow", [1, nan], 1, [nan, 0]],
  ["pow", [nan, 0], 1, [0, nan]],
];

it.each([...atKinks, ...farOut, ...notANumber])(
  "%s at %o is %o, with the derivatives %o",
  (name, at, value, partials) => {
    const op = opOf(name);
    const y = op.value(...at);
    if (Number.isFinite(value) && !Number.isInteger(value)) expect(y / value).toBeCloseTo(1, 15);
    else expect(y).toBe(value);
    for (const [i, partial] of op.partials.entries()) {
      const [found, wanted] = [partial(...at, y), partials[i] as number];
      // A derivative of 0 may carry either sign.
      if (Number.isFinite(wanted)) expect(found, op.args[i]).toBeCloseTo(wanted, 15);
      else expect(found, op.args[i]).toBe(wanted);
    }
  },
);

it.each([
  ["lt", [1, 0, 0, 0]],
  ["le", [1, 1, 0, 0]],
  ["gt", [0, 0, 1, 0]],
  ["ge", [0, 1, 1, 0]],
  ["eq", [0, 1, 0, 0]],
  ["ne", [1, 0, 1, 1]],
] as const)("%s of (1, 2), (2, 2), (2, 1) and (NaN, NaN) is %o, without a gradient", (name, wanted) => {
  const { value, partials } = opOf(name);
  const pairs = [
    [1, 2],
    [2, 2],
    [2, 1],
    [nan, nan],
  ] as const;
  expect(pairs.map((pair) => value(...pair))).toEqual(wanted);
  for (const pair of pairs)
    expect(partials.map((partial) => partial(...pair, value(...pair)))).toEqual([0, 0]);
});
