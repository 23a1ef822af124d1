import type { Entries } from "../entry.js";
import { named } from "./functions.js";
import { numbers, slope } from "./slope.js";

/** Derivatives measured by nudging. */
export const nudges: Entries = {
  "never-called": {
    title: "The function is never called",
    sentence: (w) =>
      `${named(w)} never calls the function \`f\` that it is given, so it cannot measure its slopes. It has to work for any f.`,
    hints: () => [
      "How do you get to know a function that you have never seen?",
      "Call it, at two places that are near.",
      "`f(a + h, b, c)`",
    ],
    page: "learn/nudge",
  },
  "no-nudge": {
    title: "Nothing is moved",
    sentence: (w) =>
      `${named(w)} calls \`f\` only at the point itself: either there is no step, or h is so small that adding it changes nothing.`,
    hints: () => [
      "What is 2 + 1e-17 for a computer?",
      "Numbers have about 16 digits: a step below the last of them is lost.",
      "`h = 1e-8`",
    ],
    page: "confusions/smaller-h",
  },
  "nudges-together": {
    title: "More than one letter is moved",
    sentence: (w) =>
      `For ${slope(w)} several letters are moved at once: only ${w.detail("of")} may move, the others stay.`,
    hints: (w) => [
      "Whose slope is it when all of them move?",
      `A partial derivative moves one letter and holds the others.`,
      w.detail("of") === "a"
        ? "`f(a + h, b, c)`"
        : w.detail("of") === "b"
          ? "`f(a, b + h, c)`"
          : "`f(a, b, c + h)`",
    ],
    page: "learn/nudge",
  },
  "nudges-other": {
    title: "Another letter is moved",
    sentence: (w) =>
      `For ${slope(w)} you have to move ${w.detail("of")}, but only ${w.detail("other")} is ever moved: a line that was copied?`,
    hints: (w) => [
      "Which letter moves in each of your calls?",
      `${slope(w)} is the slope when only ${w.detail("of")} moves.`,
      w.detail("of") === "a"
        ? "`f(a + h, b, c)`"
        : w.detail("of") === "b"
          ? "`f(a, b + h, c)`"
          : "`f(a, b, c + h)`",
    ],
    page: "learn/nudge",
  },
  "difference-sign": {
    title: "The difference is the wrong way round",
    sentence: (w) =>
      `${slope(w)} has the wrong sign: it is the value after the step minus the one before.${numbers(w)}`,
    hints: () => [
      "If f grows as you step forward, what sign has its slope?",
      "After minus before.",
      "`(f(a + h, b, c) - f(a, b, c)) / h`",
    ],
    page: "learn/nudge",
  },
  "not-divided": {
    title: "Not divided by the step",
    sentence: (w) =>
      `${slope(w)} is not divided by the step: a slope is the difference *divided by* how far you have moved.${numbers(w)}`,
    hints: () => ["Rise over run: what is the run?", "Divide by how far you have moved.", "`/ h`"],
    page: "learn/nudge",
  },
  "step-brackets": {
    title: "Brackets are missing",
    sentence: (w) =>
      `For ${slope(w)} you divide by 2 and then *multiply* by h: the brackets of (2 * h) are missing.${numbers(w)}`,
    hints: () => [
      "What does `8 / 2 * 4` give?",
      "Division and multiplication go from left to right.",
      "`/ (2 * h)`",
    ],
    page: "learn/nudge",
  },
  "step-not-doubled": {
    title: "The two points are 2h apart",
    sentence: (w) =>
      `${slope(w)} is twice too large: from a - h to a + h the way is 2h, and you divide by h.${numbers(w)}`,
    hints: () => [
      "How far apart are a - h and a + h?",
      "Divide by the whole way between the two points.",
      "`/ (2 * h)`, with the brackets",
    ],
    page: "learn/nudge",
  },
  "step-doubled": {
    title: "The two points are only h apart",
    sentence: (w) =>
      `${slope(w)} is half of what it should be: one step forward is h, and you divide by 2h.${numbers(w)}`,
    hints: () => [
      "How far apart are your two points?",
      "Divide by the way between them.",
      "Step back as well: `f(a - h, b, c)`",
    ],
    page: "learn/nudge",
  },
  "one-sided": {
    title: "Nudged one way only",
    sentence: (w) =>
      `${named(w)} steps only one way for ${slope(w)}: this is the forward difference, and no h makes it good enough here.${numbers(w)}`,
    hints: () => [
      "A curve bends away on both sides. Which two points are off by the same?",
      "Symmetric: one step forward, one step back.",
      "`(f(a + h, b, c) - f(a - h, b, c)) / (2 * h)`",
    ],
    page: "learn/nudge",
  },
  "step-too-large": {
    title: "The step is too large",
    sentence: (w) =>
      `With h = ${w.show(Number(w.detail("h")))}, ${slope(w)} is off by ${w.show(Number(w.detail("error")))}: the curve bends away under so large a step.${numbers(w)}`,
    hints: () => [
      "What happens to the error if you make h ten times smaller?",
      "The error from bending shrinks with h.",
      "`h = 1e-8` forward, `h = 1e-5` both ways",
    ],
    page: "confusions/smaller-h",
  },
  "step-too-small": {
    title: "The step is too small",
    sentence: (w) =>
      `With h = ${w.show(Number(w.detail("h")))}, ${slope(w)} is off by ${w.show(Number(w.detail("error")))}: the two values are so near each other that their difference has few digits left.${numbers(w)}`,
    hints: () => [
      "What is left of 16 digits when the first 12 are equal?",
      "The error from lost digits grows as h shrinks.",
      "`h = 1e-8` forward, `h = 1e-5` both ways",
    ],
    page: "confusions/smaller-h",
  },
};
