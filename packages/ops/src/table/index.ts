import { activations } from "./activations.js";
import { arithmetic } from "./arithmetic.js";
import { powers } from "./powers.js";
import { selection } from "./selection.js";
import { steps } from "./steps.js";
import { trigonometry } from "./trigonometry.js";

/** The op table: the one place where an elementwise op is defined. Everything else is derived from it. */
export const ops = {
  ...arithmetic,
  ...powers,
  ...trigonometry,
  ...activations,
  ...selection,
  ...steps,
} as const;

/** The name of an op of the table. */
export type OpName = keyof typeof ops;
