import { format } from "../../format.ts";
import { ulpsBetween } from "./evaluate.ts";

/** How a formula's number and the gradient compare, in a sentence. */
export function agreement(value: number, grad: number): string {
  const ulps = ulpsBetween(value, grad);
  // Fewer than 17 digits may be the same for doubles that differ.
  const digits = ulps === 0 ? 15 : 17;
  const here = `Here it is ${format(value, digits)}`;
  if (Number.isNaN(value) && Number.isNaN(grad)) return `${here}, as backward says: there is no number.`;
  if (ulps === 0) return `${here}, to the last bit what backward says.`;
  const gap = Math.abs(value - grad) / Math.abs(grad);
  if (ulps <= 64)
    return `${here}; backward rounds otherwise and says the ${ordinal(ulps)} double from it, ${format(grad, digits)}.`;
  return `${here}; backward says ${format(grad, digits)}, a relative difference of ${format(gap, 2)}.`;
}

function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return n === 1 ? "next" : `${n}${ending}`;
}
