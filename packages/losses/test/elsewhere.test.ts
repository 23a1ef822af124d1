import { cpu, type Tensor, tensor, useBackend } from "@outgrad/engine";
import { afterEach, describe, expect, test } from "vitest";
import {
  bce,
  bceWithLogits,
  cosineEmbedding,
  cosineSimilarity,
  crossEntropy,
  gaussianNll,
  hingeEmbedding,
  huber,
  klDiv,
  l1,
  maxMargin,
  mse,
  multiMargin,
  nll,
  poissonNll,
  smoothL1,
  tripletMargin,
} from "../src/index.js";
import { lossNames } from "./golden-suite.js";
import { remote } from "./remote.js";

afterEach(() => {
  useBackend(cpu);
});

type Numbers = readonly number[] | readonly (readonly number[])[];
/** Makes an operand where the test wants it. */
type Place = (numbers: Numbers) => Tensor;
type Loss = (x: Tensor, place: Place) => Tensor;

const scores = [
  [0.3, -1, 2],
  [1, 0.5, -0.2],
];
const t = [
  [0.1, 0.2, 0.7],
  [0, 1, 0],
];
const signs = [
  [1, -1, 1],
  [1, 1, -1],
];
const weight = [1, 2, 3];

const losses: Readonly<Record<string, Loss>> = {
  mse: (x, at) => mse(x, at(t)),
  l1: (x, at) => l1(x, at(t)),
  huber: (x, at) => huber(x, at(t)),
  smoothL1: (x, at) => smoothL1(x, at(t)),
  bce: (x, at) => bce(x.sigmoid(), at(t)),
  bceWithLogits: (x, at) => bceWithLogits(x, at(t), { weight: at(t), posWeight: at(weight) }),
  klDiv: (x, at) => klDiv(x.logSoftmax(1), at(t)),
  crossEntropy: (x, at) => crossEntropy(x, at([2, 0])),
  "crossEntropy with weights and ignored samples": (x, at) =>
    crossEntropy(x, at([2, -100]), { weight: at(weight), labelSmoothing: 0.1 }),
  "crossEntropy of a list with weights": (x, at) => crossEntropy(x, [2, -100], { weight: at(weight) }),
  "crossEntropy with a list of weights": (x, at) => crossEntropy(x, at([2, -100]), { weight }),
  "crossEntropy of lists": (x) => crossEntropy(x, [2, -100], { weight }),
  "crossEntropy of probabilities": (x, at) =>
    crossEntropy(x, at(t), { weight: at(weight), labelSmoothing: 0.1 }),
  nll: (x, at) => nll(x.logSoftmax(1), at([2, 0])),
  multiMargin: (x, at) => multiMargin(x, at([2, 0]), { weight: at(weight), p: 2 }),
  "multiMargin of a list": (x) => multiMargin(x, [2, 0]),
  maxMargin: (x, at) => maxMargin(x, at(signs)),
  hingeEmbedding: (x, at) => hingeEmbedding(x, at(signs)),
  cosineEmbedding: (x, at) => cosineEmbedding(x, at(t), at([1, -1])),
  cosineSimilarity: (x, at) => cosineSimilarity(x, at(t)).sum(),
  tripletMargin: (x, at) => tripletMargin(x, at(t), at(signs)),
  gaussianNll: (x, at) => gaussianNll(x, at(t), at([weight, [0.5, 1, 1]])),
  poissonNll: (x, at) => poissonNll(x, at(t), { full: true }),
};

test("every loss is here", () => {
  const names = Object.keys(losses).map((name) => name.split(" ")[0]);
  expect([...new Set(names)].sort()).toEqual(lossNames);
});

const far = remote();
const here: Place = (numbers) => tensor(numbers as number[], { dtype: "float32" });
const there: Place = (numbers) => here(numbers).to(far);

/** The loss of the scores, and its gradient, where they are. */
async function run(loss: Loss, at: Place, of: Place): Promise<readonly number[]> {
  const x = at(scores).detach();
  x.requiresGrad = true;
  const found = loss(x, of);
  found.backward();
  const grad = x.grad as Tensor;
  return [...(await found.read()), ...(await grad.read())];
}

describe.each(Object.entries(losses))("%s", (_, loss) => {
  test.each([
    ["there too", there],
    ["here", here],
  ])("reads nothing of scores that another backend keeps, with targets %s", async (_, of) => {
    const expected = await run(loss, here, here);
    useBackend(far);
    const found = await run(loss, there, of);
    expected.forEach((x, i) => {
      expect(Math.abs((found[i] as number) - x)).toBeLessThan(1e-6);
    });
  });
});

test("what is here is checked though another backend computes", () => {
  useBackend(far);
  const x = there(scores);
  expect(() => crossEntropy(x, [3, 0])).toThrow("a target is an integer from 0 to 2; got 3.");
  expect(() => crossEntropy(x, here([3, 0]), { weight: there(weight) })).toThrow("from 0 to 2; got 3.");
  expect(() => maxMargin(x, here(t))).toThrow("maxMargin: labels must be 1 or -1, got 0.1");
});

test("crossEntropy refuses weights of another size, which it can see without reading", () => {
  const sentence = "crossEntropy: 3 classes need as many weights, got a Tensor of [2].";
  expect(() => crossEntropy(there(scores), there([2, 0]), { weight: there([1, 2]) })).toThrow(sentence);
  expect(() => crossEntropy(there(scores), [2, 0], { weight: there([1, 2]) })).toThrow(sentence);
});

test("a target there that is no class makes the loss NaN", async () => {
  const loss = crossEntropy(there(scores), there([2, 7]));
  expect(await loss.read()).toEqual(Float32Array.of(Number.NaN));
});
