import type { Entries } from "../entry.js";
import { entry, named } from "./functions.js";

const loss = "learn/loss";
const loop = "learn/loop";

/** The loss of a network, and the loop that makes it small. */
export const training: Entries = {
  "mean-forgotten": entry(
    "The sum instead of the mean",
    (w) => `${named(w)} sums over the samples and does not divide by how many there are.`,
    [
      "What happens to the loss if every sample comes twice?",
      "A mean is a sum divided by the count.",
      "Divide by the number of samples.",
    ],
    loss,
  ),
  "square-forgotten": entry(
    "The differences are not squared",
    (w) => `${named(w)} does not square the differences: those above and below cancel.`,
    ["What do +5 and -5 make together?", "Squares are never negative.", "`** 2`, or `pow(2)`"],
    loss,
  ),
  "absolute-error": entry(
    "The absolute values",
    (w) => `${named(w)} takes the absolute values of the differences; their squares are wanted.`,
    [
      "What is the derivative of |x| at 0?",
      "Squares: smooth, and large errors count more.",
      "`** 2`, or `pow(2)`",
    ],
    loss,
  ),
  "root-taken": entry(
    "One root too many",
    (w) => `${named(w)} takes the root of the mean; the mean itself is wanted.`,
    ["Which formula is in the text?", "The mean of the squares, and no more.", "Take the root away."],
    loss,
  ),
  "square-of-sum": entry(
    "The square of the sum",
    (w) => `${named(w)} squares the sum of the differences; each difference has to be squared first.`,
    ["What do +5 and -5 make together, squared?", "First square, then sum.", "`** 2` of each difference"],
    loss,
  ),
  halved: entry(
    "Halved",
    (w) => `${named(w)} gives half of what is wanted.`,
    [
      "Which formula is in the text?",
      "Some books put ½ before it, to make the derivative nicer; here it is the plain mean.",
      "Take the half away.",
    ],
    loss,
  ),
  "last-sample-only": entry(
    "Only the last sample counts",
    (w) => `In ${named(w)} only the last sample counts: the sum begins anew in each round.`,
    [
      "What is in the sum after each round of the loop?",
      "A sum grows: the old one plus the new term.",
      "`sum = sum + ...`",
    ],
    loss,
  ),
  "first-sample-only": entry(
    "Only the first sample counts",
    (w) => `In ${named(w)} only the first sample counts: the loop ends after its first round.`,
    [
      "In which line does the loop end?",
      "Return after the loop, not in it.",
      "Move `return` out of the loop.",
    ],
    loss,
  ),
  "zero-grad-forgotten": entry(
    "The gradients are never set to 0",
    () =>
      "From the second step on, the gradients of all steps so far are added up: set them to 0 in every step, before `backward`.",
    [
      "What is in `grad` when the second step begins?",
      "`_backward` only ever adds. Zero, then backward.",
      "`p.grad = 0` for every parameter, in the loop",
    ],
    "confusions/zero-grad",
  ),
  "update-sign": entry(
    "It walks uphill",
    () => "The update goes *with* the gradient, so the loss grows: go against it.",
    [
      "Where does the gradient point to?",
      "To where the loss grows. So subtract.",
      "`p.data -= rate * p.grad`",
    ],
    loop,
  ),
  "never-updates": entry(
    "Nothing changes",
    () =>
      "The loss is the same in every step: the weights do not move. If you do update them, their gradients are 0 at that moment.",
    [
      "What is in `grad` at the moment of the update?",
      "Zero before backward, update after it.",
      "zero, backward, update: in this order",
    ],
    loop,
  ),
  "update-before-backward": entry(
    "The update comes too early",
    () => "The update uses the gradients of the step before: it has to come after `backward`.",
    [
      "Whose gradients are in `grad` at the moment of the update?",
      "Zero, backward, update: in this order.",
      "Move the update below `backward`.",
    ],
    loop,
  ),
  "rate-forgotten": entry(
    "The rate is not used",
    () => "The steps are as long as if the rate were 1.",
    ["How far should a step go?", "Rate times gradient.", "`p.data -= rate * p.grad`"],
    loop,
  ),
  "loss-summed": entry(
    "The sum of the losses",
    () => "The losses are those of the sum over the samples; `mse` gives the mean.",
    [
      "Which loss did you write in the exercise before?",
      "The mean over all samples.",
      "`loss = mse(predictions, ys)`",
    ],
    loop,
  ),
  "update-each-sample": entry(
    "An update for every sample",
    () => "The weights are updated after each sample; here all samples make one loss, and one update.",
    [
      "How many updates are there in one step?",
      "One loss of all samples together, one backward, one update.",
      "Collect the predictions first.",
    ],
    loop,
  ),
  "loss-after-update": entry(
    "The loss after the update",
    () => "The losses are those after each step's update; they should be those before it.",
    [
      "What is the first number of the list: has anything been learned yet?",
      "Keep the loss that you went back from.",
      "the `data` of the loss of this step",
    ],
    loop,
  ),
  "training-wrong": entry(
    "Training goes another way",
    (w) =>
      `Something in ${named(w)} goes another way${w.detail("weights") ? ": the losses are right, but a weight at the end is not" : ""}.`,
    [
      "Which step is the first whose loss is wrong?",
      "Forward, zero, backward, update: each once in every step, for all samples and all parameters.",
      "Print the loss of each step.",
    ],
    loop,
  ),
};
