import type { Entries } from "../entry.js";
import { entry, named } from "./functions.js";

const loss = "learn/loss";
const softmax = "learn/softmax";

/** Softmax, and the loss of a probability. */
export const probabilities: Entries = {
  "not-normalised": entry(
    "They do not sum to 1",
    (w) => `${named(w)} gives the exponentials; each has to be divided by the sum of all of them.`,
    [
      "What do the numbers that come out sum to?",
      "Probabilities sum to 1.",
      "Divide each by the sum of all.",
    ],
    softmax,
  ),
  "exp-forgotten": entry(
    "Without the exponentials",
    (w) => `${named(w)} divides the logits themselves by their sum: first comes the exponential of each.`,
    [
      "Can a probability be negative?",
      "e to the power of a number is positive, whatever the number is.",
      "`exp` of each logit first",
    ],
    softmax,
  ),
  "log-of-softmax": entry(
    "The logarithm came too early",
    (w) => `${named(w)} gives the logarithms of the probabilities; it has to give the probabilities.`,
    ["Can a probability be negative?", "The logarithm belongs to the loss.", "Take the logarithm away here."],
    softmax,
  ),
  "divided-by-largest": entry(
    "Divided by the largest",
    (w) => `${named(w)} divides by the largest of the exponentials, not by their sum.`,
    [
      "What do the numbers that come out sum to?",
      "Probabilities sum to 1.",
      "Divide each by the sum of all.",
    ],
    softmax,
  ),
  "divided-by-count": entry(
    "Divided by how many there are",
    (w) => `${named(w)} divides by the number of classes, not by the sum of the exponentials.`,
    [
      "What do the numbers that come out sum to?",
      "Probabilities sum to 1.",
      "Divide each by the sum of all.",
    ],
    softmax,
  ),
  "minus-in-exponent": entry(
    "The largest becomes the smallest",
    (w) => `In ${named(w)} a minus stands in the exponent: the largest logit gets the smallest probability.`,
    [
      "Which logit should get the largest probability?",
      "e to the power of x grows with x.",
      "Take the minus away.",
    ],
    softmax,
  ),
  "sum-cut": entry(
    "The sum is a plain number",
    (w) =>
      `The probabilities of ${named(w)} are right, but their sum is a plain number: no gradient goes through it.`,
    [
      "If one logit grows, what happens to the probabilities of the others?",
      "The sum has to be a Value, made by adding Values.",
      "Add the Values, not their `data`.",
    ],
    "confusions/data",
  ),
  "counts-cut": entry(
    "The exponentials are cut off",
    (w) => `In ${named(w)} gradients go only through the sum, not through the exponentials above it.`,
    [
      "Through how many places does a logit get into its own probability?",
      "Both have to be Values: the exponential above the line and the sum below it.",
      "Divide the Value, not its `data`.",
    ],
    "confusions/data",
  ),
  "loss-sign": entry(
    "The sign of the loss",
    () =>
      "The loss has the wrong sign: it has to be small when the answer is right, and training makes it smaller.",
    [
      "Is the logarithm of a probability positive or negative?",
      "The *negative* log likelihood.",
      "Put a minus before it.",
    ],
    loss,
  ),
  "log-forgotten": entry(
    "The logarithm is missing",
    () => "The loss is the probability itself; its negative logarithm is wanted.",
    [
      "What should the loss be when the probability of the right class is 1?",
      "-log(1) = 0, and -log(0.01) is large.",
      "Take `log`, then the minus.",
    ],
    loss,
  ),
  "label-shifted": entry(
    "The class beside the right one",
    () => "The loss looks at the class beside the true one: classes are counted from 0.",
    [
      "Which entry has the index 0?",
      "The first class is 0, the second is 1.",
      "Use the label as it is, as an index.",
    ],
    loss,
  ),
  "label-ignored": entry(
    "The label is not used",
    () => "The loss always looks at the same class, whatever the label is.",
    [
      "What happens if you call it with another label?",
      "The true class says which probability counts.",
      "Use the label as an index.",
    ],
    loss,
  ),
  "all-classes": entry(
    "All classes are counted",
    () => "The loss counts the probabilities of all classes; only the true one counts.",
    [
      "How surprised are you by a class that is not true?",
      "One probability: that of the true class.",
      "Use the label as an index.",
    ],
    loss,
  ),
};
