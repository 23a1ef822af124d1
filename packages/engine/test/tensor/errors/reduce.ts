import { zeros } from "@outgrad/engine";
import type { ErrorRow } from "./row.js";

/** Bad calls of reductions. */
export const reduceErrors: readonly ErrorRow[] = [
  ...["sum", "mean", "amax", "amin", "logsumexp", "prod"].flatMap((name) => [
    [
      `x.${name}(2)`,
      (x, _v, _s) => x[name]?.(2),
      `${name}: [2, 3] has no dim 2; its dims go from -2 to 1.`,
    ] as ErrorRow,
    [
      `x.${name}([0, -2])`,
      (x) => x[name]?.([0, -2]),
      `${name}: dim 0 is in the list [0, -2] twice.`,
    ] as ErrorRow,
    [
      `x.${name}('rows')`,
      (x) => x[name]?.("rows"),
      `${name}: expected a dim or a list of dims, got "rows".`,
    ] as ErrorRow,
    [
      `x.${name}(0, 1)`,
      (x) => x[name]?.(0, 1),
      `${name}: expected true or false for keepdim, got 1.`,
    ] as ErrorRow,
  ]),
  [
    "zeros([2, 0]).amax(1)",
    () => zeros([2, 0]).amax(1),
    "amax: dim 1 of [2, 0] has size 0, and there is no amax of nothing.",
  ],
  ["zeros([0]).amin()", () => zeros([0]).amin(), /there is no amin of nothing/],
  ["x.argmax(5)", (x) => x.argmax?.(5), "argmax: [2, 3] has no dim 5; its dims go from -2 to 1."],
  ["zeros([0]).argmax()", () => zeros([0]).argmax(), /there is no argmax of nothing/],
  ["x.argmin(-3)", (x) => x.argmin?.(-3), "argmin: [2, 3] has no dim -3; its dims go from -2 to 1."],
  ["zeros([0, 2]).argmin(0)", () => zeros([0, 2]).argmin(0), /there is no argmin of nothing/],
  ["x.norm('two')", (x) => x.norm?.("two"), "norm: expected a number p, got two."],
  ["x.norm(2, 7)", (x) => x.norm?.(2, 7), "norm: [2, 3] has no dim 7; its dims go from -2 to 1."],
  ["x.var(3)", (x) => x.var?.(3), "var: [2, 3] has no dim 3"],
  [
    "x.var(0, { correction: NaN })",
    (x) => x.var?.(0, { correction: Number.NaN }),
    "var: expected a finite correction, got NaN.",
  ],
  ["x.std(1.5)", (x) => x.std?.(1.5), "std: [2, 3] has no dim 1.5"],
  [
    "x.std(0, { correction: 'n' })",
    (x) => x.std?.(0, { correction: "n" }),
    "std: expected a finite correction, got n.",
  ],
];
