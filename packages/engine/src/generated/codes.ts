// Written by `pnpm generate` from the op table (packages/ops/src/table): do not edit.
// The ops of the table as nodes; their codes are in the order of the methods.

/** The codes of sums and products. */
export const ADD = 3;
export const MUL = 5;

/** How many parameters an op has, if any. */
export const paramCounts: Readonly<Record<string, number>> = {
  leakyRelu: 1,
  elu: 1,
  clamp: 2,
  hardtanh: 2,
  select: 1,
};
