import { type Tensor, tensor } from "@outgrad/engine";
import { judge, type Suspect } from "../causes.js";
import type { Numbers } from "../numbers.js";
import { table } from "../probe.js";
import type { Part } from "../trial.js";

// Square tables first: what is turned on the wrong side then gives wrong numbers, which can be told, and no error.
const shapes = [
  [2, 2, 2],
  [2, 3, 4],
] as const;

const numbers = (product: Tensor): Numbers => product.toArray() as unknown as Numbers;

export const matmul: Part = {
  topic: "matmul",
  run(trial) {
    for (const [rows, inner, columns] of shapes) {
      const [a, b] = [table(trial.random, rows, inner), table(trial.random, inner, columns)];
      const [left, right]: Tensor[] = [tensor(a), tensor(b)];
      const wanted = numbers((left as Tensor).matmul(right as Tensor)) as number[][];
      judge(trial, {
        seen: trial.call([a, b], wanted),
        wanted,
        suspects: rows === columns ? wrongProducts(left as Tensor, right as Tensor) : [],
        example: trial.example([a, b]),
        otherwise: "wrong-result",
      });
    }
  },
};

function wrongProducts(a: Tensor, b: Tensor): Suspect[] {
  return [
    ["elementwise", numbers(a.mul(b))],
    ["factors-exchanged", numbers(b.matmul(a))],
    ["transposed-operand", numbers(a.matmul(b.T)), { operand: "b" }],
    ["transposed-operand", numbers(a.T.matmul(b)), { operand: "a" }],
    ["transposed-result", numbers(a.matmul(b).T)],
  ];
}

export const matmulGrad: Part = {
  topic: "matmulGrad",
  run(trial) {
    for (const [rows, inner, columns] of shapes) {
      const [a, b] = [table(trial.random, rows, inner), table(trial.random, inner, columns)];
      const g = table(trial.random, rows, columns);
      const [left, right]: Tensor[] = [tensor(a, { requiresGrad: true }), tensor(b, { requiresGrad: true })];
      (left as Tensor).matmul(right as Tensor).backward(tensor(g));
      const wanted = [left, right].map((each) => numbers(each?.grad as Tensor)) as [number[][], number[][]];
      const example = trial.example([a, b, g]);
      const pair = trial.pair([a, b, g], example);
      const square = rows === columns;
      for (const [i, of] of (["a", "b"] as const).entries()) {
        const other: Tensor = tensor(i === 0 ? b : a);
        const upstream: Tensor = tensor(g);
        judge(trial, {
          seen: trial.shaped(pair[i] as Numbers, wanted[i] as number[][], example, of),
          wanted: wanted[i] as number[][],
          suspects: square
            ? [["gradients-exchanged", wanted[1 - i] as number[][]], ...wrongGrads(upstream, other, of)]
            : [],
          example,
          otherwise: "wrong-gradient",
          of,
        });
      }
    }
  },
};

/** The seven other products that there are of g and the other table. */
function wrongGrads(g: Tensor, other: Tensor, of: "a" | "b"): Suspect[] {
  const [o, way] = of === "a" ? ["b", "g · bᵀ"] : ["a", "aᵀ · g"];
  const inOrder = (left: Tensor, right: Tensor) =>
    numbers(of === "a" ? left.matmul(right) : right.matmul(left));
  const exchanged = (left: Tensor, right: Tensor) =>
    numbers(of === "a" ? right.matmul(left) : left.matmul(right));
  const details = { other: o as string, way: way as string };
  return [
    ["not-transposed", inOrder(g, other), details],
    ["transposed-upstream", inOrder(g.T, other), details],
    ["transposed-upstream", inOrder(g.T, other.T), details],
    ["factors-exchanged", exchanged(g, other.T), details],
    ["factors-exchanged", exchanged(g, other), details],
    ["transposed-result", exchanged(g.T, other), details],
    ["factors-exchanged", exchanged(g.T, other.T), details],
    ["elementwise", numbers(g.mul(other)), details],
  ];
}
