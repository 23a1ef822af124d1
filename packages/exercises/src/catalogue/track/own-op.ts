import type { Entries } from "../entry.js";
import { compared } from "./functions.js";

/** A function as one operation of the class. */
export const ownOp: Entries = {
  "half-forgotten": {
    title: "The half is forgotten",
    sentence: (w) => `It is twice too large: everything has to be divided by 2.${compared(w)}`,
    hints: () => [
      "What stands under the fraction line?",
      "A factor before everything stays before the derivative.",
      "`(...) / 2`",
    ],
  },
  "half-one-term": {
    title: "Only one term is halved",
    sentence: (w) => `Only the last term is divided by 2: both have to be.${compared(w)}`,
    hints: () => [
      "What does `a - b / 2` mean?",
      "Division comes before subtraction.",
      "Brackets round the difference: `(... - ...) / 2`",
    ],
  },
  "slope-as-value": {
    title: "The slope instead of the value",
    sentence: (w) =>
      `The number of the result is the derivative; it has to be the function itself.${compared(w)}`,
    hints: () => [
      "Which of the two formulas is the function?",
      "The value goes forward, the derivative goes back.",
      "`(5 * x ** 3 - 3 * x) / 2`",
    ],
  },
  "value-as-slope": {
    title: "The value instead of the slope",
    sentence: (w) =>
      `The gradient is multiplied by the value of the function; it has to be its derivative.${compared(w)}`,
    hints: () => [
      "How fast does the function grow at x?",
      "The local derivative, times out.grad.",
      "`(15 * x ** 2 - 3) / 2`",
    ],
  },
};
