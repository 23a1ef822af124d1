import { expect, it } from "vitest";
import { largeAngle } from "../src/intrinsics/large-angle.js";

/** Bits after the point: the largest double times the error of pi must vanish. */
const bits = 1300n;

/** arctan(1 / n) by its series. */
function arctanOf1Over(n: bigint): bigint {
  let [sum, term] = [0n, (1n << bits) / n];
  for (let k = 1n; term !== 0n; k += 2n, term = -term / (n * n)) sum += term / k;
  return sum;
}

/** pi / 2 by Machin's formula. */
const halfPi = 8n * arctanOf1Over(5n) - 2n * arctanOf1Over(239n);

/** x less the nearest multiple n of pi / 2, and n modulo 4. */
function exactly(x: number): [quarters: number, angle: bigint] {
  const whole = BigInt(x) << bits;
  const n = (2n * whole + halfPi) / (2n * halfPi);
  return [Number(n % 4n), whole - n * halfPi];
}

const fixed = (x: number): bigint => BigInt(Math.trunc(x * 2 ** 160)) << (bits - 160n);

it.each([1, 1.2345678901234567, 1.9999999999999998])(
  "largeAngle(%d * 2^k) is the angle less quarter turns, to 30 digits, for every k",
  (mantissa) => {
    for (let k = 52; k < 1024; k++) {
      const x = mantissa * 2 ** k;
      const [quarters, angle] = exactly(x);
      expect(largeAngle(x, 0), `at ${x}`).toBe(quarters);
      const error = fixed(largeAngle(x, 1)) + fixed(largeAngle(x, 2)) - angle;
      expect(Math.abs(Number(error >> (bits - 160n))) * 2 ** -160, `at ${x}`).toBeLessThan(1e-30);
    }
  },
);

it("largeAngle(x) of whole numbers from 2^14 on, in which few digits count, is the angle less quarter turns", () => {
  for (let k = 0; k < 300; k++) {
    const x = Math.round(16384 * 1.09 ** k);
    const [quarters, angle] = exactly(x);
    expect(largeAngle(x, 0), `at ${x}`).toBe(quarters);
    const error = fixed(largeAngle(x, 1)) + fixed(largeAngle(x, 2)) - angle;
    expect(Math.abs(Number(error >> (bits - 160n))) * 2 ** -160, `at ${x}`).toBeLessThan(1e-30);
  }
});

it("largeAngle(-x) has the negative parts, and an infinity has none", () => {
  for (const part of [0, 1, 2] as const) {
    expect(largeAngle(-1e22, part)).toBe(-largeAngle(1e22, part));
    expect(largeAngle(Infinity, part)).toBeNaN();
  }
});

it("largeAngle(6381956970095103 * 2^797), of all doubles the nearest to quarter turns, keeps 30 digits of the little left", () => {
  // Found by Kahan's search; see J.-M. Muller, Elementary Functions (2006).
  const x = 6381956970095103 * 2 ** 797;
  const [quarters, angle] = exactly(x);
  expect(largeAngle(x, 0)).toBe(quarters);
  const scaled = (part: 1 | 2) => BigInt(largeAngle(x, part) * 2 ** 300) << (bits - 300n);
  const error = scaled(1) + scaled(2) - angle;
  expect(Math.abs(Number(angle >> (bits - 300n))) * 2 ** -300).toBeLessThan(1e-18);
  expect(Math.abs(Number((error << 100n) / angle)) * 2 ** -100).toBeLessThan(1e-30);
});
