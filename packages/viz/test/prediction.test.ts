import { type Contribution, type Step, story } from "@outgrad/viz";
import { expect, it } from "vitest";
import { canAsk, judgeSign, judgeValue } from "../src/story/prediction.js";
import { maker, reuseGraph, seedGraph } from "./nodes.js";

/** e = a * b passes −2 on: a gets (−2) · (−3) = 6, b gets (−2) · 2 = −4. */
const step = story(seedGraph()).steps[2] as Step;
const [toA, toB] = step.contributions as [Contribution, Contribution];

it("judgeSign(step, contribution, '+') is right where the product is positive", () => {
  expect(judgeSign(step, toA, "+")).toEqual({ isRight: true, sentence: "Yes: what a gets is positive." });
  expect(judgeSign(step, toB, "-").isRight).toBe(true);
});

it("judgeSign says from which two signs the right one comes", () => {
  expect(judgeSign(step, toA, "-")).toEqual({
    isRight: false,
    missed: "sign",
    sentence: "Not so: the upstream gradient is -2, the local slope -3. (-2) * (-3) is positive.",
  });
});

it("judgeSign names the factor that is 0", () => {
  const { leaf, apply } = maker();
  const [relu] = story(apply("relu", [leaf(-1, "x")], "y")).steps as [Step];
  expect(judgeSign(relu, relu.contributions[0] as Contribution, "+")).toEqual({
    isRight: false,
    missed: "local slope",
    sentence: "The local slope is 0, so x gets nothing.",
  });
});

it.each([
  [6, undefined, "Right: (-2) * (-3) = 6."],
  [6.01, undefined, "Right: (-2) * (-3) = 6."],
  [-6, "sign", "The size is right, the sign is not. (-2) * (-3) = 6."],
  [
    -3,
    "upstream gradient",
    "That is the local slope; it is still to be multiplied by the upstream gradient. (-2) * (-3) = 6.",
  ],
  [
    -2,
    "local slope",
    "That is the upstream gradient; it is still to be multiplied by the local slope. (-2) * (-3) = 6.",
  ],
  [-4, "local slope", "That is the local slope of another input. (-2) * (-3) = 6."],
  [100, "value", "Not that. (-2) * (-3) = 6."],
] as const)("judgeValue(step, what a gets, %d) says what was missed: %s", (answer, missed, sentence) => {
  const verdict = judgeValue(step, toA, answer);
  expect(verdict).toMatchObject({ isRight: missed === undefined, sentence });
  expect(verdict.missed).toBe(missed);
});

it("judgeValue asks for the whole gradient, and notices where += was forgotten", () => {
  const square = story(reuseGraph()).steps[2] as Step;
  const second = square.contributions[1] as Contribution;
  expect(judgeValue(square, second, 7)).toEqual({ isRight: true, sentence: "Right: 4 + 1 * 3 = 7." });
  expect(judgeValue(square, second, 3)).toEqual({
    isRight: false,
    missed: "+=",
    sentence: "That is what this step adds; x holds 4 already, and += keeps it. 4 + 1 * 3 = 7.",
  });
  expect(judgeValue(square, second, 1).missed).toBe("sign");
});

it("canAsk is false for NaN and infinities", () => {
  expect(canAsk(toA)).toBe(true);
  expect(canAsk({ ...toA, added: Number.NaN })).toBe(false);
  expect(canAsk({ ...toA, after: Number.POSITIVE_INFINITY })).toBe(false);
});
