import type { Entries } from "../entry.js";
import type { Words } from "../words.js";
import { entry, named } from "./functions.js";

const tensors = "learn/to-tensors";

const way = (w: Words): string =>
  w.detail("way") ? ` The gradient of ${w.detail("of")} is ${w.detail("way")}.` : "";

/** Products of tables. */
export const products: Entries = {
  elementwise: entry(
    "Entry by entry",
    (w) => `${named(w)} multiplies entry by entry; a product of tables takes rows times columns.${way(w)}`,
    [
      "Which entries of A are in C[0][0]?",
      "Row i of the first times column j of the second, summed.",
      "the sum over k of `a[i][k] * b[k][j]`",
    ],
    tensors,
  ),
  "factors-exchanged": entry(
    "The factors are exchanged",
    (w) => `The two tables of a product are in the wrong order: A · B is not B · A.${way(w)}`,
    [
      "What shape does the product have if the first has 2 rows and 3 columns and the second 3 and 4?",
      "Rows of the first, columns of the second.",
      "Exchange the two.",
    ],
    tensors,
  ),
  "transposed-operand": entry(
    "A table on its side",
    (w) =>
      `${named(w)} reads \`${w.detail("operand")}\` by ${w.detail("operand") === "b" ? "rows; its columns are wanted" : "columns; its rows are wanted"}.`,
    [
      "Which index of each table is the one that is summed over?",
      "a[i][k] and b[k][j].",
      "the sum over k of `a[i][k] * b[k][j]`",
    ],
    tensors,
  ),
  "transposed-result": entry(
    "The result is on its side",
    (w) => `The table that ${named(w)} gives is on its side: rows and columns are exchanged.${way(w)}`,
    ["Which index of the result is the row?", "Row i, column j.", "the outer list is over i"],
    tensors,
  ),
  "not-transposed": entry(
    "The other table is not turned",
    (w) =>
      `For the gradient of ${w.detail("of")} the other table, \`${w.detail("other")}\`, has to be turned on its side.${way(w)}`,
    [
      "Which shapes fit together?",
      "ga has the shape of a: only one product of g and b on its side has it.",
      "`transposed(...)` of the other table",
    ],
    tensors,
  ),
  "transposed-upstream": entry(
    "g is turned",
    (w) =>
      `For the gradient of ${w.detail("of")} the table \`g\` is turned on its side; it stays as it is, and the other one is turned.${way(w)}`,
    ["Which shapes fit together?", "g has the shape of the product.", "Leave `g` as it is."],
    tensors,
  ),
  "gradients-exchanged": entry(
    "The two gradients are exchanged",
    (w) => `${named(w)} gives the two gradients in the wrong order.`,
    ["Which of the two has the shape of a?", "First that of a, then that of b.", "Exchange the two."],
    tensors,
  ),
};
