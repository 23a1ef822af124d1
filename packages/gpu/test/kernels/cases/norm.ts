import { type Case, infinity, nan, numbers, of, sizeOf, some } from "./case.js";

interface Standard {
  readonly first: number;
  readonly last: number;
  readonly centered: boolean;
  readonly eps: number;
  readonly weighs: "kept" | "rest";
}

function norms(shape: readonly number[], options: Standard, far = 0): Case[] {
  const weight =
    options.weighs === "kept" ? shape.slice(options.first, options.last) : shape.slice(options.last);
  const x = numbers(sizeOf(shape)).map((each) => far + each);
  const given = (name: string, pattern: string): Case => {
    const shapes = [...pattern].map((kind) => (kind === "w" ? weight : shape));
    const plain = some(name, shapes, options, 1e-5);
    return { ...plain, inputs: plain.inputs.map((input, i) => (pattern[i] === "x" ? x : input)) };
  };
  return [
    given("standardize", "x"),
    given("standardize", "xw"),
    given("standardize", "xww"),
    given("standardizeGrad", "gx"),
    given("standardizeGrad", "gxw"),
    given("standardizeWeight", "gx"),
  ];
}

const rows: Standard = { first: 0, last: 1, centered: true, eps: 1e-5, weighs: "rest" };
const channels: Standard = { first: 1, last: 2, centered: true, eps: 1e-5, weighs: "kept" };

export const normCases: Case[] = [
  ...norms([6, 20], rows),
  ...norms([2, 3, 20], { ...rows, last: 2 }),
  ...norms([3, 4, 5], { ...rows, last: 1 }),
  ...norms([6, 20], { ...rows, centered: false }),
  ...norms([4, 3, 5, 6], channels),
  ...norms([40, 3], channels),
  ...norms([2, 6, 4], { ...rows, last: 2, weighs: "kept" }),
  ...norms([2, 1200], rows),
  ...norms([30, 2, 50], channels, 1000),
  of(
    "standardizeWeight",
    [
      [0, 4],
      [0, 4],
    ],
    rows,
    [],
    [],
  ),
  of(
    "standardizeWeight",
    [
      [0, 3],
      [0, 3],
    ],
    channels,
    [],
    [],
  ),
  of("standardize", [[3, 3]], rows, [1, nan, 2, 5, 5, 5, infinity, 1, 2]),
];
