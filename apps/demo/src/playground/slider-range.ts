/** What a slider offers around a value. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** −10 to 10 in tenths; for larger values the next power of ten, in steps that stay as fine for the hand. */
export function sliderRange(value: number): SliderRange {
  let most = 10;
  while (most < Math.abs(value) && most < 1e15) most *= 10;
  return { min: -most, max: most, step: most / 100 };
}
