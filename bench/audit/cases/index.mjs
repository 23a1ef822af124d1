// Every case of the audit. A case is a program over a vocabulary `m` that each peer translates into its own words, the numbers it
// starts from, and the right answer: closed forms, or what PyTorch computes in float64.
import { graph } from "./graph.mjs";
import { kinks } from "./kinks.mjs";
import { optimisers } from "./optimisers.mjs";
import { secondOrder } from "./second-order.mjs";
import { stability } from "./stability.mjs";
import { tensors } from "./tensors.mjs";

export const groups = [
  { title: "The graph", cases: graph },
  { title: "Corners, ties and powers", cases: kinks },
  { title: "Large, small and no numbers", cases: stability },
  { title: "Shapes", cases: tensors },
  { title: "Derivatives of derivatives", cases: secondOrder },
  { title: "Optimisers", cases: optimisers },
];

export const cases = groups.flatMap(({ cases }) => cases);
