import type { Entries } from "../entry.js";
import { agreement } from "./agreement.js";
import { functions } from "./functions.js";
import { networks } from "./networks.js";
import { nudges } from "./nudges.js";
import { ownOp } from "./own-op.js";
import { paper } from "./paper.js";
import { probabilities } from "./probabilities.js";
import { products } from "./products.js";
import { tableSoftmax } from "./table-softmax.js";
import { tables } from "./tables.js";
import { training } from "./training.js";

/** What the exercises of the track say besides what the grader of classes says. */
export const track: Entries = {
  ...agreement,
  ...functions,
  ...networks,
  ...nudges,
  ...ownOp,
  ...paper,
  ...probabilities,
  ...products,
  ...tableSoftmax,
  ...tables,
  ...training,
};
