import type { Combine } from "./combine.js";

/** The least power of two that is not below n. */
export function powerOfTwo(n: number): number {
  let power = 1;
  while (power < n) power *= 2;
  return power;
}

/**
 * Lines that combine the `value` of threads through workgroup memory `memory`: of `lanes` of them, `apart` from each
 * other, whose places among them are `lane`. Afterwards those with lane 0 find the result at their own place. In pairs,
 * so that the rounding errors of a sum grow with the logarithm of their number.
 */
export function combined(
  { of }: Combine,
  value: string,
  memory: string,
  lane: string,
  lanes: number,
  apart = 1,
): string[] {
  const lines = [`${memory}[thread] = ${value};`, "workgroupBarrier();"];
  for (let half = lanes / 2; half >= 1; half /= 2) {
    const pair = of(`${memory}[thread]`, `${memory}[thread + ${half * apart}u]`);
    lines.push(`if (${lane} < ${half}u) { ${memory}[thread] = ${pair}; }`, "workgroupBarrier();");
  }
  return lines;
}
