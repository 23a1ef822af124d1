import * as engine from "@outgrad/engine";
import { type OpName, opOf, ops } from "@outgrad/ops";
import type { ErrorRow } from "./row.js";

const free = engine as unknown as Record<OpName, (...operands: unknown[]) => unknown>;

/** Of every op of the table, whatever it is: as a function of what is no number, and as a method. */
const ofTable = (Object.keys(ops) as OpName[]).flatMap((name): ErrorRow[] => {
  const { args, params } = opOf(name);
  const functions: ErrorRow[] = [
    [`${name}("1")`, (_, v) => free[name]("1", v), `${name}: expected`],
    [`${name}(undefined)`, (_, v) => free[name](undefined, v), `${name}: expected`],
  ];
  if (args.length === 2) {
    functions.push([
      `x.${name}(v)`,
      (x, v) => x[name]?.(v),
      `${name}: the shapes [2, 3] and [4] do not fit together: the sizes 3 and 4 of dim -1 differ, and neither is 1.`,
    ]);
  }
  const bad = Object.keys(params).map((param, i): ErrorRow => {
    const given = [...args.slice(1).map(() => 1), ...Object.keys(params).map((_, k) => (k === i ? "1" : 1))];
    return [
      `x.${name}(${given.map((each) => JSON.stringify(each))})`,
      (x) => x[name]?.(...given),
      `for ${param}, got`,
    ];
  });
  return [...functions, ...bad];
});

/** Bad calls of ops of the op table. */
export const elementwiseErrors: readonly ErrorRow[] = [
  ...ofTable,
  [
    "x.add(v)",
    (x, v) => x.add?.(v),
    "add: the shapes [2, 3] and [4] do not fit together: the sizes 3 and 4 of dim -1 differ, and neither is 1.",
  ],
  ["x.add('2')", (x) => x.add?.("2"), 'Tensor.add: expected a Tensor or a number, got "2".'],
  [
    "x.mul()",
    (x) => x.mul?.(),
    "Tensor.mul: expected a Tensor or a number, got undefined. Did a function forget to return?",
  ],
  [
    "x.mul([1, 2, 3])",
    (x) => x.mul?.([1, 2, 3]),
    /got an array of 3\. Make a Tensor of it with tensor\(\.\.\.\) first\./,
  ],
  ["x.max(value(1))", (x) => x.max?.(engine.value(1)), /Values and Tensors do not mix in one graph/],
  [
    "x.leakyRelu('steep')",
    (x) => x.leakyRelu?.("steep"),
    "Tensor.leakyRelu: expected a number for slope, got steep.",
  ],
  ["x.clamp(0, null)", (x) => x.clamp?.(0, null), "Tensor.clamp: expected a number for max, got null."],
  [
    "add('1', x)",
    (x) => engine.add("1" as never, x as never),
    /Tensor.add: expected a Tensor or a number, got "1"/,
  ],
];
