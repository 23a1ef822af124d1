/** A decimal number as people type it ("-2", "1e-3", "−0,5" with a comma too), or undefined. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replaceAll("−", "-").replace(",", ".");
  if (!/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
