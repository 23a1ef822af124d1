import { formatNumber } from "@outgrad/viz";

/** A number for people, as the drawings write it, with the real minus sign. NaN and infinities are named. */
export function format(x: number, digits?: number): string {
  return formatNumber(x, digits).replaceAll("-", "−");
}

/** A share as a percentage with one decimal, "98.7 %"; "100 %" only where nothing is rounded away. */
export function percent(share: number): string {
  if (Number.isNaN(share)) return "–";
  return share === 1 ? "100 %" : `${(Math.min(999, Math.round(share * 1000)) / 10).toFixed(1)} %`;
}

/** A count with narrow spaces between thousands. */
export function count(n: number): string {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}
