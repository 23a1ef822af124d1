import { type Case, infinity, nan, of, some } from "./case.js";

export const matmulCases: Case[] = [
  some("matmul", [
    [5, 7],
    [7, 3],
  ]),
  some("matmul", [[70], [70]]),
  some("matmul", [[7], [7, 3]]),
  some("matmul", [[5, 7], [7]]),
  some("matmul", [
    [2, 3, 5, 7],
    [7, 4],
  ]),
  some("matmul", [
    [5, 7],
    [2, 7, 4],
  ]),
  some("matmul", [
    [2, 1, 5, 7],
    [3, 7, 4],
  ]),
  some("matmul", [[2, 3, 5, 7], [7]]),
  some("matmul", [[7], [2, 3, 7, 4]]),
  some("matmul", [
    [1, 1],
    [1, 1],
  ]),
  some("matmul", [
    [3, 130],
    [130, 2],
  ]),
  some("matmul", [
    [2, 1100],
    [1100, 3],
  ]),
  some("matmul", [[1100], [1100]], {}, 1e-5),
  of(
    "matmul",
    [
      [2, 0],
      [0, 3],
    ],
    {},
    [],
    [],
  ),
  of(
    "matmul",
    [
      [2, 2],
      [2, 1],
    ],
    {},
    [1, nan, 2, infinity],
    [1, 2],
  ),
  some("linear", [[5, 7], [3, 7], [3]]),
  some("linear", [
    [5, 7],
    [3, 7],
  ]),
  some("linear", [[7], [3, 7], [3]]),
  some("linear", [[2, 5, 7], [3, 7], [3]]),
  some("linear", [[2, 1300], [3, 1300], [3]]),
  some("linear", [[2, 5, 7], [1, 7], [1]]),
  of("linear", [[2, 0], [3, 0], [3]], {}, [], [], [1, 2, 3]),
];
