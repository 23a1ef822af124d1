/**
 * A number for people: five significant digits, or as many as asked for, no trailing zeros, an exponent where it
 * would be long. Whole numbers below ten million are exact. The same text in every engine and every locale; zero
 * has no sign.
 */
export function formatNumber(x: number, digits = 5): string {
  if (!Number.isFinite(x) || (Number.isInteger(x) && Math.abs(x) < 1e7)) return String(x);
  const size = Math.abs(x);
  if (size >= 1e-4 && size < Number(`1e${digits}`)) return String(Number(x.toPrecision(digits)));
  const [mantissa = "", exponent = ""] = x.toExponential(digits - 1).split("e");
  return `${Number(mantissa)}e${exponent.replace("+", "")}`;
}

/** A number in a product: a negative one is in parentheses. */
export function factor(x: number): string {
  const text = formatNumber(x);
  return text.startsWith("-") ? `(${text})` : text;
}

/** A length in hundredths of a pixel, so that the last bits of a sum never show. */
export function round(x: number): number {
  return Math.round(x * 100) / 100 + 0;
}

/** A coordinate as SVG writes it. */
export function coordinate(x: number): string {
  return String(round(x));
}

/** A number as SVG and MathML show it: with the sign that is as wide as a plus. */
export function withMinus(text: string): string {
  return text.replaceAll("-", "−");
}
