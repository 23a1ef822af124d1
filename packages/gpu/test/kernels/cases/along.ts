import { type Case, indexOf, infinity, integers, nan, numbers, of, some } from "./case.js";

const twice = (shape: readonly number[]) => [shape, shape];

const normalised = (name: string): Case[] => [
  ...[0, 1, 2].map((dim) => some(name, [[3, 70, 4]], { dim })),
  some(name, [[2, 700]], { dim: 1 }),
  some(name, [[5]], { dim: 0 }),
  // Short columns are looked through by each number.
  ...[0, 1, 2].map((dim) => some(name, [[3, 10, 4]], { dim })),
  some(name, [[3, 1]], { dim: 1 }),
  of(name, [[2, 40]], { dim: 1 }, [...Array(39).fill(-infinity), 1, ...Array(40).fill(-infinity)]),
  of(name, [[2, 3]], { dim: 1 }, [1000, 1001, 999, -1e30, 0, 80]),
  of(name, [[4, 2]], { dim: 1 }, [-infinity, 1, -infinity, -infinity, infinity, 2, nan, 1]),
];

const gradients = (name: string): Case[] =>
  [0, 1, 2].map((dim) => ({
    ...some(name, twice([3, 70, 4]), { dim }, 1e-5),
    inputs: [numbers(840), numbers(840, -4, 0)],
  }));

const classes = indexOf([3, 4], integers(12, 70));
const rows = indexOf([2], [699, 0], true);

const running = (name: string): Case[] => [
  ...[0, 1, 2].map((dim) => some(name, [[3, 5, 4]], { dim })),
  ...[64, 65, 300].map((size) => some(name, [[2, size, 3]], { dim: 1 })),
  some(name, [[2000]], { dim: 0 }, 1e-5),
  of(name, [[2, 5]], { dim: 1 }, [1, infinity, 2, -infinity, 3, 1, 2, nan, 4, 5]),
];

const orders = [true, false].flatMap((descending): Case[] => [
  ...[0, 1, 2].map((dim) => some("argsort", [[3, 5, 4]], { dim, descending })),
  some("argsort", [[600]], { dim: 0, descending }),
  of("argsort", [[2, 9]], { dim: 1, descending }, [
    ...[3, nan, -0, infinity, 3, 0, nan, -infinity, 3],
    ...[nan, nan, 1, 1, infinity, nan, infinity, 2, -infinity],
  ]),
  of("argsort", [[60, 3]], { dim: 0, descending }, numbers(180).map(Math.round)),
]);

export const alongCases: Case[] = [
  ...["softmax", "logSoftmax"].flatMap(normalised),
  ...["softmaxGradient", "logSoftmaxGradient"].flatMap(gradients),
  some("logSoftmaxAt", [[3, 70, 4]], { dim: 1, index: classes }),
  some("logSoftmaxAt", [[2, 700]], { dim: 1, index: rows }),
  some("logSoftmaxAt", [[2, 10, 3]], { dim: 1, index: indexOf([2, 3], integers(6, 10)) }),
  some(
    "logSoftmaxAtGradient",
    [
      [2, 3],
      [2, 10, 3],
    ],
    { dim: 1, index: indexOf([2, 3], integers(6, 10)) },
  ),
  of("logSoftmaxAt", [[2, 3]], { dim: 1, index: indexOf([2], [1, 2]) }, [9e3, -1e4, 0, nan, 1, 2]),
  some(
    "logSoftmaxAtGradient",
    [
      [3, 4],
      [3, 70, 4],
    ],
    { dim: 1, index: classes },
  ),
  some("logSoftmaxAtGradient", [[2], [2, 700]], { dim: 1, index: rows }),
  ...running("cumsum"),
  ...orders,
];
