import type { Entries } from "../entry.js";
import { entry, named } from "./functions.js";

const tensors = "learn/to-tensors";

/** Rows and columns: broadcasting and sums. */
export const tables: Entries = {
  "first-row-only": entry(
    "Only the first row",
    (w) => `${named(w)} adds the row only to the first row of the table.`,
    ["How many rows does the table have?", "The row is added to every row.", "a loop over all rows"],
    tensors,
  ),
  "row-ignored": entry(
    "The row is not added",
    (w) => `${named(w)} gives the table as it was.`,
    ["What does the row b do?", "The row is added to every row.", "`each + b[j]`"],
    tensors,
  ),
  multiplies: entry(
    "Multiplied instead of added",
    (w) => `${named(w)} multiplies; the row is to be added.`,
    ["What does a row of zeros do to the table?", "The row is added to every row.", "`each + b[j]`"],
    tensors,
  ),
  "broadcast-not-summed": entry(
    "The rows are not summed",
    () =>
      "`b` is used once for every row of the table, so its gradient is the *sum* of all rows of `g`, and a row like `b` itself.",
    [
      "If b[0] grows by 1, how many entries of the result grow?",
      "What is used several times gets the sum of its gradients.",
      "for each column the sum over the rows of g",
    ],
    tensors,
  ),
  "wrong-axis": entry(
    "Along the wrong axis",
    (w) => `${named(w)} goes along the wrong axis: rows and columns are exchanged.`,
    [
      "How many numbers does one row have, and how many one column?",
      "x[i] is a row; x[i][j], for all i, is a column.",
      "Exchange i and j in the sum.",
    ],
    tensors,
  ),
  "mean-not-sum": entry(
    "The mean instead of the sum",
    (w) => `${named(w)} gives means; sums are wanted.`,
    ["Is there a division in the formula?", "Every use counts whole.", "Take the division away."],
    tensors,
  ),
  "upstream-ignored": entry(
    "g is not used",
    (w) => `${named(w)} gives the slopes as if \`g\` were 1 everywhere: multiply by it.`,
    [
      "What if the result does not matter at all, and g is 0?",
      "Chain rule: local slope times the gradient of the result.",
      "Use `g`.",
    ],
    "confusions/chain-rule",
  ),
  "not-passed-on": entry(
    "The table itself comes back",
    () => "For `x` you give back `x` itself; its gradient is what comes from the result, `g`.",
    [
      "If x[0][1] grows by 1, which entry of the result grows, and by how much?",
      "A sum passes the gradient through.",
      "`g`, entry by entry",
    ],
    tensors,
  ),
  "sums-all": entry(
    "Everything is summed",
    (w) => `${named(w)} gives one number for the whole table; one for each row is wanted.`,
    [
      "How many rows are there, and how many sums?",
      "A list with as many numbers as there are rows.",
      "`x.map(...)`, or `[... for row in x]`",
    ],
    tensors,
  ),
  "not-spread": entry(
    "The gradient is not spread",
    () =>
      "Every entry of a row goes into its sum, so *every* entry gets that sum's gradient: the answer is a table of the shape of `x`.",
    [
      "If x[0][2] grows by 1, by how much does the sum of row 0 grow?",
      "A sum's way back is a broadcast.",
      "for each entry of row i: `g[i]`",
    ],
    tensors,
  ),
  "times-input": entry(
    "Multiplied by the input",
    () => "The gradient is multiplied by `x`; the slope of a sum is 1 for each of its terms.",
    [
      "By how much does a sum grow when one of its terms grows by 1?",
      "The local slope is 1.",
      "for each entry of row i: `g[i]`",
    ],
    tensors,
  ),
};
