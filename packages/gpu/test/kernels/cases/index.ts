import { alongCases } from "./along.js";
import { arrangeCases } from "./arrange.js";
import type { Case } from "./case.js";
import { convCases } from "./conv.js";
import { matmulCases } from "./matmul.js";
import { normCases } from "./norm.js";
import { reduceCases } from "./reduce.js";

/** What every device is asked, besides the samples of the table. */
export const cases: readonly Case[] = [
  ...reduceCases,
  ...alongCases,
  ...matmulCases,
  ...convCases,
  ...normCases,
  ...arrangeCases,
];
