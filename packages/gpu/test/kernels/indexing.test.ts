import { describe, expect, test } from "vitest";
import { recipes } from "../../src/kernels/index.js";
import type { Indexed, Into, Scatter } from "../../src/kernels/options.js";
import type { Shape, Step } from "../../src/kernels/recipe.js";
import { indexOf, nan, numbers, sizeOf } from "./cases/case.js";
import { runSteps } from "./evaluate.js";

type AnyRecipe = (
  inputs: readonly Shape[],
  shape: Shape,
  options: Indexed & Into & Scatter,
) => readonly Step[];

interface Question {
  readonly name:
    | "gather"
    | "scatterAdd"
    | "indexSelect"
    | "indexAdd"
    | "logSoftmaxAt"
    | "logSoftmaxAtGradient";
  readonly shapes: readonly Shape[];
  readonly shape: Shape;
  readonly dim: number;
  readonly index: readonly number[];
  readonly indexShape: Shape;
}

const questions: readonly Question[] = [
  { name: "gather", shapes: [[2, 3]], shape: [2, 2], dim: 1, index: [2, 0, 1, 2], indexShape: [2, 2] },
  { name: "scatterAdd", shapes: [[2, 2]], shape: [2, 3], dim: 1, index: [2, 0, 1, 1], indexShape: [2, 2] },
  { name: "indexSelect", shapes: [[3, 2]], shape: [4, 2], dim: 0, index: [2, 0, 2, 1], indexShape: [4] },
  { name: "indexAdd", shapes: [[4, 2]], shape: [3, 2], dim: 0, index: [2, 0, 2, 1], indexShape: [4] },
  { name: "logSoftmaxAt", shapes: [[2, 3]], shape: [2], dim: 1, index: [2, 0], indexShape: [2] },
  {
    name: "logSoftmaxAtGradient",
    shapes: [[2], [2, 3]],
    shape: [2, 3],
    dim: 1,
    index: [2, 0],
    indexShape: [2],
  },
];

/** With indices of the CPU, and with those that lie on the device. */
function ask(
  { name, shapes, shape, dim, indexShape }: Question,
  index: readonly number[],
  inputs: readonly Float32Array[],
) {
  const recipe = recipes[name] as unknown as AnyRecipe;
  const rest = { dim, shape, size: shape[dim] as number };
  const known = recipe(shapes, shape, { ...rest, index: indexOf(indexShape, index, true) });
  const kept = { shape: indexShape, data: new Int32Array(0), vary: false, numbers: {} };
  const onDevice = recipe(shapes, shape, { ...rest, index: kept });
  return [runSteps(known, inputs), runSteps(onDevice, [...inputs, Float32Array.from(index)])] as const;
}

describe.each(questions.map((each) => [each.name, each] as const))("recipes.%s", (name, question) => {
  const inputs = question.shapes.map((shape) => numbers(sizeOf(shape)));

  test("of indices that lie on the device reads them as one more input", () => {
    const [known, onDevice] = ask(question, question.index, inputs);
    expect(onDevice).toEqual(known);
    expect(known.some((x) => x !== 0)).toBe(true);
  });

  test("reads NaN, or adds nothing, for an index that there is not", () => {
    const [good] = ask(question, question.index, inputs);
    for (const wrong of [3, 1e6, -1, nan]) {
      const [, found] = ask(question, question.index.with(0, wrong), inputs);
      if (name === "gather" || name === "logSoftmaxAt") {
        expect([...found]).toEqual([nan, ...good.subarray(1)]);
      } else if (name === "indexSelect") {
        expect([...found]).toEqual([nan, nan, ...good.subarray(2)]);
      } else {
        // What was added at the first index is missing, nothing else is different.
        const other = [...found].filter((x, i) => x !== good[i]);
        expect(other.length).toBe(name === "indexAdd" ? 2 : 1);
        expect(found.every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe("recipes.indexAdd", () => {
  test("of known indices keeps the lists of those that do not vary, and is one kernel whatever the indices are", () => {
    const options = (data: readonly number[], vary: boolean) => ({
      dim: 0,
      size: 5,
      index: indexOf([40], data, vary),
    });
    const ask = (given: Into) => recipes.indexAdd([[40, 2]], [5, 2], given)[0] as Step;
    const first = options(
      Array.from({ length: 40 }, (_, i) => i % 5),
      false,
    );
    expect(ask(first).reads).toEqual(ask(first).reads);
    expect(Object.is(ask(first).reads[1], ask(first).reads[1])).toBe(false);
    const arrayOf = ({ reads }: Step) => (reads[1] as { array: Float32Array }).array;
    expect(arrayOf(ask(first))).toBe(arrayOf(ask(first)));
    const varying = options(
      Array.from({ length: 40 }, () => 3),
      true,
    );
    expect(arrayOf(ask(varying))).not.toBe(arrayOf(ask(varying)));
    expect(ask(varying).kernel.key).toBe(ask(first).kernel.key);
  });

  test("of known indices adds nothing for one that there is not", () => {
    const x = numbers(40);
    const data = Array.from({ length: 40 }, (_, i) => (i === 7 ? 9 : 0));
    const steps = recipes.indexAdd([[40]], [2], { dim: 0, size: 2, index: indexOf([40], data) });
    const total = x.reduce((sum, each, i) => (i === 7 ? sum : sum + each), 0);
    const [sum, none] = runSteps(steps, [x]);
    expect(sum).toBeCloseTo(total, 4);
    expect(none).toBe(0);
  });
});
