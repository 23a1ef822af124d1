import { imageRules } from "./images.js";
import { productRules } from "./products.js";
import type { Rule, Rules } from "./rule.js";
import { sumRules } from "./sums.js";
import { viewRules } from "./views.js";

/** How ops on shapes are written; those that only gradients need are not here. */
const rules: Rules = { ...viewRules, ...sumRules, ...productRules, ...imageRules };

/** The rule for an op on shapes, if there is one. */
export const ruleFor = (op: string): Rule<unknown> | undefined =>
  Object.hasOwn(rules, op) ? (rules as Readonly<Record<string, Rule<unknown>>>)[op] : undefined;
