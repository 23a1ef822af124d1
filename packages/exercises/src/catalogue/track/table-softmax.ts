import type { Entries } from "../entry.js";
import { entry, named } from "./functions.js";

const softmax = "learn/softmax";

/** Softmax and cross-entropy of tables. */
export const tableSoftmax: Entries = {
  "whole-table": entry(
    "Over the whole table",
    (w) => `${named(w)} divides by the sum of the whole table; each row has a sum of its own.`,
    ["What does one row sum to?", "Each row is one sample.", "Sum inside the loop over the rows."],
    softmax,
  ),
  overflow: entry(
    "Large numbers break it",
    (w) =>
      `For large logits ${named(w)} does not give a number: e to the power of 1000 is more than a number can hold. Subtract the largest logit of the row first.`,
    [
      "What is e to the power of 1000, for a computer?",
      "The same number subtracted from all logits of a row changes no probability.",
      "`exp(x - largest)`",
    ],
    softmax,
  ),
  "diagonal-only": entry(
    "Only each one's own logit",
    () => "Each logit moves *all* probabilities of its row: the part -p_i · p_j for the others is missing.",
    [
      "If one logit grows, what happens to the other probabilities?",
      "p_j · (g_j - Σ g_i p_i): the sum is over the whole row.",
      "the sum of `p * g` over the row, subtracted",
    ],
    softmax,
  ),
  "others-forgotten": entry(
    "The sum is missing",
    () => "That is p · g; what the other probabilities lose is missing.",
    [
      "What do the gradients of a row sum to?",
      "p_j · (g_j - Σ g_i p_i).",
      "the sum of `p * g` over the row, subtracted",
    ],
    softmax,
  ),
  "upstream-unweighted": entry(
    "The sum is not weighted",
    () =>
      "The sum that is subtracted is that of `g`; each of its terms has to be weighted with its probability.",
    ["What do the gradients of a row sum to?", "p_j · (g_j - Σ g_i p_i).", "`p * g` in the sum"],
    softmax,
  ),
  "p-forgotten": entry(
    "The factor p is missing",
    () => "The difference is right; it has to be multiplied by the probability of its own place.",
    ["What is the gradient of a logit whose probability is 0?", "p_j · (g_j - Σ g_i p_i).", "times `p`"],
    softmax,
  ),
  "plus-for-minus": entry(
    "A plus where a minus belongs",
    () => "The weighted sum is added; it has to be subtracted.",
    ["What do the gradients of a row sum to?", "p_j · (g_j - Σ g_i p_i).", "minus"],
    softmax,
  ),
  "gradient-sign": entry(
    "The sign is wrong",
    (w) => `Every number of ${named(w)} has the wrong sign.`,
    [
      "If the true class's logit grows, does the loss grow or fall?",
      "What was said minus what is true.",
      "Turn the difference round.",
    ],
    softmax,
  ),
  "softmax-forgotten": entry(
    "Without the softmax",
    (w) => `${named(w)} works on the logits themselves; first they have to become probabilities.`,
    ["Are the logits probabilities?", "Softmax of each row comes first.", "softmax of the row"],
    softmax,
  ),
  "mean-over-classes": entry(
    "Divided by the classes",
    () => "It is divided by the number of classes; it has to be the number of samples.",
    ["How many terms does the sum have?", "One for each sample.", "Divide by how many labels there are."],
    softmax,
  ),
  "mean-over-all": entry(
    "Divided by too much",
    () => "It is divided by the number of all entries; it has to be the number of samples.",
    ["How many terms does the sum have?", "One for each sample.", "Divide by how many labels there are."],
    softmax,
  ),
  "truth-forgotten": entry(
    "The truth is missing",
    () => "These are the probabilities; at the true class of each row 1 has to be subtracted.",
    [
      "Which way should the true class's logit go?",
      "p - y, where y is 1 at the label and 0 elsewhere.",
      "`p - (1 if it is the label, else 0)`",
    ],
    softmax,
  ),
  "label-only": entry(
    "Only the true class gets a gradient",
    () =>
      "Only the true class's logit gets a gradient; the others do as well, since they are in the sum of the softmax.",
    [
      "If another logit grows, what happens to the probability of the true class?",
      "p - y, for every class.",
      "all entries of the row",
    ],
    softmax,
  ),
};
