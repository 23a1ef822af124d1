/** The middle of some measurements, and the half of them around it. */
export interface Quartiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** The quartiles, between neighbours where they fall between two; NaN of nothing. */
export function quartiles(measured: readonly number[]): Quartiles {
  const sorted = measured.toSorted((a, b) => a - b);
  const at = (part: number) => {
    const place = part * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    if (below === undefined || above === undefined) return Number.NaN;
    return below + (place - Math.floor(place)) * (above - below);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
