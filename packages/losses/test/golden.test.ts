import { type Tensor, tensor } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import golden from "../golden/losses.json" with { type: "json" };
import { cosineSimilarity } from "../src/index.js";
import { type Case, cases, expectNear, flat, overTensors, overValues, shapeOf } from "./golden-suite.js";

const named = (example: Case) => {
  const shapes = example.arguments.map((argument) => `[${shapeOf(argument)}]`).join(", ");
  return `${example.loss}(${shapes}, ${JSON.stringify(example.options)})`;
};
const reductions = (example: Case) =>
  (["mean", "sum", "none", "batchmean"] as const).filter((reduction) => example[reduction]);

describe.each(cases.map((example, i) => [`${i} ${named(example)}`, example] as const))("%s", (_, example) => {
  test.each(reductions(example))("is PyTorch's %s over Tensors, gradients too", (reduction) => {
    const answer = example[reduction] as Case["mean"];
    const expected = answer.gradients.filter((grad) => grad !== null);
    for (const [dtype, tolerance] of [
      ["float64", 1e-12],
      ["float32", 2e-5],
    ] as const) {
      const found = overTensors(example, reduction, dtype);
      expect(found.loss.dtype).toBe(dtype);
      expect(found.loss.shape).toEqual(shapeOf(answer.loss));
      expectNear(found.loss.data, flat(answer.loss), tolerance);
      found.gradients.forEach((grad, i) => {
        expectNear(grad.data, flat(expected[i] ?? []), tolerance);
      });
    }
  });

  const rank = Math.max(...example.arguments.map((argument) => shapeOf(argument).length));
  if (rank > 2) return;
  test("is PyTorch's over Values", () => {
    for (const reduction of reductions(example)) {
      const answer = example[reduction] as Case["mean"];
      const found = overValues(example, reduction);
      expectNear(found.loss, flat(answer.loss), 1e-12);
      found.gradients.forEach((grad, i) => {
        expectNear(grad, flat(answer.gradients.filter((each) => each !== null)[i] ?? []), 1e-12);
      });
    }
  });
});

test.each(golden.cosines.map((example, i) => [i, example] as const))(
  "cosineSimilarity, golden case %i",
  (_, example) => {
    const [a, b] = example.arguments.map((argument) =>
      tensor(flat(argument), { shape: shapeOf(argument), requiresGrad: true }),
    ) as [never, never];
    const found = cosineSimilarity(a, b, example.options as never) as Tensor;
    expectNear(found.data, flat(example.cosine), 1e-12);
    const cotangent = Array.from({ length: found.size }, (_, i) => 1 + i / (found.size - 1));
    found.backward(tensor(cotangent, { shape: found.shape as number[] }));
    [a, b].forEach((leaf: Tensor, i) => {
      expectNear(leaf.grad?.data ?? [], flat(example.gradients[i] ?? []), 1e-12);
    });
  },
);
