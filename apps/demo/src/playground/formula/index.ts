import { later } from "../later.tsx";

/** The derivative by each leaf as a formula, beside its number. */
export const FormulaPanel = later(
  "Derivative as a formula",
  "derivatives",
  async () => (await import("./formula-panel.tsx")).FormulaPanel,
);
