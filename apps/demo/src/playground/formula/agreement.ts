import { format } from "../../format.ts";
import { ulpsBetween } from "./evaluate.ts";

/** How a formula's number and the gradient compare, in a sentence. */
export function agreement(value: number, grad: number): string {
  const here = `Here it is ${format(value, 15)}`;
  if (Number.isNaN(value) && Number.isNaN(grad)) return `${here}, as backward says: there is no number.`;
  const ulps = ulpsBetween(value, grad);
  if (ulps === 0) return `${here}, to the last bit what backward says.`;
  const gap = Math.abs(value - grad) / Math.abs(grad);
  if (ulps <= 64)
    return `${here}; backward rounds otherwise and says the ${ordinal(ulps)} double from it, ${format(grad, 17)}.`;
  return `${here}; backward says ${format(grad, 15)}, a relative difference of ${format(gap, 2)}.`;
}

function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return n === 1 ? "next" : `${n}${ending}`;
}
