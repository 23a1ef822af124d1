import type { Entries } from "../entry.js";
import type { Words } from "../words.js";
import { named } from "./functions.js";
import { numbers, slope } from "./slope.js";

const term = (w: Words): string => `the term ${w.detail("term")}${w.detail("of") ? ` of ${slope(w)}` : ""}`;

const onPaper = "learn/nudge";

/** Derivatives found on paper. */
export const paper: Entries = {
  "slope-sign": {
    title: "The sign is wrong",
    sentence: (w) => `${slope(w)} has the wrong sign.${numbers(w)}`,
    hints: (w) => [
      `Does f grow or fall when ${w.detail("of")} grows?`,
      "A minus before a term stays before its derivative; and 1/c falls as c grows.",
      "Turn the signs round.",
    ],
    page: onPaper,
  },
  "term-sign": {
    title: "The sign of one term is wrong",
    sentence: (w) => `The sign of ${w.detail("term") ? term(w) : "one term"} is wrong.${numbers(w)}`,
    hints: () => [
      "Which sign does this term have before you take the derivative?",
      "A minus before a term stays before its derivative.",
      "Turn the sign of this one term round.",
    ],
    page: onPaper,
  },
  "factor-forgotten": {
    title: "The exponent comes down as a factor",
    sentence: (w) =>
      `The derivative of a power has the exponent as a factor${w.detail("k") ? `: ${w.detail("k")} is missing in ${term(w)}` : ", and yours has not"}.${numbers(w)}`,
    hints: () => [
      "What is the derivative of x³?",
      "xⁿ has the derivative n · xⁿ⁻¹.",
      "Multiply by the old exponent.",
    ],
    page: onPaper,
  },
  "wrong-exponent": {
    title: "The exponent is another one",
    sentence: (w) =>
      `The exponent in the derivative is one less than before${w.detail("exponent") ? `: in ${term(w)} it has to be ${w.detail("exponent")}` : ""}.${numbers(w)}`,
    hints: () => [
      "What is the derivative of x³?",
      "xⁿ has the derivative n · xⁿ⁻¹.",
      "Take 1 from the exponent, once.",
    ],
    page: onPaper,
  },
  "term-forgotten": {
    title: "A term is forgotten",
    sentence: (w) =>
      `${w.detail("term") ? `In ${slope(w)} the derivative of ${w.detail("term")}` : "The derivative of one of the terms"} is missing.${numbers(w)}`,
    hints: (w) => [
      `In which terms does ${w.detail("of") || "the letter"} occur?`,
      "The derivative of a sum is the sum of the derivatives: each term counts.",
      "Go through the terms one by one, and add what is missing.",
    ],
    page: onPaper,
  },
  "root-bracket": {
    title: "Only the 2 is under the fraction line",
    sentence: (w) =>
      `\`1/2*a**0.5\` is a half *times* the root; the derivative of the root is 1 / (2 · √a).${numbers(w)}`,
    hints: () => [
      "What does `1/2*x` mean?",
      "Division and multiplication go from left to right.",
      "`0.5 * a ** -0.5`",
    ],
    page: onPaper,
  },
  "inner-derivative": {
    title: "The inner derivative is missing",
    sentence: (w) =>
      `sin(3b) has 3b inside: its derivative is cos(3b) *times 3*. The factor 3 is missing.${numbers(w)}`,
    hints: () => [
      "If b grows by 1, by how much does 3b grow?",
      "Chain rule: the derivative outside, times the derivative inside.",
      "`3 * cos(3 * b)`",
    ],
    page: "confusions/chain-rule",
  },
  "inner-argument": {
    title: "The cosine is taken of another number",
    sentence: (w) =>
      `The cosine is taken of the same number as the sine was: of 3b, and not of b.${numbers(w)}`,
    hints: () => ["What stands inside the sine?", "Chain rule: the inside stays inside.", "`3 * cos(3 * b)`"],
    page: "confusions/chain-rule",
  },
  "sin-to-cos": {
    title: "The sine becomes a cosine",
    sentence: (w) => `In df/db there is still a sine: the derivative of the sine is the cosine.${numbers(w)}`,
    hints: () => [
      "Where the sine has its top, how steep is it?",
      "sin u has the derivative cos u.",
      "`3 * cos(3 * b)`",
    ],
    page: onPaper,
  },
  "reciprocal-log": {
    title: "The logarithm is the way back",
    sentence: (w) =>
      `The logarithm is a function whose derivative is 1/c; what is asked for is the derivative *of* -1/c.${numbers(w)}`,
    hints: () => [
      "How do you write 1/c as a power?",
      "1/c is c⁻¹, and the power rule holds for it.",
      "`1 / c ** 2`",
    ],
    page: onPaper,
  },
  "order-of-components": {
    title: "The three are in another order",
    sentence: (w) =>
      `The three numbers of ${named(w)} are right, but in another order: [df/da, df/db, df/dc].`,
    hints: () => [
      "Which of the three belongs to a?",
      "The order is that of the letters.",
      "`return [da, db, dc]`",
    ],
  },
  "not-a-gradient": {
    title: "The value, not the slopes",
    sentence: (w) => `${named(w)} gives the value of f three times; what is asked for is how fast it grows.`,
    hints: () => [
      "What is a derivative?",
      "Each of the three is a formula of its own.",
      "Take the derivative of each term.",
    ],
  },
  "slope-wrong": {
    title: "The slope is another one",
    sentence: (w) => `${slope(w)} is wrong.${numbers(w)}`,
    hints: (w) => [
      `Which terms move when only ${w.detail("of")} moves?`,
      "Take the derivative of each of them, and add.",
      "Compare with a nudge: (f(a + h, b, c) - f(a, b, c)) / h.",
    ],
    page: onPaper,
  },
};
