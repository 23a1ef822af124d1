import { einsum } from "@outgrad/engine";
import { type ErrorRow, leaf } from "./row.js";

/** Bad calls of einsum. */
export const einsumErrors: readonly ErrorRow[] = [
  [
    'einsum("ij,jk->ik", a)',
    () => einsum("ij,jk->ik", leaf([2, 3])),
    'einsum: "ij,jk->ik" names 2 operands, but there are 1.',
  ],
  [
    'einsum("ij,jk->ik", a, b) of other sizes',
    () => einsum("ij,jk->ik", leaf([2, 3]), leaf([4, 2])),
    'einsum: the letter "j" is 3 before, but 4 in operand 1, [4, 2].\n  ij,jk->ik\n     ^',
  ],
  [
    'einsum("i,i", a, b) with a number',
    () => einsum("i,i", leaf([2]), 2 as never),
    "einsum: expected a Tensor as operand 1, got 2.",
  ],
  [
    'einsum("ijk->i", a) of a matrix',
    () => einsum("ijk->i", leaf([2, 3])),
    "einsum: operand 0 has the shape [2, 3], but 3 dims are named.\n  ijk->i\n  ^^^",
  ],
  [
    'einsum("ii", a) of another shape',
    () => einsum("ii", leaf([2, 3])),
    'einsum: the letter "i" is 2 before, but 3 in operand 0, [2, 3].\n  ii\n   ^',
  ],
  [
    'einsum("...,...", a, b)',
    () => einsum("...,...", leaf([2, 3]), leaf([2, 2])),
    'einsum: dim -1 of "..." is 3 before, but 2 in operand 1, [2, 2].\n  ...,...\n      ^^^',
  ],
  [
    'einsum("ij->iz", a)',
    () => einsum("ij->iz", leaf([2, 3])),
    'einsum: the letter "z" of the output is in no operand.\n  ij->iz\n       ^',
  ],
  [
    'einsum("ij->jj", a)',
    () => einsum("ij->jj", leaf([2, 3])),
    'einsum: the letter "j" is in the output twice.\n  ij->jj\n       ^',
  ],
  [
    'einsum("i%", a)',
    () => einsum("i%", leaf([2, 3])),
    'einsum: expected a letter, a comma, "..." or one "->", got "%".\n  i%\n   ^',
  ],
  ['einsum("..i", a)', () => einsum("..i", leaf([2, 3])), "einsum: an ellipsis has three dots.\n  ..i\n  ^"],
  [
    'einsum("...i...", a)',
    () => einsum("...i...", leaf([2, 3])),
    "einsum: there is a second ellipsis in one term.\n  ...i...\n      ^^^",
  ],
];
