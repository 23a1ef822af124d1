import { later } from "../later.tsx";

/** All leaves: nudged by h, beside their gradients. */
export const NudgePanel = later(
  "Nudge check",
  "nudge",
  async () => (await import("./nudge-panel.tsx")).NudgePanel,
);

/** One leaf: every method, its errors over all h, and the digits that cancel. */
export const LeafNudgePanel = later(
  "One leaf, every h",
  "leaf-nudge",
  async () => (await import("./leaf-nudge-panel.tsx")).LeafNudgePanel,
);
