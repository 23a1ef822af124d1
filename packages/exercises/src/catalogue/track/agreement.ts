import type { Entries } from "../entry.js";
import { entry, named } from "./functions.js";

/** Two engines, and whether they agree. */
export const agreement: Entries = {
  "never-agrees": entry(
    "Equal lists do not agree",
    (w) => `${named(w)} says false of two equal lists.`,
    [
      "What is the difference of two equal numbers?",
      "A difference of 0 is small enough.",
      "`<=`, and all of them have to be near.",
    ],
    "learn/agreement",
  ),
  "too-strict": entry(
    "Too strict",
    (w) =>
      `${named(w)} says false of numbers that differ only in their eighth digit: another engine may round like that.`,
    [
      "How many digits has a number of 32 bits?",
      "Six digits are enough: 1e-6.",
      "`<= 1e-6 * max(1, |theirs|)`",
    ],
    "learn/agreement",
  ),
  "absolute-tolerance": entry(
    "Large numbers never agree",
    (w) =>
      `${named(w)} says false of large numbers that agree in nine digits: for them a millionth of their own size is allowed.`,
    [
      "What is a millionth of a hundred million?",
      "The larger the numbers, the larger a difference that means nothing.",
      "`<= 1e-6 * max(1, |theirs|)`",
    ],
    "learn/agreement",
  ),
  "too-lenient": entry(
    "Too lenient",
    (w) => `${named(w)} says true of numbers that differ in their fourth digit.`,
    ["How far apart may two numbers be?", "Six digits: a millionth of their size.", "`1e-6`"],
    "learn/agreement",
  ),
  "no-absolute-value": entry(
    "Everything that is too small passes",
    (w) =>
      `${named(w)} says true of numbers that are too small: without the absolute value a negative difference is always small.`,
    [
      "Is -5 less than 0.000001?",
      "How far apart: the absolute value of the difference.",
      "`abs(mine - theirs)`",
    ],
    "learn/agreement",
  ),
  "looks-at-some": entry(
    "Only some of them are looked at",
    (w) => `${named(w)} says true though one of the numbers is off by 1: it does not look at all of them.`,
    [
      "Which index does your loop compare?",
      "All have to agree: one that does not is enough for false.",
      "Return true only after the whole loop.",
    ],
    "learn/agreement",
  ),
  "nan-agrees": entry(
    "NaN slips through",
    (w) =>
      `${named(w)} says true of a list with NaN in it. Every comparison with NaN is false, so "not far apart" is true of it.`,
    [
      "Is NaN < 1? Is NaN >= 1?",
      "Ask whether the numbers are near, and not whether they are far.",
      "`if not near: return false`",
    ],
    "learn/agreement",
  ),
  "length-ignored": entry(
    "The lengths are not compared",
    (w) => `${named(w)} says true of lists of different lengths.`,
    [
      "What is compared with the last number of the longer list?",
      "Lists that agree have equally many numbers.",
      "Compare the lengths first.",
    ],
    "learn/agreement",
  ),
  disagrees: {
    title: "The engines disagree",
    sentence: (w) =>
      w.detail("of")
        ? `For ${w.example} your class gives ${w.detail("of")} the gradient ${w.seen}; the other engine says ${w.wanted}.`
        : `${w.example} is ${w.seen} with your class; the other engine says ${w.wanted}.`,
    hints: () => [
      "Which operation of the expression is the last that is right?",
      "Take the expression apart until the smallest piece that disagrees is left.",
      "Check the operations of that piece, with the exercise that they belong to.",
    ],
    page: "learn/agreement",
  },
};
