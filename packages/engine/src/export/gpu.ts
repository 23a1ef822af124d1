/** What the comments of the texts for GPUs say. */
export const gpuNotes: readonly string[] = [
  "Numbers are float32: it is right to about 1e-6 of the sizes that it adds up. Numbers below 1.2e-38 may be",
  "taken as 0, and the sign of 0 may be lost; NaN and infinities are those of the CPU.",
];

/** Infinities and NaN are calls of functions, which no list of constants may have. */
export const isHeld = (x: number): boolean => Number.isFinite(Math.fround(x));
