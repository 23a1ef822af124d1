import type { Preset } from "./preset.ts";

/** Functions whose slopes can be found by moving a leaf a little. */
export const slopes = [
  {
    id: "parabola",
    name: "A parabola: 3x² − 4x + 5",
    text: "f = 3*x**2 - 4*x + 5",
    leaves: { x: 3 },
    lesson:
      "With h = 1e−3 the nudge gives 14.003; the slope is 14. Make h smaller and watch the 3 move away.",
  },
  {
    id: "minimum",
    name: "At the bottom of the parabola",
    text: "y = 3*x**2 - 4*x + 5",
    leaves: { x: 2 / 3 },
    lesson: "At x = 2/3 the curve is level: the gradient is 0, and a nudge to either side leads up.",
  },
  {
    id: "product",
    name: "Only a product: a·b",
    text: "y = a * b",
    leaves: { a: 2, b: -3 },
    lesson: "((a + h)·b − a·b) / h is b, whatever h is: what a nudge is off by here is rounding alone.",
  },
  {
    id: "seed",
    name: "f(a, b, c) = −a³ + sin 3b − 1/c + b^2.5 − √a",
    text: "f = -a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5",
    leaves: { a: 2, b: 3, c: 4 },
    lesson: "Move h in the nudge check: smaller is better only down to about 1e−8.",
  },
  {
    id: "legendre",
    name: "A Legendre polynomial: (5x³ − 3x) / 2",
    text: "p = (5*x**3 - 3*x) / 2",
    leaves: { x: 0.5 },
    lesson:
      "A block of one's own: its slope is (15x² − 3) / 2, here 0.375. Compare it with the formula below.",
  },
] as const satisfies readonly Preset[];
